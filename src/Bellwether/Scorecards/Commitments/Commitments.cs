using Bellwether.Codes;

namespace Bellwether.Scorecards;

/// <summary>What an authority set itself and wrote down beside its figures: plain files of its home, each of which may be missing.</summary>
/// <param name="Targets">targets.csv.</param>
/// <param name="Owners">owners.csv.</param>
/// <param name="Milestones">milestones.csv.</param>
/// <param name="ChangePoints">change-points.csv.</param>
/// <param name="Forecasts">forecasts.csv.</param>
/// <param name="Groups">groups.csv: authorities it compares itself with.</param>
public sealed record Commitments(Targets Targets, Owners Owners, Milestones Milestones, ChangePoints ChangePoints, Forecasts Forecasts, ComparatorGroups Groups)
{
    private static readonly string[] Files = [TargetFile.Name, "owners.csv", "milestones.csv", "change-points.csv", "forecasts.csv", "groups.csv"];

    /// <summary>Reads them all.</summary>
    /// <exception cref="ShelfException">One of them is not as it should be; file and line are named.</exception>
    public static Commitments Load(string home) =>
        new(Targets.Load(home), Owners.Load(home), Milestones.Load(home), ChangePoints.Load(home), Forecasts.Load(home), ComparatorGroups.Load(home));

    /// <summary>Changes whenever one of the files does.</summary>
    public static string StampOf(string home) => string.Join('|', Files.Select(f => new FileInfo(Path.Combine(home, f)))
        .Select(f => f.Exists ? $"{f.LastWriteTimeUtc.Ticks}:{f.Length}" : "-"));
}
