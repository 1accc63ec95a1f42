namespace Bellwether.Indicators;

/// <summary>How a figure is broken down: by an attribute or the definition's own <c>split</c>, perhaps crossed with a second attribute, perhaps for one cohort.</summary>
/// <param name="By">Attribute, or <c>split</c>; empty for no breakdown.</param>
/// <param name="And">A second attribute to cross it with; empty for none. A split is not crossed.</param>
/// <param name="Where">Only cases of one member of an attribute, as at the day; null for all.</param>
public sealed record Breakdown(string By, string And = "", Cohort? Where = null)
{
    /// <summary>Children, by their places in the journeys, whose cases no cell counts; cases of no child are counted.</summary>
    public IReadOnlySet<int> Without { get; init; } = new HashSet<int>();
}

/// <summary>Children (or records) of one member of an attribute: <c>district = D01</c>.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Member">The member's code.</param>
public sealed record Cohort(string Attribute, string Member);

/// <summary>What became of a figure's cases between two dates. A case is a record on its date, or a child where the definition counts children.</summary>
/// <param name="Before">Cases on the first day.</param>
/// <param name="Now">Cases on the second.</param>
/// <param name="Entered">Cases now that were none before.</param>
/// <param name="Left">Cases before that are none now, as they were then.</param>
/// <param name="Changed">Cases on both days whose verdict is another, as they were and as they are.</param>
/// <param name="Because">Why it can't be worked out; empty where it can.</param>
public sealed record Movement(
    int Before, int Now, IReadOnlyList<CaseRow> Entered, IReadOnlyList<CaseRow> Left, IReadOnlyList<(CaseRow Before, CaseRow Now)> Changed, string Because)
{
    /// <summary>How many changed from one verdict to another, most first.</summary>
    public IReadOnlyList<(Verdict From, Verdict To, int Count)> Turns =>
        [.. Changed.GroupBy(c => (c.Before.Verdict, c.Now.Verdict)).Select(g => (g.Key.Item1, g.Key.Item2, g.Count())).OrderByDescending(t => t.Item3).ThenBy(t => t.Item1)];
}
