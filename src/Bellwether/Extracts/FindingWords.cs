using System.Globalization;
using System.Text;

namespace Bellwether.Extracts;

/// <summary>The words of a finding made again, to find the ones that spoke of a value.</summary>
public static class FindingWords
{
    /// <summary>What was said where a text was in no code list. Texts too long to be quoted are told by their length alone, so others may read the same.</summary>
    public static string UnknownCode(string text, string list) =>
        string.Format(CultureInfo.InvariantCulture, FindingCatalogue.Of("unknown-code").Sentence, RowReading.Shown(Encoding.UTF8.GetBytes(text), false), list);
}
