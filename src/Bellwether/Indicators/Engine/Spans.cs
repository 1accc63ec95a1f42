using System.Runtime.CompilerServices;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Sets of days, one for each entity of a block: disjoint half-open <c>[from, to)</c> in order, over <c>[0, Ever)</c>. Compact
/// (<see cref="Single"/>) while each entity has at most one stretch, which serves constants, thresholds and rows; lists otherwise.
/// </summary>
internal sealed class Spans
{
    /// <summary>The end of a stretch that never ends.</summary>
    public const int Ever = int.MaxValue;

    private int[] _offset = new int[16];

    /// <summary>Entities closed so far.</summary>
    public int Count { get; private set; }

    /// <summary>True where stretch i belongs to entity i, and from ≥ to means it has none.</summary>
    public bool Single { get; private set; }

    public int[] From = new int[16];
    public int[] To = new int[16];
    private int _used;

    /// <summary>Starts a compact set; the caller writes <see cref="From"/> and <see cref="To"/> of every entity.</summary>
    public Spans Compact(int count)
    {
        Single = true;
        Count = count;
        if (From.Length < count) Grow(count);
        return this;
    }

    /// <summary>Starts an empty list form: add stretches of entity 0, close it, and so on.</summary>
    public Spans Lists()
    {
        Single = false;
        Count = _used = 0;
        return this;
    }

    /// <summary>Adds a stretch to the entity being filled, in order of from; touching and overlapping ones become one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int from, int to)
    {
        if (from >= to) return;
        if (_used > _offset[Count] && To[_used - 1] >= from)
        {
            if (to > To[_used - 1]) To[_used - 1] = to;
            return;
        }
        if (_used == From.Length) Grow(_used * 2);
        From[_used] = from;
        To[_used++] = to;
    }

    /// <summary>Ends the entity being filled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Close()
    {
        if (++Count == _offset.Length) Array.Resize(ref _offset, Count * 2);
        _offset[Count] = _used;
    }

    /// <summary>The first stretch of an entity, and the one after its last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int Next) Of(int i) =>
        !Single ? (_offset[i], _offset[i + 1]) : From[i] < To[i] ? (i, i + 1) : (i, i);

    /// <summary>True where the day lies in the entity's set.</summary>
    public bool Has(int i, int day)
    {
        if (Single) return From[i] <= day && day < To[i];
        var (s, next) = Of(i);
        for (; s < next; s++)
            if (From[s] <= day && day < To[s]) return true;
        return false;
    }

    private void Grow(int size)
    {
        Array.Resize(ref From, size);
        Array.Resize(ref To, size);
    }
}

/// <summary>The algebra of <see cref="Spans"/>: what every operator of the engine comes down to. Each writes into a set of its own.</summary>
internal static class SpanAlgebra
{
    public static Spans Same(Spans into, int count, int from, int to)
    {
        into.Compact(count);
        into.From.AsSpan(0, count).Fill(from);
        into.To.AsSpan(0, count).Fill(to);
        return into;
    }

    /// <summary>Each entity's own days.</summary>
    public static Spans Days(Block block, Spans into)
    {
        into.Compact(block.Count);
        block.From.AsSpan(0, block.Count).CopyTo(into.From);
        block.To.AsSpan(0, block.Count).CopyTo(into.To);
        return into;
    }

    public static Spans And(Spans a, Spans b, Spans into)
    {
        if (a.Single && b.Single)
        {
            into.Compact(a.Count);
            for (var i = 0; i < a.Count; i++)
            {
                into.From[i] = Math.Max(a.From[i], b.From[i]);
                into.To[i] = Math.Min(a.To[i], b.To[i]);
            }
            return into;
        }
        into.Lists();
        for (var i = 0; i < a.Count; i++)
        {
            var (x, xs) = a.Of(i);
            var (y, ys) = b.Of(i);
            while (x < xs && y < ys)
            {
                into.Add(Math.Max(a.From[x], b.From[y]), Math.Min(a.To[x], b.To[y]));
                if (a.To[x] < b.To[y]) x++;
                else y++;
            }
            into.Close();
        }
        return into;
    }

    public static Spans Or(Spans a, Spans b, Spans into)
    {
        into.Lists();
        for (var i = 0; i < a.Count; i++)
        {
            var (x, xs) = a.Of(i);
            var (y, ys) = b.Of(i);
            while (x < xs || y < ys)
            {
                if (y >= ys || (x < xs && a.From[x] <= b.From[y])) into.Add(a.From[x], a.To[x++]);
                else into.Add(b.From[y], b.To[y++]);
            }
            into.Close();
        }
        return into;
    }

    public static Spans Not(Spans a, Spans into)
    {
        if (a.Single && OneSided(a))
        {
            into.Compact(a.Count);
            for (var i = 0; i < a.Count; i++)
            {
                var (from, to) = (a.From[i], a.To[i]);
                (into.From[i], into.To[i]) = from >= to ? (0, Spans.Ever) : from <= 0 ? (to, Spans.Ever) : (0, from);
            }
            return into;
        }
        into.Lists();
        for (var i = 0; i < a.Count; i++)
        {
            var from = 0;
            for (var (s, next) = a.Of(i); s < next; s++)
            {
                into.Add(from, a.From[s]);
                from = a.To[s];
            }
            into.Add(from, Spans.Ever);
            into.Close();
        }
        return into;
    }

    /// <summary>What a has and b has not; touching stretches stay one.</summary>
    public static Spans Less(Spans a, Spans b, Spans notB, Spans into) => And(a, Not(b, notB), into);

    /// <summary>Each stretch without its first days: it begins on the day that <paramref name="start"/> gives for its old beginning.</summary>
    public static Spans Erode(Spans a, Func<int, int> start, Spans into)
    {
        into.Lists();
        for (var i = 0; i < a.Count; i++)
        {
            for (var (s, next) = a.Of(i); s < next; s++) into.Add(start(a.From[s]), a.To[s]);
            into.Close();
        }
        return into;
    }

    /// <summary>The union of the sets of many rows for each parent: <c>exists</c>. Rows of one parent stand together, parents ascending.</summary>
    public static Spans UnionByParent(Spans rows, int[] parent, int parents, Scratch scratch, Spans into)
    {
        into.Lists();
        var r = 0;
        for (var p = 0; p < parents; p++)
        {
            var begin = r;
            var (sorted, last) = (true, int.MinValue);
            for (; r < rows.Count && parent[r] == p; r++)
            {
                for (var (s, next) = rows.Of(r); s < next; s++)
                {
                    sorted &= last <= rows.From[s];
                    last = rows.From[s];
                }
            }
            if (sorted)
            {
                for (var of = begin; of < r; of++)
                    for (var (s, next) = rows.Of(of); s < next; s++) into.Add(rows.From[s], rows.To[s]);
            }
            else Sorted(rows, begin, r, scratch, into);
            into.Close();
        }
        return into;
    }

    private static void Sorted(Spans rows, int begin, int end, Scratch scratch, Spans into)
    {
        var n = 0;
        for (var r = begin; r < end; r++)
        {
            for (var (s, next) = rows.Of(r); s < next; s++)
            {
                scratch.Keys = Scratch.Room(scratch.Keys, n);
                scratch.Keys[n++] = Scratch.Pack(rows.From[s], rows.To[s]);
            }
        }
        Scratch.Sort(scratch.Keys, null, 0, n);
        for (var k = 0; k < n; k++) into.Add(Scratch.High(scratch.Keys[k]), Scratch.Low(scratch.Keys[k]));
    }

    /// <summary>The parent's set for each row.</summary>
    public static Spans Spread(Spans parents, int[] parent, int rows, Spans into)
    {
        if (parents.Single)
        {
            into.Compact(rows);
            for (var r = 0; r < rows; r++) (into.From[r], into.To[r]) = (parents.From[parent[r]], parents.To[parent[r]]);
            return into;
        }
        into.Lists();
        for (var r = 0; r < rows; r++)
        {
            for (var (s, next) = parents.Of(parent[r]); s < next; s++) into.Add(parents.From[s], parents.To[s]);
            into.Close();
        }
        return into;
    }

    private static bool OneSided(Spans a)
    {
        for (var i = 0; i < a.Count; i++)
            if (a.From[i] > 0 && a.To[i] < Spans.Ever && a.From[i] < a.To[i]) return false;
        return true;
    }
}
