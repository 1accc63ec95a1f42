using System.Globalization;

namespace Bellwether.Calendar;

/// <summary>Moments as files and stores carry them, always UTC: 2024-03-15T09:30:00.0000000Z.</summary>
public static class IsoTime
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>To the ten-millionth of a second, so that what is read back is what was written.</summary>
    public static string Format(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>To the second: "2024-03-15T09:30:00Z".</summary>
    public static string FormatToSecond(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a moment; one without an offset is UTC.</summary>
    public static bool TryParse(string text, out DateTimeOffset at) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out at);

    /// <summary>Reads what <see cref="Format"/> wrote.</summary>
    /// <exception cref="FormatException">It is no moment.</exception>
    public static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, Utc);
}
