using Bellwether.Scorecards;

namespace Bellwether.Publications.Packs;

/// <summary>Which indicators a rule picks out as exceptions, and why, in words.</summary>
public static class ExceptionFinder
{
    /// <summary>Why a line is an exception by a rule; empty where it is not.</summary>
    public static string Why(FilledRow row, ExceptionRule rule)
    {
        var (now, before) = (row.Now.Judgement.Rating, row.Before?.Judgement.Rating);
        return rule switch
        {
            ExceptionRule.Red when now == Rating.Red => "Red",
            ExceptionRule.NewlyRed when now == Rating.Red && before is not (null or Rating.Red) => $"newly Red: was {before} in {row.Before!.Month.Label}",
            ExceptionRule.TwoAmbers when now == Rating.Amber && before == Rating.Amber => "Amber for two months in a row",
            ExceptionRule.ThreeDeclines when Declines(row) >= 3 => "worse in each of the last three months",
            _ => "",
        };
    }

    /// <summary>Why a line is an exception by any of the rules, every reason once; empty where it is none.</summary>
    public static string Why(FilledRow row, IReadOnlyList<ExceptionRule> rules)
    {
        var reasons = rules.Select(rule => Why(row, rule)).Where(w => w.Length > 0).ToList();
        if (reasons.Find(r => r.StartsWith("newly", StringComparison.Ordinal)) is { } newly) reasons = [newly, .. reasons.Where(r => r != newly && r != "Red")];
        return string.Join("; ", reasons);
    }

    /// <summary>How many months in a row, up to the last, are each worse than the one before; a month without a figure ends the run.</summary>
    private static int Declines(FilledRow row)
    {
        var run = 0;
        for (var m = row.Trend.Count - 1; m > 0; m--)
        {
            if (FigureWords.Way(row.Trend[m].Figure.Value - row.Trend[m - 1].Figure.Value, row.Shape) != "worse") break;
            run++;
        }
        return run;
    }
}
