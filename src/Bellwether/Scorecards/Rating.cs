namespace Bellwether.Scorecards;

/// <summary>How a figure stands against its target.</summary>
public enum Rating
{
    /// <summary>Off target: beyond the amber edge.</summary>
    Red,

    /// <summary>Within tolerance: between the edge, inclusive, and the target.</summary>
    Amber,

    /// <summary>On target: the target or better.</summary>
    Green,
}

/// <summary>How far a figure is from a better band.</summary>
/// <param name="Band">The band it would reach.</param>
/// <param name="Points">Distance in the unit shown, from the unrounded value; never negative. Rounded only for display.</param>
/// <param name="Cases">
/// Whole cases that would have to change, the base staying as it is; null where numerator and denominator are not known.
/// </param>
public sealed record Distance(Rating Band, decimal Points, long? Cases);

/// <summary>A figure's rating, or why it has none.</summary>
/// <param name="Rating">Null where there is none.</param>
/// <param name="Reason">With a rating: why in words ("below the 80% floor"). Without: why not.</param>
/// <param name="Target">The target in force at the window's last day; null where none is set.</param>
/// <param name="Better">Every better band, nearest first; empty when Green or not rated.</param>
/// <param name="Clash">
/// What the printed value seems to contradict: "22.0 (22.01), above 22". Empty where print and rating agree.
/// </param>
public sealed record Judgement(Rating? Rating, string Reason, Target? Target, IReadOnlyList<Distance> Better, string Clash)
{
    /// <summary>Distance to the next better band; null when Green or not rated.</summary>
    public Distance? ToNextBand => Better.Count > 0 ? Better[0] : null;
}
