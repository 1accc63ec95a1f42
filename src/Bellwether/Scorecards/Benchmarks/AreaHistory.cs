namespace Bellwether.Scorecards;

/// <summary>Authorities merged and split, and returns made for two together: facts that decide what may be compared.</summary>
internal static class AreaHistory
{
    private static readonly int[][] JointReturns = [[314, 318], [940, 941]];

    // Structural changes orders in force on 1 April 2019, 2021 and 2023.
    private static readonly Reform[] Reforms =
    [
        new(2019, [835, 836, 837], [838, 839], "Dorset, Poole and Bournemouth", "Dorset (new) and Bournemouth, Christchurch and Poole"),
        new(2021, [928], [940, 941], "Northamptonshire", "North Northamptonshire and West Northamptonshire"),
        new(2023, [909], [942, 943], "Cumbria", "Cumberland and Westmorland and Furness"),
    ];

    /// <summary>What a reader must know of this authority's boundaries; empty where they were stable.</summary>
    public static IEnumerable<string> Of(PublishedArea area)
    {
        foreach (var reform in Reforms)
        {
            if (reform.Before.Contains(area.Number))
                yield return $"{area.Name} ended on 31 March {reform.Year}; {reform.NewNames} followed. It has no later values and no statistical neighbours of May 2025.";
            if (reform.After.Contains(area.Number))
                yield return $"{area.Name} began on 1 April {reform.Year} in place of {reform.OldNames}: its first values stand alone, and a change across that date compares different areas.";
        }
    }

    /// <summary>A warning where a pair that makes some returns together shows one value twice.</summary>
    public static IEnumerable<string> Joint(PublishedArea area, IReadOnlyDictionary<int, PublishedArea> areas, Func<int, double?> value)
    {
        foreach (var pair in JointReturns.Where(p => p.Contains(area.Number)))
        {
            var other = pair[0] == area.Number ? pair[1] : pair[0];
            if (value(area.Number) is { } own && own == value(other) && areas.TryGetValue(other, out var partner))
                yield return $"{partner.Name} has the same value: the two make some returns together, and a joint value stands under both and counts twice in ranks and quartiles.";
        }
    }

    private sealed record Reform(int Year, int[] Before, int[] After, string OldNames, string NewNames);
}
