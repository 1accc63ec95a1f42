using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>
/// What each load of a home told, read back load by load: only figures are kept, a load's records are let go again. Building a load's records is what
/// takes the time, so the first question reads the home's whole scorecard; any other indicator is read when it is asked for. The caller holds
/// the home's lock.
/// </summary>
/// <param name="home">The home.</param>
/// <param name="upTo">The newest load that counts.</param>
/// <param name="known">What was known after a load, where the caller keeps some ready.</param>
/// <param name="onlyAsked">True to read no more than the indicator asked for: for one question, and then the end.</param>
internal sealed class Tellings(Home home, int upTo, Func<int, Knowledge> known, bool onlyAsked = false)
{
    /// <summary>Loads read back, newest first: a year of monthly ones and some more.</summary>
    private const int MostLoads = 18;

    private const int Months = 25;

    private readonly Dictionary<string, List<Dictionary<Month, ToldFigure>>> _figures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Restatement>> _logs = new(StringComparer.Ordinal);
    private IReadOnlyList<Telling>? _all;

    /// <summary>The loads with a data date, oldest first.</summary>
    public IReadOnlyList<Telling> All => _all ??= [.. home.Store.Loads().Where(l => l.Id <= upTo && l.DataDate is not null)
        .Select(l => new Telling(l.Id, LondonTime.DateOf(l.LoadedAt), l.DataDate!.Value)).TakeLast(MostLoads)];

    /// <summary>How many different months' ends were told: enough of them tell a usual drift.</summary>
    public int DataMonths => All.Select(t => Month.Of(t.DataDate)).Distinct().Count();

    /// <summary>True where an indicator was read already: the next question about it is quick.</summary>
    public bool Has(string indicator) => onlyAsked || _figures.ContainsKey(indicator);

    /// <summary>Every change of an indicator's figures from load to load, with the reason; worked out once.</summary>
    public IReadOnlyList<Restatement> LogOf(Found found, ReportedSeries reported)
    {
        var id = found.Entry.Definition.Id;
        if (!_logs.TryGetValue(id, out var log)) _logs[id] = log = Restatements.Log(reported, CasesOf(found));
        return log;
    }

    /// <summary>One indicator in its own window as each load told it.</summary>
    public ReportedSeries Of(string indicator)
    {
        if (!_figures.ContainsKey(indicator)) Read(indicator);
        return new ReportedSeries(All, [.. _figures[indicator]]);
    }

    /// <summary>The cases behind a month's figure as known after a load; the last few loads asked for stay open.</summary>
    private Func<Telling, Month, KnownCases?> CasesOf(Found found)
    {
        var open = new Dictionary<int, Knowledge>();
        return (telling, month) =>
        {
            if (!Recent.Contains(telling.Load)) return null;
            if (!open.TryGetValue(telling.Load, out var then)) open[telling.Load] = then = known(telling.Load);
            var figures = then.Performance.Figures;
            var rows = figures.Cases(then.Performance.Catalogue.Find(found.Entry.Definition.Id)! with { Variant = found.Variant }, Figures.DefaultWindow(found), month.Last);
            return new KnownCases(rows.Select(r => (r.Child < 0 ? "" : then.Journeys.ChildIds[r.Child], r.Date, r.Verdict)));
        };
    }

    /// <summary>The loads whose cases may be looked at again: as many as a desk keeps ready.</summary>
    private HashSet<int> Recent => [.. All.TakeLast(Desk.Kept).Select(t => t.Load)];

    private void Read(string asked)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal) { asked };
        _figures[asked] = [];
        foreach (var telling in All)
        {
            var performance = (Recent.Contains(telling.Load) ? known(telling.Load) : home.AsKnown(telling.Load)).Performance;
            var (catalogue, month) = (performance.Catalogue, Month.Of(telling.DataDate));
            if (!onlyAsked && _figures.Count == 1 && catalogue.FindScorecard(home.Authority.Scorecard) is { } card)
                wanted.UnionWith(catalogue.On(card, telling.DataDate).Where(f => f.Variant.Length == 0).Select(f => f.Entry.Definition.Id));
            foreach (var found in wanted.Select(catalogue.Find).OfType<Found>().Where(f => f.Bound is not null))
            {
                var id = found.Entry.Definition.Id;
                if (!_figures.TryGetValue(id, out var loads)) _figures[id] = loads = [];
                loads.Add(ReportedSeries.Read(performance.Row(found, month, Months).Trend));
            }
        }
    }
}
