namespace Bellwether.Extracts.Reading;

/// <summary>
/// Where a file lies: on disk, or as a part of an archive. A part is unpacked as it is read, every time from its start, and never onto the
/// disk; what it unpacks to is counted (<see cref="ZipPart"/>).
/// </summary>
internal sealed class FileSource
{
    private readonly string _path;
    private readonly ZipEntry? _part;
    private readonly ReadingLimits _limits;

    private FileSource(string path, ZipEntry? part, ReadingLimits limits) => (_path, _part, _limits) = (path, part, limits);

    /// <summary>The name without folders; of a part the archive's name, a slash and the part's own with its folders.</summary>
    public string Name => _part is null ? ShownName.Of(_path) : $"{ShownName.Of(_path)}/{ShownName.Fit(_part.Name)}";

    /// <summary>Its own name without folders.</summary>
    public string OwnName => System.IO.Path.GetFileName(_part?.Name ?? _path);

    /// <summary>The folder it lies in, the archive counted as one.</summary>
    public string Folder => _part is null
        ? System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(_path)) ?? ""
        : System.IO.Path.Combine(System.IO.Path.GetFullPath(_path), System.IO.Path.GetDirectoryName(_part.Name) ?? "");

    /// <summary>The file on disk that holds it.</summary>
    public string Path => _path;

    public static FileSource OnDisk(string path, ReadingLimits limits) => new(path, null, limits);

    public static FileSource InArchive(string path, ZipEntry part, ReadingLimits limits) => new(path, part, limits);

    /// <summary>Its bytes from the first on, forward only. Several may be open at once.</summary>
    /// <exception cref="FileRejectedException">The part is damaged or larger than can be read; may come from any later read too.</exception>
    public Stream Open()
    {
        if (_part is null) return new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var archive = new FileBytes(_path);
        try { return new PartStream(archive, new ZipPart(archive, _part, _limits.FileBytes)); }
        catch (FileRejectedException)
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Its first bytes, at most so many.</summary>
    public byte[] Head(int most)
    {
        var head = new byte[most];
        using var stream = Open();
        return head[..stream.ReadAtLeast(head, most, throwOnEndOfStream: false)];
    }

    /// <summary>Its bytes to read here and there; a part of an archive is held in memory.</summary>
    /// <exception cref="FileRejectedException">The part is damaged or larger than may be held.</exception>
    public FileBytes Bytes()
    {
        if (_part is null) return new FileBytes(_path);
        if (_part.Size > _limits.HeldBytes)
            throw new FileRejectedException("file-too-large", $"The workbook in the archive is larger than {_limits.HeldBytes >> 20} MB.", "Unpack it and load the workbook itself.");
        using var stream = Open();
        using var held = new MemoryStream();
        stream.CopyTo(held);
        return new FileBytes(held.ToArray());
    }

    /// <summary>A part of an archive as a stream.</summary>
    private sealed class PartStream(FileBytes archive, ZipPart part) : ForwardStream
    {
        public override int Read(Span<byte> buffer) => part.Read(buffer);

        protected override void Dispose(bool disposing)
        {
            part.Dispose();
            archive.Dispose();
            base.Dispose(disposing);
        }
    }
}
