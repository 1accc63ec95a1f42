using System.Buffers.Text;
using System.Text.Unicode;

namespace Bellwether.Extracts.Reading;

/// <summary>From text as written in a part to the value a person typed.</summary>
internal static class XmlText
{
    /// <summary>
    /// Appends text with references replaced and line ends made one. False when the bytes are no UTF-8 or a
    /// reference is none of the five names and no number.
    /// </summary>
    public static bool Append(ByteList into, ReadOnlySpan<byte> text, bool raw)
    {
        if (!Utf8.IsValid(text))
            return false;
        while (true)
        {
            var at = raw ? text.IndexOf((byte)'\r') : text.IndexOfAny((byte)'&', (byte)'\r');
            if (at < 0)
            {
                into.Add(text);
                return true;
            }

            into.Add(text[..at]);
            text = text[at..];
            if (text[0] == (byte)'\r')
            {
                if (text.Length == 1 || text[1] != (byte)'\n')
                    into.Add((byte)'\n');
                text = text[1..];
                continue;
            }

            var end = text.IndexOf((byte)';');
            if (end < 2 || !AppendReference(into, text[1..end]))
                return false;
            text = text[(end + 1)..];
        }
    }

    /// <summary>
    /// Replaces _xHHHH_ from a start on, the workbook format's own way to write a UTF-16 unit that XML cannot hold
    /// (ECMA-376 part 1, 22.9.2.19).
    /// </summary>
    public static void ReplaceEscapes(ByteList bytes, int start)
    {
        var span = bytes.Slice(start, bytes.Count - start);
        if (span.IndexOf("_x"u8) < 0)
            return;
        var copy = span.ToArray().AsSpan();
        bytes.CutTo(start);
        var high = -1;
        while (!copy.IsEmpty)
        {
            if (!IsEscape(copy, out var unit))
            {
                bytes.Add(copy[0]);
                copy = copy[1..];
                high = -1;
                continue;
            }

            copy = copy[7..];
            if (high >= 0 && unit is >= 0xDC00 and <= 0xDFFF)
            {
                bytes.CutTo(bytes.Count - 3);
                unit = 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00);
            }

            AppendCodePoint(bytes, unit);
            high = unit is >= 0xD800 and <= 0xDBFF ? unit : -1;
        }
    }

    private static bool IsEscape(ReadOnlySpan<byte> text, out int unit)
    {
        unit = 0;
        return text.Length >= 7 && text[0] == (byte)'_' && text[1] == (byte)'x' && text[6] == (byte)'_'
            && Utf8Parser.TryParse(text.Slice(2, 4), out unit, out var used, 'X') && used == 4;
    }

    private static bool AppendReference(ByteList into, ReadOnlySpan<byte> name)
    {
        if (name[0] == (byte)'#')
        {
            var hex = name.Length > 1 && name[1] == (byte)'x';
            var digits = name[(hex ? 2 : 1)..];
            if (!Utf8Parser.TryParse(digits, out uint code, out var used, hex ? 'X' : 'D') || used != digits.Length || code > 0x10FFFF)
                return false;
            AppendCodePoint(into, (int)code);
            return true;
        }

        var character = name switch
        {
            _ when name.SequenceEqual("amp"u8) => '&',
            _ when name.SequenceEqual("lt"u8) => '<',
            _ when name.SequenceEqual("gt"u8) => '>',
            _ when name.SequenceEqual("quot"u8) => '"',
            _ when name.SequenceEqual("apos"u8) => '\'',
            _ => '\0',
        };
        if (character == '\0')
            return false;
        into.Add((byte)character);
        return true;
    }

    // A lone surrogate is kept in its three-byte form, so that ForbiddenCodePoint can name it.
    private static void AppendCodePoint(ByteList into, int code)
    {
        if (code < 0x80)
        {
            into.Add((byte)code);
            return;
        }

        if (code < 0x800)
        {
            into.Add((byte)(0xC0 | (code >> 6)));
        }
        else
        {
            if (code < 0x10000)
            {
                into.Add((byte)(0xE0 | (code >> 12)));
            }
            else
            {
                into.Add((byte)(0xF0 | (code >> 18)));
                into.Add((byte)(0x80 | ((code >> 12) & 0x3F)));
            }

            into.Add((byte)(0x80 | ((code >> 6) & 0x3F)));
        }

        into.Add((byte)(0x80 | (code & 0x3F)));
    }
}
