using Bellwether.Extracts;

namespace Bellwether.Scorecards;

/// <summary>Who answers for an indicator.</summary>
public sealed record Owner(string CabinetMember, string Director, string Portfolio, string Division)
{
    /// <summary>Nobody named.</summary>
    public static Owner Unnamed { get; } = new("", "", "", "");
}

/// <summary>Owners by indicator, from owners.csv of a home; the line <c>*</c> serves indicators that have none of their own.</summary>
public sealed class Owners
{
    private readonly Dictionary<string, Owner> _byIndicator;

    private Owners(Dictionary<string, Owner> byIndicator) => _byIndicator = byIndicator;

    /// <summary>The indicator's owner, else the owner of all, else nobody.</summary>
    public Owner Of(string indicator) => _byIndicator.GetValueOrDefault(indicator) ?? _byIndicator.GetValueOrDefault("*") ?? Owner.Unnamed;

    /// <summary>Reads <c>indicator,cabinet_member,director,portfolio,division</c>; a missing file is no owners.</summary>
    public static Owners Load(string home) => new(
        SettingsFile.Read(Path.Combine(home, "owners.csv"), "indicator", "cabinet_member", "director", "portfolio", "division")
            .GroupBy(l => l.Required("indicator"), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Owner(g.Last()["cabinet_member"], g.Last()["director"], g.Last()["portfolio"], g.Last()["division"]), StringComparer.Ordinal));
}
