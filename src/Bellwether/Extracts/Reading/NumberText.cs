using System.Globalization;

namespace Bellwether.Extracts.Reading;

/// <summary>How a stored number is written for people: as Excel would show it in a wide, General cell.</summary>
internal static class NumberText
{
    private const int PlainDigits = 28;

    /// <summary>True for a plain run of digits, perhaps with a sign: the common case, kept byte for byte.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> stored)
    {
        if (stored.Length > 0 && stored[0] == (byte)'-')
            stored = stored[1..];
        return stored.Length is > 0 and <= PlainDigits && stored.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    /// <summary>
    /// Writes 1001.0 as 1001, 1.234567E+6 as 1234567 and 6.1379999999999999 as 6.138 (15 significant digits, as Excel
    /// shows). 0 when the bytes are no number.
    /// </summary>
    public static int Write(ReadOnlySpan<byte> stored, Span<byte> into)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return 0;
        if (value == Math.Truncate(value) && Math.Abs(value) < 1e28
            && decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var whole)
            && decimal.Truncate(whole).TryFormat(into, out var written, "0", CultureInfo.InvariantCulture))
            return written;
        if (Math.Abs(value) is >= 1e-15 and < 1e28 && value.TryFormat(into, out written, "G15", CultureInfo.InvariantCulture)
            && decimal.TryParse(into[..written], NumberStyles.Float, CultureInfo.InvariantCulture, out var trimmed))
            return trimmed.TryFormat(into, out written, default, CultureInfo.InvariantCulture) ? written : 0;
        return value.TryFormat(into, out written, "G15", CultureInfo.InvariantCulture) ? written : 0;
    }
}
