using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>
/// Spells that a yearly return leaves open and the next return read beside it, of the year after or of a later one where years are missing
/// between, no longer holds: the usual defect of several years of SSDA903 (data-formats.md section 4.1). Such a spell ends with its own
/// return's year, so that it still counts on the 31 March that told it and on no later one; but one of care where the child's next of its
/// kind begins, if that is by the end of the next return's year, because in care one follows upon the other. The way to an adoption ends
/// with the care it is in, and a return has no reason to hold it after that: nothing is amiss, and nothing is told.
/// </summary>
internal static class LeftOpen
{
    private static readonly string[] InCare = ["care_periods", "placements", "legal_statuses", "allocations"];

    /// <param name="close">Told the source row, the kind and the first day on which the spell no longer counts.</param>
    public static void Close(Staging staging, IReadOnlyList<ReceiptCount> lines, Action<int, string, int> close)
    {
        var returns = lines.Where(l => l.ReturnYear is not null).ToLookup(l => l.List, l => l.ReturnYear!.Value);
        if (returns.Count == 0) return;
        foreach (var table in staging.Tables.Where(t => t.Kind.Shape == RecordShape.Spell && t.Keys.Count > 0))
        {
            ILookup<int, int>? starts = null;
            for (var r = 0; r < table.Keys.Count; r++)
            {
                var line = lines[staging.Rows.Line(table.Sources[r])];
                if (table.Cells[1][r] != Days.None || line.ReturnYear is not { } year) continue;
                var later = returns[line.List].Where(y => y > year).DefaultIfEmpty().Min();
                if (later == default) continue;
                if (table.Kind.Name == "adoption_tracks" && EndOfCare(staging, table.Subjects[r]) is var left && left > Start(staging, table, lines, r))
                {
                    table.Cells[1][r] = left;
                    continue;
                }
                var end = Days.Of(year) + 1;
                if (InCare.Contains(table.Kind.Name))
                {
                    starts ??= Enumerable.Range(0, table.Keys.Count).ToLookup(o => table.Subjects[o], o => Start(staging, table, lines, o));
                    var start = Start(staging, table, lines, r);
                    var next = starts[table.Subjects[r]].Where(s => s > start).DefaultIfEmpty(int.MaxValue).Min();
                    if (next <= Days.Of(later)) end = next;
                }
                table.Cells[1][r] = end;
                for (var f = 2; f < table.Cells.Length; f++)
                    if (table.Kind.Fields[f].KnownFrom == "end") table.Cells[f][r] = Days.Unknown;
                close(table.Sources[r], table.Kind.Name, end);
            }
        }
    }

    /// <summary>The day the child's last period of care ended; none where one is open, or there is none.</summary>
    private static int EndOfCare(Staging staging, int child)
    {
        var (care, last) = (staging.Table("care_periods"), Days.None);
        for (var r = 0; r < care.Keys.Count; r++)
        {
            if (care.Subjects[r] != child) continue;
            if (!Days.IsDate(care.Cells[1][r])) return Days.None;
            last = Math.Max(last, care.Cells[1][r]);
        }
        return last;
    }

    private static int Start(Staging staging, StagedTable table, IReadOnlyList<ReceiptCount> lines, int row) => table.Cells[0][row] switch
    {
        BoundList.DataDate when lines[staging.Rows.Line(table.Sources[row])].ReturnYear is { } year => Days.Of(year),
        BoundList.FirstDay when lines[staging.Rows.Line(table.Sources[row])].ReturnYear is { } year => Days.Of(ReturnYears.FirstDay(year)),
        var day => day,
    };
}
