namespace Bellwether.Codes;

/// <summary>Nearest words, for "did you mean".</summary>
internal static class Nearest
{
    /// <summary>The word nearest to <paramref name="written"/>; null where none is near.</summary>
    public static string? To(string written, IEnumerable<string> known)
    {
        var best = known.Select(word => (Word: word, Steps: Distance(written, word)))
            .OrderBy(p => p.Steps).ThenBy(p => p.Word, StringComparer.Ordinal).FirstOrDefault();
        var allowed = Math.Max(2, written.Length / 2);
        return best.Word is not null && best.Steps <= allowed ? best.Word : null;
    }

    /// <summary>The <paramref name="count"/> nearest words, nearest first; ties in the order given.</summary>
    public static IReadOnlyList<string> Few(string written, IEnumerable<string> known, int count) =>
        [.. known.OrderBy(word => Distance(written, word)).Take(count)];

    /// <summary>Letters to change, add or take away, case not counted.</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (same ? 0 : 1));
                corner = above;
            }
        }
        return row[b.Length];
    }
}
