using Bellwether.Codes;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators;

/// <summary>A definition's own split as one condition for each member, in the order shown.</summary>
internal static class Splitting
{
    /// <summary>
    /// The members with their conditions. Of conditions the first that holds is the member, so each is narrowed by those before it. A case
    /// counts under every member of a set of codes. Members of a text or a set are those found in the data, in order.
    /// </summary>
    public static IEnumerable<SplitMember> Members(BoundSplit split, Journeys.Journeys journeys)
    {
        Node? before = null;
        foreach (var (name, when) in Ladder(split, journeys))
        {
            yield return new SplitMember(name, before is null || split.By is not null ? when : new And(new Not(before), when));
            before = before is null ? when : new Or(before, when);
        }
    }

    /// <summary>The members with their conditions as written: of those that hold the first is the member.</summary>
    public static IEnumerable<SplitMember> Ladder(BoundSplit split, Journeys.Journeys journeys) =>
        split.By is not { } by ? split.Members
        : split.Bands.Count > 0 ? Bands(split, by)
        : by is FieldOf { Type: ValueKind.Code } field && IsPooled(field) ? Found(field, journeys)
        : Codes(by, journeys);

    /// <summary>True where a case may stand under several members: a split by a set of codes.</summary>
    public static bool IsOfSet(BoundSplit split) => split.By is FieldOf field && field.Kind.Fields[field.Field].Type == FieldType.CodeSet;

    /// <summary>A definition with one condition more.</summary>
    public static BoundIndicator With(BoundIndicator bound, Node only) => bound with { Where = bound.Where is null ? only : new And(bound.Where, only) };

    /// <summary>The records a split asks about, where the data may lack their column.</summary>
    public static Node? Whole(BoundSplit split) => split.By is { } by ? new IsKnown(by) : split.Members.Select(m => m.When).Aggregate((Node?)null, (all, when) => all is null ? when : new Or(all, when));

    private static IEnumerable<SplitMember> Bands(BoundSplit split, Node by)
    {
        foreach (var band in split.Bands)
        {
            Node from = new Compare(Comparison.GreaterOrEqual, by, new Constant(ValueKind.Number, band.From * 1000));
            yield return new SplitMember(band.Name, band.To is { } to ? new And(from, new Compare(Comparison.Less, by, new Constant(ValueKind.Number, (to + 1) * 1000))) : from);
        }
    }

    private static IEnumerable<SplitMember> Codes(Node by, Journeys.Journeys journeys)
    {
        if (by.CodeList.Length == 0) yield break;
        var codes = journeys.Codes[by.CodeList];
        for (var c = 0; c < codes.Entries.Count; c++)
            yield return new SplitMember(codes.Entries[c].Code, new Compare(Comparison.Equal, by, new Constant(ValueKind.Code, c) { CodeList = by.CodeList }));
    }

    private static bool IsPooled(FieldOf field) => field.Kind.Fields[field.Field].Type is FieldType.CodeSet or FieldType.Text && field.Kind.Shape != RecordShape.Entity;

    private static IEnumerable<SplitMember> Found(FieldOf field, Journeys.Journeys journeys)
    {
        var isSet = field.Kind.Fields[field.Field].Type == FieldType.CodeSet;
        var texts = journeys.Rows(field.Kind.Name).Field(field.Field).Where(c => c >= 0).Distinct().Select(c => journeys.Texts[c]).ToList();
        return texts.SelectMany(t => isSet ? t.Split('|', StringSplitOptions.RemoveEmptyEntries) : [t]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(member => new SplitMember(member, new OneOfTexts(field, [.. texts.Where(t => isSet ? t.Split('|').Contains(member) : t == member)])));
    }
}
