using System.Buffers;
using System.Text;

namespace Bellwether.Extracts.Reading;

internal enum CsvEncoding
{
    Utf8,
    Utf8Marked,
    Utf16Little,
    Utf16Big,
    Windows1252,
}

/// <summary>What the bytes of a text file say about its encoding: one pass over the file, no value kept.</summary>
internal sealed class CsvBytes
{
    private long firstInvalid = -1;
    private byte firstInvalidByte;
    private bool hasUtf8;

    /// <summary>Offset of the first text that looks encoded twice, or -1; in a UTF-8 file only.</summary>
    public long FirstTwiceEncoded { get; private set; } = -1;

    public int TwiceEncoded { get; private set; }

    /// <summary>
    /// A byte-order mark decides. Without one: valid UTF-8 is UTF-8; otherwise Windows-1252, unless the file also holds
    /// sequences that only UTF-8 makes, which is refused at the first byte that is not UTF-8.
    /// </summary>
    public CsvEncoding Examine(FileSource source, Func<long, CsvEncoding, string> placeOf)
    {
        var marked = source.Head(3);
        if (marked is [0xFF, 0xFE, ..])
            return CsvEncoding.Utf16Little;
        if (marked is [0xFE, 0xFF, ..])
            return CsvEncoding.Utf16Big;
        var encoding = marked is [0xEF, 0xBB, 0xBF] ? CsvEncoding.Utf8Marked : CsvEncoding.Utf8;
        using (var file = source.Open())
        {
            if (encoding == CsvEncoding.Utf8Marked) file.ReadExactly(marked);
            Walk(file);
        }
        if (firstInvalid < 0)
            return encoding;
        if (encoding == CsvEncoding.Utf8 && !hasUtf8)
            return CsvEncoding.Windows1252;
        throw new FileRejectedException(
            "csv-mixed-encodings", $"The file is written in UTF-8, but the byte {firstInvalidByte:X2} here is not UTF-8.",
            "Export it again in one encoding, best UTF-8.", placeOf(firstInvalid, encoding));
    }

    private void Walk(Stream file)
    {
        var buffer = new byte[1 << 17];
        var kept = 0;
        var offset = 0L;
        while (true)
        {
            var got = file.Read(buffer, kept, buffer.Length - kept);
            var bytes = buffer.AsSpan(0, kept + got);
            var rest = Take(bytes, offset, last: got == 0);
            if (got == 0)
                return;
            offset += bytes.Length - rest;
            bytes[^rest..].CopyTo(buffer);
            kept = rest;
        }
    }

    // Returns how many bytes at the end wait for more.
    private int Take(ReadOnlySpan<byte> bytes, long offset, bool last)
    {
        var at = 0;
        while (true)
        {
            var next = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0)
                return 0;
            at += next;
            var tail = bytes[at..];
            var status = Rune.DecodeFromUtf8(tail, out _, out var length);
            if (!last && tail.Length < 8)
                return tail.Length;
            if (status == OperationStatus.Done)
                NoteSequence(tail, offset + at);
            else if (firstInvalid < 0)
                (firstInvalid, firstInvalidByte) = (offset + at, tail[0]);
            at += length;
        }
    }

    // An accented capital before a curly quote or dash in Windows-1252 looks like a two-byte sequence from C6 up:
    // those prove nothing. C2, C3 and the three- and four-byte forms do.
    private void NoteSequence(ReadOnlySpan<byte> tail, long offset)
    {
        hasUtf8 |= tail[0] is < 0xC6 or > 0xDF;
        if (!tail.StartsWith((ReadOnlySpan<byte>)[0xC3, 0x83, 0xC2]) && !tail.StartsWith((ReadOnlySpan<byte>)[0xC3, 0x82, 0xC2])
            && !tail.StartsWith((ReadOnlySpan<byte>)[0xC3, 0xA2, 0xE2, 0x82, 0xAC]))
            return;
        if (TwiceEncoded++ == 0)
            FirstTwiceEncoded = offset;
    }
}
