using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Scorecards;

/// <summary>Authorities that this one compares itself with, by its own choice.</summary>
/// <param name="Name">What the group is called.</param>
/// <param name="From">The day it was agreed; null where that is not said.</param>
/// <param name="Owner">Who chose it.</param>
/// <param name="Authorities">Names or DfE numbers.</param>
public sealed record ComparatorGroup(string Name, DateOnly? From, string Owner, IReadOnlyList<string> Authorities);

/// <summary>Own groups of authorities, from groups.csv of a home.</summary>
public sealed class ComparatorGroups
{
    private ComparatorGroups(IReadOnlyList<ComparatorGroup> all) => All = all;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ComparatorGroup> All { get; }

    /// <summary>Reads <c>group,authority,from,owner</c>, one line for each authority; a missing file is no groups.</summary>
    /// <exception cref="ShelfException">A cell is not as it should be.</exception>
    public static ComparatorGroups Load(string home) => new(
        [.. SettingsFile.Read(Path.Combine(home, "groups.csv"), "group", "authority").GroupBy(l => l.Required("group"), StringComparer.Ordinal).Select(g =>
            new ComparatorGroup(g.Key, g.Select(l => l.Date("from")).FirstOrDefault(d => d is not null), g.Select(l => l["owner"]).FirstOrDefault(o => o.Length > 0) ?? "",
                [.. g.Select(l => l.Required("authority"))]))]);
}
