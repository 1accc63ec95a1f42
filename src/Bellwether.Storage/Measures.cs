using System.Text.Json;
using Bellwether.Calendar;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>How large the lists of an extract are and how full its columns: what the next load of the same source is held against.</summary>
/// <param name="Lists">Rows loaded by list; of yearly returns read together the mean of a year.</param>
/// <param name="Fields">By <c>source|kind.field</c>: how many records have a value.</param>
/// <param name="Records">By <c>source|kind</c>: how many records there are.</param>
internal sealed record Measures(Dictionary<string, int> Lists, Dictionary<string, int> Fields, Dictionary<string, int> Records)
{
    private const string YearTo = ", year to ";

    /// <summary>Rows loaded by list of XML and JSON files, where a list without rows is not there at all; empty in loads of before 22 November 2026.</summary>
    public Dictionary<string, int> Elements { get; init; } = [];

    public static Measures Of(Extract extract)
    {
        var sources = extract.Records.Statements.Select(s => s.Source).Distinct().ToList();
        var (fields, records) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var said in extract.Records.Statements.Where(s => s.Holds != Completeness.Absent).DistinctBy(s => (s.Source, s.Kind)))
        {
            var table = extract.Records.Table(said.Kind);
            int[] rows = [.. Enumerable.Range(0, table.Count).Where(r => extract.Records.Places[table.Places[r]].Speaker == said.Speaker)];
            records[$"{said.Source}|{said.Kind}"] = rows.Length;
            for (var f = 0; f < table.Kind.Fields.Count; f++)
                fields[$"{said.Source}|{said.Kind}.{table.Kind.Fields[f].Name}"] = rows.Count(r => table[r, f] is not Days.Unknown and not Days.None);
        }
        // A file of changes alone states nothing, and has no size to keep.
        return new Measures(Sizes(extract, l => l.HeadingRow > 0 && l.List != "values" && !l.IsRestricted), fields, records)
        { Elements = Sizes(extract, l => l.HeadingRow == 0 && sources.Exists(s => l.List.StartsWith(s, StringComparison.Ordinal))) };
    }

    private static Dictionary<string, int> Sizes(Extract extract, Func<ReceiptLine, bool> counts) =>
        extract.Receipt.Where(counts).GroupBy(l => Name(l.List), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (int)g.GroupBy(l => l.List).Average(y => y.Sum(l => l.Loaded)), StringComparer.Ordinal);

    public static Measures Read(string json) => json.Length == 0 ? new([], [], []) : JsonSerializer.Deserialize<Measures>(json)!;

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>A list's title without the year it speaks for.</summary>
    public static string Name(string list) => list.IndexOf(YearTo, StringComparison.Ordinal) is > 0 and var at ? list[..at] : list;

    /// <summary>The list is one year's of a return.</summary>
    public static bool IsYearly(string list) => list.Contains(YearTo, StringComparison.Ordinal);
}
