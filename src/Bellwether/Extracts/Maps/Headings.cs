using System.Buffers;
using System.Text;

namespace Bellwether.Extracts.Maps;

/// <summary>Headings made comparable: only letters and digits, lower case, so quotes, dashes, question marks and kinds of space no longer matter.</summary>
internal static class Headings
{
    // Letters of other scripts that look like ours: a heading with one was not typed, and may not be what it seems.
    private const string LookAlikes = "авеіјкмнорѕсԁтухһԛԝԍѵАВЕІЈКМНОРЅСТУХαοερικνυχτ";
    private const string Latin = "abeijkmhopscdtyxhqwgvABEIJKMHOPSCTYXaoepiknuxt";

    // A heading longer than this is a paragraph: nobody mistyped it.
    private const int LongestCompared = 200;

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

    /// <summary>The heading nearest to one that is missing; null where none is near. One with digits is near only to one that has some.</summary>
    public static string? Nearest(string wanted, IEnumerable<string> headings)
    {
        var squashed = Squash(wanted);
        // A number where none is wanted may be a value: a postcode, a date, an id.
        var isNumbered = wanted.Any(char.IsAsciiDigit);
        var best = headings.Where(h => h.Length > 0 && (isNumbered || !h.Any(char.IsAsciiDigit))).Select(h => (Heading: h, Far: h.Length > LongestCompared ? int.MaxValue / 2 : Codes.Nearest.Distance(squashed, Squash(h))))
            .OrderBy(p => p.Far).ThenBy(p => p.Heading, StringComparer.Ordinal).FirstOrDefault();
        return best.Heading is not null && best.Far * 2 <= squashed.Length ? best.Heading : null;
    }
}
