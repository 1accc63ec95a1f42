using Bellwether.Calendar;

namespace Bellwether.Journeys.Building;

/// <summary>Allocations with the start and end they are to have, some taken together, some in several pieces.</summary>
internal sealed class Pieces(DraftRows rows)
{
    private readonly Column _worker = rows.Field("worker");
    private readonly Column _team = rows.Field("team");
    private readonly Column _role = rows.Field("role");
    private int[] _row = new int[rows.Count];
    private int[] _start = new int[rows.Count];
    private int[] _end = new int[rows.Count];
    private int _first;

    public int Count { get; private set; }

    public DraftRows Of => rows;

    public (int Row, int Start, int End) this[int at] => (_row[at], _start[at], _end[at]);

    public int Worker(int at) => _worker[_row[at]];

    /// <summary>What is added from now on lengthens nothing that was added before.</summary>
    public void Begin() => _first = Count;

    public void Add(int row, int start, int end)
    {
        if (Count == _row.Length)
        {
            Array.Resize(ref _row, Count * 2);
            Array.Resize(ref _start, Count * 2);
            Array.Resize(ref _end, Count * 2);
        }
        (_row[Count], _start[Count], _end[Count]) = (row, start, end);
        Count++;
    }

    /// <summary>Lengthens the last piece where this one begins on its end and is the same worker's in the same team and role; else adds it.</summary>
    public void Extend(int row, int start, int end)
    {
        var last = Count - 1;
        if (last >= _first && _end[last] == start && IsAlike(_row[last], row)) _end[last] = end;
        else Add(row, start, end);
    }

    /// <summary>The rows with these starts and ends.</summary>
    public DraftRows Taken()
    {
        if (IsAsGiven()) return rows;
        var taken = rows.Take(_row[..Count], Numbers());
        taken.Replace(0, Column.Of(_start[..Count]));
        taken.Replace(1, Column.Of(_end[..Count]));
        return taken;
    }

    private bool IsAlike(int a, int b) => _worker[a] >= 0 && _worker[a] == _worker[b] && _team[a] == _team[b] && _role[a] == _role[b];

    private bool IsAsGiven()
    {
        if (Count != rows.Count) return false;
        for (var at = 0; at < Count; at++)
            if (_row[at] != at || _start[at] != rows.First[at] || _end[at] != rows.End[at]) return false;
        return true;
    }

    /// <summary>Which piece of its row each is: 0, 2, 3 …; null where no row has several.</summary>
    private int[]? Numbers()
    {
        var (sofar, piece, several) = (new int[rows.Count], new int[Count], false);
        for (var at = 0; at < Count; at++)
        {
            var nth = ++sofar[_row[at]];
            piece[at] = nth == 1 ? 0 : nth;
            several |= nth > 1;
        }
        return several ? piece : null;
    }
}

/// <summary>Allocations cut where the worker's <c>qualified</c> changes.</summary>
internal static class PiecesCut
{
    public static DraftRows At(DraftRows posts, Pieces pieces)
    {
        if (posts.Count == 0)
        {
            var whole = pieces.Taken();
            whole.Replace(whole.Kind.IndexOf("qualified"), new Column(Days.Unknown));
            return whole;
        }
        var cut = new Pieces(pieces.Of);
        var qualified = new List<int>(pieces.Count);
        var days = new List<int>();
        for (var p = 0; p < pieces.Count; p++)
        {
            var (r, start, end) = pieces[p];
            var worker = pieces.Worker(p);
            var from = start;
            var now = Answer(posts, worker, start);
            days.Clear();
            if (worker >= 0 && Days.IsDate(start)) WorkerPosts.AddChanges(posts, worker, start, Spans.Bound(start, end), days);
            if (days.Count > 1) days.Sort();
            foreach (var day in days)
            {
                var then = Answer(posts, worker, day);
                if (then == now) continue;
                cut.Add(r, from, day);
                qualified.Add(now);
                (from, now) = (day, then);
            }
            cut.Add(r, from, end);
            qualified.Add(now);
        }
        var settled = cut.Taken();
        settled.Replace("qualified", [.. qualified]);
        return settled;
    }

    private static int Answer(DraftRows posts, int worker, int day) =>
        worker >= 0 && Days.IsDate(day) ? WorkerPosts.QualifiedAt(posts, worker, day) : Days.Unknown;
}
