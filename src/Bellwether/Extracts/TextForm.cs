using System.Buffers.Binary;
using Bellwether.Calendar;

namespace Bellwether.Extracts;

/// <summary>
/// A text in eight bytes: a run of up to 17 digits as its number and length, up to seven bytes as they stand, a key made from a subject and a
/// day as the two and what tells it apart, anything else as the place of its bytes. Every text has one form only, so that equal texts have
/// equal forms (but for those with bytes of their own).
/// </summary>
internal static class TextForm
{
    public const int Bytes = 0, Digits = 1, Short = 2, MadeKey = 3;

    /// <summary>Length of @yyyy-MM-dd.</summary>
    public const int DayLength = 11;

    /// <summary>How many texts that tell keys apart fit the form.</summary>
    public const int MostTells = (1 << TellBits) - 1;

    private const int MostDigits = 17;
    private const int MostShort = 7;
    private const int TellBits = 9;
    private const int DayBits = 22;
    private const ulong Value = (1UL << 57) - 1;

    public static int TagOf(ulong form) => (int)(form >> 62);

    public static ulong At(int chunk, int start, int length) => ((ulong)chunk << 44) | ((ulong)start << 28) | (uint)length;

    public static int Chunk(ulong form) => unchecked((int)(form >> 44));

    public static int Start(ulong form) => unchecked((int)(form >> 28)) & 0xFFFF;

    public static int Length(ulong form) => unchecked((int)form) & ((1 << 28) - 1);

    public static ulong Made(int subject, int day, int tell) => (3UL << 62) | ((ulong)subject << (DayBits + TellBits)) | ((ulong)day << TellBits) | (uint)tell;

    public static int Subject(ulong form) => unchecked((int)(form >> (DayBits + TellBits))) & int.MaxValue;

    public static int Day(ulong form) => unchecked((int)(form >> TellBits)) & ((1 << DayBits) - 1);

    public static int Tell(ulong form) => unchecked((int)form) & MostTells;

    public static bool HaveOneLength(ulong digits, ulong others) => digits >> 57 == others >> 57;

    /// <summary>The form of digits alone, or of a short text.</summary>
    public static bool TryPlain(ReadOnlySpan<byte> utf8, out ulong form)
    {
        if (TryDigits(utf8, out form)) return true;
        if (utf8.Length > MostShort) return false;
        form = ((ulong)Short << 62) | ((ulong)utf8.Length << 56);
        for (var i = 0; i < utf8.Length; i++) form |= (ulong)utf8[i] << (8 * i);
        return true;
    }

    /// <summary>The form of 1 to 17 digits.</summary>
    public static bool TryDigits(ReadOnlySpan<byte> utf8, out ulong form)
    {
        form = 0;
        if (utf8.IsEmpty || utf8.Length > MostDigits || utf8[0] is < (byte)'0' or > (byte)'9') return false;
        var length = (ulong)utf8.Length;
        ulong number = 0;
        while (utf8.Length >= 8)
        {
            var eight = BinaryPrimitives.ReadUInt64LittleEndian(utf8) ^ 0x3030303030303030;
            if (((eight | unchecked(eight + 0x0606060606060606)) & 0xF0F0F0F0F0F0F0F0) != 0) return false;
            number = unchecked((number * 100_000_000) + Eight(eight));
            utf8 = utf8[8..];
        }
        foreach (var b in utf8)
        {
            var digit = (uint)b ^ '0';
            if (digit > 9) return false;
            number = unchecked((number * 10) + digit);
        }
        form = ((ulong)Digits << 62) | (length << 57) | number;
        return true;
    }

    /// <summary>The parts of subject@yyyy-MM-dd or subject@yyyy-MM-dd|tell, where the first @ divides them.</summary>
    public static bool TryMade(ReadOnlySpan<byte> utf8, out ReadOnlySpan<byte> subject, out int day, out ReadOnlySpan<byte> tell)
    {
        subject = tell = default;
        day = 0;
        var at = utf8.IndexOf((byte)'@');
        if (at <= 0 || utf8.Length < at + DayLength || utf8[at + 5] != (byte)'-') return false;
        if (!DateText.TryParse(utf8.Slice(at + 1, DayLength - 1), out var date)) return false;
        day = Days.Of(date);
        subject = utf8[..at];
        var rest = utf8[(at + DayLength)..];
        if (rest.IsEmpty) return true;
        if (rest.Length == 1 || rest[0] != (byte)'|') return false;
        tell = rest[1..];
        return true;
    }

    public static int WriteDigits(ulong form, Span<byte> into)
    {
        var length = (int)((form >> 57) & 31);
        var rest = form & Value;
        for (var i = length - 1; i >= 0; i--, rest /= 10) into[i] = (byte)('0' + (rest % 10));
        return length;
    }

    public static int WriteShort(ulong form, Span<byte> into)
    {
        var length = (int)((form >> 56) & 7);
        for (var i = 0; i < length; i++) into[i] = unchecked((byte)(form >> (8 * i)));
        return length;
    }

    /// <summary>Writes @yyyy-MM-dd.</summary>
    public static void WriteDay(ulong form, Span<byte> into)
    {
        into[0] = (byte)'@';
        Days.Date(Day(form)).TryFormat(into[1..], out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    public static uint Hash(ulong form) => unchecked((uint)Mix(form, Seed));

    public static ulong Mix(ulong hash, ulong part)
    {
        unchecked { return Math.BigMul(hash ^ part, 0xD6E8FEB86659FD93, out var low) ^ low; }
    }

    private const ulong Seed = 0x9E3779B97F4A7C15;

    /// <summary>The number of eight digits, the first in the lowest byte.</summary>
    private static ulong Eight(ulong digits)
    {
        unchecked
        {
            digits = (digits * 10) + (digits >> 8);
            return (((digits & 0x000000FF000000FF) * 0x000F424000000064) + (((digits >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32;
        }
    }
}
