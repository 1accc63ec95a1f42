using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// One case worker at a time: of allocations open together in a case-worker role, the latest start holds the case, of two the lowest
/// id; the one before holds it again when the later ends first. Overlaps are findings. Touching allocations to one worker in one
/// team and role are one. Each is cut where the worker's <c>qualified</c> changes. Other roles (reviewing officers,
/// personal advisers), rows without a known start and end, and rows that hold no day stay as they are.
/// </summary>
internal static class Allocations
{
    public static DraftRows Settle(
        DraftRows rows, DraftRows posts, CodeList roles, Authority authority, TextPool texts, FoundThings found)
    {
        if (rows.Count == 0) return rows;
        var holds = CaseHolders.Holding(rows, CaseRoles(roles, authority));
        var pieces = new Pieces(rows);
        var sweep = new Sweep();
        for (var child = 0; child < rows.Subjects; child++)
        {
            var (from, to) = (rows.Offset[child], rows.Offset[child + 1]);
            for (var r = from; r < to; r++)
                if (!holds[r]) pieces.Add(r, rows.First[r], rows.End[r]);
            pieces.Begin();
            if (IsInTurn(rows, holds, from, to))
            {
                for (var r = from; r < to; r++)
                    if (holds[r]) pieces.Extend(r, rows.First[r], rows.End[r]);
                continue;
            }
            Overlapping(rows, holds, from, to, sweep, texts, found);
            foreach (var (start, end, r) in sweep.Stretches) pieces.Extend(r, start, end == int.MaxValue ? Days.None : end);
        }
        return PiecesCut.At(posts, pieces).Sorted(texts);
    }

    public static bool[] CaseRoles(CodeList roles, Authority authority) =>
        [.. roles.Entries.Select(e => authority.CaseWorkerRoles.Contains(e.Code, StringComparer.OrdinalIgnoreCase))];

    /// <summary>True where each holder begins when the one before has ended.</summary>
    private static bool IsInTurn(DraftRows rows, bool[] holds, int from, int to)
    {
        var reach = int.MinValue;
        for (var r = from; r < to; r++)
        {
            if (!holds[r]) continue;
            if (rows.First[r] < reach) return false;
            reach = Spans.Bound(rows.First[r], rows.End[r]);
        }
        return true;
    }

    private static void Overlapping(DraftRows rows, bool[] holds, int from, int to, Sweep sweep, TextPool texts, FoundThings found)
    {
        var holders = Enumerable.Range(from, to - from).Where(r => holds[r]).ToList();
        var reach = int.MinValue;
        foreach (var r in holders)
        {
            if (rows.First[r] < reach) found.Add("overlapping-allocations", rows, r);
            reach = Math.Max(reach, Spans.Bound(rows.First[r], rows.End[r]));
        }
        holders.Sort((a, b) => ById(texts[rows.Key[a]], texts[rows.Key[b]]));
        sweep.Clear();
        foreach (var r in holders) sweep.Add(rows.First[r], rows.End[r], 0, r);
        sweep.Run();
    }

    /// <summary>Ids of digits go by number, so that 9 comes before 10; others in ordinal order.</summary>
    private static int ById(string a, string b) =>
        a.Length != b.Length && a.All(char.IsAsciiDigit) && b.All(char.IsAsciiDigit) ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
}
