namespace Bellwether.Scorecards;

/// <summary>Two ends, both included, between which a figure may lie.</summary>
/// <param name="Low">In the unit shown.</param>
/// <param name="High">In the unit shown.</param>
/// <param name="Percent">How sure it is meant to be: 95 or 80.</param>
/// <param name="Method">Its name, for the reader who wants to check: "Wilson".</param>
public sealed record Interval(decimal Low, decimal High, int Percent, string Method)
{
    /// <summary>True for its ends too.</summary>
    public bool Holds(decimal value) => Low <= value && value <= High;
}
