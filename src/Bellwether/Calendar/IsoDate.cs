using System.Globalization;

namespace Bellwether.Calendar;

/// <summary>Dates as files, addresses and tables carry them: 2024-03-15. What people read is <see cref="EnglishDate"/>; what a cell of an extract may hold is <see cref="DateText"/>.</summary>
public static class IsoDate
{
    private const string Pattern = "yyyy-MM-dd";

    /// <summary>"2024-03-15".</summary>
    public static string Format(DateOnly date) => date.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>"2024-03-15"; empty for none.</summary>
    public static string Format(DateOnly? date) => date is { } day ? Format(day) : "";

    /// <summary>Reads that form and no other, with nothing around it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date) => DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Reads what <see cref="Format(DateOnly)"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static DateOnly Parse(ReadOnlySpan<char> text) => DateOnly.ParseExact(text, Pattern, CultureInfo.InvariantCulture);
}
