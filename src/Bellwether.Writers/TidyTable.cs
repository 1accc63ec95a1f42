using Bellwether.Calendar;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Csv;

namespace Bellwether.Writers;

/// <summary>
/// Every figure of a document in one long table, a line each, unrounded: for Power BI and Excel. Where there is no value the cell is
/// empty, and <c>status</c> and <c>because</c> say why.
/// </summary>
public static class TidyTable
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<string> Headings { get; } =
    [
        "indicator", "code", "title", "period_first", "period_last", "window", "breakdown", "member", "member_label", "numerator", "denominator",
        "value", "text", "unit", "target", "rating", "status", "because",
    ];

    /// <summary>CSV in the order of <see cref="Document.Figures"/>. Memory does not grow with the lines.</summary>
    public static void Write(Document document, Stream to)
    {
        using var csv = new CsvText(to, Headings);
        foreach (var f in document.Figures)
        {
            csv.Row(f.Key.Indicator, f.Code, f.Title, f.First, f.Key.Last, Windows.Name(f.Key.Window), f.Key.Breakdown, f.Key.Member, f.MemberLabel,
                f.Numerator, f.Denominator, f.Value, f.Text, f.Unit, f.Target, f.Rating?.ToString(), Words(f.Status), f.Because);
        }
    }

    /// <summary>A status as the long table says it: "final", "not available".</summary>
    internal static string Words(FigureStatus status) => status switch
    {
        FigureStatus.NotAvailable => "not available",
        FigureStatus.NotApplicable => "not applicable",
        _ => status.ToString().ToLowerInvariant(),
    };
}
