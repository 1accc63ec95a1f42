using System.Text;

namespace Bellwether.Calendar;

/// <summary>
/// Reads the date of a cell. Accepted, with spaces around ignored: 2024-03-15; the same with a time after T or a space
/// (hh:mm, seconds, a fraction), where no zone keeps the date as written and Z or an offset turns it into the date in
/// London; 15/03/2024, perhaps with hh:mm or hh:mm:ss; 15-Mar-2024, 5 March 2024 and 15-MAR-24, as spreadsheets and Oracle
/// write, where a year of two digits lies from 1950 to 2049 (as Oracle's date format RR has it); Mar 15 2024 12:00AM, as SQL Server turns a
/// date into text; 20240315 and 2024/03/15, where the year can only be first; 15.03.2024. Where the month is a number it is never first, and a day of one
/// digit or a year of two is not read: those are how a spreadsheet set to American dates writes, and guessing wrong moves an
/// event by months.
/// </summary>
public static class DateText
{
    private const int LongestText = 64;

    /// <summary>5-Mar-24.</summary>
    private const int ShortestText = 8;

    private static readonly byte[][] Months = [.. "january february march april may june july august september october november december".Split(' ').Select(Encoding.ASCII.GetBytes)];

    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        text = text.Trim();
        if (text.IsEmpty || text.Length > LongestText || !Ascii.IsValid(text)) return false;
        Span<byte> bytes = stackalloc byte[LongestText];
        for (int i = 0; i < text.Length; i++) bytes[i] = (byte)text[i];
        return TryRead(bytes[..text.Length], out date);
    }

    /// <summary>The same for UTF-8 bytes; allocates nothing.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out DateOnly date) =>
        utf8.Length == 10 && utf8[2] == '/' ? TryReadBritish(utf8, out date) : TryRead(TrimSpaces(utf8), out date);

    private static bool TryRead(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length is < ShortestText or > LongestText) return false;
        if (text.Length >= 10 && text[4] == '-') return TryReadIso(text, ref date);
        if (text.Length >= 10 && text[2] == '/') return TryReadBritish(text, out date);
        return text.Length switch
        {
            8 when text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 => TryMakeDate(Number(text[..4]), Number(text[4..6]), Number(text[6..]), out date),
            10 when text[4] == '/' && text[7] == '/' => TryMakeDate(Number(text[..4]), Number(text[5..7]), Number(text[8..]), out date),
            10 when text[2] == '.' && text[5] == '.' => TryMakeDate(Number(text[6..]), Number(text[3..5]), Number(text[..2]), out date),
            _ => text[0] > '9' ? TryReadSqlServer(text, out date) : TryReadNamed(text, out date),
        };
    }

    /// <summary>Mar  5 2024 or Mar 15 2024  9:30AM: a month's first three letters, a day, a year, perhaps a time.</summary>
    private static bool TryReadSqlServer(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length < 11 || text[3] != ' ' || text[6] != ' ') return false;
        var time = text[11..].TrimStart((byte)' ');
        if (!time.IsEmpty && !(time.Length is 6 or 7 && time[^5] == ':' && time[^1] == 'M' && time[^2] is (byte)'A' or (byte)'P'
            && Number(time[^4..^2]) is >= 0 and < 60 && Number(time[..^5]) is >= 1 and <= 12)) return false;
        return MonthNamed(text[..3]) is > 0 and var month && TryMakeDate(Number(text[7..11]), month, Number(text[4..6].TrimStart((byte)' ')), out date);
    }

    /// <summary>A day, a month's name or its first three letters, and a year, parted by dashes or by spaces.</summary>
    private static bool TryReadNamed(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        int first = text.IndexOfAny((byte)'-', (byte)' ');
        if (first is not (1 or 2)) return false;
        byte parting = text[first];
        var rest = text[(first + 1)..];
        int second = rest.IndexOf(parting);
        if (second < 3 || MonthNamed(rest[..second]) is not (> 0 and var month)) return false;
        var year = rest[(second + 1)..];
        if (year.IndexOf((byte)' ') is > 0 and var end)
        {
            var time = year[(end + 1)..];
            if (!TryReadTime(ref time, fraction: false, out _) || !time.IsEmpty) return false;
            year = year[..end];
        }
        int number = Number(year);
        if (year.Length == 2 && number >= 0) number += number < 50 ? 2000 : 1900;
        else if (year.Length != 4) return false;
        return TryMakeDate(number, month, Number(text[..first]), out date);
    }

    /// <summary>1 to 12; 0 where it is no month.</summary>
    private static int MonthNamed(ReadOnlySpan<byte> name)
    {
        for (int m = 0; m < Months.Length; m++)
            if (Ascii.EqualsIgnoreCase(name, Months[m]) || (name.Length == 3 && Ascii.EqualsIgnoreCase(name, Months[m].AsSpan(0, 3)))) return m + 1;
        return 0;
    }

    private static bool TryReadIso(ReadOnlySpan<byte> text, ref DateOnly date)
    {
        if (text[7] != '-' || !TryMakeDate(Number(text[..4]), Number(text[5..7]), Number(text[8..10]), out var written)) return false;
        int minutes = 0;
        var rest = text[10..];
        if (!rest.IsEmpty)
        {
            if (rest[0] is not ((byte)'T' or (byte)' ')) return false;
            rest = rest[1..];
            if (!TryReadTime(ref rest, fraction: true, out minutes)) return false;
        }
        if (rest.IsEmpty)
        {
            date = written;
            return true;
        }
        if (!TryReadOffset(rest, out int offset)) return false;
        var local = LondonTime.DateAt((written.DayNumber * 24L * 60) + minutes - offset);
        date = local ?? default;
        return local is not null;
    }

    private static bool TryReadBritish(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text[2] != '/' || text[5] != '/') return false;
        var rest = text[10..];
        if (!rest.IsEmpty)
        {
            if (rest[0] != ' ') return false;
            rest = rest[1..];
            if (!TryReadTime(ref rest, fraction: false, out _) || !rest.IsEmpty) return false;
        }
        return TryMakeDate(Number(text[6..10]), Number(text[3..5]), Number(text[..2]), out date);
    }

    /// <summary>Takes hh:mm[:ss[.fraction]] off the front.</summary>
    private static bool TryReadTime(ref ReadOnlySpan<byte> text, bool fraction, out int minutes)
    {
        minutes = 0;
        if (text.Length < 5 || text[2] != ':') return false;
        int hour = Number(text[..2]), minute = Number(text[3..5]);
        if (hour is < 0 or > 23 || minute is < 0 or > 59) return false;
        minutes = (hour * 60) + minute;
        text = text[5..];
        if (text.IsEmpty || text[0] != ':') return true;
        if (text.Length < 3 || Number(text[1..3]) is < 0 or > 59) return false;
        text = text[3..];
        if (!fraction || text.IsEmpty || text[0] != '.') return true;
        int digits = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0) digits = text.Length - 1;
        text = text[(digits + 1)..];
        return digits > 0;
    }

    /// <summary>Reads Z, +hh, +hhmm or +hh:mm (or −), perhaps after a space as SQL Server writes it.</summary>
    private static bool TryReadOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text[0] == ' ') text = text[1..];
        if (text.Length == 1 && text[0] == 'Z') return true;
        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-')) return false;
        if (text.Length == 6 && text[3] != ':') return false;
        int hours = Number(text[1..3]), rest = text.Length == 3 ? 0 : Number(text[^2..]);
        if (hours is < 0 or > 14 || rest is < 0 or > 59) return false;
        minutes = ((hours * 60) + rest) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryMakeDate(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>The number the digits make, or −1 when one is not a digit.</summary>
    private static int Number(ReadOnlySpan<byte> digits)
    {
        int number = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return -1;
            number = (number * 10) + digit - '0';
        }
        return number;
    }

    // A non-breaking space is C2 A0 in UTF-8; spreadsheets and web pages leave them at the ends of cells.
    private static ReadOnlySpan<byte> TrimSpaces(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var trimmed = text.Trim(" \t\r\n"u8);
            if (trimmed.StartsWith("\u00A0"u8)) trimmed = trimmed[2..];
            if (trimmed.EndsWith("\u00A0"u8)) trimmed = trimmed[..^2];
            if (trimmed.Length == text.Length) return trimmed;
            text = trimmed;
        }
    }
}
