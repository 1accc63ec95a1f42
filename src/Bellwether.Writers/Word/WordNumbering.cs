using System.Globalization;
using System.Text;
using Bellwether.Writers.Layout;

namespace Bellwether.Writers.Word;

/// <summary>
/// The lists of a document as Word numbers them: one outline for sections and paragraphs, bullets, and a list of its own for each
/// numbered list. Ids start after those a template has.
/// </summary>
internal sealed class WordNumbering(int firstAbstract, int firstNumber)
{
    private int _lists;

    public int Outline => firstNumber;

    public int Bullets => firstNumber + 1;

    /// <summary>A numbered list that starts at 1.</summary>
    public int NextList() => firstNumber + 2 + _lists++;

    public string Abstracts
    {
        get
        {
            var xml = new StringBuilder();
            Abstract(xml, 0, "multilevel", Enumerable.Range(0, SectionNumbers.Depths)
                .Select(d => Level(d, "decimal", string.Join('.', Enumerable.Range(1, d + 1).Select(i => $"%{i}")), 851, 851, "")));
            Abstract(xml, 1, "hybridMultilevel", [Level(0, "bullet", "•", 567, 283, "<w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/></w:rPr>")]);
            Abstract(xml, 2, "hybridMultilevel", [Level(0, "decimal", "%1.", 567, 425, "")]);
            return xml.ToString();
        }
    }

    public string Numbers
    {
        get
        {
            var xml = new StringBuilder();
            Number(xml, Outline, 0, "");
            Number(xml, Bullets, 1, "");
            for (var i = 0; i < _lists; i++) Number(xml, firstNumber + 2 + i, 2, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>");
            return xml.ToString();
        }
    }

    private void Abstract(StringBuilder xml, int id, string type, IEnumerable<string> levels) =>
        xml.Append(CultureInfo.InvariantCulture, $"<w:abstractNum w:abstractNumId=\"{firstAbstract + id}\"><w:multiLevelType w:val=\"{type}\"/>").AppendJoin("", levels).Append("</w:abstractNum>");

    private void Number(StringBuilder xml, int id, int of, string more) =>
        xml.Append(CultureInfo.InvariantCulture, $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{firstAbstract + of}\"/>{more}</w:num>");

    private static string Level(int depth, string format, string text, int left, int hanging, string look) => string.Create(CultureInfo.InvariantCulture,
        $"<w:lvl w:ilvl=\"{depth}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/></w:pPr>{look}</w:lvl>");
}
