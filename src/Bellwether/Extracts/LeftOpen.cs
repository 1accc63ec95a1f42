using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>
/// Spells that a yearly return leaves open and the next return read beside it, of the year after or of a later one where years are missing
/// between, no longer holds: the usual defect of several years of SSDA903 (data-formats.md section 4.1). Such a spell counts to the end of its
/// own return's year, on the 31 March that told it and on no later one, and when it ended is nobody's to tell
/// (<see cref="RecordTable.EndsUntold"/>); but one of care ends where the child's next of its
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
            Dictionary<int, int>? endsOfCare = null;
            for (var r = 0; r < table.Keys.Count; r++)
            {
                var line = lines[staging.Rows.Line(table.Sources[r])];
                if (table.Cells[1][r] != Days.None || line.ReturnYear is not { } year) continue;
                var later = returns[line.List].Where(y => y > year).DefaultIfEmpty().Min();
                if (later == default) continue;
                if (table.Kind.Name == "adoption_tracks" && (endsOfCare ??= EndsOfCare(staging)).TryGetValue(table.Subjects[r], out var left) && left > Start(staging, table, lines, r))
                {
                    table.Cells[1][r] = left;
                    continue;
                }
                var (end, isTold) = (Days.Of(year) + 1, false);
                if (InCare.Contains(table.Kind.Name))
                {
                    starts ??= Enumerable.Range(0, table.Keys.Count).ToLookup(o => table.Subjects[o], o => Start(staging, table, lines, o));
                    var start = Start(staging, table, lines, r);
                    var next = starts[table.Subjects[r]].Where(s => s > start).DefaultIfEmpty(int.MaxValue).Min();
                    if (next <= Days.Of(later)) (end, isTold) = (next, true);
                }
                table.Cells[1][r] = end;
                if (!isTold) table.EndsUntold.Add(table.Keys[r]);
                for (var f = 2; f < table.Cells.Length; f++)
                    if (table.Kind.Fields[f].KnownFrom == "end") table.Cells[f][r] = Days.Unknown;
                close(table.Sources[r], table.Kind.Name, end);
            }
        }
    }

    /// <summary>By child the day the last period of care ended; none where one is open.</summary>
    private static Dictionary<int, int> EndsOfCare(Staging staging)
    {
        var (care, ends) = (staging.Table("care_periods"), new Dictionary<int, int>());
        for (var r = 0; r < care.Keys.Count; r++)
        {
            var (child, end) = (care.Subjects[r], care.Cells[1][r]);
            var isMet = ends.TryGetValue(child, out var last);
            if (isMet && last == Days.None) continue;
            ends[child] = !Days.IsDate(end) ? Days.None : isMet ? Math.Max(last, end) : end;
        }
        return ends;
    }

    private static int Start(Staging staging, StagedTable table, IReadOnlyList<ReceiptCount> lines, int row) => table.Cells[0][row] switch
    {
        BoundList.DataDate when lines[staging.Rows.Line(table.Sources[row])].ReturnYear is { } year => Days.Of(year),
        BoundList.FirstDay when lines[staging.Rows.Line(table.Sources[row])].ReturnYear is { } year => Days.Of(ReturnYears.FirstDay(year)),
        var day => day,
    };
}
