using Bellwether.Publications.Documents;

namespace Bellwether.Writers.Word;

/// <summary>
/// Widths of a table's columns. They follow the shares asked for, save that a column too narrow for its words takes what it needs from
/// those with room to spare; else "Denominator" breaks in the middle.
/// </summary>
internal static class ColumnWidths
{
    private const int Padding = 230, LongestKept = 18;

    /// <summary>In the unit of <paramref name="paper"/>; <paramref name="letter"/> is the mean width of a letter.</summary>
    public static IReadOnlyList<int> Of(Table table, int paper, double letter)
    {
        var sum = table.Columns.Sum(c => c.Share);
        double[] widths = [.. table.Columns.Select(c => (double)paper * c.Share / sum)];
        if (!Raise(widths, Needs(table, letter, Phrase))) Raise(widths, Needs(table, letter, Word));
        int[] whole = [.. widths.Select(w => (int)w)];
        whole[^1] += paper - whole.Sum();
        return whole;
    }

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

    private static double[] Needs(Table table, double letter, Func<string, int> letters) =>
    [
        // Headings are bold, about a tenth wider.
        .. table.Columns.Select((c, i) => Padding + (letter * Math.Max(letters(c.Heading) * 1.1, table.Rows.Select(r => r[i].Rating is null ? letters(r[i].Text) : letters(r[i].Text) * 1.1).DefaultIfEmpty(0).Max()))),
    ];

    // A short cell stands on one line; a long one may break between words.
    private static int Phrase(string text) => text.Length <= LongestKept ? text.Length : Word(text);

    private static int Word(string text) => text.Split(' ', '\n').Max(w => w.Length);
}
