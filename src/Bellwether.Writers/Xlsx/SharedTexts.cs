using System.Globalization;

namespace Bellwether.Writers.Xlsx;

/// <summary>The workbook's texts, each kept once, up to a limit that keeps memory flat however long the sheets are.</summary>
internal sealed class SharedTexts
{
    private const int Limit = 50_000;

    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private int _uses;

    /// <summary>The text's place; null where the table is full, and the text then goes into its cell.</summary>
    public int? Index(string text)
    {
        if (!_index.TryGetValue(text, out var at))
        {
            if (_texts.Count >= Limit) return null;
            _index[text] = at = _texts.Count;
            _texts.Add(text);
        }
        _uses++;
        return at;
    }

    public void Write(TextWriter to)
    {
        to.Write(string.Create(CultureInfo.InvariantCulture, $"{Office.Parts.Head}<sst xmlns=\"{XlsxWriter.Main}\" count=\"{_uses}\" uniqueCount=\"{_texts.Count}\">"));
        foreach (var text in _texts)
        {
            to.Write("<si><t xml:space=\"preserve\">");
            to.Write(XmlText.Escape(text));
            to.Write("</t></si>");
        }
        to.Write("</sst>");
    }
}
