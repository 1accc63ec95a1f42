using Bellwether.Extracts.Maps;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>
/// Headings in two rows, the upper ones merged over several of the lower: "Contact" over "Date" and "Source". Each column is then headed by
/// both words, or by the lower alone.
/// </summary>
internal static class TwoRowHeadings
{
    private const int FewestKnown = 3;

    /// <summary>A list that two rows of headings make together.</summary>
    /// <param name="Found">The list, with every column it needs.</param>
    /// <param name="UpperRow">The row of the upper headings.</param>
    /// <param name="Near">Columns taken for what they come near to: place, and the column of the list.</param>
    internal sealed record Joined(Recognised Found, int UpperRow, IReadOnlyList<(int At, ColumnMap Column)> Near);

    /// <summary>The first two rows that together are a list; null where none are.</summary>
    public static Joined? Find(IReadOnlyList<SeenRow> rows, Recognition recognition, string sheet)
    {
        for (var r = 1; r < rows.Count; r++)
            if (rows[r].Row == rows[r - 1].Row + 1 && Join(rows[r - 1], rows[r], recognition, sheet) is { } joined) return joined;
        return null;
    }

    /// <summary>" with column A "Child Unique" as "Child Unique ID"": what is taken for what it comes near to; empty where all are known.</summary>
    public static string Words(Joined joined, string sheet) => joined.Near.Count == 0 ? ""
        : " with " + string.Join(", ", joined.Near.Select(n => $"{(sheet.Length > 0 ? "column " + TableReader.ColumnName(n.At) : $"column {n.At + 1}")} \"{joined.Found.Headings[n.At]}\" as \"{n.Column.Shown}\""));

    private static Joined? Join(SeenRow upper, SeenRow lower, Recognition recognition, string sheet)
    {
        var (headings, top, known) = (new List<string>(), "", 0);
        for (var c = 0; c < Math.Max(upper.Headings.Count, lower.Headings.Count); c++)
        {
            var (above, below) = (At(upper.Headings, c), At(lower.Headings, c));
            if (above.Length > 0) top = above;
            var both = below.Length == 0 ? above : $"{top} {below}".Trim();
            if (below.Length > 0 && (recognition.Finds(both) || recognition.Finds(below))) known++;
            headings.Add(!recognition.Finds(both) && recognition.Finds(below) ? below : both);
        }
        // A row of values under headings gives no heading that is known by its own words.
        if (known < FewestKnown || recognition.Best(headings, sheet, lower.Row) is not { } found) return null;
        var ordinals = found.Ordinals.ToArray();
        var near = new List<(int, ColumnMap)>();
        for (var c = 0; c < ordinals.Length; c++)
        {
            if (ordinals[c] >= 0 || Nearest(found.List.Columns[c], headings, lower.Headings, ordinals) is not { } best) continue;
            ordinals[c] = best.At;
            headings[best.At] = best.Heading;
            near.Add((best.At, found.List.Columns[c]));
        }
        string[] missing = [.. found.List.Key.Where(k => ordinals[found.List.IndexOf(k)] < 0)];
        return missing.Length > 0 ? null : new Joined(found with { Headings = headings, Ordinals = ordinals, Missing = missing }, upper.Row, near);
    }

    /// <summary>The free column whose heading, or lower heading, comes nearest to any heading of a column; null where none is near.</summary>
    private static (int At, string Heading)? Nearest(ColumnMap column, List<string> headings, IReadOnlyList<string> lower, int[] taken)
    {
        var words = Enumerable.Range(0, headings.Count).Where(i => !taken.Contains(i)).SelectMany(i => new[] { headings[i], At(lower, i) }.Distinct().Select(h => (At: i, Heading: h)))
            .Where(w => w.Heading.Length > 0).ToList();
        foreach (var wanted in column.Headings)
            if (Headings.Nearest(wanted, words.Select(w => w.Heading)) is { } near) return words.Find(w => w.Heading == near);
        return null;
    }

    private static string At(IReadOnlyList<string> headings, int column) => column < headings.Count ? headings[column] : "";
}
