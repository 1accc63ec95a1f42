using Bellwether.Codes;
using Bellwether.Extracts.Maps;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>
/// The room's front door: files in, records with statements, findings and a receipt out. What a file is, its headings say, never
/// its name. Reads only; keeps nothing between calls.
/// </summary>
public sealed class ExtractReader
{
    private readonly RecordKinds _kinds;
    private readonly CodeLists _codes;
    private readonly ReadingSettings _settings;
    private readonly IReadOnlyList<ExtractMap> _maps;
    private readonly Recognition _recognition;

    /// <exception cref="ShelfException">A column map is not as it should be; file and line are named.</exception>
    public ExtractReader(RecordKinds kinds, CodeLists codes, ReadingSettings settings)
    {
        (_kinds, _codes, _settings) = (kinds, codes, settings);
        _maps = ExtractMapFile.Load(settings.MapFolders, kinds);
        _recognition = new Recognition(_maps);
    }

    /// <summary>Reads files, and every CSV file and workbook in folders and the folders in them, as one extract.</summary>
    /// <param name="paths">
    /// Files or folders; several make one extract. A file that is no list known here is rejected where it is named, and passed over with
    /// a note where it lies in a folder beside lists.
    /// </param>
    /// <param name="dataDate">The day the extract was taken; null to work it out from its dates (<see cref="DayCounts"/>).</param>
    /// <param name="progress">Told now and then how far reading has come.</param>
    /// <returns>An extract; where <see cref="Extract.IsRejected"/> its records are empty and nothing may be loaded.</returns>
    public Extract Read(IReadOnlyList<string> paths, DateOnly? dataDate = null, IProgress<ReadingProgress>? progress = null)
    {
        var reading = new ExtractReading(_kinds, _codes, _settings, _maps, _recognition, progress);
        return reading.Run(Find(paths), dataDate);
    }

    /// <summary>The files that reading those paths would open, in order.</summary>
    public static IReadOnlyList<string> Files(IReadOnlyList<string> paths) => [.. Find(paths).Select(f => f.Path)];

    private static List<ExtractFile> Find(IReadOnlyList<string> paths)
    {
        var files = new List<ExtractFile>();
        foreach (var path in paths)
            if (Directory.Exists(path))
                files.AddRange(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsTable).Order(StringComparer.Ordinal)
                    .Select(f => new ExtractFile(f, false)));
            else files.Add(new ExtractFile(path, true));
        return files;
    }

    /// <summary>In a folder only what is named as a table is opened: a README beside the extract is no fault. A file named outright always is.</summary>
    private static bool IsTable(string file) =>
        !Path.GetFileName(file).StartsWith('.') && !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal)
        && Path.GetExtension(file).ToUpperInvariant() is var named && (named is ".CSV" or ".XLSX" or ".XLSM" or ".XLS" or ".XLSB" or ".ODS" or ".TSV"
            || (named == ".XML" && FileRecognition.Look(file).Root == CinCensusXml.Root));
}

/// <summary>A file to read, and whether the caller named it or it was found in a folder.</summary>
internal sealed record ExtractFile(string Path, bool IsNamed);
