using System.Globalization;
using System.Text;
using Bellwether.Calendar;

namespace Bellwether.Writers.Csv;

/// <summary>
/// CSV for spreadsheets, written as it goes: comma, quoted where needed, CRLF, UTF-8 with its mark. A text that a spreadsheet would run
/// as a formula gets an apostrophe before it; numbers and dates (ISO) are written as themselves.
/// </summary>
public sealed class CsvText : IDisposable
{
    private readonly StreamWriter _out;

    /// <summary>Starts a file with its headings; the stream stays open after.</summary>
    public CsvText(Stream to, IReadOnlyList<string> headings)
    {
        _out = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 65536, leaveOpen: true);
        Row([.. headings]);
    }

    /// <summary>One line. A null is an empty cell.</summary>
    public void Row(params ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) _out.Write(',');
            _out.Write(Cell(cells[i]));
        }
        _out.Write("\r\n");
    }

    /// <summary>A whole file as bytes, for an answer that is small.</summary>
    public static byte[] Write(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvText(bytes, headings))
            foreach (var row in rows) csv.Row([.. row]);
        return bytes.ToArray();
    }

    public void Dispose() => _out.Dispose();

    private static string Cell(object? cell) => cell switch
    {
        null => "",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => IsoDate.Format(day),
        _ => Quoted(Guarded(cell.ToString()!)),
    };

    // Also after blanks: some spreadsheets trim before they look.
    private static string Guarded(string text) =>
        text.TrimStart() is { Length: > 0 } start && start[0] is '=' or '+' or '-' or '@' ? "'" + text : text;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
