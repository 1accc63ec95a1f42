using System.Buffers;
using System.Buffers.Text;
using Bellwether.Calendar;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>What a cell holds before any field asks for it.</summary>
internal enum CellState
{
    Filled,
    Blank,

    /// <summary>A text that says nobody knows: "unknown", "not known".</summary>
    SaysUnknown,

    /// <summary>#N/A and its kin.</summary>
    Error,
}

/// <summary>The plain readings of a cell, the same for every format.</summary>
internal static class CellValue
{
    private static readonly SearchValues<byte> Decimal = SearchValues.Create("0123456789."u8);
    private static readonly SearchValues<byte> Signed = SearchValues.Create("+0123456789"u8);

    /// <summary>The first and the last day a cell may hold; 1 January 1900 is what programs write for none.</summary>
    public static readonly int Earliest = Days.Of(new DateOnly(1900, 1, 2)), Latest = Days.Of(new DateOnly(2099, 12, 31));


    /// <summary>Spaces of every kind taken off both ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (text[0] is > 0x20 and < 0x80 && text[^1] is > 0x20 and < 0x80)) return text;
        while (true)
        {
            var trimmed = text.Trim(" \t\r\n"u8);
            if (trimmed.StartsWith("\u00A0"u8)) trimmed = trimmed[2..];
            else if (trimmed.StartsWith("\u200B"u8) || trimmed.StartsWith("\uFEFF"u8)) trimmed = trimmed[3..];
            if (trimmed.EndsWith("\u00A0"u8)) trimmed = trimmed[..^2];
            else if (trimmed.EndsWith("\u200B"u8)) trimmed = trimmed[..^3];
            if (trimmed.Length == text.Length) return trimmed;
            text = trimmed;
        }
    }

    /// <summary>The state of a trimmed text: NULL, (null), \N, N/A, nan and a dash are blanks that some program wrote.</summary>
    public static CellState State(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return CellState.Blank;
        if (text.Length > 14 || text[0] is >= (byte)'0' and <= (byte)'9') return CellState.Filled;
        if (text[0] == (byte)'#') return IsError(text) ? CellState.Error : CellState.Filled;
        if (text.Length <= 4 && (Is(text, "null"u8) || Is(text, "n/a"u8) || Is(text, "nan"u8) || Is(text, "nat"u8)
            || text.SequenceEqual("\\N"u8) || text.SequenceEqual("-"u8) || text.SequenceEqual("--"u8) || text.SequenceEqual("\u2013"u8))) return CellState.Blank;
        if (text[0] == (byte)'(' && Is(text, "(null)"u8)) return CellState.Blank;
        return Is(text, "unknown"u8) || Is(text, "not known"u8) || Is(text, "not recorded"u8) ? CellState.SaysUnknown : CellState.Filled;
    }

    /// <summary>The day a cell holds; false where it holds none between 1900 and 2099.</summary>
    public static bool TryDay(TableReader row, int column, ReadOnlySpan<byte> text, out int day, out bool serial)
    {
        serial = false;
        switch (row.Kind(column))
        {
            case CellKind.Date:
                day = row.Day(column);
                break;
            case CellKind.Number:
                day = row.SerialDay(column);
                serial = true;
                break;
            default:
                day = DayOf(text);
                break;
        }
        return day >= Earliest && day <= Latest;
    }

    /// <summary>The day that a trimmed text holds; <see cref="Days.Unknown"/> where it holds none between 1900 and 2099.</summary>
    public static int DayOf(ReadOnlySpan<byte> text) =>
        DateText.TryParse(text, out var date) && Days.Of(date) is var day && day >= Earliest && day <= Latest ? day : Days.Unknown;

    /// <summary>1 for yes, 0 for no, -1 for neither; a list letter in front ("a) Yes") is passed over.</summary>
    public static int YesNo(ReadOnlySpan<byte> text)
    {
        if (text.Length > 3 && text[1] == (byte)')') text = text[2..].Trim((byte)' ');
        if (text.Length == 1)
            return text[0] switch { (byte)'Y' or (byte)'y' or (byte)'1' or (byte)'T' or (byte)'t' => 1, (byte)'N' or (byte)'n' or (byte)'0' or (byte)'F' or (byte)'f' => 0, _ => -1 };
        if (Is(text, "yes"u8) || Is(text, "true"u8)) return 1;
        return Is(text, "no"u8) || Is(text, "false"u8) ? 0 : -1;
    }

    /// <summary>A plain decimal number; no thousands commas, no percent sign.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out decimal number) =>
        Utf8Parser.TryParse(text, out number, out var used) && used == text.Length;

    /// <summary>The id without a decimal point some spreadsheet gave it (1001.0 is 1001); leading zeros stay.</summary>
    public static ReadOnlySpan<byte> Id(ReadOnlySpan<byte> text)
    {
        var point = text.IndexOf((byte)'.');
        if (point <= 0 || point == text.Length - 1) return text;
        return text[..point].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && text[(point + 1)..].IndexOfAnyExcept((byte)'0') < 0
            ? text[..point]
            : text;
    }

    /// <summary>True for 1.23457E+12, and for a number cell of 16 digits or more: spreadsheets keep 15.</summary>
    public static bool LostDigits(ReadOnlySpan<byte> id, CellKind kind)
    {
        if (kind == CellKind.Number && id.Length >= 16) return true;
        var e = id.IndexOfAny((byte)'E', (byte)'e');
        if (e <= 0 || e == id.Length - 1 || !id.Contains((byte)'+')) return false;
        return id[..e].IndexOfAnyExcept(Decimal) < 0 && id[(e + 1)..].IndexOfAnyExcept(Signed) < 0;
    }

    public static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower)
    {
        if (text.Length != lower.Length) return false;
        for (var i = 0; i < text.Length; i++)
            if ((text[i] is >= (byte)'A' and <= (byte)'Z' ? text[i] | 0x20 : text[i]) != lower[i]) return false;
        return true;
    }

    private static bool IsError(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("#N/A"u8) || text.SequenceEqual("#REF!"u8) || text.SequenceEqual("#VALUE!"u8) || text.SequenceEqual("#NAME?"u8)
        || text.SequenceEqual("#DIV/0!"u8) || text.SequenceEqual("#NULL!"u8) || text.SequenceEqual("#NUM!"u8) || text.StartsWith("#GETTING"u8)
        || text.SequenceEqual("#SPILL!"u8) || text.SequenceEqual("#CALC!"u8);
}
