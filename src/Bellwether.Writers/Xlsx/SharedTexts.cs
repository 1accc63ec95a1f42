using System.Text;

namespace Bellwether.Writers.Xlsx;

/// <summary>The workbook's texts, each kept once.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private int _uses;

    public int Index(string text)
    {
        _uses++;
        if (_index.TryGetValue(text, out var at)) return at;
        _index[text] = _texts.Count;
        _texts.Add(text);
        return _texts.Count - 1;
    }

    public string Xml()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"")
            .Append(_uses).Append("\" uniqueCount=\"").Append(_texts.Count).Append("\">");
        foreach (var text in _texts) xml.Append("<si><t xml:space=\"preserve\">").Append(Escape(text)).Append("</t></si>");
        return xml.Append("</sst>").ToString();
    }

    /// <summary>Text safe inside an element or a quoted attribute; characters XML cannot hold are left out.</summary>
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
