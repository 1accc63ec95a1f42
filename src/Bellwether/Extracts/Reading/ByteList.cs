using System.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>A growing run of bytes that keeps its memory when cleared.</summary>
internal sealed class ByteList(int capacity)
{
    private byte[] bytes = new byte[capacity];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Slice(int start, int length) => bytes.AsSpan(start, length);

    public void Add(byte value)
    {
        if (Count == bytes.Length)
            Array.Resize(ref bytes, Count * 2);
        bytes[Count++] = value;
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        if (values.Length > bytes.Length - Count)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Count + values.Length));
        values.CopyTo(bytes.AsSpan(Count));
        Count += values.Length;
    }

    public void AddUtf8(ReadOnlySpan<char> text)
    {
        var most = text.Length * 3;
        if (most > bytes.Length - Count)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Count + most));
        Count += Encoding.UTF8.GetBytes(text, bytes.AsSpan(Count));
    }

    public void CutTo(int count) => Count = count;
}
