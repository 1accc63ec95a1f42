using System.Text;

namespace Bellwether.Codes;

/// <summary>How the text of a cell is made comparable, and where a code may stand in it.</summary>
internal static class CodeText
{
    /// <summary>
    /// Lower-case letters and digits, one space between words: case, kinds of space, dash and quote, and other marks no
    /// longer matter. Apostrophes go without trace (child's = childs); &amp; is "and". Whole words stay whole, so
    /// "suitable" never meets "unsuitable".
    /// </summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        bool gap = false;
        foreach (char c in text)
        {
            if (c is '\'' or '\u2018' or '\u2019' or '\u02BC' or '`') continue;
            if (c != '&' && !char.IsLetterOrDigit(c))
            {
                gap = true;
                continue;
            }
            if ((gap || c == '&') && folded.Length > 0) folded.Append(' ');
            gap = c == '&';
            if (c == '&') folded.Append("and");
            else folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }

    /// <summary>
    /// Takes a list letter such as "a) " or "p1) " off the front. The letter only numbers the choices, and Ofsted's own
    /// template gives "s)" to two ethnicities: nothing is ever read from it.
    /// </summary>
    public static ReadOnlySpan<char> WithoutListLetter(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        int bracket = text.IndexOf(')');
        if (bracket is < 1 or > 3 || !char.IsAsciiLetter(text[0])) return text;
        bool letters = bracket < 2 || char.IsAsciiLetterOrDigit(text[1]);
        bool digitLast = bracket < 3 || char.IsAsciiDigit(text[2]);
        return letters && digitLast ? text[(bracket + 1)..].Trim() : text;
    }

    /// <summary>
    /// The token at the front that stands where a code stands: "U6: Foster placement", "PR4 - Private", "S – Started".
    /// A token of letters and digits may also be followed by a plain space or dash ("X1 New episode", "N1-Abuse"); one of
    /// letters alone may not, or "B and B" would be code B, nor one of digits, or a date would be code 10. Empty when there is none.
    /// </summary>
    public static ReadOnlySpan<char> LeadingToken(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length])) length++;
        if (length == 0) return [];
        var token = text[..length];
        if (length == text.Length) return token;
        var rest = text[length..].TrimStart();
        bool spaced = char.IsWhiteSpace(text[length]);
        bool coded = token.ContainsAnyInRange('0', '9') && token.ContainsAnyExceptInRange('0', '9');
        if (rest.IsEmpty || rest[0] == ':') return token;
        if (IsDash(rest[0])) return coded || (spaced && rest.Length > 1 && char.IsWhiteSpace(rest[1])) ? token : [];
        return coded && (spaced || rest[0] == ')') ? token : [];
    }

    private static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014';
}
