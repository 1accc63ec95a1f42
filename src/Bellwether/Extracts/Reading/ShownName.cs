using System.Globalization;
using System.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>A file's name fit for a line of text: characters that move the cursor or turn the reading order are shown by their code.</summary>
internal static class ShownName
{
    public static string Of(string path)
    {
        var name = Path.GetFileName(path);
        if (!name.Any(IsUnfit)) return name;
        var text = new StringBuilder(name.Length + 16);
        foreach (var c in name)
            if (IsUnfit(c)) text.Append(CultureInfo.InvariantCulture, $"[U+{(int)c:X4}]");
            else text.Append(c);
        return text.ToString();
    }

    private static bool IsUnfit(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
