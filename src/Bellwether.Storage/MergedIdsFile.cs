using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Journeys;

namespace Bellwether.Storage;

/// <summary>merged_ids.csv of a home: kept by hand, and added to where a load's question was answered with yes.</summary>
internal static class MergedIdsFile
{
    /// <summary>Adds lines under the file's own headings, whole or not at all; makes the file where it is missing.</summary>
    public static void Add(string home, IReadOnlyList<MergedId> merged) => SettingsFile.Add(Path.Combine(home, "merged_ids.csv"), ["old_id", "new_id", "merged_on"],
        merged.Select(m => (string[])[m.OldId, m.NewId, IsoDate.Format(m.MergedOn)]));
}
