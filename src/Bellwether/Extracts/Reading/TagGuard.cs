using System.Buffers;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// Passes the bytes of an XML file on and counts the attributes of each tag as they go by: the reader behind it looks at none before it has
/// gathered all of them, and a tag with a million takes it half a minute.
/// </summary>
internal sealed class TagGuard(Stream file, int mostAttributes) : ForwardStream
{
    private enum Within { Text, Opening, Tag, Quotes, Comment, Section, Instruction }

    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"'=>"u8);

    private Within _within;
    private byte _quote;
    private int _attributes;
    private int _line = 1;
    private byte _last, _beforeLast;

    /// <exception cref="FileRejectedException">A tag has more attributes than any honest one.</exception>
    public override int Read(Span<byte> buffer)
    {
        var got = file.Read(buffer);
        Look(buffer[..got]);
        return got;
    }

    private void Look(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_within == Within.Text)
            {
                var open = bytes[i..].IndexOf((byte)'<');
                var passed = open < 0 ? bytes[i..] : bytes.Slice(i, open);
                _line += passed.Count((byte)'\n');
                if (open < 0) return;
                i += open;
                (_within, _attributes) = (Within.Opening, 0);
                continue;
            }
            if (_within == Within.Tag)
            {
                var mark = bytes[i..].IndexOfAny(Marks);
                var passed = mark < 0 ? bytes[i..] : bytes.Slice(i, mark);
                _line += passed.Count((byte)'\n');
                if (mark < 0) return;
                i += mark;
            }
            Step(bytes[i]);
            (_beforeLast, _last) = (_last, bytes[i]);
        }
    }

    private void Step(byte b)
    {
        if (b == (byte)'\n') _line++;
        switch (_within)
        {
            case Within.Opening:
                // Of <!-- and <![CDATA[ the second sign tells; another declaration is refused by the reader itself.
                _within = b switch { (byte)'?' => Within.Instruction, (byte)'!' => Within.Opening, (byte)'-' => Within.Comment, (byte)'[' => Within.Section, (byte)'>' => Within.Text, _ => Within.Tag };
                break;
            case Within.Tag when b is (byte)'"' or (byte)'\'':
                (_within, _quote) = (Within.Quotes, b);
                break;
            case Within.Tag when b == (byte)'=' && ++_attributes > mostAttributes:
                throw new FileRejectedException("xml-too-large", $"An element has more than {mostAttributes} attributes.", "Export the return again.", $"line {_line}");
            case Within.Quotes when b == _quote:
                _within = Within.Tag;
                break;
            case Within.Tag when b == (byte)'>':
            case Within.Comment when b == (byte)'>' && (_last, _beforeLast) == ((byte)'-', (byte)'-'):
            case Within.Section when b == (byte)'>' && (_last, _beforeLast) == ((byte)']', (byte)']'):
            case Within.Instruction when b == (byte)'>' && _last == (byte)'?':
                _within = Within.Text;
                break;
        }
    }
}
