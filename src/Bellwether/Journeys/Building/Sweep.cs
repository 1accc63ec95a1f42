using Bellwether.Calendar;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Of several spells that overlap, which one speaks on each day: the one of the lowest rank, of two the later start, of two the
/// earlier given. Used again and again, so that it allocates nothing between subjects.
/// </summary>
internal sealed class Sweep
{
    private readonly List<(int From, int To, int Rank, int Tag)> _spans = [];
    private readonly List<int> _bounds = [];

    /// <summary>Stretches in order of time; where nothing is open there is none.</summary>
    public List<(int From, int To, int Tag)> Stretches { get; } = [];

    public void Clear() => _spans.Clear();

    /// <summary>Adds a spell; one without a known start, or that never holds a day, is left out.</summary>
    public void Add(int start, int end, int rank, int tag)
    {
        var to = Spans.Bound(start, end);
        if (Days.IsDate(start) && to > start) _spans.Add((start, to, rank, tag));
    }

    public void Run()
    {
        Stretches.Clear();
        _bounds.Clear();
        foreach (var (from, to, _, _) in _spans)
        {
            _bounds.Add(from);
            _bounds.Add(to);
        }
        _bounds.Sort();
        for (var b = 0; b + 1 < _bounds.Count; b++)
        {
            if (_bounds[b] == _bounds[b + 1]) continue;
            var best = -1;
            for (var s = 0; s < _spans.Count; s++)
                if (_spans[s].From <= _bounds[b] && _bounds[b] < _spans[s].To && (best < 0 || Beats(_spans[s], _spans[best]))) best = s;
            if (best < 0) continue;
            if (Stretches.Count > 0 && Stretches[^1].Tag == _spans[best].Tag && Stretches[^1].To == _bounds[b])
                Stretches[^1] = Stretches[^1] with { To = _bounds[b + 1] };
            else
                Stretches.Add((_bounds[b], _bounds[b + 1], _spans[best].Tag));
        }
    }

    private static bool Beats((int From, int To, int Rank, int Tag) a, (int From, int To, int Rank, int Tag) b) =>
        a.Rank != b.Rank ? a.Rank < b.Rank : a.From > b.From;
}
