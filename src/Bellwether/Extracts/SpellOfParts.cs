using Bellwether.Calendar;

namespace Bellwether.Extracts;

/// <summary>
/// A spell that a source gives in parts, one a row: a period of care in its episodes. It starts when the first part does, or when the
/// source says (and why it started, only a part that starts with it can tell); its end, end reason and the rest are those of the part that starts last. A last part that ended only because another
/// began (X1) leaves the spell open: its next part is missing.
/// </summary>
internal static class SpellOfParts
{
    public static void Join(StagedTable table, int record, int partStart, ReadOnlySpan<int> cells, int startCode)
    {
        var (first, last) = table.Parts.TryGetValue(record, out var known) ? known : (int.MaxValue, int.MinValue);
        if (partStart >= last)
            for (var f = 1; f < cells.Length; f++)
                if (f != startCode) table.Cells[f][record] = cells[f];
        if (partStart < first && startCode >= 0)
            table.Cells[startCode][record] = Days.IsDate(cells[0]) && cells[0] < partStart ? Days.Unknown : cells[startCode];
        if (Days.IsDate(cells[0]) && (!Days.IsDate(table.Cells[0][record]) || cells[0] < table.Cells[0][record]))
            table.Cells[0][record] = cells[0];
        table.Parts[record] = (Math.Min(first, partStart), Math.Max(last, partStart));
    }
}
