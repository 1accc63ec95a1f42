namespace Bellwether.Indicators.Engine;

/// <summary>Counts by day asked and breakdown member: stretches go in as differences, prefix sums come out.</summary>
internal sealed class Tallies : Counter
{
    private const int StateCount = 5;
    private readonly Pass _pass;
    private readonly Places _places;
    private readonly bool _hasValues;
    private readonly int _width;
    private readonly long[] _counts, _values, _slopes;
    private Cells? _value;

    /// <param name="pass">The pass counted; without a value, a case met is worth 1 and its worth is never added up.</param>
    /// <param name="places">The days asked.</param>
    /// <param name="members">Members of the breakdown; 1 for the total.</param>
    public Tallies(Pass pass, Places places, int members)
    {
        (_pass, _places, _hasValues, Members, _width) = (pass, places, pass.Indicator.Value is not null, members, places.Count + 1);
        _counts = new long[members * StateCount * _width];
        (_values, _slopes) = _hasValues ? (new long[members * _width], new long[members * _width]) : ([], []);
    }

    public int Members { get; }

    public override void Begin(Verdicts verdicts, Block cases) => _value = verdicts.Value;

    public override void Put(int i, int member, int from, int to, State state)
    {
        var at = ((member * StateCount) + (int)state) * _width;
        _counts[at + _places.Place(from)]++;
        _counts[at + _places.Place(to)]--;
        if (state == State.Met && _value is { } value) Worth(value, i, member, from, to);
    }

    private void Worth(Cells value, int i, int member, int from, int to)
    {
        if (_pass.Indicator.Form == CaseForm.Dated)
        {
            AddValue(member, from, to, value.IsMoving ? 0 : value.At(i, _pass.Horizon), 0);
            return;
        }
        for (var reader = new StepReader(value.IsMoving ? value.Anchor! : value, i); from < to; reader.Next())
        {
            if (reader.Until <= from) continue;
            var until = Math.Min(reader.Until, to);
            if (value.IsMoving) AddValue(member, from, until, -1000L * value.Sign * reader.Value, 1000L * value.Sign);
            else AddValue(member, from, until, reader.Value, 0);
            from = until;
        }
    }

    /// <summary>A value that is <c>base + slope × day</c> on the stretch, in thousandths.</summary>
    private void AddValue(int member, int from, int to, long value, long slope)
    {
        var (a, b) = ((member * _width) + _places.Place(from), (member * _width) + _places.Place(to));
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

    /// <summary>Tallies of one member, in the order in which the days were asked.</summary>
    public Tally[] Of(int member)
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
