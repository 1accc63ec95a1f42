namespace Bellwether.Extracts.Reading;

/// <summary>A stretch of an open file, read forward. Several may be open on one handle.</summary>
internal sealed class FileSegmentStream(FileBytes file, long offset, long length) : ForwardStream
{
    private long done;

    public override int Read(Span<byte> buffer)
    {
        var want = (int)Math.Min(buffer.Length, length - done);
        if (want <= 0)
            return 0;
        var got = file.Read(buffer[..want], offset + done);
        done += got;
        return got;
    }
}
