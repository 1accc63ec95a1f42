using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Csv;

namespace Bellwether.Writers;

/// <summary>
/// The figures of a document as statisticians publish them: rounded as printed, with the Department for Education's symbols where there is
/// no number: c (hidden to protect a child), x (not available), z (not applicable), low (rounds to nothing but is not nothing).
/// Headings follow the Department's open data standards; for unrounded figures see <see cref="TidyTable"/>.
/// </summary>
public static class CsvWriter
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<string> Headings { get; } =
    [
        "time_period", "time_identifier", "period_end", "geographic_level", "la_name", "breakdown", "breakdown_item", "indicator", "indicator_code",
        "indicator_name", "unit", "numerator", "denominator", "value", "target", "rating", "status",
    ];

    /// <summary>CSV in the order of <see cref="Document.Figures"/>. Memory does not grow with the lines.</summary>
    public static void Write(Document document, Stream to)
    {
        using var csv = new CsvText(to, Headings);
        foreach (var f in document.Figures)
        {
            csv.Row(TimePeriod(f), Windows.Name(f.Key.Window), f.Key.Last, "Local authority", document.Head.Council,
                f.Key.Breakdown.Length == 0 ? "Total" : f.Key.Breakdown, f.Key.Breakdown.Length == 0 ? "Total" : f.MemberLabel,
                f.Key.Indicator, f.Code, f.Title, f.Unit, Number(f.Numerator, f), Denominator(f), Value(f), f.Target, f.Rating?.ToString(), TidyTable.Words(f.Status));
        }
    }

    /// <summary>The symbol that stands where there is no number; empty where there is one.</summary>
    internal static string Symbol(FigureStatus status) => status switch
    {
        FigureStatus.Suppressed => "c",
        FigureStatus.NotAvailable => "x",
        FigureStatus.NotApplicable => "z",
        _ => "",
    };

    // A financial year is written 201617, as the Department does; anything else by the month it ends in.
    private static string TimePeriod(FigureLine f) => f.Key.Window == Window.FinancialYear
        ? string.Create(CultureInfo.InvariantCulture, $"{f.First.Year}{(f.First.Year + 1) % 100:00}")
        : f.Key.Last.ToString("yyyyMM", CultureInfo.InvariantCulture);

    private static object Number(decimal? count, FigureLine f) => count is { } c ? c : Missing(f);

    private static object Denominator(FigureLine f) => f.Denominator is { } d ? d : f.Show is "count" or "sum" ? "z" : Missing(f);

    private static object Value(FigureLine f) => f.Value is { } value ? (object?)Printed(value, f.Decimals) ?? "low" : Missing(f);

    /// <summary>The number with as many decimals as printed; null where it rounds to nothing but is not nothing.</summary>
    private static decimal? Printed(decimal value, int decimals)
    {
        var rounded = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
        // A nothing of so many decimals gives the sum as many: 78 is written 78.0.
        return rounded == 0 && value != 0 ? null : rounded + new decimal(0, 0, 0, false, (byte)decimals);
    }

    // A figure with a value but no counts, as a values CSV may bring: the counts are not available.
    private static string Missing(FigureLine f) => Symbol(f.Status) is { Length: > 0 } symbol ? symbol : "x";
}
