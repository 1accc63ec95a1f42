using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Engine;

namespace Bellwether.Indicators;

/// <summary>
/// The front door of this room: figures, the cases behind them, and what falls due. A figure is computed where the data holds what it
/// takes, by the fallback where only latest records are held, keyed where a value was brought for the period, and otherwise says why not.
/// Not for use from two threads at once.
/// </summary>
public sealed class Figures
{
    private readonly Journeys.Journeys _journeys;
    private readonly FastEvaluator _evaluator;
    private readonly Divisors _divisors;
    private readonly Needs _needs;
    private readonly Keyed _keyed;

    // So many figures are worth a second thread.
    private const int Many = 600;

    /// <summary>Figures over journeys by a catalogue.</summary>
    public Figures(Journeys.Journeys journeys, Catalogue catalogue)
    {
        _journeys = journeys;
        _evaluator = new FastEvaluator(journeys, catalogue.Timescales, catalogue.Clocks);
        _divisors = new Divisors(_evaluator, journeys.Authority);
        _needs = new Needs(journeys, catalogue.Clocks, (length, day) => length.Timescale.Length == 0
            ? length.Fixed
            : catalogue.Timescales[length.Timescale].On(day) is [.., var row] ? row.Limit : null);
        _keyed = new Keyed(journeys.Values, catalogue);
    }

    /// <summary>The evaluator, for timelines of one case.</summary>
    public FastEvaluator Evaluator => _evaluator;

    /// <summary>
    /// The latest complete month: the last one whose end the data speaks for. An extract of latest records alone (Annex A) speaks for its own
    /// day, so there it is that day's month, which <see cref="LastDayOf"/> asks at the day itself.
    /// </summary>
    public Month LatestMonth
    {
        get
        {
            var month = Month.Of(_journeys.DataDate);
            var isOfOneDay = _journeys.Coverage.Of("cin_episodes").Concat(_journeys.Coverage.Of("cp_plans")).Concat(_journeys.Coverage.Of("care_periods"))
                .Any(s => s.Holds == Completeness.LatestOnly && s.To == _journeys.DataDate);
            return month.Last == _journeys.DataDate || isOfOneDay ? month : month.Add(-1);
        }
    }

    /// <summary>The day a month's figures are asked at: its last, or the data date where the month was not over then.</summary>
    public DateOnly LastDayOf(Month month) => Month.Of(_journeys.DataDate) == month ? _journeys.DataDate : month.Last;

    /// <summary>The first window of the definition or variant; where it names none, snapshot for open cases and rolling 12 months for dated ones.</summary>
    public static Window DefaultWindow(Found found) =>
        found.Entry.Definition.Variants.FirstOrDefault(v => v.Name == found.Variant) is { Windows.Count: > 0 } variant ? variant.Windows[0]
        : found.Bound?.Form == found.Entry.Bound?.Form && found.Entry.Definition.Windows is { Count: > 0 } own ? own[0]
        : found.Bound?.Form is CaseForm.Dated or CaseForm.OpenInWindow ? Window.Rolling12 : Window.Snapshot;

    /// <summary>
    /// The windows a definition or variant may be asked for, its default first: a variant's own; else the definition's, unless the variant
    /// counts another kind of case (a stock beside a flow).
    /// </summary>
    public static IReadOnlyList<Window> WindowsOf(Found found)
    {
        if (found.Entry.Definition.Variants.FirstOrDefault(v => v.Name == found.Variant) is { Windows.Count: > 0 } variant) return variant.Windows;
        return found.Bound?.Form == found.Entry.Bound?.Form && found.Entry.Definition.Windows is { Count: > 0 } own ? own : [DefaultWindow(found)];
    }

    /// <summary>The window asked where the definition or variant has it, else its default.</summary>
    public static Window WindowOr(Found found, Window? asked) => asked is { } window && WindowsOf(found).Contains(window) ? window : DefaultWindow(found);

    /// <summary>One figure.</summary>
    public Figure At(Found found, Window window, DateOnly at) => Series(found, window, [at])[0];

    /// <summary>The figure of each last day, in the order asked.</summary>
    public IReadOnlyList<Figure> Series(Found found, Window window, IReadOnlyList<DateOnly> lastDays) => Make(found, window, lastDays, [Cut.Whole])[0][0];

    /// <summary>
    /// The total and every member of several breakdowns (an attribute's name, or <c>split</c>), on each last day, from one pass over the cases:
    /// <c>[breakdown][member][day]</c>, the total first as a breakdown of one; members nothing falls to included.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<Figure>>> Sheet(Found found, Window window, IReadOnlyList<DateOnly> lastDays, IReadOnlyList<string> breakdowns) =>
        Make(found, window, lastDays, [Cut.Whole, .. breakdowns.Select(b => CutBy(found, b))]);

    /// <summary>The same, but of members to which something falls on one of the days, or to their divisor, where that can be told without making the figures.</summary>
    internal IReadOnlyList<IReadOnlyList<IReadOnlyList<Figure>>> Filled(Found found, Window window, IReadOnlyList<DateOnly> lastDays, IReadOnlyList<string> breakdowns) =>
        [.. Make(found, window, lastDays, [Cut.Whole, .. breakdowns.Select(b => CutBy(found, b))], true).Select(members => Array.FindAll(members, m => m.Length > 0))];

    /// <summary>
    /// The figure of each member of a breakdown: an attribute's name, or <c>split</c> for the definition's own. Numerators of members sum
    /// to the total's. The member <c>unknown</c> is left out where nothing falls to it.
    /// </summary>
    public IReadOnlyList<Figure> By(Found found, Window window, DateOnly at, string breakdown)
    {
        if (breakdown != "split" && _journeys.Attribute(breakdown) is null) return [];
        var cut = CutBy(found, breakdown);
        return [.. Make(found, window, [at], [cut])[0].Select(m => m[0])
            .Where((f, m) => cut.Split is not null || f.Tally != default || (m > 0 && IsShownEmpty(breakdown, f.Member, at)))];
    }

    /// <summary>
    /// The figures of a breakdown that may be crossed and may be of one cohort: one for each member something falls to, or pair of members
    /// (<see cref="Figure.And"/>); without <c>by</c> the cohort's own figure. Numerators sum to the total's, or to the cohort's.
    /// </summary>
    /// <exception cref="ArgumentException">No such attribute or member, or a split that is to be crossed or goes without some children.</exception>
    public IReadOnlyList<Figure> By(Found found, Window window, DateOnly at, Breakdown breakdown)
    {
        var cut = breakdown.By.Length == 0 ? Cut.Whole : CutBy(found, breakdown.By);
        if (cut.Split is not null && (breakdown.And.Length > 0 || breakdown.Where is not null || breakdown.Without.Count > 0))
            throw new ArgumentException("A split is not crossed, has no cohort, and is of every child.", nameof(breakdown));
        if (breakdown.Without.Count > 0) cut = cut with { Listed = Cut.AllBut(_journeys.ChildIds.Count, breakdown.Without) };
        if (breakdown.And.Length > 0) cut = cut with { And = CutBy(found, breakdown.And).By };
        if (breakdown.Where is { } where)
        {
            var of = CutBy(found, where.Attribute).By!;
            var member = of.Codes.ToList().IndexOf(where.Member);
            if (member < 0) throw new ArgumentException($"{where.Attribute} has no member {where.Member}.", nameof(breakdown));
            cut = cut with { Where = of, WhereMember = member };
        }
        return [.. Make(found, window, [at], [cut])[0].Select(m => m[0]).Where(f => breakdown.By.Length == 0 || f.Tally != default)];
    }

    /// <summary>Which cases entered, left, or changed their verdict between two days.</summary>
    public Movement Moved(Found found, Window window, DateOnly from, DateOnly to)
    {
        var (before, now) = (Choose(found, window, from), Choose(found, window, to));
        var because = before.Because.Length > 0 ? before.Because : now.Because;
        if (because.Length > 0 || !ReferenceEquals(before.Bound, now.Bound))
            return new Movement(0, 0, [], [], [], because.Length > 0 ? because : "the two days are not worked out the same way");
        return Movements.Between(now.Bound, _evaluator.JourneysFor(now.Bound).Rows(now.Bound.Kind.Name).Subject, _evaluator.Cases(before.Bound, window, from), _evaluator.Cases(now.Bound, window, to));
    }

    private Cut CutBy(Found found, string breakdown) =>
        breakdown == "split" && found.Bound?.Split is { } split ? Cut.Whole with { Split = split }
        : Cut.Of(_journeys.Attribute(breakdown) ?? throw new ArgumentException($"There is no attribute {breakdown}.", nameof(breakdown)));

    /// <summary>
    /// Members nothing falls to are shown, as no unallocated cases are good news; but not teams that were gone by then or that stand in no
    /// list of teams, nor workers.
    /// </summary>
    private bool IsShownEmpty(string breakdown, string member, DateOnly at) => breakdown switch
    {
        "worker" => false,
        "team" => _journeys.Authority.Teams.Any(t => t.Code == member && !IsParent(t.Code) && (t.From is null || t.From <= at) && (t.To is null || at < t.To)),
        _ => true,
    };

    private bool IsParent(string team) => _journeys.Authority.Teams.Any(t => t.Parent == team);

    /// <summary>What a reader sees for a member; the member itself where nothing is known of it.</summary>
    public string Label(string breakdown, string member)
    {
        if (_journeys.Attribute(breakdown) is not { } steps) return member;
        for (var m = 0; m < steps.Codes.Count; m++)
            if (steps.Codes[m] == member) return steps.Labels[m];
        return member;
    }

    /// <summary>The cases behind a figure; empty where the definition can't be used or the figure can't be worked out.</summary>
    public IReadOnlyList<CaseRow> Cases(Found found, Window window, DateOnly at) =>
        Choose(found, window, at) is (var bound, "", _) ? _evaluator.Cases(bound, window, at) : [];

    /// <summary>
    /// Cases, or children where a child is the unit, that the definition does not meet and the variant does. Those whose verdict can't be told are none.
    /// Null where the two do not ask about the same: they are of different records, or one is told by a fallback and the other is not.
    /// </summary>
    public int? NearMisses(Found found, Found variant, Window window, DateOnly at)
    {
        var (own, other) = (Choose(found, window, at).Bound, Choose(variant, window, at).Bound);
        if (own.Kind.Name != other.Kind.Name || ReferenceEquals(own, found.Bound) != ReferenceEquals(other, variant.Bound)) return null;
        var met = Cases(variant, window, at).Where(c => c.Verdict == Verdict.Met).Select(c => Unit(other, c)).ToHashSet();
        return met.Count == 0 ? 0 : Cases(found, window, at).Count(c => c.Verdict == Verdict.NotMet && met.Contains(Unit(own, c)));

        (int, DateOnly) Unit(BoundIndicator of, CaseRow c) => of.Per == Per.Record ? (c.Row, c.Date) : (_evaluator.JourneysFor(of).Rows(of.Kind.Name).Subject[c.Row], default);
    }

    /// <summary>What is overdue, or falls due within so many days with nothing new recorded.</summary>
    public IReadOnlyList<CaseRow> Worklist(Found found, DateOnly dataDate, int withinDays) =>
        Choose(found, Window.Snapshot, dataDate) is (var bound, "", _) ? _evaluator.Worklist(bound, dataDate, withinDays) : [];

    /// <summary>Why there is no worklist on a day; empty where there is one, if only an empty one.</summary>
    public string WhyNoWorklist(Found found, DateOnly dataDate) => Choose(found, Window.Snapshot, dataDate).Because;

    // Of members left out as empty there are no figures.
    private Figure[][][] Make(Found found, Window window, IReadOnlyList<DateOnly> days, IReadOnlyList<Cut> cuts, bool isFilledAlone = false)
    {
        if (found.Bound?.Line is not { } line) return Worked(found, window, days, cuts, isFilledAlone);
        var points = days.Select(line.Points).ToList();
        var all = points.SelectMany(p => p).Distinct().Order().ToList();
        // A line alone is over the figures of the definition itself, keyed ones included.
        var of = found.Variant.Length > 0 && found.Entry.Definition.Variants.First(v => v.Name == found.Variant).IsLineAlone ? found with { Variant = "" } : found;
        return [.. Worked(of, window, all, cuts, false).Select(ofCut => ofCut.Select(ofMember => points.Select(p =>
            line.Of([.. p.Select(day => ofMember[all.IndexOf(day)] with { Variant = found.Variant })])).ToArray()).ToArray())];
    }

    private Figure[][][] Worked(Found found, Window window, IReadOnlyList<DateOnly> days, IReadOnlyList<Cut> cuts, bool isFilledAlone)
    {
        var definition = found.Entry.Definition;
        var (chosen, empty) = (new List<Chosen>(days.Count), new List<Figure>(days.Count));
        for (var d = 0; d < days.Count; d++)
        {
            chosen.Add(Choose(found, window, days[d]));
            empty.Add(Empty(found, window, days[d]));
        }
        var isToldThroughout = chosen.TrueForAll(c => c.Because.Length == 0 && ReferenceEquals(c.Bound, chosen[0].Bound));
        bool MayLeaveOut(Cut cut) => isFilledAlone && isToldThroughout && cut.Split is null;
        var names = cuts.Select(MembersOf).ToList();
        var result = names.Select(members => Array.ConvertAll(members, _ => Array.Empty<Figure>())).ToArray();
        foreach (var bound in chosen.Where(c => c.Because.Length == 0).Select(c => c.Bound).Distinct<BoundIndicator>(ReferenceEqualityComparer.Instance))
        {
            var these = new List<int>();
            for (var d = 0; d < days.Count; d++)
                if (chosen[d].Because.Length == 0 && ReferenceEquals(chosen[d].Bound, bound)) these.Add(d);
            var some = these.ConvertAll(d => days[d]);
            var (counted, among) = Divisors.AmongCases(bound) is { } of ? _evaluator.CountWith(of, bound, window, some, cuts) : (_evaluator.Count(bound, window, some, cuts), null);
            var (over, note) = bound.Over is { } divisor
                ? _divisors.Of(divisor, bound, window, some, cuts, Array.ConvertAll(counted, c => c.Length), among) : (null, "");
            var notes = these.ConvertAll(d => Joined(chosen[d].Note, note));
            for (var c = 0; c < cuts.Count; c++)
            {
                var values = bound.Show == Show.Median ? some.ConvertAll(day => Values(bound, window, day, cuts[c])) : [];
                var open = bound.Show == Show.Median && bound.Censored
                    ? some.ConvertAll(day => Values(Censoring.StillOpen(bound, _journeys.DataDate.DayNumber), window, day, cuts[c])) : [];
                var (cut, tallies) = (c, counted[c]);
                if (_evaluator.Threads > 1 && tallies.Length * some.Count >= Many)
                    Parallel.For(0, tallies.Length, new ParallelOptions { MaxDegreeOfParallelism = _evaluator.Threads }, Fill);
                else
                    for (var m = 0; m < tallies.Length; m++) Fill(m);

                void Fill(int m)
                {
                    if (MayLeaveOut(cuts[cut]) && IsNothing(tallies[m], over?[cut][m])) return;
                    if (result[cut][m].Length == 0) result[cut][m] = new Figure[days.Count];
                    for (var d = 0; d < some.Count; d++)
                    {
                        var shown = bound.Show != Show.Median ? Showing.Of(definition, bound, tallies[m][d], empty[these[d]], over?[cut][m][d])
                            : bound.Censored ? Showing.Median(values[d][m], open[d][m])
                            : Showing.Median(values[d][m]);
                        result[cut][m][these[d]] = shown.In(empty[these[d]], names[cut][m].Row, names[cut][m].Column, tallies[m][d], notes[d]);
                    }
                }
            }
        }
        for (var c = 0; c < cuts.Count; c++)
        {
            var withSplit = new Dictionary<BoundIndicator, BoundIndicator>(ReferenceEqualityComparer.Instance);
            for (var d = 0; d < days.Count; d++)
            {
                var inForce = (definition.From is null || days[d] >= definition.From) && (definition.To is null || days[d] <= definition.To);
                var because = inForce ? Because(found, chosen[d], cuts[c], window, days[d], withSplit) : "";
                if (inForce && because.Length == 0) continue;
                for (var m = 0; m < result[c].Length; m++)
                {
                    if (result[c][m].Length == 0)
                    {
                        if (MayLeaveOut(cuts[c])) continue;
                        result[c][m] = new Figure[days.Count];
                    }
                    var figure = empty[d] with { Member = names[c][m].Row, And = names[c][m].Column };
                    if (!inForce) result[c][m][d] = Showing.Without(figure, null, NoValue.NotInForce, "the indicator was not in force then");
                    else
                    {
                        result[c][m][d] = (figure.And.Length == 0 ? _keyed.Find(figure, found.Bound?.Show ?? Show.Count) : null)
                            ?? Showing.Without(figure, null, NoValue.NotComputable, because);
                    }
                }
            }
        }
        return result;
    }

    private static bool IsNothing(Tally[] tallies, decimal?[]? over) => Array.TrueForAll(tallies, t => t == default) && (over is null || Array.TrueForAll(over, o => o is null or 0));

    /// <summary>Why a cut has no figures: the figure itself has none, or the data lacks a column that the split asks about.</summary>
    /// <param name="withSplit">Definitions narrowed to what the split asks about, kept from day to day.</param>
    private string Because(
        Found found, Chosen chosen, Cut cut, Window window, DateOnly at, Dictionary<BoundIndicator, BoundIndicator> withSplit)
    {
        if (chosen.Because.Length > 0 || cut.Split is not { } split || Splitting.Whole(split) is not { } asks) return chosen.Because;
        if (!withSplit.TryGetValue(chosen.Bound, out var both)) withSplit.Add(chosen.Bound, both = Splitting.With(chosen.Bound, asks));
        return _needs.Check(both, window, at, found.Entry.Fallbacks.Contains(chosen.Bound)).Because;
    }

    /// <summary>What each case met is worth, by member. Under a split each member is a count of its own, since a case may stand under several.</summary>
    private List<long>[] Values(BoundIndicator bound, Window window, DateOnly at, Cut cut) => cut.Split is { } split
        ? [.. Splitting.Members(split, _journeys).Select(m => _evaluator.Values(Splitting.With(bound, m.When), window, [at], Cut.Whole)[0][0])]
        : [.. _evaluator.Values(bound, window, [at], cut).Select(member => member[0])];

    private Member[] MembersOf(Cut cut)
    {
        if (cut.Split is { } split) return [.. Splitting.Members(split, _journeys).Select(m => new Member(m.Name, ""))];
        IReadOnlyList<string> rows = cut.By?.Codes ?? [""], columns = cut.And?.Codes ?? [""];
        return [.. rows.SelectMany(row => columns.Select(column => new Member(row, column)))];
    }

    private sealed record Member(string Row, string Column);

    private sealed record Chosen(BoundIndicator Bound, string Because, string Note);

    /// <summary>The definition or variant, or the first of its fallbacks that the data can tell where it cannot tell itself; with why none serves.</summary>
    private Chosen Choose(Found found, Window window, DateOnly at)
    {
        if (found.Bound is not { } bound) return new Chosen(null!, "the definition has a mistake: run definitions lint", "");
        var (because, note) = _needs.Check(bound, window, at, false);
        if (because.Length == 0) return new Chosen(bound, "", note);
        foreach (var fallback in found.Entry.FallbacksOf(found.Variant))
        {
            var (still, other) = _needs.Check(fallback, window, at, true);
            if (still.Length == 0) return new Chosen(fallback, "", Joined($"{found.Entry.Definition.Fallbacks[fallback.Variant]}: {because}.", other));
        }
        return new Chosen(bound, because, note);
    }

    private static Figure Empty(Found found, Window window, DateOnly day)
    {
        var (first, last) = Windows.Range(window, day);
        return new Figure(found.Entry.Definition.Id, found.Variant, window, first, last, "", null, null, null, null, "", "", default);
    }

    private static string Joined(string a, string b) => a.Length == 0 ? b : b.Length == 0 ? a : $"{a} {b}";
}
