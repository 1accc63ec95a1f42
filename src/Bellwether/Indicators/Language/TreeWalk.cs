using Bellwether.Codes;

namespace Bellwether.Indicators.Language;

/// <summary>Walks bound trees.</summary>
public static class TreeWalk
{
    /// <summary>A node and every node inside it, records and their conditions included.</summary>
    public static IEnumerable<Node> All(Node? node)
    {
        if (node is null) return [];
        return Parts(node).SelectMany(All).Prepend(node);
    }

    /// <summary>The records asked about anywhere in a node.</summary>
    public static IEnumerable<RecordsOf> Records(Node? node) => All(node).OfType<Aggregate>().Select(a => a.Records);

    /// <summary>The kinds a node needs: those in brackets and those that links lead to; each once. Teams, workers and people are not among them.</summary>
    public static IEnumerable<RecordKind> Kinds(Node? node) =>
        Records(node).Select(r => r.Kind)
            .Concat(All(node).OfType<FieldOf>().Where(f => f.Hops.Count > 0).Select(f => f.Kind))
            .Where(k => k.Shape != RecordShape.Entity).DistinctBy(k => k.Name);

    /// <summary>The kinds an indicator needs: its cases' own, then those of its conditions, each once.</summary>
    public static IReadOnlyList<RecordKind> Kinds(BoundIndicator indicator) =>
        [.. Nodes(indicator).SelectMany(Kinds).Prepend(indicator.Kind).DistinctBy(k => k.Name)];

    /// <summary>What an indicator reads: <c>kind</c>, or <c>kind.field</c> for fields beyond the dates a record always has; in order, each once.</summary>
    public static IReadOnlyList<string> Needs(BoundIndicator indicator) =>
    [
        .. Kinds(indicator).Select(k => k.Name)
            .Concat(Nodes(indicator).SelectMany(All).OfType<FieldOf>().Where(f => f.Field > (f.Kind.Shape == RecordShape.Spell ? 1 : 0) || f.Kind.Shape == RecordShape.Entity)
                .Select(f => $"{f.Kind.Name}.{f.Kind.Fields[f.Field].Name}"))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Every expression of an indicator; null where it has none.</summary>
    public static IEnumerable<Node?> Nodes(BoundIndicator indicator) =>
        [.. indicator.Dates, indicator.Where, indicator.Met, indicator.Value, indicator.Over, indicator.Split?.By, .. indicator.Split?.Members.Select(m => m.When) ?? []];

    private static IEnumerable<Node> Parts(Node node) => node switch
    {
        DatePlus plus => [plus.Date],
        Arithmetic sum => [sum.Left, sum.Right],
        Call call => call.Arguments,
        Aggregate aggregate => Of(aggregate.Of, aggregate.Records.By, aggregate.Records.Anchor, aggregate.Records.Where),
        And and => [and.Left, and.Right],
        Or or => [or.Left, or.Right],
        Not not => [not.Inner],
        Compare compare => [compare.Left, compare.Right],
        OneOf oneOf => [oneOf.Value],
        OneOfTexts oneOf => [oneOf.Value],
        IsKnown known => [known.Value],
        ForLength held => [held.Inner],
        _ => [],
    };

    private static IEnumerable<Node> Of(params Node?[] nodes) => nodes.OfType<Node>();
}
