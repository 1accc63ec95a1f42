using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Counts different values of a field among cases, by breakdown member and day asked. Stretches are gathered by value first; then each
/// value's own are counted as differences, and a day on which any is open counts one.
/// </summary>
internal sealed class DistinctCount(Pass pass, Node of, Membership members, IReadOnlyList<DateOnly> days)
{
    private readonly Places _places = new(days);
    private readonly List<int> _value = [], _member = [], _from = [], _to = [];

    /// <summary>By member, in the order in which the days were asked; the total is not their sum, so it takes a membership of one.</summary>
    public long[][] Run()
    {
        Gather();
        var counts = new int[members.Members * (_places.Count + 1)];
        var open = new int[counts.Length];
        var touched = new List<int>();
        foreach (var s in ByValue(out var starts))
        {
            if (starts[s.Place]) Close(open, touched, counts);
            var at = _member[s.Stretch] * (_places.Count + 1);
            if (!touched.Contains(_member[s.Stretch])) touched.Add(_member[s.Stretch]);
            open[at + _from[s.Stretch]]++;
            open[at + _to[s.Stretch]]--;
        }
        Close(open, touched, counts);
        return [.. Enumerable.Range(0, members.Members).Select(m => Enumerable.Range(0, _places.Count).Select(d => (long)counts[(m * (_places.Count + 1)) + _places.Place(days[d].DayNumber)]).ToArray())];
    }

    private void Gather()
    {
        var verdicts = new Verdicts(pass);
        var expressions = new Expressions(pass);
        var segments = new Segments();
        var row = 0;
        while (verdicts.Next(ref row, pass.Rows(pass.Indicator.Kind).Count, _places.First, _places.Last, segments, out var cases))
        {
            if (cases.Count == 0) continue;
            var values = expressions.Still(of, cases);
            for (var k = 0; k < segments.Count; k++)
            {
                if (segments.State[k] != State.Met) continue;
                var i = segments.Entity[k];
                for (var reader = new StepReader(values, i); ; reader.Next())
                {
                    if (reader.Value is not (Cells.None or Cells.Unknown)) Cut(cases, i, (int)reader.Value, segments.From[k], Math.Min(segments.To[k], reader.Until));
                    segments.From[k] = Math.Max(segments.From[k], reader.Until);
                    if (segments.From[k] >= segments.To[k]) break;
                }
            }
        }
    }

    private void Cut(Block cases, int i, int value, int from, int to)
    {
        var (starts, _, next, s) = members.Steps(cases, i);
        while (s + 1 < next && starts[s + 1] <= from) s++;
        for (; s < next && from < to; s++)
        {
            var until = s + 1 < next ? Math.Min(starts[s + 1], to) : to;
            if (_places.Place(from) < _places.Place(until))
            {
                _value.Add(value);
                _member.Add(members.Member(cases, i, s));
                _from.Add(_places.Place(from));
                _to.Add(_places.Place(until));
            }
            from = until;
        }
    }

    /// <summary>The stretches in order of value; <paramref name="starts"/> marks where another begins.</summary>
    private IEnumerable<(int Place, int Stretch)> ByValue(out bool[] starts)
    {
        var order = new int[_value.Count];
        var keys = _value.ToArray();
        for (var s = 0; s < order.Length; s++) order[s] = s;
        Array.Sort(keys, order);
        starts = new bool[order.Length];
        for (var p = 1; p < order.Length; p++) starts[p] = keys[p] != keys[p - 1];
        return order.Select((s, p) => (p, s));
    }

    private void Close(int[] open, List<int> touched, int[] counts)
    {
        foreach (var member in touched)
        {
            var at = member * (_places.Count + 1);
            var now = 0;
            for (var p = 0; p < _places.Count; p++)
            {
                now += open[at + p];
                if (now > 0) counts[at + p]++;
            }
            open.AsSpan(at, _places.Count + 1).Clear();
        }
        touched.Clear();
    }
}
