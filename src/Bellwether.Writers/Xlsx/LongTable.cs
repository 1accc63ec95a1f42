using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Publications.Documents;

namespace Bellwether.Writers.Xlsx;

/// <summary>The long table as rows of a sheet, made one at a time.</summary>
internal static class LongTable
{
    private static readonly CellLook Heading = new(IsBold: true, HasGrid: true, Fill: "F0F2F3");
    private static readonly CellLook Plain = new();

    public static IReadOnlyList<double> Widths { get; } = [34, 8, 48, 11, 11, 13, 12, 12, 22, 12, 12, 12, 14, 12, 10, 9, 14, 30];

    public static IEnumerable<IReadOnlyList<Cell>> Rows(Document document)
    {
        yield return [.. TidyTable.Headings.Select(h => Cell.Text(h, Heading))];
        var row = 2;
        foreach (var f in document.Figures) yield return Row(f, (row++).ToString(CultureInfo.InvariantCulture));
    }

    private static Cell[] Row(FigureLine f, string row) =>
    [
        Cell.Text(f.Key.Indicator), Cell.Text(f.Code), Cell.Text(f.Title), Cell.Date(f.First), Cell.Date(f.Key.Last), Cell.Text(Windows.Name(f.Key.Window)),
        Cell.Text(f.Key.Breakdown), Cell.Text(f.Key.Member), Cell.Text(f.MemberLabel), FigureCells.Count(f.Numerator, "", Plain), FigureCells.Count(f.Denominator, "", Plain),
        FigureCells.Value(f, "", Plain, "J" + row, "K" + row), Cell.Text(f.Text), Cell.Text(f.Unit), FigureCells.Target(f, "", Plain),
        Cell.Text(f.Rating?.ToString() ?? ""), Cell.Text(TidyTable.Words(f.Status)), Cell.Text(f.Because),
    ];
}
