using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Engine;
using Bellwether.Indicators.Language;
using Bellwether.Journeys;

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

    /// <summary>Figures over journeys by a catalogue.</summary>
    public Figures(Journeys.Journeys journeys, Catalogue catalogue)
    {
        _journeys = journeys;
        _evaluator = new FastEvaluator(journeys, catalogue.Timescales, catalogue.Clocks);
        _divisors = new Divisors(_evaluator, journeys.Authority);
        _needs = new Needs(journeys, catalogue.Clocks, (length, day) => length.Timescale.Length == 0
            ? length.Fixed
            : catalogue.Timescales[length.Timescale].On(day).Select(r => (Limit?)r.Limit).LastOrDefault());
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
        : found.Entry.Definition.Windows is { Count: > 0 } own ? own[0]
        : found.Bound?.Form is CaseForm.Dated or CaseForm.OpenInWindow ? Window.Rolling12 : Window.Snapshot;

    /// <summary>One figure.</summary>
    public Figure At(Found found, Window window, DateOnly at) => Series(found, window, [at])[0];

    /// <summary>The figure of each last day, in the order asked.</summary>
    public IReadOnlyList<Figure> Series(Found found, Window window, IReadOnlyList<DateOnly> lastDays) => Make(found, window, lastDays, null)[0];

    /// <summary>The figures of every member of an attribute on each last day, <c>[member][day]</c>, empty ones included; none where there is no such attribute.</summary>
    public IReadOnlyList<IReadOnlyList<Figure>> SeriesBy(Found found, Window window, IReadOnlyList<DateOnly> lastDays, string attribute) =>
        _journeys.Attribute(attribute) is { } steps ? Make(found, window, lastDays, steps) : [];

    /// <summary>
    /// The figure of each member of a breakdown: an attribute's name, or <c>split</c> for the definition's own. Numerators of members sum
    /// to the total's. The member <c>unknown</c> is left out where nothing falls to it.
    /// </summary>
    public IReadOnlyList<Figure> By(Found found, Window window, DateOnly at, string breakdown)
    {
        if (breakdown == "split" && found.Bound?.Split is { } split) return BySplit(found, split, window, at);
        if (_journeys.Attribute(breakdown) is not { } steps) return [];
        return [.. Make(found, window, [at], steps).Select(m => m[0]).Where((f, m) => f.Tally != default || (m > 0 && IsShownEmpty(breakdown, f.Member, at)))];
    }

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

    /// <summary>What is overdue, or falls due within so many days with nothing new recorded.</summary>
    public IReadOnlyList<CaseRow> Worklist(Found found, DateOnly dataDate, int withinDays) =>
        Choose(found, Window.Snapshot, dataDate) is (var bound, "", _) ? _evaluator.Worklist(bound, dataDate, withinDays) : [];

    private Figure[][] Make(Found found, Window window, IReadOnlyList<DateOnly> days, AttributeSteps? steps)
    {
        var members = steps?.Codes ?? [""];
        var definition = found.Entry.Definition;
        var chosen = days.Select(day => Choose(found, window, day)).ToList();
        var result = members.Select(member => days.Select(day => Empty(found, window, day, member)).ToArray()).ToArray();
        foreach (var group in Enumerable.Range(0, days.Count).Where(d => chosen[d].Because.Length == 0).GroupBy(d => chosen[d].Bound))
        {
            var these = group.ToList();
            Compute(definition, group.Key, window, [.. these.Select(d => days[d])], steps, (m, d, figure) =>
                result[m][these[d]] = figure with { Note = Joined(chosen[these[d]].Note, figure.Note) }, (m, d) => result[m][these[d]]);
        }
        for (var d = 0; d < days.Count; d++)
        {
            foreach (var ofMember in result)
            {
                var inForce = (definition.From is null || days[d] >= definition.From) && (definition.To is null || days[d] <= definition.To);
                if (!inForce) ofMember[d] = Showing.Without(Empty(found, window, days[d], ofMember[d].Member), null, NoValue.NotInForce, "the indicator was not in force then");
                else if (chosen[d].Because.Length > 0)
                {
                    ofMember[d] = _keyed.Find(ofMember[d], found.Bound?.Show ?? Show.Count)
                        ?? Showing.Without(ofMember[d], null, NoValue.NotComputable, chosen[d].Because);
                }
            }
        }
        return result;
    }

    private void Compute(
        Definition definition, BoundIndicator bound, Window window, IReadOnlyList<DateOnly> days, AttributeSteps? steps,
        Action<int, int, Figure> put, Func<int, int, Figure> empty)
    {
        Tally[] totals = steps is null ? _evaluator.Totals(bound, window, days) : [];
        var by = steps is null ? null : _evaluator.By(bound, window, days, steps);
        var (over, note) = bound.Over is null ? (null, "") : _divisors.Of(bound.Over, bound, window, days, steps);
        for (var m = 0; m < (steps?.Codes.Count ?? 1); m++)
        {
            for (var d = 0; d < days.Count; d++)
            {
                var figure = empty(m, d) with { Tally = by is null ? totals[d] : by[m, d], Note = note };
                put(m, d, bound.Show != Show.Median ? Showing.Of(definition, bound, figure, over?[m][d])
                    : definition.Censored ? Showing.Without(figure, null, NoValue.NotComputable, "a median that counts unfinished cases is not worked out in this version")
                    : Showing.Median(figure, Values(bound, window, days[d], steps, m)));
            }
        }
    }

    private IEnumerable<long> Values(BoundIndicator bound, Window window, DateOnly at, AttributeSteps? steps, int member) =>
        _evaluator.Cases(bound, window, at)
            .Where(c => c.Verdict == Verdict.Met && (steps is null || (c.Child >= 0 && steps.At(c.Child, (bound.Form == CaseForm.Dated ? c.Date : at).DayNumber) == member)))
            .Select(c => c.Value);

    /// <summary>The definition, or its fallback where the data holds only the latest records; with why neither serves.</summary>
    private (BoundIndicator Bound, string Because, string Note) Choose(Found found, Window window, DateOnly at)
    {
        if (found.Bound is not { } bound) return (null!, "the definition has a mistake: run definitions lint", "");
        var (because, note) = _needs.Check(bound, window, at, false);
        if (because.Length == 0 || found.Variant.Length > 0 || found.Entry.Fallback is not { } fallback) return (bound, because, note);
        var (still, other) = _needs.Check(fallback, window, at, true);
        if (still.Length > 0) return (bound, because, "");
        var label = found.Entry.Definition.FallbackLabel;
        return (fallback, "", Joined($"{(label.Length > 0 ? label : "Worked out from the latest records alone")}: {because}.", other));
    }

    /// <summary>Each member of a split as the definition with one condition more; the first that holds is the member.</summary>
    private List<Figure> BySplit(Found found, BoundSplit split, Window window, DateOnly at)
    {
        var figures = new List<Figure>();
        Node? before = null;
        foreach (var (name, when) in SplitConditions(split))
        {
            var only = before is null ? when : new And(new Not(before), when);
            before = before is null ? when : new Or(before, when);
            var (bound, because, note) = Choose(found, window, at);
            var figure = Empty(found, window, at, name);
            if (because.Length > 0) figures.Add(Showing.Without(figure, null, NoValue.NotComputable, because));
            else
            {
                var part = bound with { Where = bound.Where is null ? only : new And(bound.Where, only) };
                Compute(found.Entry.Definition, part, window, [at], null, (_, _, made) => figures.Add(made with { Note = Joined(note, made.Note) }), (_, _) => figure);
            }
        }
        return figures;
    }

    private IEnumerable<(string Name, Node When)> SplitConditions(BoundSplit split)
    {
        foreach (var member in split.Members) yield return (member.Name, member.When);
        if (split.By is not { } by) yield break;
        foreach (var band in split.Bands)
        {
            Node from = new Compare(Comparison.GreaterOrEqual, by, new Constant(ValueKind.Number, band.From * 1000));
            yield return (band.Name, band.To is { } to ? new And(from, new Compare(Comparison.Less, by, new Constant(ValueKind.Number, (to + 1) * 1000))) : from);
        }
        if (split.Bands.Count > 0 || by.CodeList.Length == 0) yield break;
        var codes = _journeys.Codes[by.CodeList];
        for (var c = 0; c < codes.Entries.Count; c++) yield return (codes.Entries[c].Code, new Compare(Comparison.Equal, by, new Constant(ValueKind.Code, c) { CodeList = by.CodeList }));
    }

    private static Figure Empty(Found found, Window window, DateOnly day, string member)
    {
        var (first, last) = Windows.Range(window, day);
        return new Figure(found.Entry.Definition.Id, found.Variant, window, first, last, member, null, null, null, null, "", "", default);
    }

    private static string Joined(string a, string b) => a.Length == 0 ? b : b.Length == 0 ? a : $"{a} {b}";
}
