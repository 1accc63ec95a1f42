using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>Comparisons over blocks. With none: no; with unknown: unknown; none wins over unknown.</summary>
internal static class Comparing
{
    public static Truth Still(Comparison sign, Cells a, Cells b, Spans yes, Spans maybe)
    {
        if (a.Flat && b.Flat) return Flat(sign, a, b, yes, maybe);
        var sure = true;
        yes.Lists();
        maybe.Lists();
        for (var i = 0; i < a.Count; i++)
        {
            var (x, y) = (new StepReader(a, i), new StepReader(b, i));
            for (var from = 0; from < Spans.Ever;)
            {
                var until = Math.Min(x.Until, y.Until);
                if (x.Value != Cells.None && y.Value != Cells.None)
                {
                    if (x.Value == Cells.Unknown || y.Value == Cells.Unknown)
                    {
                        maybe.Add(from, until);
                        sure = false;
                    }
                    else if (Holds(sign, x.Value, y.Value))
                    {
                        yes.Add(from, until);
                        maybe.Add(from, until);
                    }
                }
                from = Step(ref x, ref y, until);
            }
            yes.Close();
            maybe.Close();
        }
        return new Truth(yes, sure ? yes : maybe);
    }

    private static Truth Flat(Comparison sign, Cells a, Cells b, Spans yes, Spans maybe)
    {
        var sure = true;
        yes.Compact(a.Count);
        maybe.Compact(a.Count);
        for (var i = 0; i < a.Count; i++)
        {
            var (x, y, from) = (a.Value[i], b.Value[i], Math.Max(a.Seen[i], b.Seen[i]));
            yes.From[i] = maybe.From[i] = from;
            yes.To[i] = maybe.To[i] = 0;
            if (x == Cells.None || y == Cells.None) continue;
            if (x == Cells.Unknown || y == Cells.Unknown)
            {
                maybe.To[i] = Spans.Ever;
                sure = false;
            }
            else if (Holds(sign, x, y)) yes.To[i] = maybe.To[i] = Spans.Ever;
        }
        return new Truth(yes, sure ? yes : maybe);
    }

    /// <summary><c>anchor-motion sign bound</c> where the motion rises: it turns on one day for each anchor and bound.</summary>
    public static Truth Moving(Comparison sign, Cells moving, Cells bound, Spans yes, Spans maybe)
    {
        var sure = true;
        if (moving.Sign < 0) sign = Mirror(sign);
        var unit = moving.Motion == Motion.Day ? 1 : 1000;
        var none = moving.Anchor ?? bound;
        var reaching = new Reaching(moving.Motion);
        if (none.Flat && bound.Flat && sign != Comparison.NotEqual) return FlatMoving(sign, moving, none, bound, unit, yes, maybe);
        yes.Lists();
        maybe.Lists();
        for (var i = 0; i < moving.Count; i++)
        {
            var (d, c) = (new StepReader(none, i), new StepReader(bound, i));
            for (var from = 0; from < Spans.Ever;)
            {
                var until = Math.Min(d.Until, c.Until);
                if (d.Value != Cells.None && c.Value != Cells.None)
                {
                    if (d.Value == Cells.Unknown || c.Value == Cells.Unknown)
                    {
                        maybe.Add(from, until);
                        sure = false;
                    }
                    else
                    {
                        var anchor = moving.Motion == Motion.Day ? 0 : (int)d.Value;
                        var (a, b) = Turn(sign == Comparison.NotEqual ? Comparison.Equal : sign, ref reaching, anchor, moving.Sign * c.Value, unit);
                        if (sign != Comparison.NotEqual) Both(a, b);
                        else
                        {
                            Both(0, a);
                            Both(b, Spans.Ever);
                        }

                        void Both(int first, int end)
                        {
                            yes.Add(Math.Max(first, from), Math.Min(end, until));
                            maybe.Add(Math.Max(first, from), Math.Min(end, until));
                        }
                    }
                }
                from = Step(ref d, ref c, until);
            }
            yes.Close();
            maybe.Close();
        }
        return new Truth(yes, sure ? yes : maybe);
    }

    /// <summary>The same where neither side changes: one stretch at most for each case.</summary>
    private static Truth FlatMoving(Comparison sign, Cells moving, Cells none, Cells bound, int unit, Spans yes, Spans maybe)
    {
        var sure = true;
        yes.Compact(moving.Count);
        maybe.Compact(moving.Count);
        var reaching = new Reaching(moving.Motion);
        for (var i = 0; i < moving.Count; i++)
        {
            var (d, c, from, to) = (none.Value[i], bound.Value[i], Math.Max(none.Seen[i], bound.Seen[i]), 0);
            maybe.To[i] = 0;
            if (d == Cells.None || c == Cells.None) (yes.From[i], maybe.From[i]) = (from, from);
            else if (d == Cells.Unknown || c == Cells.Unknown)
            {
                (yes.From[i], maybe.From[i], maybe.To[i]) = (from, from, Spans.Ever);
                sure = false;
            }
            else
            {
                (var first, to) = Turn(sign, ref reaching, moving.Motion == Motion.Day ? 0 : (int)d, moving.Sign * c, unit);
                (yes.From[i], maybe.From[i], maybe.To[i]) = (Math.Max(first, from), Math.Max(first, from), to);
            }
            yes.To[i] = to;
        }
        return new Truth(yes, sure ? yes : maybe);
    }

    /// <summary>The days <c>[first, end)</c> on which a motion from an anchor stands so to the bound.</summary>
    private static (int First, int End) Turn(Comparison sign, ref Reaching reaching, int anchor, long c, int unit) => sign switch
    {
        Comparison.GreaterOrEqual => (reaching.On(anchor, Ceiling(c, unit)), Spans.Ever),
        Comparison.Greater => (reaching.On(anchor, Floor(c, unit) + 1), Spans.Ever),
        Comparison.Less => (0, reaching.On(anchor, Ceiling(c, unit))),
        Comparison.LessOrEqual => (0, reaching.On(anchor, Floor(c, unit) + 1)),
        _ => (reaching.On(anchor, Ceiling(c, unit)), reaching.On(anchor, Floor(c, unit) + 1)),
    };

    /// <summary>Yes where the value passes the test, unknown where it is unknown, no where it is none.</summary>
    public static Truth Test(Cells cells, Func<long, bool> test, Spans yes, Spans maybe)
    {
        var sure = true;
        yes.Lists();
        maybe.Lists();
        for (var i = 0; i < cells.Count; i++)
        {
            var from = 0;
            for (var reader = new StepReader(cells, i); ; reader.Next())
            {
                if (reader.Value == Cells.Unknown)
                {
                    maybe.Add(from, reader.Until);
                    sure = false;
                }
                else if (reader.Value != Cells.None && test(reader.Value))
                {
                    yes.Add(from, reader.Until);
                    maybe.Add(from, reader.Until);
                }
                from = reader.Until;
                if (from == Spans.Ever) break;
            }
            yes.Close();
            maybe.Close();
        }
        return new Truth(yes, sure ? yes : maybe);
    }

    /// <summary>The days on which the value is neither none nor unknown.</summary>
    public static Truth Known(Cells cells, Spans yes)
    {
        yes.Lists();
        for (var i = 0; i < cells.Count; i++)
        {
            var from = 0;
            for (var reader = new StepReader(cells, i); ; reader.Next())
            {
                if (reader.Value is not (Cells.None or Cells.Unknown)) yes.Add(from, reader.Until);
                from = reader.Until;
                if (from == Spans.Ever) break;
            }
            yes.Close();
        }
        return new Truth(yes, yes);
    }

    public static Comparison Mirror(Comparison sign) => sign switch
    {
        Comparison.Less => Comparison.Greater,
        Comparison.LessOrEqual => Comparison.GreaterOrEqual,
        Comparison.Greater => Comparison.Less,
        Comparison.GreaterOrEqual => Comparison.LessOrEqual,
        _ => sign,
    };

    public static bool Holds(Comparison sign, long a, long b) => sign switch
    {
        Comparison.Equal => a == b,
        Comparison.NotEqual => a != b,
        Comparison.Less => a < b,
        Comparison.LessOrEqual => a <= b,
        Comparison.Greater => a > b,
        _ => a >= b,
    };

    /// <summary>Moves two readers to the next day on which either changes; gives that day, or <see cref="Spans.Ever"/>.</summary>
    public static int Step(ref StepReader x, ref StepReader y, int until)
    {
        if (until == Spans.Ever) return until;
        if (x.Until == until) x.Next();
        if (y.Until == until) y.Next();
        return until;
    }

    private static long Floor(long c, int unit) => c >= 0 ? c / unit : -((-c + unit - 1) / unit);

    private static long Ceiling(long c, int unit) => -Floor(-c, unit);
}
