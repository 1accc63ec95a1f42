using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Engine;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators;

/// <summary>
/// Brings figures up to date by the children whose records changed, without a look at the others. Counts are sums over cases, so what those
/// children counted before is taken away and what they count now is added. Both states must speak for the same data date, and differ in
/// records of children alone.
/// </summary>
/// <param name="changed">Figures over the children that changed, as they were and as they are; of one catalogue.</param>
/// <param name="around">
/// The same over the children named by <see cref="Around"/>: asked only where workers divide the cases, and null where there are too many to look at.
/// </param>
public sealed class Recount((Figures Was, Figures Now) changed, Lazy<(Figures Was, Figures Now)?> around)
{
    /// <summary>
    /// The children whose records it takes: those that changed, and all who share a worker with them, before or now, so that workers among
    /// the cases are still counted once each.
    /// </summary>
    /// <param name="before">Every child as before.</param>
    /// <param name="changed">The changed children alone, as they are now.</param>
    /// <param name="children">Ids of the changed children.</param>
    public static IReadOnlySet<string> Around(Journeys.Journeys before, Journeys.Journeys changed, IReadOnlySet<string> children)
    {
        var (isLookedAt, workers) = (new bool[before.ChildIds.Count], new HashSet<string>(StringComparer.Ordinal));
        foreach (var child in before.Children(children)) isLookedAt[child] = true;
        foreach (var (of, worker) in Holding(before))
            for (var r = 0; r < of.Length; r++)
                if (worker[r] >= 0 && isLookedAt[of[r]]) workers.Add(before.WorkerIds[worker[r]]);
        foreach (var (_, worker) in Holding(changed))
            foreach (var w in worker)
                if (w >= 0) workers.Add(changed.WorkerIds[w]);
        var isShared = new bool[before.WorkerIds.Count];
        for (var w = 0; w < isShared.Length; w++) isShared[w] = workers.Contains(before.WorkerIds[w]);
        foreach (var (of, worker) in Holding(before))
            for (var r = 0; r < of.Length; r++)
                if (worker[r] >= 0 && isShared[worker[r]]) isLookedAt[of[r]] = true;
        var around = new HashSet<string>(children, StringComparer.Ordinal);
        for (var c = 0; c < isLookedAt.Length; c++)
            if (isLookedAt[c]) around.Add(before.ChildIds[c]);
        return around;
    }

    /// <summary>
    /// What <see cref="Figures.Sheet"/> gives of the whole as it is now; members that nothing falls to any more stay, and a member new to the
    /// whole comes last.
    /// </summary>
    /// <param name="found">Of the catalogue of both figures.</param>
    /// <param name="window">As the sheet before was asked for, with the days and breakdowns.</param>
    /// <param name="lastDays">At least one.</param>
    /// <param name="breakdowns">Attributes or <c>split</c>.</param>
    /// <param name="before">The sheet of the whole before: <c>[breakdown][member][day]</c>, the total first.</param>
    /// <returns>
    /// Null where those children can't tell: medians, lines over a series, cases of workers or teams, divisors that are no sums, keyed
    /// figures, and figures that one of the states has no data for.
    /// </returns>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<Figure>>>? Sheet(
        Found found, Window window, IReadOnlyList<DateOnly> lastDays, IReadOnlyList<string> breakdowns, IReadOnlyList<IReadOnlyList<IReadOnlyList<Figure>>> before)
    {
        if (found.Bound is not { Line: null } bound || bound.Show == Show.Median || bound.Kind.Subject != SubjectKind.Child) return null;
        if (bound.Over is not (null or Population or WorkingYear or Constant) && !IsSum(bound.Over)) return null;
        if ((bound.Over is Aggregate { Gathering: Gathering.CountDistinct } ? around.Value : changed) is not var (was, now)) return null;
        var (gone, come) = (was.Filled(found, window, lastDays, breakdowns), now.Filled(found, window, lastDays, breakdowns));
        var sheet = new List<IReadOnlyList<IReadOnlyList<Figure>>>();
        for (var cut = 0; cut < before.Count; cut++)
        {
            var (away, added) = (ByMember(gone[cut]), ByMember(come[cut]));
            var members = new List<IReadOnlyList<Figure>>(before[cut].Count);
            foreach (var whole in before[cut])
            {
                var name = whole[0].Member;
                if (Member(found, bound, whole, away.GetValueOrDefault(name), added.GetValueOrDefault(name)) is not { } member) return null;
                members.Add(member);
                added.Remove(name);
            }
            foreach (var other in added)
            {
                if (Member(found, bound, null, away.GetValueOrDefault(other.Key), other.Value) is not { } member) return null;
                members.Add(member);
            }
            sheet.Add(members);
        }
        return sheet;
    }

    /// <summary>One member's figures; most are what they were.</summary>
    private static IReadOnlyList<Figure>? Member(Found found, BoundIndicator bound, IReadOnlyList<Figure>? whole, IReadOnlyList<Figure>? gone, IReadOnlyList<Figure>? come)
    {
        var (isSum, figures) = (IsSum(bound.Over), (Figure[]?)null);
        for (var day = 0; day < (whole ?? come)!.Count; day++)
        {
            if (whole is not null && IsSame(gone?[day], come?[day], isSum)) continue;
            if (Now(found, bound, whole?[day], gone?[day], come?[day]) is not { } figure) return null;
            (figures ??= whole is null ? new Figure[come!.Count] : [.. whole])[day] = figure;
        }
        return figures ?? whole;
    }

    private static bool IsSame(Figure? gone, Figure? come, bool isSum) =>
        (gone?.Tally ?? default) == (come?.Tally ?? default) && gone?.None == come?.None && gone?.Note == come?.Note && (!isSum || gone?.Denominator == come?.Denominator);

    private static Figure? Now(Found found, BoundIndicator bound, Figure? whole, Figure? gone, Figure? come)
    {
        var empty = (whole ?? come)!;
        if (empty.None == NoValue.NotInForce) return empty;
        foreach (var figure in new[] { whole, gone, come })
            if (figure is { IsKeyed: true } or { None: NoValue.NotComputable } || (figure is not null && (figure.Note != empty.Note || (figure.Note.Length > 0 && found.Entry.Fallbacks.Count > 0)))) return null;
        var over = IsSum(bound.Over)
            ? (whole?.Denominator ?? 0) - (gone?.Denominator ?? 0) + (come?.Denominator ?? 0)
            : empty.Denominator;
        var tally = Sum(whole?.Tally ?? default, gone?.Tally ?? default, come?.Tally ?? default);
        return Showing.Of(found.Entry.Definition, bound, tally, empty, over).In(empty, empty.Member, empty.And, tally, empty.Note);
    }

    private static Tally Sum(Tally whole, Tally gone, Tally come) => new(
        whole.Met - gone.Met + come.Met, whole.NotMet - gone.NotMet + come.NotMet, whole.Unknown - gone.Unknown + come.Unknown,
        whole.Running - gone.Running + come.Running, whole.Unclear - gone.Unclear + come.Unclear, whole.Value - gone.Value + come.Value);

    /// <summary>True for a divisor that adds up over children; different workers do too where all who share one are looked at.</summary>
    private static bool IsSum(Node? over) => over is Aggregate { Records.Kind.Subject: SubjectKind.Child } aggregate
        && (aggregate.Gathering is Gathering.Sum or Gathering.Count
            || (aggregate is { Gathering: Gathering.CountDistinct, Of: FieldOf { Field: >= 0 } of } && of.Kind.Fields[of.Field].Type == FieldType.Worker));

    private static Dictionary<string, IReadOnlyList<Figure>> ByMember(IReadOnlyList<IReadOnlyList<Figure>> members) =>
        members.ToDictionary(m => m[0].Member, StringComparer.Ordinal);

    /// <summary>Whose worker is who, in every record of a child: the child and the worker of each row, by number.</summary>
    private static IEnumerable<(int[] Child, int[] Worker)> Holding(Journeys.Journeys journeys)
    {
        foreach (var kind in journeys.Kinds.All.Where(k => k.Subject == SubjectKind.Child))
            for (var f = 0; f < kind.Fields.Count; f++)
                if (kind.Fields[f].Type == FieldType.Worker && journeys.Rows(kind.Name) is { Count: > 0 } rows) yield return (rows.Subject, rows.Field(f));
    }
}
