namespace Bellwether.Scorecards;

/// <summary>An area of the published tables.</summary>
/// <param name="Number">The DfE's number: authorities below 970, England 970, regions above.</param>
/// <param name="Name">As LAIT spells it.</param>
/// <param name="Region">The region's name as LAIT spells it beside an authority: <c>Inner London</c>; empty for England and regions.</param>
public sealed record PublishedArea(int Number, string Name, string Region)
{
    internal const int England = 970;
    internal const int London = 986;
    private const int InnerLondon = 987;
    private const int OuterLondon = 988;

    /// <summary>An authority of today or a predecessor, not England and not a region.</summary>
    public bool IsAuthority => Number < England;

    /// <summary>The name without case, signs and spaces, so that St Helens finds St. Helens.</summary>
    internal static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>Which region an authority names, among all areas; null where none has that name.</summary>
    internal static int? RegionNumber(string region, IEnumerable<PublishedArea> areas) => region switch
    {
        "Inner London" => InnerLondon,
        "Outer London" => OuterLondon,
        // Yorkshire and The Humber beside an authority is Yorkshire and the Humber as a region.
        _ => areas.FirstOrDefault(a => a.Number > England && a.Name.Equals(region, StringComparison.OrdinalIgnoreCase))?.Number,
    };
}
