using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>What a home adds to reading: its own column maps and its lookup of districts.</summary>
/// <param name="MapFolders">Folders of column maps; the shipped one first. A folder that is missing is passed over.</param>
/// <param name="DistrictsFile">postcode_districts.csv with columns sector and district; empty for none: then no district is known.</param>
/// <param name="MergedIdsFile">merged_ids.csv of the home, whose column old_id holds the ids that are no more; empty for none.</param>
/// <param name="Limits">What a file may hold at most.</param>
public sealed record ReadingSettings(IReadOnlyList<string> MapFolders, string DistrictsFile, string MergedIdsFile, ReadingLimits Limits)
{
    /// <summary>
    /// The home's own key for the numbers that stand for carers and places, so that nobody can find a postcode by trying them all. Zeros
    /// where nothing is kept.
    /// </summary>
    public ReadOnlyMemory<byte> Key { get; init; } = new byte[32];

    /// <summary>crosswalk.csv of the home, which joins the ids of several sources; empty for none.</summary>
    public string CrosswalkFile { get; init; } = "";

    /// <summary>sources.csv of the home, which says whose word goes first; empty for none.</summary>
    public string SourcesFile { get; init; } = "";

    /// <summary>columns.csv of the home: the council's own headings (<see cref="Mapping"/>); empty for none.</summary>
    public string ColumnsFile { get; init; } = "";

    /// <summary>synonyms.csv of the home: the council's own words for codes; empty for none.</summary>
    public string SynonymsFile { get; init; } = "";

    /// <summary>What reads old workbooks; null where nothing can: then they are rejected.</summary>
    public XlsWorker? XlsWorker { get; init; } = Reading.XlsWorker.Beside();

    /// <summary>Finds records that earlier loads brought, for lists that only fill; null where nothing is stored.</summary>
    public StoredKey? Stored { get; init; }

    /// <summary>Whether a person said yes to a code for a source: which sheet is meant, for one. No, where nobody was asked.</summary>
    public Func<string, string, bool> Agreed { get; init; } = (_, _) => false;

    /// <summary>The home's own LA code, which a return must name if it names one; empty where any authority's return may be read.</summary>
    public string Authority { get; init; } = "";

    /// <summary>How many lists may be read side by side; what is read is the same for any number.</summary>
    public int Hands { get; init; } = Environment.ProcessorCount;

    /// <summary>The shipped maps and, where a home is given, its folder <c>extracts</c>, its <c>postcode_districts.csv</c>, <c>merged_ids.csv</c>, <c>crosswalk.csv</c>, <c>sources.csv</c>, <c>columns.csv</c> and <c>synonyms.csv</c>.</summary>
    public static ReadingSettings For(string shelf, string home = "") => new(
        home.Length == 0 ? [Path.Combine(shelf, "extracts")] : [Path.Combine(shelf, "extracts"), Path.Combine(home, "extracts")],
        home.Length == 0 ? "" : Path.Combine(home, "postcode_districts.csv"),
        home.Length == 0 ? "" : Path.Combine(home, "merged_ids.csv"), ReadingLimits.Default)
    {
        CrosswalkFile = home.Length == 0 ? "" : Path.Combine(home, "crosswalk.csv"),
        SourcesFile = home.Length == 0 ? "" : Path.Combine(home, "sources.csv"),
        ColumnsFile = home.Length == 0 ? "" : MappingFile.Path(home, MappingOf.Column),
        SynonymsFile = home.Length == 0 ? "" : MappingFile.Path(home, MappingOf.Code),
    };
}

/// <summary>The key under which a record is stored; null where there is none.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="key">The key looked for.</param>
/// <param name="subject">Where no record has it: whose record …</param>
/// <param name="day">… that began or happened on this day number.</param>
public delegate string? StoredKey(string kind, string key, string subject, int day);

/// <summary>How far reading has come.</summary>
/// <param name="File">File being read.</param>
/// <param name="Done">Lists read.</param>
/// <param name="Of">Lists to read.</param>
/// <param name="Rows">Rows read so far, in all lists.</param>
public sealed record ReadingProgress(string File, int Done, int Of, long Rows);
