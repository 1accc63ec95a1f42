using Microsoft.Win32.SafeHandles;

namespace Bellwether.Extracts.Reading;

/// <summary>The bytes of a file that is read here and there: an open file, or a part of an archive that was unpacked into memory.</summary>
internal sealed class FileBytes : IDisposable
{
    private readonly SafeFileHandle? _file;
    private readonly byte[] _held;

    /// <exception cref="IOException">It cannot be opened.</exception>
    public FileBytes(string path)
    {
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        _held = [];
        Length = RandomAccess.GetLength(_file);
    }

    public FileBytes(byte[] held)
    {
        _held = held;
        Length = held.Length;
    }

    public long Length { get; }

    /// <summary>As many bytes as are there from an offset on; 0 at the end.</summary>
    public int Read(Span<byte> into, long offset)
    {
        if (_file is not null) return RandomAccess.Read(_file, into, offset);
        if (offset >= _held.Length) return 0;
        var count = (int)Math.Min(into.Length, _held.Length - offset);
        _held.AsSpan((int)offset, count).CopyTo(into);
        return count;
    }

    public void Dispose() => _file?.Dispose();
}
