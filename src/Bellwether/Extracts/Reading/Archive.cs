namespace Bellwether.Extracts.Reading;

/// <summary>
/// A zip that holds extracts: CSV files, workbooks, returns, in folders or not. Its files are read where they lie. An archive within it is
/// refused, as is one that unpacks to more than <see cref="ReadingLimits.ArchiveBytes"/>; a part that holds more than it declares is refused as it is read.
/// </summary>
internal static class Archive
{
    /// <summary>The files of a zip that is no workbook, in order of name; null where the file is none.</summary>
    /// <exception cref="FileRejectedException">It is damaged, hostile or too large.</exception>
    public static IReadOnlyList<FileSource>? Files(FileSource file, ReadingLimits limits)
    {
        if (FileRecognition.Look(file).Kind != FileKind.Zip) return null;
        using var bytes = file.Bytes();
        var parts = ZipDirectory.Read(bytes, bytes.Length, limits);
        if (ZipContents.Kind(parts) != FileKind.Zip) return null;
        var entries = parts.Entries.Where(e => !IsAside(e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal).ToList();
        if (entries.Sum(e => Math.Min(e.Size, limits.ArchiveBytes + 1)) > limits.ArchiveBytes)
            throw new FileRejectedException("file-bomb", $"The archive unpacks to more than {limits.ArchiveBytes >> 20:N0} MB.", "Load its files in several goes.");
        return [.. entries.Select(e => FileSource.InArchive(file.Path, e, limits))];
    }

    /// <summary>Folders, and what a Mac adds of its own.</summary>
    private static bool IsAside(string name) => name.EndsWith('/') || name.StartsWith("__MACOSX/", StringComparison.Ordinal);
}
