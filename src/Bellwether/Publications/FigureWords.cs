using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;

namespace Bellwether.Publications;

/// <summary>Figures in the words that pages and papers share. Nothing is computed here that is not on the figure already.</summary>
public static class FigureWords
{
    /// <summary>The unit of charts: per cent, or none where the title says it.</summary>
    public static string Unit(Shape shape) => shape.Show == Show.Percentage ? "%" : "";

    /// <summary>The unit in words for a subtitle.</summary>
    public static string UnitWords(Shape shape) => shape.Show switch
    {
        Show.Percentage => "per cent",
        Show.Rate => "rate per 10,000",
        Show.Mean => "mean",
        Show.Median => "median",
        Show.Ratio => "average",
        _ => "number",
    };

    /// <summary>The value as printed, or "no figure": the reason stands in the rating.</summary>
    public static string Value(Figure figure, Shape shape) => figure.Value is { } v ? BandWords.Number(v, shape) : "no figure";

    /// <summary>"1,927 of 2,461"; empty where counts are not known.</summary>
    public static string Counts(Figure figure) => (figure.Numerator, figure.Denominator) switch
    {
        ({ } n, { } d) => $"{BandWords.Plain(n)} of {BandWords.Plain(d)}",
        _ => "",
    };

    /// <summary>How many cases have a verdict that can't be told, and how many records might be cases and are not counted; empty where there are none.</summary>
    public static string Untold(Figure figure)
    {
        var (unknown, unclear) = (figure.Tally.Unknown, figure.Tally.Unclear);
        var verdicts = unknown == 0 ? "" : $"{EnglishText.Count(unknown, "case whose record doesn’t", "cases whose records don’t")} say whether it was met.";
        var cases = unclear == 0 ? "" : $"{EnglishText.Count(unclear, "record does not", "records do not")} say whether it is a case; not counted.";
        return $"{verdicts} {cases}".Trim();
    }

    /// <summary>"12 days over", "due on the data date", "1 day left": days after the due date, below 0 before it.</summary>
    public static string DaysOver(int over) => over switch
    {
        0 => "due on the data date",
        1 => "1 day over",
        -1 => "1 day left",
        > 0 => string.Create(CultureInfo.InvariantCulture, $"{over:N0} days over"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{-over:N0} days left"),
    };

    /// <summary>"42 more reach Amber", "0.7 from Amber" where cases are not known; empty when Green or not rated.</summary>
    public static string NextBand(Judgement judgement, Shape shape)
    {
        if (judgement.ToNextBand is not { } next) return "";
        if (next.Cases is { } cases) return string.Create(CultureInfo.InvariantCulture, $"{cases:N0} {(shape.Better == Indicators.Definitions.Better.Higher ? "more" : "fewer")} {(cases == 1 ? "reaches" : "reach")} {next.Band}");
        return $"{ChartWords.Figure(next.Points, "", Math.Max(1, shape.Decimals))}{(shape.Show == Show.Percentage ? " points" : "")} from {next.Band}";
    }

    /// <summary>"90%", "none".</summary>
    public static string Target(Target? target, Shape shape) => target is null ? "none" : BandWords.Edge(target.Value, shape);

    /// <summary>"Higher", "Lower", "Neither".</summary>
    public static string Better(Better better) => better switch
    {
        Indicators.Definitions.Better.Higher => "Higher",
        Indicators.Definitions.Better.Lower => "Lower",
        _ => "Neither",
    };

    /// <summary>"−2.6 points": change from the month before in the unit shown; "not known" where either month has no figure.</summary>
    public static string Change(decimal? change, Shape shape)
    {
        if (change is not { } by) return "not known";
        var decimals = shape.Show == Show.Percentage ? Math.Max(1, shape.Decimals) : shape.Decimals;
        var size = EnglishText.Signed(by, decimals);
        return size == "0" ? "no change" : size + (shape.Show == Show.Percentage ? " points" : "");
    }

    /// <summary>"better" or "worse"; empty without a change that prints, or where neither way is better.</summary>
    public static string Way(decimal? change, Shape shape) => (Change(change, shape) is "no change" ? 0 : change, shape.Better) switch
    {
        (null or 0, _) or (_, Indicators.Definitions.Better.Neutral) => "",
        ( > 0, Indicators.Definitions.Better.Higher) or ( < 0, Indicators.Definitions.Better.Lower) => "better",
        _ => "worse",
    };

    /// <summary>A verdict in a word: "met", "not met", "unknown", "running", "not a case".</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="isCount">The definition counts bad things and has nothing to meet: each is a "case".</param>
    public static string Word(Verdict verdict, bool isCount = false) => verdict switch
    {
        Verdict.Met => isCount ? "case" : "met",
        Verdict.NotMet => "not met",
        Verdict.Unknown => "unknown",
        Verdict.Running => "running",
        _ => "not a case",
    };

    /// <summary>"Red", "Not rated".</summary>
    public static string Word(Rating? rating) => rating?.ToString() ?? "Not rated";

    /// <summary>A window's name for readers: "Rolling 12 months".</summary>
    public static string WindowName(Window window) => window switch
    {
        Window.Snapshot => "Snapshot",
        Window.Week => "Week",
        Window.Month => "Month",
        Window.Quarter => "Quarter",
        Window.YearToDate => "Year to date",
        Window.Rolling12 => "Rolling 12 months",
        Window.FinancialYear => "Financial year",
        _ => "Rolling three years",
    };
}
