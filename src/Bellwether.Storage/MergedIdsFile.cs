using System.Globalization;
using Bellwether.Extracts;
using Bellwether.Journeys;

namespace Bellwether.Storage;

/// <summary>merged_ids.csv of a home: kept by hand, and added to where a load's question was answered with yes.</summary>
internal static class MergedIdsFile
{
    private const string Name = "merged_ids.csv";

    /// <summary>Adds lines under the file's own headings, whole or not at all; makes the file where it is missing.</summary>
    public static void Add(string home, IReadOnlyList<MergedId> merged)
    {
        var file = Path.Combine(home, Name);
        var lines = File.Exists(file) ? File.ReadAllLines(file).ToList() : ["old_id,new_id,merged_on"];
        IReadOnlyList<string> headings = ["old_id", "new_id", "merged_on"];
        if (File.Exists(file))
            using (var table = HeadedTable.Open(file)) headings = [.. table.Headings];
        lines.AddRange(merged.Select(m => string.Join(',', headings.Select(h => h.ToLowerInvariant() switch
        {
            "old_id" => AnswersFile.Quoted(m.OldId),
            "new_id" => AnswersFile.Quoted(m.NewId),
            "merged_on" => m.MergedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => "",
        }))));
        File.WriteAllLines(file + ".new", lines);
        File.Move(file + ".new", file, overwrite: true);
    }
}
