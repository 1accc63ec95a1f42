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
    private const int Most = 256;

    private readonly Source[] _cuts;

    private Joint(IReadOnlyList<Cut> counted, Source[] cuts) => (Counted, _cuts) = (counted, cuts);

    /// <param name="Counted">Which of the cuts counted it comes from.</param>
    /// <param name="Members">How many members it has, where they are not those counted.</param>
    /// <param name="MemberOf">The member of each one counted; null where they are the same.</param>
    private sealed record Source(int Counted, int Members, Func<int, int>? MemberOf);

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
        var result = new Source[cuts.Count];
        for (var c = 0; c < result.Length; c++)
        {
            var cut = cuts[c];
            if (cut.By is null && IsPlain(cut)) continue;
            if (cut.By is { } by && IsPlain(cut) && joined.IndexOf(by) is >= 0 and var at)
            {
                var rest = 1;
                for (var j = at + 1; j < joined.Count; j++) rest *= joined[j].Codes.Count;
                result[c] = new Source(0, by.Codes.Count, code => code / rest % by.Codes.Count);
            }
            else
            {
                result[c] = new Source(counted.Count, 0, null);
                counted.Add(cut);
            }
        }
        var whole = counted.FindIndex(IsPlain);
        if (whole < 0)
        {
            whole = counted.Count;
            if (Array.IndexOf(result, null) >= 0) counted.Add(Cut.Whole);
        }
        for (var c = 0; c < result.Length; c++) result[c] ??= new Source(whole, 1, _ => 0);
        return new Joint(counted, result);
    }

    /// <summary>One attribute for several that never change: its members are their combinations, the last counting fastest.</summary>
    public static AttributeSteps Combine(IReadOnlyList<AttributeSteps> attributes)
    {
        var member = new int[attributes[0].Member.Length];
        var members = 1;
        foreach (var attribute in attributes)
        {
            var (own, count) = (attribute.Member, attribute.Codes.Count);
            for (var c = 0; c < member.Length; c++) member[c] = (member[c] * count) + own[c];
            members *= count;
        }
        return new AttributeSteps("", new string[members], [], attributes[0].Offset, attributes[0].From, member);
    }

    /// <summary>What was counted for each cut asked for.</summary>
    /// <param name="counted">By <see cref="Counted"/>.</param>
    /// <param name="summed">The same by fewer members: how many, and to which of them each one counted belongs.</param>
    public T[] Of<T>(T[] counted, Func<T, int, Func<int, int>, T> summed) =>
        Array.ConvertAll(_cuts, c => c.MemberOf is null ? counted[c.Counted] : summed(counted[c.Counted], c.Members, c.MemberOf));

    private static bool IsPlain(Cut cut) => cut is { And: null, Where: null, Listed: null, Split: null };
}
