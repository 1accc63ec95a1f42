namespace Bellwether.Indicators.Engine;

/// <summary>
/// Of many overlapping stretches, each with a rank, the highest at each day: how <c>first</c> and <c>last</c> choose a record, and a
/// child's cases become one verdict.
/// </summary>
internal sealed class Painter
{
    private long[] _rank = new long[16];
    private int[] _stretch = new int[16];
    private int[] _from = new int[16], _to = new int[16], _payload = new int[16];
    private long[] _event = new long[32];
    private bool[] _open = new bool[16];
    private int _count;

    /// <summary>Stretches painted: disjoint, in order.</summary>
    public int Count { get; private set; }

    public int[] From { get; private set; } = new int[32];

    public int[] To { get; private set; } = new int[32];

    public int[] Payload { get; private set; } = new int[32];

    public void Begin() => _count = 0;

    /// <summary>A stretch; of two with one rank the later added is the higher.</summary>
    public void Add(int from, int to, long rank, int payload)
    {
        if (from >= to) return;
        _rank = Scratch.Room(_rank, _count);
        _stretch = Scratch.Room(_stretch, _count);
        _from = Scratch.Room(_from, _count);
        _to = Scratch.Room(_to, _count);
        _payload = Scratch.Room(_payload, _count);
        (_rank[_count], _stretch[_count], _from[_count], _to[_count], _payload[_count]) = (rank, _count, from, to, payload);
        _count++;
    }

    public void Paint()
    {
        Count = 0;
        if (_count == 1) Put(_from[0], _to[0], _payload[0]);
        if (_count < 2) return;
        StableByRank();
        _event = Scratch.Room(_event, 2 * _count);
        _open = Scratch.Room(_open, _count);
        for (var k = 0; k < _count; k++)
        {
            _open[k] = false;
            _event[2 * k] = Scratch.Pack(_from[_stretch[k]], k << 1);
            _event[(2 * k) + 1] = Scratch.Pack(_to[_stretch[k]], (k << 1) | 1);
        }
        Scratch.Sort(_event, null, 0, 2 * _count);
        var top = -1;
        for (var e = 0; e < 2 * _count;)
        {
            var day = Scratch.High(_event[e]);
            for (; e < 2 * _count && Scratch.High(_event[e]) == day; e++)
            {
                var k = Scratch.Low(_event[e]) >> 1;
                _open[k] = (Scratch.Low(_event[e]) & 1) == 0;
                if (_open[k] && k > top) top = k;
            }
            while (top >= 0 && !_open[top]) top--;
            if (top >= 0) Put(day, Scratch.High(_event[e]), _payload[_stretch[top]]);
        }
    }

    private void StableByRank()
    {
        var sorted = true;
        for (var k = 1; k < _count; k++) sorted &= _rank[k - 1] <= _rank[k];
        if (sorted) return;
        for (var k = 1; k < _count; k++)        // few stretches a child, nearly in order: insertion is enough and keeps ties
        {
            var (rank, stretch, at) = (_rank[k], _stretch[k], k);
            for (; at > 0 && _rank[at - 1] > rank; at--) (_rank[at], _stretch[at]) = (_rank[at - 1], _stretch[at - 1]);
            (_rank[at], _stretch[at]) = (rank, stretch);
        }
    }

    private void Put(int from, int to, int payload)
    {
        if (Count > 0 && To[Count - 1] == from && Payload[Count - 1] == payload)
        {
            To[Count - 1] = to;
            return;
        }
        From = Scratch.Room(From, Count);
        To = Scratch.Room(To, Count);
        Payload = Scratch.Room(Payload, Count);
        (From[Count], To[Count], Payload[Count]) = (from, to, payload);
        Count++;
    }
}
