namespace Bellwether.Extracts.Reading;

/// <summary>
/// Windows-1252 to UTF-8, with a table of our own because the product carries no code pages. The five bytes the code
/// page leaves open become the C1 controls of the same number, which <see cref="TableReader.ForbiddenCodePoint"/> names.
/// </summary>
internal sealed class Windows1252Stream(Stream source) : ForwardStream
{
    // 80 to 9F; the rest is Latin-1 (Unicode consortium, CP1252.TXT).
    private const string Upper =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private readonly byte[] raw = new byte[32768];

    /// <summary>The buffer must hold at least three bytes, the longest form of one character.</summary>
    public override int Read(Span<byte> buffer)
    {
        var got = source.Read(raw.AsSpan(0, Math.Min(raw.Length, buffer.Length / 3)));
        var written = 0;
        foreach (var b in raw.AsSpan(0, got))
        {
            if (b < 0x80)
            {
                buffer[written++] = b;
                continue;
            }

            int code = b < 0xA0 ? Upper[b - 0x80] : b;
            if (code >= 0x800)
            {
                buffer[written++] = (byte)(0xE0 | (code >> 12));
                buffer[written++] = (byte)(0x80 | ((code >> 6) & 0x3F));
            }
            else
            {
                buffer[written++] = (byte)(0xC0 | (code >> 6));
            }

            buffer[written++] = (byte)(0x80 | (code & 0x3F));
        }

        return written;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }
}
