using System.Globalization;
using System.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>A file's name fit for a line of text: characters that move the cursor or turn the reading order are shown by their code.</summary>
internal static class ShownName
{
    public static string Of(string path) => Fit(Path.GetFileName(path));

    /// <summary>The same for a name that keeps its folders, as a part of an archive does.</summary>
    public static string Fit(string name)
    {
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
