using System.Text;

namespace Bellwether.Writers;

/// <summary>Text made safe for XML and HTML, the one way for every writer.</summary>
internal static class XmlText
{
    /// <summary>Text safe inside an element or a double-quoted attribute; characters XML cannot hold are left out.</summary>
    public static string Escape(string text)
    {
        var plain = true;
        foreach (var ch in text) plain &= ch >= ' ' && ch is not ('&' or '<' or '>' or '"' or '\uFFFE' or '\uFFFF') && !char.IsSurrogate(ch);
        if (plain) return text;
        var xml = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var ch = text[i];
            if (char.IsHighSurrogate(ch) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) xml.Append(ch).Append(text[++i]);
            else if (ch == '&') xml.Append("&amp;");
            else if (ch == '<') xml.Append("&lt;");
            else if (ch == '>') xml.Append("&gt;");
            else if (ch == '"') xml.Append("&quot;");
            else if ((ch >= ' ' || ch is '\t' or '\n' or '\r') && !char.IsSurrogate(ch) && ch is not ('\uFFFE' or '\uFFFF')) xml.Append(ch);
        }
        return xml.ToString();
    }
}
