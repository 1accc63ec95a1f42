namespace Bellwether.Indicators.Engine;

/// <summary>Counts by day asked and breakdown member: stretches go in as differences, prefix sums come out.</summary>
internal sealed class Tallies : Counter
{
    private const int StateCount = 5;
    private readonly Pass _pass;
    private readonly Places _places;
    private readonly bool _hasValues;
    private readonly int _width;
    private readonly int[] _counts;
    private readonly long[] _values, _slopes;

    /// <param name="pass">The pass counted; without a value, a case met is worth 1 and its worth is never added up.</param>
    /// <param name="places">The days asked.</param>
    /// <param name="members">Members of the breakdown; 1 for the total.</param>
    public Tallies(Pass pass, Places places, int members)
    {
        (_pass, _places, _hasValues, Members, _width) = (pass, places, pass.Indicator.Value is not null, members, places.Count + 1);
        _counts = new int[members * StateCount * _width];
        (_values, _slopes) = _hasValues ? (new long[members * _width], new long[members * _width]) : ([], []);
    }

    public int Members { get; }

    public override void Take(Verdicts verdicts, Block cases, Pieces pieces, int[]? memberOf)
    {
        var (counts, width) = (_counts, _width);
        foreach (ref readonly var piece in pieces.All)
        {
            if (Under(piece, memberOf) is not (>= 0 and var member)) continue;
            var at = ((member * StateCount) + (int)piece.State) * width;
            counts[at + piece.From]++;
            counts[at + piece.To]--;
        }
        if (verdicts.Value is not { } value) return;
        foreach (ref readonly var piece in pieces.All)
            if (piece.State == State.Met && Under(piece, memberOf) is >= 0 and var member) Worth(value, piece, member);
    }

    private void Worth(Cells value, in Piece piece, int member)
    {
        int from = piece.From, to = piece.To;
        if (_pass.Indicator.Form == CaseForm.Dated)
        {
            AddValue(member, from, to, value.IsMoving ? 0 : value.At(piece.Entity, _pass.Horizon), 0);
            return;
        }
        for (var reader = new StepReader(value.IsMoving ? value.Anchor! : value, piece.Entity); from < to; reader.Next())
        {
            var until = Math.Min(_places.Place(reader.Until), to);
            if (until <= from) continue;
            if (value.IsMoving) AddValue(member, from, until, -1000L * value.Sign * reader.Value, 1000L * value.Sign);
            else AddValue(member, from, until, reader.Value, 0);
            from = until;
        }
    }

    /// <summary>A value that is <c>base + slope × day</c> on the stretch, in thousandths.</summary>
    private void AddValue(int member, int from, int to, long value, long slope)
    {
        var (a, b) = ((member * _width) + from, (member * _width) + to);
        _values[a] += value;
        _values[b] -= value;
        _slopes[a] += slope;
        _slopes[b] -= slope;
    }

    /// <summary>Adds what another thread counted of the same.</summary>
    public void Add(Tallies other)
    {
        for (var n = 0; n < _counts.Length; n++) _counts[n] += other._counts[n];
        for (var n = 0; n < _values.Length; n++) (_values[n], _slopes[n]) = (_values[n] + other._values[n], _slopes[n] + other._slopes[n]);
    }

    /// <summary>The same counts by other members, of which each of these is part of one.</summary>
    /// <param name="members">How many members there are then.</param>
    /// <param name="memberOf">To which of them each of these belongs.</param>
    public Tallies Summed(int members, Func<int, int> memberOf)
    {
        var sums = new Tallies(_pass, _places, members);
        for (var m = 0; m < Members; m++)
        {
            var to = memberOf(m);
            for (var s = 0; s < StateCount; s++)
            {
                var own = _counts.AsSpan(((m * StateCount) + s) * _width, _width);
                if (!own.ContainsAnyExcept(0)) continue;
                var sum = sums._counts.AsSpan(((to * StateCount) + s) * _width, _width);
                for (var p = 0; p < own.Length; p++) sum[p] += own[p];
            }
            if (!_hasValues) continue;
            for (var p = 0; p < _width; p++)
            {
                sums._values[(to * _width) + p] += _values[(m * _width) + p];
                sums._slopes[(to * _width) + p] += _slopes[(m * _width) + p];
            }
        }
        return sums;
    }

    /// <summary>The tallies by member, in the order in which the days were asked; members that nothing falls to share theirs.</summary>
    public Tally[][] All()
    {
        var (all, nothing) = (new Tally[Members][], new Tally[_places.Count]);
        for (var m = 0; m < all.Length; m++) all[m] = IsEmpty(m) ? nothing : Of(m);
        return all;
    }

    // What is worth something is counted too.
    private bool IsEmpty(int member) => !_counts.AsSpan(member * StateCount * _width, StateCount * _width).ContainsAnyExcept(0);

    private Tally[] Of(int member)
    {
        var result = new Tally[_places.Count];
        Span<long> sums = stackalloc long[StateCount];
        var (value, slope) = (0L, 0L);
        for (var p = 0; p < _places.Count; p++)
        {
            for (var s = 0; s < StateCount; s++) sums[s] += _counts[(((member * StateCount) + s) * _width) + p];
            if (_hasValues) (value, slope) = (value + _values[(member * _width) + p], slope + _slopes[(member * _width) + p]);
            else value = 1000 * sums[(int)State.Met];
            result[_places.Order[p]] = new Tally(sums[0], sums[1], sums[2], sums[3], sums[4], value + (slope * _places.Day(p)));
        }
        return result;
    }
}
