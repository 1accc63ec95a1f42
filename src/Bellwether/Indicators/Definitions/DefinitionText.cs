using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Definitions;

/// <summary>The data notes under an indicator, worked out from its definition and never typed.</summary>
/// <param name="Data">What the figures are based on: a window or a snapshot.</param>
/// <param name="Tolerance">Which way is good.</param>
/// <param name="Counts">What is counted, what stands above the line.</param>
/// <param name="Source">Systems; may be empty.</param>
public sealed record DefinitionNotes(string Data, string Tolerance, string Counts, string Source);

/// <summary>Sentences about definitions.</summary>
public static class DefinitionText
{
    private static readonly Limit Year = new(12, LimitUnit.Month);

    /// <summary>The data notes of a definition, for a window.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="bound">It, or the variant shown.</param>
    /// <param name="window">The window shown.</param>
    /// <param name="example">The month that the window sentence gives as its example.</param>
    public static DefinitionNotes Notes(Definition definition, BoundIndicator bound, Window window, Month example) => new(
        WindowSentence(LooksBackAYear(bound) && window == Window.Snapshot ? Window.Rolling12 : window, example),
        Polarity(definition.Better), Counts(bound), definition.DataSource);

    /// <summary>"Figures shown are based on a rolling 12 month period. The result for Apr 2017 for example shows performance for May 2016 to Apr 2017."</summary>
    public static string WindowSentence(Window window, Month example)
    {
        string Rolling(string words, int months) =>
            $"Figures shown are based on a rolling {words} period. The result for {example.ShortLabel} for example shows performance "
            + $"for {example.Add(1 - months).ShortLabel} to {example.ShortLabel}.";
        var year = FinancialYear.Of(example.Last);
        return window switch
        {
            Window.Snapshot => "Figures shown are based on a snapshot as at the end of the reporting month.",
            Window.Week => "Figures shown are based on one week, Monday to Sunday.",
            Window.Month => "Figures shown are based on one month.",
            Window.Quarter => $"Figures shown are based on one quarter. The result for {year.QuarterLabel(FinancialYear.QuarterOf(example.First))} for example "
                + $"shows performance up to {Month.Of(year.QuarterLast(FinancialYear.QuarterOf(example.First))).ShortLabel}.",
            Window.YearToDate => $"Figures shown are based on the financial year to date. The result for {example.ShortLabel} for example shows performance "
                + $"for {Month.Of(year.First).ShortLabel} to {example.ShortLabel}.",
            Window.Rolling12 => Rolling("12 month", 12),
            Window.FinancialYear => $"Figures shown are based on a financial year, April to March. The result for {year.Label} for example shows performance "
                + $"for {Month.Of(year.First).ShortLabel} to {Month.Of(year.Last).ShortLabel}.",
            _ => Rolling("3 year", 36),
        };
    }

    /// <summary>"Higher values are better."</summary>
    public static string Polarity(Better better) => better switch
    {
        Better.Higher => "Higher values are better.",
        Better.Lower => "Lower values are better.",
        _ => "Neither higher nor lower values are better in themselves.",
    };

    /// <summary>What is counted: "Counted are cp plans open on the day; the percentage is of those."</summary>
    public static string Counts(BoundIndicator bound)
    {
        var kind = EnglishText.Spoken(bound.Kind.Name);
        var cases = bound.Form switch
        {
            CaseForm.Open => $"{kind} open at the close of the day",
            CaseForm.OpenInLast => $"{kind} open at some time in the last {bound.Span}",
            CaseForm.OpenInWindow => $"{kind} open at some time in the period",
            _ => $"{kind}, each on its date",
        };
        var per = bound.Per == Per.Record ? "" : ", a child once";
        var left = Waits(bound) && !bound.RunningAsFound ? " A case whose limit has not run out is left out until it has, met or not." : "";
        return $"Counted are {cases}{per}; {Line(bound)}.{left}";
    }

    private static string Line(BoundIndicator bound) => bound.Show switch
    {
        Show.Percentage => "the percentage is of those that meet the standard",
        Show.Count when bound.Met is null => "the figure is how many there are",
        Show.Count => "the figure is how many meet the condition",
        Show.Rate => "the figure is for every 10,000 children aged 0 to 17 (mid-year estimates)",
        Show.Mean => "the figure is their mean",
        Show.Median => "the figure is their median",
        Show.Sum => "the figure is their sum",
        _ => "the figure is their number divided by the divisor on the last day",
    };

    /// <summary>An open case judged by what fell in the 12 months before: its figures speak for those months.</summary>
    private static bool LooksBackAYear(BoundIndicator bound) =>
        bound.Form == CaseForm.Open && bound.Met is not null
        && TreeWalk.Records(bound.Met).Any(r => r.When is When.InLast or When.OpenInLast && (r.Length!.Fixed == Year || r.Length.Fixed == new Limit(1, LimitUnit.Year)));

    private static bool Waits(BoundIndicator bound) => TreeWalk.Records(bound.Met).Any(r => r.When is When.WithinAfter or When.UpToAfter);
}
