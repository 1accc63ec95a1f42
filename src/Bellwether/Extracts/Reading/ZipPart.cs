using System.IO.Compression;

namespace Bellwether.Extracts.Reading;

/// <summary>One entry of the zip as its central directory has it; offsets in the file.</summary>
internal sealed record ZipEntry(
    string Name, int Method, uint Crc, long Packed, long Size, long HeaderOffset, long DataOffset);

/// <summary>
/// The bytes of one part, inflated as they are read, counted against the limit and against what was declared,
/// and checked by checksum at the end.
/// </summary>
internal sealed class ZipPart : IDisposable
{
    private readonly ZipEntry entry;
    private readonly long limit;
    private readonly Stream source;
    private long count;
    private uint crc;
    private bool ended;

    public ZipPart(FileBytes file, ZipEntry entry, long limit)
    {
        this.entry = entry;
        this.limit = limit;
        if (entry.Method is not (0 or 8))
            throw new FileRejectedException("file-damaged", $"The part is packed by method {entry.Method}, which workbooks do not use.", "Export the workbook again.", entry.Name);
        if (entry.Size > limit)
            throw TooBig();
        var raw = new FileSegmentStream(file, entry.DataOffset, entry.Packed);
        source = entry.Method == 0 ? raw : new DeflateStream(raw, CompressionMode.Decompress);
    }

    public string Name => entry.Name;

    /// <summary>0 at the end, after size and checksum were found right.</summary>
    public int Read(Span<byte> buffer)
    {
        if (ended || buffer.IsEmpty)
            return 0;
        int got;
        try
        {
            got = source.Read(buffer);
        }
        catch (InvalidDataException)
        {
            ended = true;
            throw Damaged("Its packed bytes are damaged.");
        }

        if (got == 0)
        {
            ended = true;
            if (count != entry.Size)
                throw Damaged($"It holds {count} bytes where the file declares {entry.Size}.");
            if (crc != entry.Crc)
                throw Damaged("Its checksum is wrong.");
            return 0;
        }

        count += got;
        crc = Crc32.Append(crc, buffer[..got]);
        if (count > limit)
            throw TooBig();
        if (count > entry.Size)
        {
            ended = true;
            throw Damaged($"It holds more than the {entry.Size} bytes the file declares.");
        }

        return got;
    }

    /// <summary>Reads what is left, up to 64 MB, so that damage shows itself before its consequences are blamed.</summary>
    public void Drain()
    {
        var rest = new byte[16384];
        var stop = count + (64L << 20);
        while (count < stop && Read(rest) > 0)
        {
        }
    }

    public void Dispose() => source.Dispose();

    private FileRejectedException TooBig() => new(
        "file-bomb", $"The part unpacks to more than {limit >> 20} MB.", "Export the workbook again, with only the sheets needed.", entry.Name);

    private FileRejectedException Damaged(string found) => new(
        "file-damaged", $"The file is damaged. {found}", "Export or copy it again.", entry.Name);
}
