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
        var caseRoles = CaseRoles(roles, authority);
        int[] role = rows.Field("role"), worker = rows.Field("worker"), team = rows.Field("team");
        var pieces = new Pieces();
        var sweep = new Sweep();
        var holders = new List<int>();
        for (var child = 0; child < rows.Subjects; child++)
        {
            holders.Clear();
            for (var r = rows.Offset[child]; r < rows.Offset[child + 1]; r++)
            {
                var holds = role[r] >= 0 && caseRoles[role[r]] && Days.IsDate(rows.First[r])
                    && Spans.Bound(rows.First[r], rows.End[r]) > rows.First[r];
                if (holds) holders.Add(r);
                else pieces.Add(r, rows.First[r], rows.End[r]);
            }
            holders.Sort((a, b) => ById(texts[rows.Key[a]], texts[rows.Key[b]]));
            sweep.Clear();
            foreach (var r in holders) sweep.Add(rows.First[r], rows.End[r], 0, r);
            sweep.Run();
            NoteOverlaps(rows, holders, found);
            var first = pieces.Count;
            foreach (var (from, to, r) in sweep.Stretches)
                if (pieces.Count == first || !pieces.Extend(from, to, p => worker[p] >= 0 && worker[p] == worker[r] && team[p] == team[r] && role[p] == role[r]))
                    pieces.Add(r, from, to == int.MaxValue ? Days.None : to);
        }
        return Cut(rows, posts, pieces).Sorted(texts);
    }

    /// <summary>Ids of digits go by number, so that 9 comes before 10; others in ordinal order.</summary>
    private static int ById(string a, string b) =>
        a.Length != b.Length && a.All(char.IsAsciiDigit) && b.All(char.IsAsciiDigit) ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);

    public static bool[] CaseRoles(CodeList roles, Authority authority) =>
        [.. roles.Entries.Select(e => authority.CaseWorkerRoles.Contains(e.Code, StringComparer.OrdinalIgnoreCase))];

    private static void NoteOverlaps(DraftRows rows, List<int> holders, FoundThings found)
    {
        if (holders.Count < 2) return;
        holders.Sort();
        var reach = int.MinValue;
        foreach (var r in holders)
        {
            if (rows.First[r] < reach) found.Add("overlapping-allocations", rows, r);
            reach = Math.Max(reach, Spans.Bound(rows.First[r], rows.End[r]));
        }
    }

    private static DraftRows Cut(DraftRows rows, DraftRows posts, Pieces pieces)
    {
        var worker = rows.Field("worker");
        var cut = new Pieces();
        var qualified = new List<int>();
        var days = new List<int>();
        for (var p = 0; p < pieces.Count; p++)
        {
            var (r, start, end) = pieces[p];
            days.Clear();
            if (worker[r] >= 0 && Days.IsDate(start)) WorkerPosts.AddChanges(posts, worker[r], start, Spans.Bound(start, end), days);
            days.Sort();
            var from = start;
            var now = At(r, from);
            foreach (var day in days)
            {
                var then = At(r, day);
                if (then == now) continue;
                Add(r, from, day, now);
                (from, now) = (day, then);
            }
            Add(r, from, end, now);
        }
        var settled = rows.Take([.. Enumerable.Range(0, cut.Count).Select(i => cut[i].Row)]);
        var answer = settled.Field("qualified");
        var seen = new Dictionary<int, int>();
        for (var i = 0; i < cut.Count; i++)
        {
            (_, settled.First[i], settled.End[i]) = cut[i];
            answer[i] = qualified[i];
            var nth = seen[cut[i].Row] = seen.GetValueOrDefault(cut[i].Row) + 1;
            settled.Piece[i] = nth == 1 ? 0 : nth;
        }
        return settled;

        int At(int r, int day) => worker[r] >= 0 && Days.IsDate(day) ? WorkerPosts.QualifiedAt(posts, worker[r], day) : Days.Unknown;

        void Add(int r, int from, int to, int answered)
        {
            cut.Add(r, from, to);
            qualified.Add(answered);
        }
    }

    /// <summary>Rows with the start and end they are to have.</summary>
    private sealed class Pieces
    {
        private readonly List<(int Row, int Start, int End)> _all = [];

        public int Count => _all.Count;

        public (int Row, int Start, int End) this[int at] => _all[at];

        public void Add(int row, int start, int end) => _all.Add((row, start, end));

        /// <summary>Lengthens the last piece where the next begins on its end and is the same in what matters.</summary>
        public bool Extend(int from, int to, Func<int, bool> same)
        {
            var last = _all[^1];
            if (last.End != from || !same(last.Row)) return false;
            _all[^1] = last with { End = to == int.MaxValue ? Days.None : to };
            return true;
        }
    }
}
