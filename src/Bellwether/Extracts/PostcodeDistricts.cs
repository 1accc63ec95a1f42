using System.Text;
using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>
/// The home's lookup from postcode sector to district: lines <c>sector,district</c> such as <c>CT1 2,CANTERBURY</c>. A postcode is
/// turned into its district on the way in and kept nowhere.
/// </summary>
internal sealed class PostcodeDistricts
{
    private readonly Dictionary<string, string> _districts = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ShelfException">The file has no such columns; the line is named.</exception>
    public static PostcodeDistricts Load(string file)
    {
        var lookup = new PostcodeDistricts();
        if (file.Length == 0) return lookup;
        foreach (var line in SettingsFile.Read(file, "sector", "district"))
            lookup._districts[line.Required("sector").Replace(" ", "", StringComparison.Ordinal)] = line.Required("district");
        return lookup;
    }

    /// <summary>
    /// The district of a postcode, or of a sector where an export holds no more, with or without its space; null where the lookup does not
    /// hold it. A whole postcode ends in two letters and a sector in a digit, so neither is taken for the other.
    /// </summary>
    public string? Of(ReadOnlySpan<byte> postcode)
    {
        var text = Encoding.UTF8.GetString(postcode).Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        if (text.Length is < 3 or > 8) return null;
        return _districts.GetValueOrDefault(char.IsAsciiDigit(text[^1]) ? text : text[..^2]);
    }
}
