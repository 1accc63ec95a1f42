using System.Buffers;
using System.Text;

namespace Bellwether.Extracts.Maps;

/// <summary>Headings made comparable: only letters and digits, lower case, so quotes, dashes, question marks and kinds of space no longer matter.</summary>
internal static class Headings
{
    // Letters of other scripts that look like ours: a heading with one was not typed, and may not be what it seems.
    private const string LookAlikes = "авеіјкмнорѕсԁтухһԛԝԍѵАВЕІЈКМНОРЅСТУХαοερικνυχτ";
    private const string Latin = "abeijkmhopscdtyxhqwgvABEIJKMHOPSCTYXaoepiknuxt";

    private static readonly SearchValues<char> Foreign = SearchValues.Create(LookAlikes);

    public static string Squash(string heading)
    {
        var text = new StringBuilder(heading.Length);
        foreach (var c in heading)
            if (char.IsLetterOrDigit(c)) text.Append(char.ToLowerInvariant(c));
        return text.ToString();
    }

    /// <summary>The heading with look-alike letters turned into ours, and the first such letter; null where there is none.</summary>
    public static (string Latin, char First)? WithoutLookAlikes(string heading)
    {
        var at = heading.AsSpan().IndexOfAny(Foreign);
        if (at < 0) return null;
        var text = new StringBuilder(heading.Length);
        foreach (var c in heading)
        {
            var i = LookAlikes.IndexOf(c, StringComparison.Ordinal);
            text.Append(i < 0 ? c : Latin[i]);
        }
        return (text.ToString(), heading[at]);
    }

    /// <summary>The heading nearest to one that is missing; null where none is near.</summary>
    public static string? Nearest(string wanted, IEnumerable<string> headings)
    {
        var squashed = Squash(wanted);
        var best = headings.Where(h => h.Length > 0).Select(h => (Heading: h, Far: Distance(squashed, Squash(h))))
            .OrderBy(p => p.Far).ThenBy(p => p.Heading, StringComparer.Ordinal).FirstOrDefault();
        return best.Heading is not null && best.Far * 2 <= squashed.Length ? best.Heading : null;
    }

    /// <summary>Letters to add, take away or change.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 200 || b.Length > 200) return int.MaxValue / 2;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
