namespace Bellwether.Journeys;

/// <summary>
/// What an authority says of itself, from the plain files of its home: authority.yaml, teams.csv, districts.csv, populations.csv.
/// </summary>
/// <param name="Name">As printed.</param>
/// <param name="LaCode">Three digits.</param>
/// <param name="CaseWorkerRoles">Allocation roles that hold a case: CW.</param>
/// <param name="NonCaseHoldingTitles">Job titles or post roles that may not hold a case although registered: managers, assistants, duty trays.</param>
/// <param name="SetAsideLimitPercent">Above this share of a list's rows set aside, <c>load</c> ends with exit code 4.</param>
/// <param name="Teams">Every dated name and parent of every team.</param>
/// <param name="Districts">District code and name.</param>
/// <param name="Populations">Mid-year estimates.</param>
/// <param name="MergedIds">Ids that turned out to be one child.</param>
public sealed record Authority(
    string Name, string LaCode, IReadOnlyList<string> CaseWorkerRoles, IReadOnlyList<string> NonCaseHoldingTitles,
    decimal SetAsideLimitPercent, IReadOnlyList<TeamEntry> Teams, IReadOnlyList<(string Code, string Name)> Districts,
    IReadOnlyList<PopulationEntry> Populations, IReadOnlyList<MergedId> MergedIds)
{
    /// <summary>The scorecard shown where none is asked for.</summary>
    public string Scorecard { get; init; } = "children";

    /// <summary>Pages warn where the data date is more days ago than this.</summary>
    public int StaleAfterDays { get; init; } = 45;

    /// <summary>True for a home made by <c>demo</c>: invented children, and readers picked from a list.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>An authority with no settings: no districts, no populations, case worker role CW.</summary>
    public static Authority Unnamed { get; } = new("Unnamed authority", "000", ["CW"], ["Team Manager", "Social Work Assistant", "Duty Tray", "TM", "SWA"], 1m, [], [], [], []);

    /// <summary>These ids and every other that was merged with one of them: all the ids those children ever had.</summary>
    public IReadOnlySet<string> WithMerged(IEnumerable<string> ids)
    {
        var all = ids.ToHashSet(StringComparer.Ordinal);
        for (var before = -1; before != all.Count;)
        {
            before = all.Count;
            foreach (var merged in MergedIds.Where(m => all.Contains(m.OldId) || all.Contains(m.NewId))) all.UnionWith([merged.OldId, merged.NewId]);
        }
        return all;
    }

    /// <summary>Reads the settings files of a home; a file that is missing leaves its list empty.</summary>
    /// <exception cref="Codes.ShelfException">A file is not as it should be; file and line are named.</exception>
    public static Authority Load(string home) => AuthorityFiles.Load(home);
}

/// <summary>A team as it was called from a date.</summary>
/// <param name="Code">Stays the same through renames.</param>
/// <param name="Name">From <paramref name="From"/>.</param>
/// <param name="Kind">CSWT, LAC, DCT, DUTY, LC …</param>
/// <param name="Service">The service it belongs to.</param>
/// <param name="Parent">Parent team's code; empty for none.</param>
/// <param name="District">District code; empty for county-wide.</param>
/// <param name="From">First day of this name; null for always.</param>
/// <param name="To">First day it no longer exists; null while it does.</param>
/// <param name="Successor">Who took over; empty for nobody.</param>
public sealed record TeamEntry(
    string Code, string Name, string Kind, string Service, string Parent, string District, DateOnly? From, DateOnly? To, string Successor);

/// <summary>People of an area at a mid-year.</summary>
/// <param name="Area">Empty for the whole authority, else a district code.</param>
/// <param name="MidYear">2024 is mid-2024, and serves the year ending 31 March 2025.</param>
/// <param name="AgeFrom">Completed years, inclusive.</param>
/// <param name="AgeTo">Inclusive.</param>
/// <param name="Count">People.</param>
/// <param name="Source">Publication and vintage.</param>
public sealed record PopulationEntry(string Area, int MidYear, int AgeFrom, int AgeTo, long Count, string Source);

/// <summary>Two ids that are one child from a day on: history follows the new id.</summary>
public sealed record MergedId(string OldId, string NewId, DateOnly MergedOn);
