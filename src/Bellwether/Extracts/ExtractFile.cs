using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>A file to read: one that the caller named, or one found in a folder or an archive.</summary>
/// <param name="Source">Where it lies.</param>
/// <param name="IsNamed">The caller named it outright.</param>
/// <param name="Fault">Why an archive could not be opened; null for a file that is still to be tried.</param>
internal sealed record ExtractFile(FileSource Source, bool IsNamed, FileRejectedException? Fault = null)
{
    // A first line with fewer separators than this is prose.
    private const int FewestSeparators = 2;

    private static readonly string[] TableNames = [".CSV", ".XLSX", ".XLSM", ".XLS", ".XLSB", ".ODS", ".TSV"];

    /// <summary>The files of paths: those named, those in folders and the folders in them, and those in archives.</summary>
    public static IReadOnlyList<ExtractFile> Find(IReadOnlyList<string> paths, ReadingLimits limits)
    {
        var files = new List<ExtractFile>();
        foreach (var path in paths)
            if (Directory.Exists(path))
                foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                    Add(files, FileSource.OnDisk(file, limits), false, limits);
            else Add(files, FileSource.OnDisk(path, limits), true, limits);
        return files;
    }

    private static void Add(List<ExtractFile> files, FileSource file, bool isNamed, ReadingLimits limits)
    {
        if (!isNamed && !IsTable(file)) return;
        try
        {
            if (Archive.Files(file, limits) is { } parts)
            {
                var tables = parts.Where(IsTable).ToList();
                files.AddRange(tables.Select(p => new ExtractFile(p, false)));
                if (tables.Count > 0) return;
                files.Add(new ExtractFile(file, isNamed, new FileRejectedException("archive-without-tables",
                    "It is a zip archive, and no file in it is a table or a return.", "Load the archive that holds the extract.")));
            }
            else files.Add(new ExtractFile(file, isNamed));
        }
        catch (FileRejectedException e) { files.Add(new ExtractFile(file, isNamed, e)); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { files.Add(new ExtractFile(file, isNamed)); }
    }

    /// <summary>
    /// In a folder only what is named as a table, or proves to be one, is opened: a README beside the extract is no fault. A file named outright always is.
    /// </summary>
    private static bool IsTable(FileSource file)
    {
        if (file.OwnName.StartsWith('.') || file.OwnName.StartsWith("~$", StringComparison.Ordinal)) return false;
        if (TableNames.Contains(Path.GetExtension(file.OwnName).ToUpperInvariant())) return true;
        try
        {
            var looks = FileRecognition.Look(file);
            return looks.Kind switch
            {
                FileKind.Xml => XmlForm.HasRoot(looks.Root),
                FileKind.Json => Utf16Text.Head(file, 1 << 16).AsSpan().IndexOf(DailyFlowJson.Mark) >= 0,
                FileKind.Csv => HasColumns(file.Head(1 << 12)),
                FileKind.Zip or FileKind.Xls or FileKind.EncryptedWorkbook => true,
                _ => false,
            };
        }
        catch (FileRejectedException) { return true; }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return false; }
    }

    private static bool HasColumns(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOfAny((byte)'\r', (byte)'\n');
        var line = end < 0 ? head : head[..end];
        return Math.Max(Math.Max(line.Count((byte)'\t'), line.Count((byte)'|')), Math.Max(line.Count((byte)';'), line.Count((byte)','))) >= FewestSeparators && !line.Contains((byte)' ')
            && line.IndexOf("://"u8) < 0;
    }
}
