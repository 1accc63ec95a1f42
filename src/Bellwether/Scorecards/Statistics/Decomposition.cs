namespace Bellwether.Scorecards;

/// <summary>One group at two times.</summary>
/// <param name="Name">What a reader sees.</param>
public sealed record GroupChange(string Name, decimal NumeratorBefore, decimal DenominatorBefore, decimal NumeratorNow, decimal DenominatorNow);

/// <summary>What one group adds to a change in a percentage, in percentage points.</summary>
/// <param name="Group">The group at both times.</param>
/// <param name="Rate">Because its own percentage changed.</param>
/// <param name="Mix">Because its share of all cases changed while its percentage is above or below the whole's.</param>
public sealed record Contribution(GroupChange Group, decimal Rate, decimal Mix)
{
    /// <summary>Both.</summary>
    public decimal Points => Rate + Mix;
}

/// <summary>
/// A change in a percentage taken apart over groups: by how much they do better or worse (rate), and by how much the weights between them moved (mix).
/// The contributions add up to the change, to the last digits of decimal division.
/// </summary>
/// <param name="Change">In percentage points.</param>
/// <param name="Parts">One for each group, in the order given.</param>
public sealed record Decomposition(decimal Change, IReadOnlyList<Contribution> Parts)
{
    /// <summary>Sum of the rate effects.</summary>
    public decimal Rate => Parts.Sum(p => p.Rate);

    /// <summary>Sum of the mix effects.</summary>
    public decimal Mix => Parts.Sum(p => p.Mix);

    /// <summary>
    /// Rate = mean share × change of percentage; mix = change of share × (mean percentage − mean of the whole's). A group without cases at one of the
    /// times has no percentage then: all it brings is mix. None without cases at either time.
    /// </summary>
    public static Answer<Decomposition> Of(IReadOnlyList<GroupChange> groups)
    {
        var (before, now) = (groups.Sum(g => g.DenominatorBefore), groups.Sum(g => g.DenominatorNow));
        if (before <= 0 || now <= 0) return Answer<Decomposition>.None("there are no cases at one of the two times");
        var (wholeBefore, wholeNow) = (100 * groups.Sum(g => g.NumeratorBefore) / before, 100 * groups.Sum(g => g.NumeratorNow) / now);
        var whole = (wholeBefore + wholeNow) / 2;
        return new Decomposition(wholeNow - wholeBefore, [.. groups.Select(g =>
        {
            var (weightBefore, weightNow) = (g.DenominatorBefore / before, g.DenominatorNow / now);
            var p0 = Share(g.NumeratorBefore, g.DenominatorBefore) ?? Share(g.NumeratorNow, g.DenominatorNow) ?? whole;
            var p1 = Share(g.NumeratorNow, g.DenominatorNow) ?? p0;
            return new Contribution(g, (weightBefore + weightNow) / 2 * (p1 - p0), (weightNow - weightBefore) * (((p0 + p1) / 2) - whole));
        })]);
    }

    private static decimal? Share(decimal numerator, decimal denominator) => denominator > 0 ? 100 * numerator / denominator : null;
}
