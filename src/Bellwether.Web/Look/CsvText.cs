using System.Globalization;
using System.Text;

namespace Bellwether.Web.Look;

/// <summary>
/// CSV for spreadsheets: comma, quoted where needed, CRLF, UTF-8 with its mark. A text that a spreadsheet would run as a formula gets an
/// apostrophe before it; numbers are written as numbers.
/// </summary>
internal static class CsvText
{
    public static byte[] Write(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder();
        Line(text, headings);
        foreach (var row in rows) Line(text, row);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IReadOnlyList<object?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(Cell(cells[i]));
        }
        text.Append("\r\n");
    }

    private static string Cell(object? cell) => cell switch
    {
        null => "",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => Quoted(Guarded(cell.ToString()!)),
    };

    // Also after blanks: some spreadsheets trim before they look.
    private static string Guarded(string text) =>
        text.TrimStart() is { Length: > 0 } start && start[0] is '=' or '+' or '-' or '@' ? "'" + text : text;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
