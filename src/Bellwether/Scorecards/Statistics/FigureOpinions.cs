using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>What can be said of one figure by itself: how sure, how much one case weighs, what it adds up to, what contradicts it.</summary>
internal static class FigureOpinions
{
    private static readonly string[] OtherBase = ["cases", "where", "also", "per", "over"];

    public static IEnumerable<Opinion> Of(Performance performance, Found found, FilledRow row)
    {
        var (figure, shape, target) = (row.Now.Figure, row.Shape, SecondOpinions.Target(row));
        foreach (var contradiction in performance.Keyed.Contradictions(found, figure)) yield return new Opinion("Values files", contradiction);
        if (figure.Value is not { } value) yield break;
        if (row.TargetChanged.Length > 0) yield return new Opinion("Target changed", row.TargetChanged);
        if (target is { } goal) yield return Against(value, goal, shape);
        Answer<Interval>? interval = (shape.Show, figure.Numerator, figure.Denominator) switch
        {
            (Show.Percentage, { } n, { } d) => Intervals.Wilson(n, d),
            (Show.Rate, { } n, _) => Intervals.Rate(value, n),
            (Show.Count, _, _) => Intervals.Count(value),
            _ => null,
        };
        if (interval is not null)
            yield return new Opinion("How sure", OpinionWords.Interval(interval, shape, target), interval.Value is not { } i ? null
                : new Dictionary<string, object?> { ["low"] = i.Low, ["high"] = i.High, ["percent"] = i.Percent, ["method"] = i.Method });
        if (shape.Show == Show.Percentage && figure.Denominator is { } cases && SmallNumbers.Note(cases, Unit(found)) is { Length: > 0 } note)
            yield return new Opinion("Small numbers", $"Of {BandWords.Plain(cases)}, {note}.", new Dictionary<string, object?> { ["points_each"] = SmallNumbers.PointsEach(cases) });
        foreach (var line in OnOneBase(performance, found, row)) yield return line;
        if (TwoYears(performance, found, row) is { } two) yield return two;
        foreach (var group in NeverACase(performance, found, row)) yield return group;
    }

    /// <summary>"503.6 is better than the target of 543.7, by 40.1: lower is better."</summary>
    private static Opinion Against(decimal value, decimal goal, Shape shape)
    {
        var by = shape.Better == Better.Higher ? value - goal : goal - value;
        var decimals = Math.Max(shape.Decimals, shape.Show == Show.Count ? 0 : 1);
        var size = EnglishText.Number(Math.Abs(by), decimals);
        var words = by == 0 ? $"{BandWords.Number(value, shape)} is the target." : $"{BandWords.Number(value, shape)} is {(by > 0 ? "better" : "worse")} than the target of {BandWords.Edge(goal, shape)}, "
            + $"by {size}{(shape.Show == Show.Percentage ? " percentage points" : "")}: {shape.Better.ToString().ToLowerInvariant()} is better.";
        return new Opinion("Against the target", words, new Dictionary<string, object?> { ["better_by"] = by });
    }

    /// <summary>"73.2% + 16.5% = 89.7%": a variant that asks for less of the same cases holds those the definition counts and some more.</summary>
    private static IEnumerable<Opinion> OnOneBase(Performance performance, Found found, FilledRow row)
    {
        if (found.Variant.Length > 0 || row.Shape.Show != Show.Percentage || row.Now.Figure.Value is not { } own) yield break;
        foreach (var variant in performance.Variants(found, row.Now.Figure.Last, row.Window))
        {
            var written = row.Definition.Variants.First(v => v.Name == variant.Name).Written;
            var (figure, shape) = (variant.Rated.Figure, Performance.ShapeOf(found with { Variant = variant.Name }));
            if (OtherBase.Any(written.ContainsKey) || shape.Show != Show.Percentage || figure.Value is not { } wider || wider <= own || figure.Denominator != row.Now.Figure.Denominator) continue;
            var rest = row.Now.Figure with { Value = wider - own, Numerator = figure.Numerator - row.Now.Figure.Numerator };
            if (Complementary.Sum([row.Now.Figure, rest], shape.Decimals) is { Value: { } sum })
                yield return new Opinion("On the same cases", $"{variant.Title}: {sum}.", new Dictionary<string, object?> { ["variant"] = variant.Name, ["more"] = wider - own, ["total"] = wider });
        }
    }

    /// <summary>Year to date beside the rolling year, and the months that make them differ.</summary>
    private static Opinion? TwoYears(Performance performance, Found found, FilledRow row)
    {
        var windows = row.Definition.Windows;
        if (row.Shape.Show is not Show.Percentage || !windows.Contains(Window.YearToDate) || !windows.Contains(Window.Rolling12) || row.Now.Figure.IsKeyed) return null;
        var year = performance.At(found, row.Now.Figure.Last, Window.YearToDate).Figure;
        var rolling = performance.At(found, row.Now.Figure.Last, Window.Rolling12).Figure;
        if ((year.Value, rolling.Value) is not ({ } y, { } r) || year.First == rolling.First || rolling.Denominator - year.Denominator is not (> 0 and var others)) return null;
        var before = 100 * (rolling.Numerator - year.Numerator) / others;
        var span = $"{Month.Of(rolling.First).Label} to {Month.Of(year.First).Add(-1).Label}";
        var words = $"Year to date {BandWords.Number(y, row.Shape)} ({BandWords.Plain(year.Numerator!.Value)} of {BandWords.Plain(year.Denominator!.Value)}), rolling 12 months {BandWords.Number(r, row.Shape)} "
            + $"({BandWords.Plain(rolling.Numerator!.Value)} of {BandWords.Plain(rolling.Denominator!.Value)}). The rolling year also holds {span}, at {BandWords.Number(before!.Value, row.Shape)}: "
            + (y == r ? "no better and no worse." : $"that is what {(r < y ? "holds it down" : "holds it up")}.");
        return new Opinion("Year to date and rolling year", words, new Dictionary<string, object?> { ["year_to_date"] = y, ["rolling_12"] = r, ["months_before"] = before });
    }

    /// <summary>Groups with a target of their own, such as none without a worker among children on a protection plan.</summary>
    private static IEnumerable<Opinion> NeverACase(Performance performance, Found found, FilledRow row)
    {
        var day = row.Now.Figure.Last;
        foreach (var target in performance.Commitments.Targets.Of(row.Definition.Id).Where(t => t.IsInForceOn(day) && t.Area.Contains(':', StringComparison.Ordinal)))
        {
            var (breakdown, member) = (target.Area.Split(':')[0], target.Area.Split(':')[1]);
            var line = performance.By(found, breakdown, day, row.Window).FirstOrDefault(l => l.Code == member);
            var value = line?.Rated.Figure.Value ?? performance.Keyed.At(found, target.Area, day);
            var label = line?.Label ?? member;
            if (value is not { } v) yield return new Opinion(label, $"No figure for this group, whose target is {BandWords.Edge(target.Value, row.Shape)}.");
            else
            {
                var met = row.Shape.Better == Better.Higher ? v >= target.Value : v <= target.Value;
                yield return new Opinion(label, $"{BandWords.Number(v, row.Shape)} against a target of {BandWords.Edge(target.Value, row.Shape)} for this group: {(met ? "kept" : "not kept")}.",
                    new Dictionary<string, object?> { ["area"] = target.Area, ["value"] = v, ["target"] = target.Value, ["kept"] = met });
            }
        }
    }

    private static string Unit(Found found) => found.Bound!.Kind.Name switch { "care_periods" or "persons" => "child", "cp_plans" or "cin_plans" => "plan", _ => "case" };
}
