using System.Globalization;
using System.Text;
using Bellwether.Writers.Office;

namespace Bellwether.Writers.Xlsx;

/// <summary>The looks that the workbook's cells use, in the order first met, and the style part made of them.</summary>
internal sealed class Looks
{
    private const int FirstOwnFormat = 164;

    private readonly Dictionary<(CellLook, bool), int> _index = new() { [(CellLook.Plain, false)] = 0 };
    private readonly List<(CellLook Look, bool IsQuoted)> _looks = [(CellLook.Plain, false)];

    /// <summary>The look's place. <paramref name="isQuoted"/> keeps text that starts like a formula a text when someone edits it.</summary>
    public int Index(CellLook? look, bool isQuoted)
    {
        if (look is null && !isQuoted) return 0;
        var key = (look ?? CellLook.Plain, isQuoted);
        if (_index.TryGetValue(key, out var at)) return at;
        _index[key] = _looks.Count;
        _looks.Add(key);
        return _looks.Count - 1;
    }

    public string Xml()
    {
        var formats = _looks.Select(l => l.Look.Format).Where(f => f.Length > 0).Distinct().ToList();
        var fonts = _looks.Select(l => (l.Look.IsBold, l.Look.Size)).Distinct().ToList();
        var fills = _looks.Select(l => l.Look.Fill).Where(f => f.Length > 0).Distinct().ToList();
        var xml = new StringBuilder(Parts.Head).Append("<styleSheet xmlns=\"").Append(XlsxWriter.Main).Append("\">");
        if (formats.Count > 0)
        {
            List(xml, "numFmts", formats.Select((f, i) => $"<numFmt numFmtId=\"{FirstOwnFormat + i}\" formatCode=\"{XmlText.Escape(f)}\"/>"));
        }
        List(xml, "fonts", fonts.Select(f => $"<font>{(f.IsBold ? "<b/>" : "")}<sz val=\"{f.Size}\"/><name val=\"Arial\"/><family val=\"2\"/></font>"));
        List(xml, "fills", ["<fill><patternFill patternType=\"none\"/></fill>", "<fill><patternFill patternType=\"gray125\"/></fill>",
            .. fills.Select(f => $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{f}\"/><bgColor indexed=\"64\"/></patternFill></fill>")]);
        List(xml, "borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>", $"<border>{string.Concat(Sides)}<diagonal/></border>"]);
        xml.Append("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
        List(xml, "cellXfs", _looks.Select(l => Cell(l.Look, l.IsQuoted, formats, fonts, fills)));
        return xml.Append("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>").ToString();
    }

    private static IEnumerable<string> Sides =>
        new[] { "left", "right", "top", "bottom" }.Select(s => $"<{s} style=\"thin\"><color rgb=\"FF8A9196\"/></{s}>");

    private static string Cell(CellLook look, bool isQuoted, List<string> formats, List<(bool, int)> fonts, List<string> fills)
    {
        var format = look.Format.Length == 0 ? 0 : FirstOwnFormat + formats.IndexOf(look.Format);
        var fill = look.Fill.Length == 0 ? 0 : 2 + fills.IndexOf(look.Fill);
        var align = look.Wraps || look.IsRight || look.HasGrid
            ? $"<alignment{(look.IsRight ? " horizontal=\"right\"" : "")} vertical=\"top\"{(look.Wraps ? " wrapText=\"1\"" : "")}/>" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"<xf numFmtId=\"{format}\" fontId=\"{fonts.IndexOf((look.IsBold, look.Size))}\" fillId=\"{fill}\" borderId=\"{(look.HasGrid ? 1 : 0)}\" xfId=\"0\"{(isQuoted ? " quotePrefix=\"1\"" : "")} applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\"{(align.Length > 0 ? $" applyAlignment=\"1\">{align}</xf>" : "/>")}");
    }

    private static void List(StringBuilder xml, string name, IEnumerable<string> items)
    {
        var all = items.ToList();
        xml.Append(CultureInfo.InvariantCulture, $"<{name} count=\"{all.Count}\">").AppendJoin("", all).Append(CultureInfo.InvariantCulture, $"</{name}>");
    }
}
