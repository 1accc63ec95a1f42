using System.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>Text that is marked as UTF-16, as Windows PowerShell and Excel's "Unicode text" write it, given as UTF-8.</summary>
internal static class Utf16Text
{
    /// <summary>The file from behind its mark of UTF-16, as UTF-8; without one as it is. Bytes that are no UTF-16 throw a <see cref="DecoderFallbackException"/> when they are read.</summary>
    public static Stream Open(FileSource file)
    {
        if (BigEndian(file.Head(2)) is not { } isBig) return file.Open();
        var raw = file.Open();
        raw.ReadExactly(stackalloc byte[2]);
        return Decode(raw, isBig);
    }

    /// <summary>The file's first bytes, at most so many of it, as UTF-8.</summary>
    public static byte[] Head(FileSource file, int most)
    {
        var head = file.Head(most);
        return BigEndian(head) is { } isBig ? Encoding.Convert(isBig ? Encoding.BigEndianUnicode : Encoding.Unicode, Encoding.UTF8, head, 2, head.Length - 2) : head;
    }

    /// <summary>A stream of UTF-16 from behind its mark, as UTF-8.</summary>
    public static Stream Decode(Stream raw, bool isBigEndian) => Encoding.CreateTranscodingStream(
        raw, new UnicodeEncoding(isBigEndian, byteOrderMark: false, throwOnInvalidBytes: true), new UTF8Encoding(false));

    private static bool? BigEndian(ReadOnlySpan<byte> head) => head switch { [0xFF, 0xFE, ..] => false, [0xFE, 0xFF, ..] => true, _ => null };
}
