namespace Bellwether.Journeys;

/// <summary>
/// An attribute of each child as steps over time: team, district, age band, case type, placement … as at any day.
/// Shapes: <see cref="Offset"/> <c>[children + 1]</c>; <see cref="From"/> and <see cref="Member"/> <c>[steps]</c>.
/// A child's first step begins at <see cref="int.MinValue"/>, so every day has a member.
/// </summary>
/// <param name="Name">As a breakdown is asked for: <c>team</c>, <c>age-band</c>.</param>
/// <param name="Codes">Member codes; member 0 is always the code <c>unknown</c>, so that members sum to the total.</param>
/// <param name="Labels">What a reader sees for each member.</param>
/// <param name="Offset">Where each child's steps begin.</param>
/// <param name="From">Day number from which the step holds.</param>
/// <param name="Member">The member from that day.</param>
public sealed record AttributeSteps(
    string Name, IReadOnlyList<string> Codes, IReadOnlyList<string> Labels, int[] Offset, int[] From, int[] Member)
{
    /// <summary>The member in force for a child at the close of a day.</summary>
    public int At(int child, int day)
    {
        var step = Offset[child + 1] - 1;
        while (step > Offset[child] && From[step] > day) step--;
        return Member[step];
    }
}
