using Bellwether.Calendar;

namespace Bellwether.Journeys.Building;

/// <summary>How the ends of half-open spells are compared while they are settled.</summary>
internal static class Spans
{
    /// <summary>
    /// The end as a bound: open is after every day. An end nobody knows bounds the spell at its start, so that nothing is
    /// joined or found to overlap on a guess.
    /// </summary>
    public static int Bound(int start, int end) =>
        end == Days.None ? int.MaxValue : end == Days.Unknown ? start : end;

    /// <summary>The later of two ends: open beats a date, and unknown beats both.</summary>
    public static int Later(int a, int b) =>
        a == Days.Unknown || b == Days.Unknown ? Days.Unknown : a == Days.None || b == Days.None ? Days.None : Math.Max(a, b);

    /// <summary>True where the spell is open at the close of the day; an unknown start or end is open nowhere.</summary>
    public static bool IsOpenAt(int start, int end, int day) => Days.IsDate(start) && start <= day && day < Bound(start, end);

    /// <summary>
    /// Takes rows together: walks the rows in order and asks of each whether it belongs to the last one kept of its subject; rows without a
    /// known start and those that stand alone are kept as they are. One that does is absorbed, and its key leads to the row kept.
    /// </summary>
    public static DraftRows Join(DraftRows rows, Func<int, bool> standsAlone, Func<int, int, bool> belongs, Action<int, int> absorb)
    {
        var taken = new List<int>();
        var head = -1;
        for (var r = 0; r < rows.Count; r++)
        {
            var subject = rows.Subject[r];
            if (head >= 0 && rows.Subject[head] != subject) head = -1;
            if (standsAlone(r) || !Days.IsDate(rows.First[r])) continue;
            if (head < 0 || !belongs(head, r))
            {
                head = r;
                continue;
            }
            absorb(head, r);
            rows.Joined[(subject, rows.Key[r])] = rows.Key[head];
            taken.Add(r);
        }
        return taken.Count == 0 ? rows : rows.Take(Kept(rows.Count, taken));
    }

    private static int[] Kept(int count, List<int> taken)
    {
        var kept = new int[count - taken.Count];
        for (int r = 0, t = 0; r < count; r++)
            if (t < taken.Count && taken[t] == r) t++;
            else kept[r - t] = r;
        return kept;
    }

    /// <summary>Fills the head's unknown fields from a row taken into it; start, end and the fields named are left alone.</summary>
    public static void FillUnknown(DraftRows rows, int head, int from, params ReadOnlySpan<int> except)
    {
        for (var f = rows.Kind.Shape == Codes.RecordShape.Spell ? 2 : 0; f < rows.FieldCount; f++)
            if (rows.Field(f)[head] == Days.Unknown && !except.Contains(f)) rows.Set(f, head, rows.Field(f)[from]);
    }
}
