using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;

namespace Bellwether.Storage;

/// <summary>
/// The later of two states of a home, beside the earlier: where records of a few children are all that differs, by counting those children
/// again; else, and for what they alone can't tell, by everything that is known.
/// </summary>
internal sealed class CountedAgain
{
    // Chosen, not measured: a query names every child, and with a tenth of an authority to look at a whole count is hardly slower.
    private const int MostChanged = 500, MostLookedAt = 10_000;

    private readonly Lazy<Performance> _whole;
    private readonly Recount? _recount;
    private readonly Month? _latestMonth;

    public CountedAgain(Home home, Knowledge before, int from, int to, Func<int, Knowledge> known)
    {
        // Each state binds its own definitions; a line is asked of the state it is for by name.
        _whole = new(() => known(to).Performance);
        if (from == 0 || home.Store.ChangedChildren(home.Kinds, from, to, MostChanged) is not { Count: > 0 } changed) return;
        var children = home.Authority.WithMerged(changed);
        var alone = Build(home, children, to);
        if (alone.DataDate != before.Journeys.DataDate) return;
        var now = new Figures(alone, before.Performance.Catalogue);
        _recount = new Recount((Of(children, from), now), new(() =>
            Recount.Around(before.Journeys, alone, children) is { Count: <= MostLookedAt } around ? (Of(around, from), Of(around, to)) : null));
        _latestMonth = now.LatestMonth;

        Figures Of(IReadOnlySet<string> these, int load) => new(Build(home, these, load), before.Performance.Catalogue);
    }

    /// <summary>The latest month of the later state.</summary>
    public Month LatestMonth => _latestMonth ?? _whole.Value.LatestMonth;

    /// <summary>The figure that an earlier one has become.</summary>
    public Figure At(Found line, Figure before) =>
        _recount?.Sheet(line, before.Window, [before.Last], [], [[[before]]]) is { } sheet ? sheet[0][0][0] : Whole(line, before.Last);

    /// <summary>The figure of a month of the later state.</summary>
    public Figure At(Found line, Month month) => Whole(line, _whole.Value.LastDayOf(month));

    private Figure Whole(Found line, DateOnly day)
    {
        var own = _whole.Value.Catalogue.Find(line.Name) ?? line;
        return _whole.Value.Figures.At(own, Figures.DefaultWindow(own), day);
    }

    private static Journeys.Journeys Build(Home home, IReadOnlySet<string> children, int load) =>
        Journeys.Journeys.Build(home.Store.RecordsOf(children, home.Kinds, load), home.Codes, home.Authority);
}
