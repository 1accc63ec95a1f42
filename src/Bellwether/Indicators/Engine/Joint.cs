using Bellwether.Codes;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Cuts of one pass that need no counting of their own: attributes that never change for a child are counted jointly, by every combination,
/// and each is added up from there afterwards; so is the total, from whichever cut takes in every case once.
/// </summary>
internal sealed class Joint
{
    // More combinations than this take more time to add up, and more memory to run through, than they save.
    private const int Most = 512;

    private readonly (int From, int Members, Func<int, int>? MemberOf)[] _cuts;

    private Joint(IReadOnlyList<Cut> counted, (int From, int Members, Func<int, int>? MemberOf)[] cuts) => (Counted, _cuts) = (counted, cuts);

    /// <summary>The cuts to count.</summary>
    public IReadOnlyList<Cut> Counted { get; }

    /// <param name="cuts">The cuts asked for.</param>
    /// <param name="kind">What is counted.</param>
    /// <param name="combined">Gives one attribute that stands for several; it may keep it.</param>
    public static Joint Of(IReadOnlyList<Cut> cuts, RecordKind kind, Func<IReadOnlyList<AttributeSteps>, AttributeSteps> combined)
    {
        var (joined, count) = (new List<AttributeSteps>(), 1);
        foreach (var cut in cuts)
        {
            if (!IsPlain(cut) || cut.By is not { } by || joined.Contains(by) || by.From.Length != by.Offset.Length - 1 || !AttributeAxis.IsOfChildAlone(kind, by)
                || count * by.Codes.Count > Most) continue;
            joined.Add(by);
            count *= by.Codes.Count;
        }
        var counted = new List<Cut>();
        if (joined.Count > 0) counted.Add(Cut.Of(joined.Count == 1 ? joined[0] : combined(joined)));
        var result = new (int, int, Func<int, int>?)[cuts.Count];
        foreach (var c in Enumerable.Range(0, cuts.Count).OrderBy(c => cuts[c].By is null))
        {
            var cut = cuts[c];
            if (cut.By is { } by && IsPlain(cut) && joined.IndexOf(by) is >= 0 and var at)
            {
                var rest = joined.Skip(at + 1).Aggregate(1, (n, other) => n * other.Codes.Count);
                result[c] = (0, by.Codes.Count, code => code / rest % by.Codes.Count);
            }
            else if (cut.By is null && IsPlain(cut) && counted.FindIndex(IsPlain) is >= 0 and var whole) result[c] = (whole, 1, _ => 0);
            else
            {
                result[c] = (counted.Count, 0, null);
                counted.Add(cut);
            }
        }
        return new Joint(counted, result);
    }

    /// <summary>One attribute for several that never change: its members are their combinations, the last counting fastest.</summary>
    public static AttributeSteps Combine(IReadOnlyList<AttributeSteps> attributes)
    {
        var member = new int[attributes[0].Member.Length];
        foreach (var attribute in attributes)
        {
            var (own, count) = (attribute.Member, attribute.Codes.Count);
            for (var c = 0; c < member.Length; c++) member[c] = (member[c] * count) + own[c];
        }
        var members = attributes.Aggregate(1, (n, attribute) => n * attribute.Codes.Count);
        return new AttributeSteps("", new string[members], [], attributes[0].Offset, attributes[0].From, member);
    }

    /// <summary>The tallies of each cut asked for.</summary>
    /// <param name="counted">Those of <see cref="Counted"/>.</param>
    public IEnumerable<Tallies> Tallies(IReadOnlyList<Tallies> counted) => _cuts.Select(c => c.MemberOf is null ? counted[c.From] : counted[c.From].Summed(c.Members, c.MemberOf));

    private static bool IsPlain(Cut cut) => cut is { And: null, Where: null, Split: null };
}
