using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>Arithmetic over blocks of values. None or unknown in gives the same back; none wins over unknown.</summary>
internal static class Values
{
    public static Cells Fill(Cells into, int count, long value)
    {
        into.AsFlat(count);
        var values = into.Value.AsSpan(0, count);
        for (var i = 0; i < values.Length; i++) values[i] = value;
        into.Seen.AsSpan(0, count).Clear();
        return into;
    }

    public static Cells Map(Cells a, Func<long, long> map, Cells into)
    {
        if (a.Flat)
        {
            into.AsFlat(a.Count);
            for (var i = 0; i < a.Count; i++) (into.Value[i], into.Seen[i]) = (Mapped(a.Value[i]), a.Seen[i]);
            return into;
        }
        into.AsSteps();
        for (var i = 0; i < a.Count; i++)
        {
            for (var s = a.Offset[i]; s < a.Offset[i + 1]; s++) into.Add(a.From[s], Mapped(a.Value[s]));
            into.Close();
        }
        return into;

        long Mapped(long cell) => cell is Cells.None or Cells.Unknown ? cell : map(cell);
    }

    /// <summary>A length added to each date.</summary>
    public static Cells Added(Cells dates, DatePlus plus, DayTables tables, Cells into)
    {
        if (!dates.Flat) return Map(dates, day => tables.Add(plus.By, (int)day, plus.Minus), into);
        into.AsFlat(dates.Count);
        dates.Seen.AsSpan(0, dates.Count).CopyTo(into.Seen);
        var (from, to, lasts) = (dates.Value, into.Value, tables.Of(plus.By));
        for (var i = 0; i < dates.Count; i++) to[i] = from[i] < 0 ? from[i] : plus.Minus ? tables.Add(plus.By, (int)from[i], true) : lasts[(int)from[i]];
        return into;
    }

    public static Cells Map(Cells a, Cells b, Func<long, long, long> map, Cells into)
    {
        if (a.Flat && b.Flat)
        {
            into.AsFlat(a.Count);
            for (var i = 0; i < a.Count; i++)
                (into.Value[i], into.Seen[i]) = (Mapped(a.Value[i], b.Value[i]), Math.Max(a.Seen[i], b.Seen[i]));
            return into;
        }
        return Zip(a, b, Mapped, into);

        long Mapped(long x, long y) =>
            x == Cells.None || y == Cells.None ? Cells.None : x == Cells.Unknown || y == Cells.Unknown ? Cells.Unknown : map(x, y);
    }

    /// <summary>Stretch by stretch, absences included.</summary>
    public static Cells Zip(Cells a, Cells b, Func<long, long, long> map, Cells into)
    {
        into.AsSteps();
        for (var i = 0; i < a.Count; i++)
        {
            var (x, y) = (new StepReader(a, i), new StepReader(b, i));
            for (var from = 0; from < Spans.Ever;)
            {
                into.Add(from, map(x.Value, y.Value));
                from = Comparing.Step(ref x, ref y, Math.Min(x.Until, y.Until));
            }
            into.Close();
        }
        return into;
    }

    /// <summary>The smaller (larger) of two; none is skipped.</summary>
    public static Cells Choose(Cells a, Cells b, bool larger, Cells into) => Zip(
        a, b,
        (x, y) => x == Cells.None ? y : y == Cells.None ? x : x == Cells.Unknown || y == Cells.Unknown ? Cells.Unknown
            : larger ? Math.Max(x, y) : Math.Min(x, y),
        into);

    /// <summary>a where yes, b where no, unknown where unknown.</summary>
    public static Cells If(Truth test, Cells a, Cells b, Scratch scratch)
    {
        var which = OfTruth(test, scratch.Cells());
        var yes = Zip(which, a, (w, x) => w == 1 ? x : Cells.None, scratch.Cells());
        var rest = Zip(which, b, (w, x) => w == 0 ? x : w == 1 ? Cells.None : Cells.Unknown, scratch.Cells());
        return Zip(yes, rest, (x, y) => x == Cells.None ? y : x, scratch.Cells());
    }

    /// <summary>1 for yes, 0 for no.</summary>
    public static Cells OfTruth(Truth truth, Cells into)
    {
        into.AsSteps();
        for (var i = 0; i < truth.Yes.Count; i++)
        {
            into.Add(0, 0);
            var (y, ys) = truth.Yes.Of(i);
            for (var (m, ms) = truth.Maybe.Of(i); m < ms; m++)
            {
                var at = truth.Maybe.From[m];
                for (; y < ys && truth.Yes.To[y] <= truth.Maybe.To[m]; y++)
                {
                    if (at < truth.Yes.From[y]) into.Add(at, Cells.Unknown);
                    into.Add(truth.Yes.From[y], 1);
                    at = truth.Yes.To[y];
                }
                if (at < truth.Maybe.To[m]) into.Add(at, Cells.Unknown);
                if (truth.Maybe.To[m] < Spans.Ever) into.Add(truth.Maybe.To[m], 0);
            }
            into.Close();
        }
        return into;
    }

    /// <summary>The parent's value for each row.</summary>
    public static Cells Spread(Cells parents, int[] parent, int rows, Scratch scratch)
    {
        var into = scratch.Cells();
        if (parents.IsMoving)
        {
            return into.AsMoving(rows, parents.Motion, parents.Sign,
                parents.Anchor is null ? null : Spread(parents.Anchor, parent, rows, scratch),
                parents.Plus is null ? null : Spread(parents.Plus, parent, rows, scratch));
        }
        if (parents.Flat)
        {
            into.AsFlat(rows);
            for (var r = 0; r < rows; r++) (into.Value[r], into.Seen[r]) = (parents.Value[parent[r]], parents.Seen[parent[r]]);
            return into;
        }
        into.AsSteps();
        for (var r = 0; r < rows; r++)
        {
            for (var s = parents.Offset[parent[r]]; s < parents.Offset[parent[r] + 1]; s++) into.Add(parents.From[s], parents.Value[s]);
            into.Close();
        }
        return into;
    }

    /// <summary>
    /// A moving value as steps over each entity's own days, one step a change; the fallback for what has no operator. Outside those
    /// days the value is none; an entity without end is followed to <paramref name="horizon"/>.
    /// </summary>
    public static Cells Materialise(Cells moving, Block block, int horizon, Scratch scratch)
    {
        if (!moving.IsMoving) return moving;
        var into = scratch.Cells().AsSteps();
        var anchors = moving.Anchor ?? Fill(scratch.Cells(), block.Count, 0);
        var unit = moving.Motion == Motion.Day ? 1 : 1000;
        for (var i = 0; i < block.Count; i++)
        {
            var (lo, hi) = (Math.Max(block.From[i], 0), Math.Min(block.To[i], horizon));
            if (lo > 0) into.Add(0, Cells.None);
            var anchor = new StepReader(anchors, i);
            while (anchor.Until <= lo && anchor.Until < Spans.Ever) anchor.Next();
            for (var day = lo; day < hi;)
            {
                var until = Math.Min(hi, anchor.Until);
                if (anchor.Value is Cells.None or Cells.Unknown)
                {
                    into.Add(day, anchor.Value);
                    day = until;
                }
                else
                {
                    var n = DayTables.At(moving.Motion, (int)anchor.Value, day);
                    into.Add(day, moving.Sign * n * unit);
                    day = Math.Min(until, Math.Max(day + 1, DayTables.Reaches(moving.Motion, (int)anchor.Value, n + 1)));
                }
                if (day == anchor.Until && day < hi) anchor.Next();
            }
            into.Close();
        }
        return moving.Plus is null ? into : Map(into, moving.Plus, static (x, y) => x + y, scratch.Cells());
    }

    /// <summary>Thousandths divided by thousandths, half away from zero; none by zero.</summary>
    public static long Divide(long a, long b)
    {
        if (b == 0) return Cells.None;
        return (long)Math.Round((decimal)a * 1000m / b, MidpointRounding.AwayFromZero);
    }
}
