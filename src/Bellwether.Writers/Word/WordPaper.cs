using System.Globalization;
using System.Xml.Linq;

namespace Bellwether.Writers.Word;

/// <summary>How wide the text is, in twentieths of a point.</summary>
internal static class WordPaper
{
    /// <summary>A4 between margins of 2 cm.</summary>
    public const int A4 = 9638;

    /// <summary>Between the margins of a template's last section, where our text stands; A4's where it does not say.</summary>
    public static int Of(XElement? section)
    {
        int Read(string element, string attribute, int none) =>
            int.TryParse((string?)section?.Element(Wml.W + element)?.Attribute(Wml.W + attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : none;
        var width = Read("pgSz", "w", 11906) - Read("pgMar", "left", 1134) - Read("pgMar", "right", 1134) - Read("pgMar", "gutter", 0);
        return width > 2000 ? width : A4;
    }
}
