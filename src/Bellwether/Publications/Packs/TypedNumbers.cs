using System.Globalization;
using System.Text.RegularExpressions;
using Bellwether.Calendar;

namespace Bellwether.Publications.Packs;

/// <summary>A number that somebody typed.</summary>
/// <param name="Written">As written, with its per cent sign.</param>
/// <param name="Value">The number.</param>
/// <param name="Decimals">Decimals it was written with.</param>
/// <param name="Line">From 1.</param>
/// <param name="Around">The sentence or line around it.</param>
/// <param name="Follows">The words right after it, in lower case.</param>
internal sealed record TypedNumber(string Written, decimal Value, int Decimals, int Line, string Around, string Follows)
{
    public bool IsPercentage => Written.EndsWith('%');

    public bool IsWhole => Decimals == 0 && !IsPercentage;
}

/// <summary>Finds the numbers of a text that state a figure: not those of dates, lengths of time, sections of Acts and the like.</summary>
internal static partial class TypedNumbers
{
    public static IEnumerable<TypedNumber> In(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var l = 0; l < lines.Length; l++)
        {
            var line = Elsewhere().Replace(TextMarks.Placeholder().Replace(lines[l], m => new string(' ', m.Length)), m => new string(' ', m.Length));
            foreach (Match match in TextMarks.Number().Matches(line))
            {
                var written = match.Value.TrimEnd('%');
                if (!decimal.TryParse(written, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) continue;
                var dot = written.IndexOf('.', StringComparison.Ordinal);
                yield return new TypedNumber(match.Value, value, dot < 0 ? 0 : written.Length - dot - 1, l + 1, Sentence(lines[l], match.Index),
                    line[(match.Index + match.Length)..].TrimStart().ToLowerInvariant());
            }
        }
    }

    /// <summary>Months named in words, such as "June 2017" or "Jun 2017".</summary>
    public static IEnumerable<Month> MonthsIn(string text)
    {
        foreach (Match match in MonthYear().Matches(text))
            yield return new Month(int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), NumberOf(match.Groups[1].Value));
    }

    /// <summary>True where a text names a month: "March 2017", "in March", "31/03/17".</summary>
    public static bool Names(string text, Month month) => text.Contains(month.Label.Split(' ')[0], StringComparison.Ordinal) || MonthsIn(text).Contains(month)
        || SlashedDate().Matches(text).Any(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture) == month.Number
            && int.Parse(m.Groups[2].ValueSpan, CultureInfo.InvariantCulture) % 100 == month.Year % 100);

    private static string Sentence(string line, int at)
    {
        var start = line.LastIndexOf(". ", Math.Max(0, at - 1), StringComparison.Ordinal) is var s and >= 0 ? s + 2 : 0;
        var end = line.IndexOf(". ", at, StringComparison.Ordinal) is var e and >= 0 ? e : line.Length;
        return line[start..end];
    }

    private static int NumberOf(string name) => 1 + Array.FindIndex(Names3, n => name.StartsWith(n, StringComparison.Ordinal));

    private static readonly string[] Names3 = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private const string MonthNames = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";

    [GeneratedRegex(@"\b(" + MonthNames + @") (\d{4})\b")]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"\b\d{1,2}/(\d{1,2})/(\d{2,4})\b")]
    private static partial Regex SlashedDate();

    /// <summary>Numbers that state no figure.</summary>
    [GeneratedRegex(
        @"\b\d{1,2}(?:st|nd|rd|th)?(?: |-)(?:" + MonthNames + @")\b(?: \d{4})?|\b(?:" + MonthNames + @") (?:\d{1,2}, )?\d{4}\b|\b(?:19|20)\d\d(?:[/–-]\d{2,4})?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
        + @"|\b\d+(?:\.\d+)?(?: |-)?(?:(?:working|calendar|school) )?(?:day|week|month|year|hour|minute)s?\b|\b(?:section|paragraph|schedule|page|phase|appendix|item|chapter|regulation|quarter|year|stage|grade|step|level|part|version|edition|aged?|under|over) \d+\w*"
        + @"|\bKS\d\b|\b\d{1,2}[.:]\d{2} ?(?:am|pm)\b|https?://\S+|\S+@\S+|\]\([^)]*\)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
