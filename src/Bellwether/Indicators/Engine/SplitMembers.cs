using Bellwether.Codes;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>The members of a definition's own split, each with its condition; of several that hold the first is the member.</summary>
internal static class SplitMembers
{
    public static IEnumerable<(string Name, Node When)> Of(BoundSplit split, CodeLists lists)
    {
        foreach (var member in split.Members) yield return (member.Name, member.When);
        if (split.By is not { } by) yield break;
        foreach (var band in split.Bands)
        {
            Node from = new Compare(Comparison.GreaterOrEqual, by, new Constant(ValueKind.Number, band.From * 1000));
            yield return (band.Name, band.To is { } to ? new And(from, new Compare(Comparison.Less, by, new Constant(ValueKind.Number, (to + 1) * 1000))) : from);
        }
        if (split.Bands.Count > 0 || by.CodeList.Length == 0) yield break;
        var codes = lists[by.CodeList];
        for (var c = 0; c < codes.Entries.Count; c++) yield return (codes.Entries[c].Code, new Compare(Comparison.Equal, by, new Constant(ValueKind.Code, c) { CodeList = by.CodeList }));
    }
}
