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
    /// Takes rows together: walks the rows in order and asks of each whether it belongs to the last one kept in its lane (lanes
    /// begin anew with each subject; a negative lane stands alone). One that does is absorbed, and its key leads to the row kept.
    /// </summary>
    public static DraftRows Join(DraftRows rows, Func<int, int> lane, Func<int, int, bool> belongs, Action<int, int> absorb)
    {
        var kept = new List<int>(rows.Count);
        var heads = new Dictionary<int, int>();
        var subject = -1;
        for (var r = 0; r < rows.Count; r++)
        {
            if (rows.Subject[r] != subject)
            {
                heads.Clear();
                subject = rows.Subject[r];
            }
            var at = lane(r);
            if (at >= 0 && Days.IsDate(rows.First[r]) && heads.TryGetValue(at, out var head) && belongs(head, r))
            {
                absorb(head, r);
                rows.Joined[(subject, rows.Key[r])] = rows.Key[head];
                continue;
            }
            kept.Add(r);
            if (at >= 0 && Days.IsDate(rows.First[r])) heads[at] = r;
        }
        return kept.Count == rows.Count ? rows : rows.Take([.. kept]);
    }

    /// <summary>Fills the head's unknown fields from a row taken into it; start, end and the fields named are left alone.</summary>
    public static void FillUnknown(DraftRows rows, int head, int from, params ReadOnlySpan<int> except)
    {
        for (var f = rows.Kind.Shape == Codes.RecordShape.Spell ? 2 : 0; f < rows.Fields.Length; f++)
            if (rows.Fields[f][head] == Days.Unknown && !except.Contains(f)) rows.Fields[f][head] = rows.Fields[f][from];
    }
}
