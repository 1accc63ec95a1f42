using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>What the run of months says: direction, usual range, least and most, what happened meanwhile.</summary>
internal static class OverTimeOpinions
{
    /// <summary>Years looked back for the highest and lowest ever.</summary>
    private const int PeakMonths = 120;

    public static IEnumerable<Opinion> Of(Performance performance, Found found, FilledRow row, FilledRow monthly, Window window)
    {
        var shown = SeriesPoint.Of(row.Trend);
        // A target of a year's count says nothing of a month's; a share or a mean compares over any stretch.
        var target = row.Window == window || row.Shape.Show is Show.Percentage or Show.Mean or Show.Ratio or Show.Median ? SecondOpinions.Target(row) : null;
        var points = performance.Commitments.ChangePoints.Of(row.Definition);
        var rebase = points.LastOrDefault(p => p.Rebase && Month.Of(p.On) <= row.Now.Month);
        var single = SeriesPoint.Of(monthly.Trend).Where(p => rebase is null || p.Month >= Month.Of(rebase.On)).ToList();
        var variation = Variation.Of(single, window, row.Shape, target);
        var direction = DirectionOfTravel.Of(shown, row.Shape.Better);
        yield return new Opinion("Direction of travel", OpinionWords.Direction(direction, row.Shape, row.Window is not (Window.Month or Window.Week or Window.Snapshot)),
            direction.Value is { } d ? new Dictionary<string, object?> { ["direction"] = d.Direction, ["slope"] = d.Slope, ["standard_error"] = d.StandardError, ["points"] = d.Points } : null);
        var from = rebase is null ? "" : $" Worked out anew from {Month.Of(rebase.On).Label}: {rebase.Words.TrimEnd('.')}.";
        yield return new Opinion("Variation", OpinionWords.Variation(variation, row.Shape, window) + from, variation.Value is { } v ? new Dictionary<string, object?>
        {
            ["kind"] = v.Kind,
            ["rule"] = v.Signal.Rule,
            ["mean"] = v.Latest.Mean,
            ["lower"] = v.Latest.Lower,
            ["upper"] = v.Latest.Upper,
            ["points"] = v.Points.Count,
            ["trial"] = v.IsTrial,
            ["rebased_on"] = rebase?.On,
            ["assurance"] = v.Assurance,
        } : null);
        yield return new Opinion("As it runs", OpinionWords.Assurance(variation, row.Shape, target));
        yield return new Opinion("Range", OpinionWords.Range(SeriesRange.Of(shown), row.Shape), Numbers(SeriesRange.Of(shown)));
        if (Ever(performance, found, row) is { } ever) yield return ever;
        var within = points.Where(p => row.Trend.Any(t => t.Month == Month.Of(p.On))).ToList();
        yield return new Opinion("What happened", string.Join(". ", within.Select(ChangePoints.Sentence)) + (within.Count > 0 ? "." : ""));
    }

    /// <summary>The highest and lowest known, values files included; nothing where the chart holds them.</summary>
    private static Opinion? Ever(Performance performance, Found found, FilledRow row)
    {
        var computed = SeriesPoint.Of(performance.Row(found, row.Now.Month, PeakMonths, row.Window).Trend);
        var earlier = performance.Keyed.UpTo(found, row.Now.Figure.Last).Where(k => computed.All(c => c.Month != k.Month));
        var all = earlier.Concat(computed).OrderBy(p => p.Month).ToList();
        if (SeriesRange.Of(all) is not { Value: { } range } || range.HighestIn.Concat(range.LowestIn).All(m => m >= row.Trend[0].Month)) return null;
        return new Opinion("Ever", $"Since {all[0].Month.Label}: {Lowered(OpinionWords.Range(range, row.Shape))}", Numbers(range));
    }

    private static Dictionary<string, object?>? Numbers(Answer<SeriesRange> range) => range.Value is not { } r ? null : new()
    {
        ["lowest"] = r.Lowest,
        ["lowest_in"] = r.LowestIn.Select(m => m.ToString()).ToList(),
        ["highest"] = r.Highest,
        ["highest_in"] = r.HighestIn.Select(m => m.ToString()).ToList(),
    };

    private static string Lowered(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
