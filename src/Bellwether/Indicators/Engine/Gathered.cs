using Bellwether.Calendar;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Aggregates: the pairs of a <see cref="RecordJoin"/> brought together for each case. Count, sum, first and last look only at records
/// that give yes; what has no value adds nothing to a sum.
/// </summary>
internal sealed class Gathered(Pass pass, Expressions expressions)
{
    private readonly Painter _painter = new();
    private long[] _days = new long[64], _changes = new long[64];
    private int _count;

    public RecordJoin Records { get; } = new(pass, expressions);

    public Truth Exists(Aggregate exists, Block cases)
    {
        if (Records.Union(exists.Records, cases) is { } known) return new Truth(known, known);
        var (pairs, counts) = Records.Of(exists.Records, cases);
        var yes = SpanAlgebra.UnionByParent(counts.Yes, pairs.Up, cases.Count, pass.Scratch, pass.Scratch.Spans());
        return new Truth(yes, counts.Sure ? yes : SpanAlgebra.UnionByParent(counts.Maybe, pairs.Up, cases.Count, pass.Scratch, pass.Scratch.Spans()));
    }

    public Cells Value(Aggregate aggregate, Block cases)
    {
        var (pairs, counts) = Records.Of(aggregate.Records, cases);
        var of = aggregate.Of is null ? null : expressions.Still(aggregate.Of, pairs);
        var into = pass.Scratch.Cells().AsSteps();
        var p = 0;
        for (var i = 0; i < cases.Count; i++)
        {
            var begin = p;
            while (p < pairs.Count && pairs.Up[p] == i) p++;
            _count = 0;
            switch (aggregate.Gathering)
            {
                case Gathering.Count:
                    for (var q = begin; q < p; q++)
                        for (var (s, next) = counts.Yes.Of(q); s < next; s++) Change(counts.Yes.From[s], counts.Yes.To[s], 1000);
                    Accumulate(into);
                    break;
                case Gathering.Sum:
                    for (var q = begin; q < p; q++) Each(counts.Yes, of!, q, Share);
                    Accumulate(into);
                    break;
                case Gathering.CountDistinct:
                    Distinct(counts.Yes, of!, begin, p);
                    Accumulate(into);
                    break;
                default:
                    Chosen(aggregate.Gathering == Gathering.Last, pairs, counts.Yes, of!, begin, p, into);
                    break;
            }
            into.Close();
        }
        return into;
    }

    private void Share(int from, int to, long value) => Change(from, to, value is Cells.None or Cells.Unknown ? 0 : value);

    private void Change(int from, int to, long by)
    {
        _days = Scratch.Room(_days, _count + 1);
        _changes = Scratch.Room(_changes, _count + 1);
        (_days[_count], _changes[_count]) = (from, by);
        (_days[_count + 1], _changes[_count + 1]) = (to, -by);
        _count += 2;
    }

    private void Accumulate(Cells into)
    {
        Scratch.Sort(_days, _changes, 0, _count);
        into.Add(0, 0);
        var sum = 0L;
        for (var e = 0; e < _count;)
        {
            var day = _days[e];
            for (; e < _count && _days[e] == day; e++) sum += _changes[e];
            if (day == Spans.Ever) break;
            into.Add((int)day, sum);
        }
    }

    /// <summary>The stretches of each different value are joined first, so that two records of one worker count once.</summary>
    private void Distinct(Spans yes, Cells of, int begin, int end)
    {
        var n = 0;
        for (var q = begin; q < end; q++)
        {
            Each(yes, of, q, (from, to, value) =>
            {
                if (value is Cells.None or Cells.Unknown) return;
                pass.Scratch.Keys = Scratch.Room(pass.Scratch.Keys, n);
                pass.Scratch.Items = Scratch.Room(pass.Scratch.Items, n);
                (pass.Scratch.Keys[n], pass.Scratch.Items[n]) = (Scratch.Pack((int)value, from), to);
                n++;
            });
        }
        Scratch.Sort(pass.Scratch.Keys, pass.Scratch.Items, 0, n);
        for (var k = 0; k < n;)
        {
            var (value, from, to) = (Scratch.High(pass.Scratch.Keys[k]), Scratch.Low(pass.Scratch.Keys[k]), (int)pass.Scratch.Items[k]);
            for (k++; k < n && Scratch.High(pass.Scratch.Keys[k]) == value && Scratch.Low(pass.Scratch.Keys[k]) <= to; k++)
                to = Math.Max(to, (int)pass.Scratch.Items[k]);
            Change(from, to, 1000);
        }
    }

    private void Chosen(bool last, Block pairs, Spans yes, Cells of, int begin, int end, Cells into)
    {
        _painter.Begin();
        for (var q = begin; q < end; q++)
        {
            if (!Days.IsDate(pairs.Date[q])) continue;
            var rank = Scratch.Pack(pairs.Date[q], pairs.Row[q]);
            for (var (s, next) = yes.Of(q); s < next; s++) _painter.Add(yes.From[s], yes.To[s], last ? rank : -rank, q);
        }
        _painter.Paint();
        into.Add(0, Cells.None);
        for (var k = 0; k < _painter.Count; k++)
        {
            var (from, to) = (_painter.From[k], _painter.To[k]);
            for (var reader = new StepReader(of, _painter.Payload[k]); ; reader.Next())
            {
                if (reader.Until > from) into.Add(from, reader.Value);
                from = Math.Max(from, reader.Until);
                if (from >= to) break;
            }
            if (to < Spans.Ever) into.Add(to, Cells.None);
        }
    }

    /// <summary>The value of one pair on each of its days that count.</summary>
    private static void Each(Spans yes, Cells of, int pair, Action<int, int, long> take)
    {
        for (var (s, next) = yes.Of(pair); s < next; s++)
        {
            var from = yes.From[s];
            for (var reader = new StepReader(of, pair); from < yes.To[s]; reader.Next())
            {
                if (reader.Until <= from) continue;
                var until = Math.Min(reader.Until, yes.To[s]);
                take(from, until, reader.Value);
                from = until;
            }
        }
    }
}
