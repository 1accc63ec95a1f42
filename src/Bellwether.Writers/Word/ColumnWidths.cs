using Bellwether.Publications.Documents;

namespace Bellwether.Writers.Word;

/// <summary>
/// Widths of a table's columns. They follow the shares asked for, save that a column too narrow for its words takes what it needs from
/// those with room to spare; else "Denominator" breaks in the middle.
/// </summary>
internal static class ColumnWidths
{
    private const int Padding = 240, LongestKept = 18;
    private const double Bold = 1.09;

    /// <summary>In the unit of <paramref name="paper"/>, as is the type's <paramref name="size"/>.</summary>
    public static IReadOnlyList<int> Of(Table table, int paper, double size)
    {
        var sum = table.Columns.Sum(c => c.Share);
        double[] widths = [.. table.Columns.Select(c => (double)paper * c.Share / sum)];
        if (!Raise(widths, Needs(table, size, Phrase))) Raise(widths, Needs(table, size, Word));
        int[] whole = [.. widths.Select(w => (int)w)];
        whole[^1] += paper - whole.Sum();
        return whole;
    }

    /// <summary>A text's width in Arial, as a share of the type's size.</summary>
    public static double WidthOf(string text) => text.Sum(WidthOf);

    private static double WidthOf(char c) => c switch
    {
        ' ' or '.' or ',' or ':' or ';' or '!' or '|' or 'i' or 'j' or 'l' or 'f' or 't' or 'I' or '\'' or '/' => 0.28,
        '(' or ')' or '-' or 'r' => 0.333,
        'm' or 'M' or 'w' => 0.8,
        '%' or 'W' or '@' => 0.94,
        'c' or 'k' or 's' or 'v' or 'x' or 'y' or 'z' or 'J' => 0.5,
        >= 'A' and <= 'Z' => 0.7,
        _ => 0.556,
    };

    /// <summary>Raises each column to its need; false, and nothing changed, where the others have not enough to spare.</summary>
    private static bool Raise(double[] widths, double[] needs)
    {
        var lack = widths.Zip(needs, (w, n) => Math.Max(0, n - w)).Sum();
        var spare = widths.Zip(needs, (w, n) => Math.Max(0, w - n)).Sum();
        if (lack > spare) return false;
        if (lack == 0) return true;
        for (var i = 0; i < widths.Length; i++) widths[i] = widths[i] < needs[i] ? needs[i] : widths[i] - ((widths[i] - needs[i]) * lack / spare);
        return true;
    }

    private static double[] Needs(Table table, double size, Func<string, double> width) =>
    [
        .. table.Columns.Select((c, i) => Padding + (size * Math.Max(
            width(c.Heading) * Bold, table.Rows.Select(r => width(r[i].Text) * (r[i].Rating is null ? 1 : Bold)).DefaultIfEmpty(0).Max()))),
    ];

    // A short cell stands on one line; a long one may break between words.
    private static double Phrase(string text) => text.Length <= LongestKept ? WidthOf(text) : Word(text);

    private static double Word(string text) => text.Split(' ', '\n').Max(WidthOf);
}
