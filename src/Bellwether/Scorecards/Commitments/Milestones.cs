using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>One step of a phased target: so much by a day, and kept from then on.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Phase">Which step: "Phase 1".</param>
/// <param name="Set">The day it was set; months before it are not searched. Null searches every month there is.</param>
/// <param name="Due">The day it is due by.</param>
/// <param name="Value">In the unit shown.</param>
/// <param name="Reason">Why.</param>
/// <param name="Source">The paper it comes from.</param>
/// <param name="ApprovedBy">Who approved it.</param>
public sealed record Milestone(string Indicator, string Phase, DateOnly? Set, DateOnly Due, decimal Value, string Reason, string Source, string ApprovedBy);

/// <summary>How a milestone stands.</summary>
/// <param name="Milestone">Which.</param>
/// <param name="FirstMet">The first month whose figure reached it; null where none did.</param>
/// <param name="KeptSince">The month from which every figure reached it; null where the last one does not.</param>
/// <param name="Words">A sentence or two.</param>
public sealed record MilestoneState(Milestone Milestone, Month? FirstMet, Month? KeptSince, string Words)
{
    /// <summary>How it stands in a month, by the figures up to it.</summary>
    /// <param name="milestone">Which.</param>
    /// <param name="points">Months with a figure, oldest first.</param>
    /// <param name="shape">Unit and polarity; a level where neither way is better can't be reached.</param>
    /// <param name="now">The month asked.</param>
    public static MilestoneState Of(Milestone milestone, IReadOnlyList<SeriesPoint> points, Shape shape, Month now)
    {
        var goal = $"{BandWords.Edge(milestone.Value, shape)} by {Day(milestone.Due)}";
        if (shape.Better == Better.Neutral) return new(milestone, null, null, $"{goal}: neither way is better here, so nothing reaches it.");
        var seen = points.Where(p => p.Month <= now && (milestone.Set is not { } set || p.Month.Last >= set)).ToList();
        if (seen.Count == 0) return new(milestone, null, null, $"{goal}: no figure tells whether it was met.");
        bool Meets(SeriesPoint p) => shape.Better == Better.Higher ? p.Value >= milestone.Value : p.Value <= milestone.Value;
        var first = seen.FirstOrDefault(Meets)?.Month;
        var kept = seen.AsEnumerable().Reverse().TakeWhile(Meets).LastOrDefault()?.Month;
        return new(milestone, first, kept, $"{goal}: {Stands(milestone, seen, first, kept, shape, now)}");
    }

    private static string Stands(Milestone milestone, List<SeriesPoint> seen, Month? first, Month? kept, Shape shape, Month now)
    {
        var due = Month.Of(milestone.Due);
        if (first is not { } met)
        {
            var late = now.Since(due);
            var last = $"{BandWords.Number(seen[^1].Value, shape)} in {seen[^1].Month.Label}";
            return late > 0 || (late == 0 && milestone.Due <= now.Last) ? $"not met, {(late > 0 ? $"{EnglishText.Count(late, "month")} late" : "and due now")}: {last}." : $"not met yet, {EnglishText.Count(-late, "month")} left: {last}.";
        }
        // The first month there is may only be where the figures begin.
        var begins = met == seen[0].Month && milestone.Set is null ? "met in every month since the figures begin, " : "first met in ";
        var early = due.Since(met) switch { > 0 and var by => $", {EnglishText.Count(by, "month")} early", 0 => ", in the month it was due", < 0 and var by => $", {EnglishText.Count(-by, "month")} late" };
        var after = kept is not { } since ? $"; lost since: {BandWords.Number(seen[^1].Value, shape)} in {seen[^1].Month.Label}"
            : since == met ? seen[^1].Month == met ? "" : $"; kept in every month since, to {seen[^1].Month.Label}"
            : $"; lost in between and kept since {since.Label}";
        return begins.StartsWith("met", StringComparison.Ordinal) && kept == met ? $"{begins}{met.Label}, to {seen[^1].Month.Label}." : $"first met in {met.Label}{early}{after}.";
    }

    private static string Day(DateOnly day) => day == Month.Of(day).Last ? Month.Of(day).Label : EnglishDate.Format(day);
}

/// <summary>The milestones of an authority, from milestones.csv of its home.</summary>
public sealed class Milestones
{
    private readonly ILookup<string, Milestone> _byIndicator;

    private Milestones(IEnumerable<Milestone> all) => _byIndicator = all.ToLookup(m => m.Indicator, StringComparer.Ordinal);

    /// <summary>The indicator's milestones, earliest due first.</summary>
    public IReadOnlyList<Milestone> Of(string indicator) => [.. _byIndicator[indicator].OrderBy(m => m.Due)];

    /// <summary>Reads <c>indicator,phase,set,due,target,reason,source,approved_by</c>; due may be a month, which stands for its last day. A missing file is none.</summary>
    /// <exception cref="ShelfException">Two milestones of one indicator are due on one day, or a cell is not as it should be.</exception>
    public static Milestones Load(string home)
    {
        var lines = SettingsFile.Read(Path.Combine(home, "milestones.csv"), "indicator", "phase", "due", "target");
        var all = lines.Select(l => (Line: l, Milestone: new Milestone(
            l.Required("indicator"), l["phase"], l.Date("set"), Due(l), l.Number("target") ?? throw l.Wrong("target", "a number such as 100"), l["reason"], l["source"], l["approved_by"]))).ToList();
        foreach (var twice in all.GroupBy(m => (m.Milestone.Indicator, m.Milestone.Due)).Where(g => g.Count() > 1))
            throw new ShelfException(twice.Last().Line.File, twice.Last().Line.At, $"{twice.Key.Indicator} has two milestones due on {EnglishDate.Format(twice.Key.Due)}. Keep one of them.");
        return new Milestones(all.Select(m => m.Milestone));
    }

    private static DateOnly Due(SettingsLine line) => Month.TryParse(line["due"], out var month) ? month.Last
        : line.Date("due") ?? throw line.Wrong("due", "a month such as 2012-04, or a date");
}
