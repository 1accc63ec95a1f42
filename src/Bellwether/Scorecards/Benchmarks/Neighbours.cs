using System.Globalization;
using Bellwether.Extracts;

namespace Bellwether.Scorecards;

/// <summary>Which list of statistical neighbours: comparisons by one are not comparable with those by the other.</summary>
public enum NeighbourModel
{
    May2025,
    April2021,
}

/// <summary>One statistical neighbour.</summary>
/// <param name="Number">The DfE's number of the authority.</param>
/// <param name="Closeness">In the model's words: <c>Very close</c>; empty where the list says nothing.</param>
public sealed record NeighbourEntry(int Number, string Closeness);

/// <summary>The ten statistical neighbours of each authority, nearest first, by one model.</summary>
internal sealed class Neighbours
{
    private const int ListLength = 10;
    private readonly Dictionary<int, IReadOnlyList<NeighbourEntry>> _lists = [];

    /// <summary>Names by number, as the list spells them: <c>County Durham</c> where LAIT says Durham.</summary>
    public Dictionary<int, string> Names { get; } = [];

    /// <summary>The neighbours; empty for an authority that the model does not know.</summary>
    public IReadOnlyList<NeighbourEntry> Of(int authority) => _lists.GetValueOrDefault(authority) ?? [];

    public static Neighbours Load(string folder, NeighbourModel model) => model == NeighbourModel.May2025
        ? Load(Path.Combine(folder, "sn_model_2025_wide.csv"), "old_la_code", "la_name", "SN_")
        : Load(Path.Combine(folder, "New_Statistical_Neighbour_Groupings_April_2021.csv"), "LA num", "LA Name", "SN");

    private static Neighbours Load(string path, string number, string name, string neighbour)
    {
        var read = new Neighbours();
        foreach (var line in SettingsFile.Read(path, number, name, $"{neighbour}1", $"{neighbour}{ListLength}"))
        {
            // The 2021 list has lines between its parts that name no authority.
            if (Number(line[number]) is not { } authority) continue;
            read.Names[authority] = line[name];
            read._lists[authority] = [.. Enumerable.Range(1, ListLength)
                .Select(i => (Number: Number(line[$"{neighbour}{i}"]), Closeness: line[$"{neighbour}{i}P"]))
                .Where(n => n.Number is not null).Select(n => new NeighbourEntry(n.Number!.Value, n.Closeness))];
        }
        return read;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
