using System.Globalization;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// Serials to days. Day 1 is 1 January 1900, but Excel counts a 29 February 1900 that never was as 60, so serials 1 to 60
/// name no certain day and are not read as dates; in the 1904 system day 0 is 1 January 1904.
/// </summary>
internal sealed class DateSystem(bool is1904)
{
    // 1899-12-30 is day zero for serials from 61 on.
    private static readonly int Zero1900 = new DateOnly(1899, 12, 30).DayNumber;
    private static readonly int Zero1904 = new DateOnly(1904, 1, 1).DayNumber;

    /// <summary>Day number, or int.MinValue when the serial names no day. The time of day is cut, never rounded.</summary>
    public int Day(ReadOnlySpan<byte> serial)
    {
        var first = is1904 ? 1 : 61;
        var zero = is1904 ? Zero1904 : Zero1900;
        if (CellReference.TryNumber(serial, out var whole))
            return whole >= first && whole <= DateOnly.MaxValue.DayNumber - zero ? zero + whole : int.MinValue;
        if (!double.TryParse(serial, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return int.MinValue;
        return value >= first && value < DateOnly.MaxValue.DayNumber - zero + 1d ? zero + (int)Math.Floor(value) : int.MinValue;
    }

    /// <summary>The day of an ISO 8601 date, with or without a time that is cut off; int.MinValue when it is none.</summary>
    public static int IsoDay(ReadOnlySpan<byte> text)
    {
        if (text.Length < 10 || (text.Length > 10 && text[10] is not ((byte)'T' or (byte)' ')))
            return int.MinValue;
        Span<char> characters = stackalloc char[10];
        System.Text.Encoding.Latin1.GetChars(text[..10], characters);
        return DateOnly.TryParseExact(characters, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.DayNumber
            : int.MinValue;
    }
}
