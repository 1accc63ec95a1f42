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

    /// <exception cref="ShelfException">A column map or columns.csv is not as it should be; file and line are named.</exception>
    public ExtractReader(RecordKinds kinds, CodeLists codes, ReadingSettings settings)
    {
        (_kinds, _codes, _settings) = (kinds, codes, settings);
        _maps = OwnHeadings.Apply(ExtractMapFile.Load(settings.MapFolders, kinds), settings.ColumnsFile);
        _recognition = new Recognition(_maps);
    }

    /// <summary>Reads files, and every table and return in folders, the folders in them and zip archives, as one extract.</summary>
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
        return reading.Run(ExtractFile.Find(paths, _settings.Limits), dataDate);
    }

    /// <summary>The files on disk that reading those paths would open, in order.</summary>
    public static IReadOnlyList<string> Files(IReadOnlyList<string> paths) =>
        [.. ExtractFile.Find(paths, ReadingLimits.Default).Select(f => f.Source.Path).Distinct(StringComparer.Ordinal)];
}
