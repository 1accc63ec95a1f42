namespace Bellwether.Codes;

/// <summary>
/// One code of a list. <paramref name="From"/> and <paramref name="To"/> are the first and last day on which a return may
/// carry it, both included, null where there is no end; a code out of its dates is still read, and only then noted.
/// <paramref name="Group"/> is the reporting group ("foster", "White", "EET"), null where the list has none.
/// </summary>
public sealed record CodeEntry(
    string Code, string Label, DateOnly? From, DateOnly? To, string? Group, IReadOnlyList<string> Aliases);
