using Bellwether.Calendar;
using Bellwether.Indicators.Language;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Works out bound indicators over one set of journeys by verdict timelines: each case's verdict as stretches of days, made by interval
/// operators over blocks of cases, from which the figure for any window, any breakdown, the list of cases and the worklist are read.
/// Not for use from two threads at once.
/// </summary>
public sealed class FastEvaluator
{
    private readonly Func<string, DateOnly, Limit?> _timescale;
    private readonly Journeys.Journeys _journeys;
    private readonly LookUps _lookUps;
    private readonly List<Scratch> _scratches = [new()];
    private readonly IReadOnlyDictionary<string, Timescale> _timescales;
    private readonly IReadOnlyList<BoundClock> _clocks;
    private Places? _places;
    private readonly Dictionary<string, AttributeSteps> _combined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChildSplit> _childSplits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, World> _worlds = new(StringComparer.Ordinal);

    /// <summary>Evaluates over journeys; clocks are run when first asked about, once for each set of limits that variants swap.</summary>
    /// <param name="journeys">The records.</param>
    /// <param name="timescales">Timescales by id; a case that needs a row which isn't there is unknown.</param>
    /// <param name="clocks">The clocks.</param>
    public FastEvaluator(Journeys.Journeys journeys, IReadOnlyDictionary<string, Timescale> timescales, IReadOnlyList<BoundClock> clocks)
        : this(journeys, (id, day) => timescales[id].LimitOn(day)) => (_timescales, _clocks) = (timescales, clocks);

    /// <summary>Evaluates over journeys whose clocks have been run.</summary>
    /// <param name="journeys">The records.</param>
    /// <param name="timescale">The limit of a timescale in force on a day; null where it has no row then: the case is unknown.</param>
    public FastEvaluator(Journeys.Journeys journeys, Func<string, DateOnly, Limit?> timescale)
    {
        (_journeys, _timescale, _timescales, _clocks) = (journeys, timescale, new Dictionary<string, Timescale>(), []);
        _lookUps = new LookUps(journeys);
    }

    /// <summary>How many threads may share a count; what they find is the same whatever their number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How many rows a thread must have to be worth starting.</summary>
    internal int LeastRows { get; init; } = 2048;

    /// <summary>The journeys as an indicator sees them, its clocks' turns included: for lists that show records.</summary>
    public Journeys.Journeys JourneysFor(BoundIndicator indicator) => WorldOf(indicator).For(indicator);

    /// <summary>The counts for each day asked, in that order. A window's last day is the day asked.</summary>
    public Tally[] Totals(BoundIndicator indicator, Window window, IReadOnlyList<DateOnly> lastDays) => Count(indicator, window, lastDays, [Cut.Whole])[0][0];

    /// <summary>
    /// The counts by member of a breakdown, <c>[member, day]</c>; members sum to the total. By team, a record's own team decides where it
    /// has one, else the child's as at the day; a dated case is read at its date.
    /// </summary>
    public Tally[,] By(BoundIndicator indicator, Window window, IReadOnlyList<DateOnly> lastDays, AttributeSteps breakdown)
    {
        var counts = Count(indicator, window, lastDays, [Cut.Of(breakdown)])[0];
        var result = new Tally[counts.Length, lastDays.Count];
        for (var m = 0; m < counts.Length; m++)
            for (var d = 0; d < lastDays.Count; d++) result[m, d] = counts[m][d];
        return result;
    }

    /// <summary>The cases behind a figure: every case (or deciding case of a child) in the window that ends at a day, with its verdict.</summary>
    public IReadOnlyList<CaseRow> Cases(BoundIndicator indicator, Window window, DateOnly at) =>
        new CaseLists(Pass(indicator, window, Spans.Ever), _lookUps).At(at.DayNumber);

    /// <summary>
    /// Cases not met at the close of the data date, and those met or running that turn to not met within so many days when nothing new
    /// is recorded; for a definition without <c>met</c>, the cases there are and those that will be. Of a dated definition, the cases
    /// still running that are not met yet and whose limit ends within those days; one whose limit is out has settled. Soonest due first.
    /// </summary>
    public IReadOnlyList<CaseRow> Worklist(BoundIndicator indicator, DateOnly dataDate, int withinDays)
    {
        if (indicator.Form != CaseForm.Dated)
            return new CaseLists(Pass(indicator, Window.Snapshot, dataDate.DayNumber), _lookUps).Worklist(dataDate.DayNumber, withinDays);
        var asFound = indicator with { RunningAsFound = true, Per = Per.Record };
        return new CaseLists(Pass(asFound, Window.Snapshot, dataDate.DayNumber), _lookUps).StillRunning(dataDate.DayNumber, withinDays);
    }

    /// <summary>
    /// The verdicts on one record in order of time, <c>[From, To)</c> in day numbers; days on which it is no case are left out. A dated
    /// record's verdict runs from the day it counts on. To is <see cref="int.MaxValue"/> where nothing recorded ends it.
    /// </summary>
    public IReadOnlyList<(int From, int To, Verdict Verdict)> Timeline(BoundIndicator indicator, int row) =>
        new CaseLists(Pass(indicator with { Per = Per.Record }, Window.Snapshot, Spans.Ever), _lookUps).Timeline(row);

    /// <summary>The counts of one pass, cut several ways: <c>[cut][member][day]</c>.</summary>
    internal Tally[][][] Count(BoundIndicator indicator, Window window, IReadOnlyList<DateOnly> lastDays, IReadOnlyList<Cut> cuts)
    {
        if (lastDays.Count > 1 && Asked(indicator, lastDays[0]) >= 0) return OneByOne(indicator, window, lastDays, cuts);
        if (cuts.Any(c => c.Split is { } by && (indicator.Per != Per.Record || Splitting.IsOfSet(by))))
            return [.. cuts.Select(cut => cut.Split is { } split ? BySplit(indicator, split, window, lastDays) : Count(indicator, window, lastDays, [cut])[0])];
        return Tallied(indicator, window, lastDays, cuts, lastDays.Count == 1 ? Asked(indicator, lastDays[0]) : -1);
    }

    /// <summary>
    /// Where a child is counted, a member's condition chooses the cases that may decide for it, and under a set of codes a case stands under
    /// several: there each member is a count of its own.
    /// </summary>
    private Tally[][] BySplit(BoundIndicator indicator, BoundSplit split, Window window, IReadOnlyList<DateOnly> lastDays) =>
        [.. Splitting.Members(split, _journeys).Select(member => Count(Splitting.With(indicator, member.When), window, lastDays, [Cut.Whole])[0][0])];

    /// <summary>The day a dated definition that says "in window" must be told; -1 for others.</summary>
    private static int Asked(BoundIndicator indicator, DateOnly day) => indicator.Form == CaseForm.Dated && SaysInWindow(indicator) ? day.DayNumber : -1;

    /// <summary>
    /// How many different values of a field there are among the cases (workers of open allocations), cut several ways: one that is there under
    /// two members counts in both, and once in the total.
    /// </summary>
    internal long[][][] Distinct(BoundIndicator indicator, Node of, Window window, IReadOnlyList<DateOnly> lastDays, IReadOnlyList<Cut> cuts)
    {
        var places = PlacesOf(lastDays);
        var joint = Joint.Of(cuts, indicator.Kind, Combined);
        return Counts(joint, Run(indicator, window, -1, places, joint.Counted, (_, members) => new Different(of, members, places)));
    }

    /// <summary>The counts of cases with what <see cref="Distinct"/> finds among them, from one pass; for cases of a record each, all of them met.</summary>
    internal (Tally[][][] Cases, long[][][] Different) CountWith(Node of, BoundIndicator indicator, Window window, IReadOnlyList<DateOnly> lastDays, IReadOnlyList<Cut> cuts)
    {
        var places = PlacesOf(lastDays);
        var joint = Joint.Of(cuts, indicator.Kind, Combined);
        var counted = Run(indicator, window, -1, places, joint.Counted, (pass, members) => new Both<Tallies, Different>(new(pass, places, members), new(of, members, places)));
        return (Tallied(joint, counted.ConvertAll(own => Array.ConvertAll(own, both => both.First))), Counts(joint, counted.ConvertAll(own => Array.ConvertAll(own, both => both.Second))));
    }

    /// <summary>What each case met is worth, <c>[member][day]</c>, in thousandths.</summary>
    internal List<long>[][] Values(BoundIndicator indicator, Window window, IReadOnlyList<DateOnly> lastDays, Cut cut)
    {
        var places = PlacesOf(lastDays);
        var of = 0;
        var counted = Run(indicator, window, lastDays.Count == 1 ? Asked(indicator, lastDays[0]) : -1, places, [cut], (pass, members) => new Worths(pass, places, of = members));
        return Worths.Of([.. counted.Select(own => own[0])], of, places);
    }

    private Tally[][][] Tallied(BoundIndicator indicator, Window window, IReadOnlyList<DateOnly> lastDays, IReadOnlyList<Cut> cuts, int asked)
    {
        var places = PlacesOf(lastDays);
        var joint = Joint.Of(cuts, indicator.Kind, Combined);
        return Tallied(joint, Run(indicator, window, asked, places, joint.Counted, (pass, members) => new Tallies(pass, places, members)));
    }

    private static Tally[][][] Tallied(Joint joint, List<Tallies[]> counted)
    {
        foreach (var other in counted.Skip(1))
            for (var c = 0; c < counted[0].Length; c++) counted[0][c].Add(other[c]);
        return Array.ConvertAll(joint.Of(counted[0], static (own, members, memberOf) => own.Summed(members, memberOf)), tallies => tallies.All());
    }

    private static long[][][] Counts(Joint joint, List<Different[]> counted)
    {
        foreach (var other in counted.Skip(1))
            for (var c = 0; c < counted[0].Length; c++) counted[0][c].Add(other[c]);
        return Array.ConvertAll(joint.Of(counted[0], static (own, members, memberOf) => own.Merged(members, memberOf)), different => different.Counts());
    }

    /// <summary>One pass over the cases, shared among threads; what each thread counted, by cut.</summary>
    private List<T[]> Run<T>(BoundIndicator indicator, Window window, int asked, Places places, IReadOnlyList<Cut> cuts, Func<Pass, int, T> make)
        where T : Counter
    {
        _lookUps.Prepare(indicator);
        var shares = new Shares(JourneysFor(indicator).Rows(indicator.Kind.Name), Threads, LeastRows);
        var splits = new ChildSplit?[cuts.Count];
        var shared = shares.Run(
            thread =>
            {
                var pass = Pass(indicator, window, Spans.Ever, thread);
                pass.Asked = asked;
                var (counters, sinks) = (new T[cuts.Count], new Sink[cuts.Count]);
                for (var c = 0; c < cuts.Count; c++)
                {
                    var axes = Axes(pass, cuts[c], places, thread == 0, ref splits[c]);
                    var members = 1;
                    foreach (var axis in axes) members *= axis.Count;
                    counters[c] = make(pass, members);
                    sinks[c] = new Sink(axes, counters[c]);
                }
                return new OfThread<T>(new Scatter(pass, sinks, places), counters);
            },
            (own, from, to) => own.Scatter.Run(from, to));
        return shared.ConvertAll(own => own.Counters);
    }

    private sealed record OfThread<T>(Scatter Scatter, T[] Counters);

    private List<Axis> Axes(Pass pass, Cut cut, Places places, bool isFirst, ref ChildSplit? ofChild)
    {
        var axes = new List<Axis>();
        if (cut.By is not null) axes.Add(new AttributeAxis(pass, _lookUps, places, cut.By, -1));
        if (cut.And is not null) axes.Add(new AttributeAxis(pass, _lookUps, places, cut.And, -1));
        if (cut.Where is not null) axes.Add(new AttributeAxis(pass, _lookUps, places, cut.Where, cut.WhereMember));
        if (cut.Listed is not null) axes.Add(new AttributeAxis(pass, _lookUps, places, cut.Listed, 0));
        if (cut.Split is not { } split) return axes;
        var conditions = Splitting.Ladder(split, _journeys).Select(c => c.When).ToList();
        if (isFirst) ofChild = ChildSplit.Of(pass, conditions, _childSplits);     // made once, then read by every thread
        axes.Add(ofChild is null ? new ConditionAxis(pass, conditions, places) : new ChildSplitAxis(pass, ofChild, conditions.Count, places));
        return axes;
    }

    /// <summary>The days asked; most often they are those asked before.</summary>
    private Places PlacesOf(IReadOnlyList<DateOnly> days)
    {
        if (_places is null || !_places.Are(days)) _places = new Places(days);
        return _places;
    }

    private AttributeSteps Combined(IReadOnlyList<AttributeSteps> attributes)
    {
        var key = string.Join(',', attributes.Select(a => a.Name));
        if (!_combined.TryGetValue(key, out var made)) _combined.Add(key, made = Joint.Combine(attributes));
        return made;
    }

    private Tally[][][] OneByOne(BoundIndicator indicator, Window window, IReadOnlyList<DateOnly> lastDays, IReadOnlyList<Cut> cuts)
    {
        var days = lastDays.Select(day => Count(indicator, window, [day], cuts)).ToList();
        return [.. Enumerable.Range(0, days.Count == 0 ? 0 : cuts.Count)
            .Select(c => Enumerable.Range(0, days[0][c].Length).Select(m => days.Select(d => d[c][m][0]).ToArray()).ToArray())];
    }

    private static bool SaysInWindow(BoundIndicator indicator) =>
        TreeWalk.All(indicator.Where).Concat(TreeWalk.All(indicator.Met)).Concat(TreeWalk.All(indicator.Value))
            .Any(n => n is Aggregate { Records.When: When.InWindow or When.OpenInWindow });

    private Pass Pass(BoundIndicator indicator, Window window, int cutoff, int thread = 0) =>
        new(JourneysFor(indicator), _lookUps, WorldOf(indicator).Tables, indicator, window, Math.Min(_journeys.DataDate.DayNumber, cutoff), cutoff, ScratchOf(thread));

    private Scratch ScratchOf(int thread)
    {
        while (_scratches.Count <= thread) _scratches.Add(new Scratch());
        return _scratches[thread];
    }

    private World WorldOf(BoundIndicator indicator)
    {
        var key = indicator.Limits.Count == 0 ? "" : string.Join(';', indicator.Limits.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
        if (!_worlds.TryGetValue(key, out var world))
            _worlds.Add(key, world = new World(_journeys, _lookUps, new DayTables(_timescale, indicator.Limits), indicator.Limits, _timescales, _clocks, _scratches[0]));
        return world;
    }
}
