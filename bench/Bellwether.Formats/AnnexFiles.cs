using Bellwether.Example;
using Bellwether.Tests.Extracts.Reading;
using Bellwether.Writers.Xlsx;

namespace Bellwether.Formats;

/// <summary>Writes the example authority's Annex A lists as they are and several times over, each time of other children.</summary>
internal static class AnnexFiles
{
    private static readonly Lazy<IReadOnlyList<Sheet>> Lists = new(() =>
        [.. AnnexAWorkbook.Sheets(ExampleAuthority.Simulate(), ExampleAuthority.DefaultTo, AnnexALayout.Export).Select(s => new Sheet(s.Name, [.. s.Rows]))]);

    public static void WriteXlsx(string path, int first, int copies) =>
        XlsxWriter.Write(path, [.. Lists.Value.Select(s => new Sheet(s.Name, Copies(s, first, copies)))]);

    /// <summary>The lists that fit an old workbook as its test writer writes it: contacts, referrals and assessments.</summary>
    public static void WriteXls(string path, int copy) => File.WriteAllBytes(path, OldBook.Write(
        [.. new[] { 0, 2, 3 }.Select(i => Lists.Value[i]).Select(s => (s.Name, Copies(s, copy, 1).Select(r => r.Select(Value).ToArray()).ToArray()))]));

    private static IEnumerable<IReadOnlyList<Cell>> Copies(Sheet sheet, int first, int copies)
    {
        var rows = sheet.Rows.ToList();
        var ids = Enumerable.Range(0, rows[0].Count).Where(c => rows[0][c].Value.Contains("ID", StringComparison.Ordinal) || rows[0][c].Value.Contains("identifier", StringComparison.OrdinalIgnoreCase)).ToList();
        yield return rows[0];
        for (var copy = first; copy < first + copies; copy++)
            foreach (var row in rows.Skip(1))
            {
                var cells = row.ToArray();
                foreach (var c in ids) cells[c] = Cell.Text($"{cells[c].Value}-{copy}");
                yield return cells;
            }
    }

    private static object? Value(Cell cell) => cell.Kind switch
    {
        CellKind.Text => cell.Value,
        CellKind.Number => (double)cell.Amount,
        CellKind.Date => cell.Day,
        _ => null,
    };
}
