using Bellwether.Extracts.Maps;

namespace Bellwether.Extracts;

/// <summary>
/// One of those who read lists side by side. Lists that speak of one kind of record are read by one hand, in the maps' order, so that what a
/// hand gathers depends on no other; joined in the order of the hands it is the same however fast each of them was.
/// </summary>
internal sealed class ReadingHand(Staging staging, Derivations derivations)
{
    public Staging Staging { get; } = staging;
    public Derivations Derivations { get; } = derivations;
    public FindingLog Log { get; } = new();

    /// <summary>Which rows of the list at hand are exact copies.</summary>
    public Copies Copies { get; } = new();

    public DayCounts Days { get; } = new();

    /// <summary>Days of returns: they say nothing of when the extract was taken.</summary>
    public DayCounts Unheard { get; } = new();

    /// <summary>
    /// The hand that reads each list, from 0. Lists that have a kind in common fall together, and so does all that is no CSV file; then
    /// those with most to do are dealt out first, the very first to the last hand.
    /// </summary>
    public static int[] Deal(IReadOnlyList<FoundList> lists, int hands)
    {
        var group = new int[lists.Count];
        for (var l = 0; l < group.Length; l++) group[l] = l;
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var l = 0; l < lists.Count; l++)
            foreach (var met in Meets(lists[l]))
                if (!first.TryAdd(met, group[l]) && first[met] is var other && other != group[l])
                {
                    var mine = group[l];
                    for (var o = 0; o < group.Length; o++)
                        if (group[o] == mine) group[o] = other;
                    foreach (var (kind, of) in first.ToList())
                        if (of == mine) first[kind] = other;
                }
        var groups = new List<Together>();
        for (var l = 0; l < lists.Count; l++)
        {
            var one = groups.Find(g => g.Group == group[l]);
            if (one is null) groups.Add(one = new Together(group[l]));
            one.Lists.Add(l);
            one.Work += lists[l].File.Length * Weight(lists[l].Recognised.List);
        }
        var (dealt, held) = (new int[lists.Count], new long[Math.Clamp(groups.Count, 1, hands)]);
        groups.Sort((a, b) => a.Work != b.Work ? b.Work.CompareTo(a.Work) : a.Lists[0].CompareTo(b.Lists[0]));
        foreach (var together in groups)
        {
            var hand = held.Length - 1;
            for (var h = hand - 1; h >= 0; h--)
                if (held[h] < held[hand]) hand = h;
            held[hand] += together.Work;
            foreach (var l in together.Lists) dealt[l] = hand;
        }
        return dealt;
    }

    private sealed class Together(int group)
    {
        public int Group { get; } = group;
        public List<int> Lists { get; } = [];
        public long Work { get; set; }
    }

    // Measured: a row that makes its records only where a column says so costs two thirds of one that always does.
    private static int Weight(ListMap list) => list.Records.Count > 0 && list.Records.All(r => r.When.Count > 0) ? 2 : 3;

    private static IEnumerable<string> Meets(FoundList found)
    {
        var list = found.Recognised.List;
        if (found.File.Kind != Reading.FileKind.Csv) yield return "no CSV file";
        if (list.IsValues) yield return "values";
        if (list.IsRestrictions) yield return "restrictions";
        foreach (var record in list.Records)
            foreach (var kind in record.Fields.Select(f => f.Of).Append(record.Kind).Append(record.OfParent))
                if (kind.Length > 0) yield return kind;
    }
}
