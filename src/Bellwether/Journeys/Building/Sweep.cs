using Bellwether.Calendar;

namespace Bellwether.Journeys.Building;

/// <summary>Days <c>[From, To)</c> on which one thing speaks.</summary>
internal readonly record struct Stretch(int From, int To, int Tag);

/// <summary>
/// Of several spells that overlap, which one speaks on each day: the one of the lowest rank, of two the later start, of two the
/// earlier given. Used again and again, so that it allocates nothing between subjects.
/// </summary>
internal sealed class Sweep
{
    private Span[] _spans = new Span[16];
    private int[] _bounds = new int[32];
    private Stretch[] _stretches = new Stretch[32];
    private int _count;
    private int _written;

    /// <summary>Stretches in order of time; where nothing is open there is none.</summary>
    public ReadOnlySpan<Stretch> Stretches => _stretches.AsSpan(0, _written);

    public void Clear() => (_count, _written) = (0, 0);

    /// <summary>Adds a spell; one without a known start, or that never holds a day, is left out.</summary>
    public void Add(int start, int end, int rank, int tag)
    {
        var to = Spans.Bound(start, end);
        if (!Days.IsDate(start) || to <= start) return;
        if (_count == _spans.Length)
        {
            Array.Resize(ref _spans, _count * 2);
            _bounds = new int[_count * 4];
            _stretches = new Stretch[_count * 4];
        }
        _spans[_count++] = new Span(start, to, rank, tag);
    }

    public void Run()
    {
        _written = 0;
        if (IsInTurn())
        {
            for (var s = 0; s < _count; s++) Write(_spans[s].From, _spans[s].To, _spans[s].Tag);
            return;
        }
        var bounds = Bounds();
        for (var b = 0; b + 1 < bounds; b++)
        {
            if (_bounds[b] == _bounds[b + 1]) continue;
            var best = Best(_bounds[b]);
            if (best >= 0) Write(_bounds[b], _bounds[b + 1], _spans[best].Tag);
        }
    }

    /// <summary>True where each begins when the one before has ended.</summary>
    private bool IsInTurn()
    {
        for (var s = 1; s < _count; s++)
            if (_spans[s].From < _spans[s - 1].To) return false;
        return true;
    }

    /// <summary>Starts and ends in order; answers how many.</summary>
    private int Bounds()
    {
        for (var s = 0; s < _count; s++) (_bounds[2 * s], _bounds[2 * s + 1]) = (_spans[s].From, _spans[s].To);
        var bounds = _bounds.AsSpan(0, 2 * _count);
        if (bounds.Length > 32) bounds.Sort();
        else
            for (var i = 1; i < bounds.Length; i++)
            {
                var (bound, at) = (bounds[i], i);
                for (; at > 0 && bounds[at - 1] > bound; at--) bounds[at] = bounds[at - 1];
                bounds[at] = bound;
            }
        return bounds.Length;
    }

    private int Best(int day)
    {
        var best = -1;
        for (var s = 0; s < _count; s++)
            if (_spans[s].From <= day && day < _spans[s].To && (best < 0 || _spans[s].Beats(_spans[best]))) best = s;
        return best;
    }

    private void Write(int from, int to, int tag)
    {
        if (_written > 0 && _stretches[_written - 1].Tag == tag && _stretches[_written - 1].To == from)
            _stretches[_written - 1] = _stretches[_written - 1] with { To = to };
        else
            _stretches[_written++] = new Stretch(from, to, tag);
    }

    private readonly record struct Span(int From, int To, int Rank, int Tag)
    {
        public bool Beats(in Span other) => Rank != other.Rank ? Rank < other.Rank : From > other.From;
    }
}
