using Bellwether.Calendar;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Periods of care that touch are one, for the next episode starts on the day the last one ends (SSDA903 guide,
/// data-formats.md 4.1); overlapping ones are one with a finding. Short breaks (legal status V3, V4) are no period of care
/// of the ordinary kind and stay apart, from it and from each other.
/// </summary>
internal static class CarePeriods
{
    public static DraftRows Settle(DraftRows rows, FoundThings found)
    {
        var endCode = rows.Kind.IndexOf("end_code");
        var shortBreak = rows.Field("short_break");
        return Spans.Join(
            rows, r => shortBreak[r] == 1 ? -1 : 0,
            (head, r) => rows.First[r] <= Spans.Bound(rows.First[head], rows.End[head]) && rows.End[head] != Days.Unknown,
            (head, r) =>
            {
                if (rows.First[r] < Spans.Bound(rows.First[head], rows.End[head])) found.Add("overlapping-care", rows, r);
                var end = Spans.Later(rows.End[head], rows.End[r]);
                if (end != rows.End[head]) rows.Fields[endCode][head] = rows.Fields[endCode][r];
                rows.End[head] = end;
                Spans.FillUnknown(rows, head, r, endCode);
            });
    }
}

/// <summary>
/// Being looked after ends at 18 (Children Act 1989 section 105): a period recorded past it counts up to the 18th birthday, exclusive,
/// and so do its placements and legal statuses. The reason recorded for a later end is kept, an end made here has an unknown one.
/// A birthday still to come at the data date changes nothing.
/// </summary>
internal static class CareStopsAt18
{
    public static void Apply(DraftRows care, DraftRows[] within, DraftRows people, int dataDay, FoundThings found)
    {
        var eighteenth = Births.Birthdays(people, 18);
        var endCode = care.Field("end_code");
        for (var r = 0; r < care.Count; r++)
        {
            if (!Cut(care, r, eighteenth, dataDay)) continue;
            if (endCode[r] == Days.None) endCode[r] = Days.Unknown;
            found.Add("care-past-18", care, r);
        }
        foreach (var rows in within)
            for (var r = 0; r < rows.Count; r++) Cut(rows, r, eighteenth, dataDay);
    }

    private static bool Cut(DraftRows rows, int r, int[] eighteenth, int dataDay)
    {
        var last = eighteenth[rows.Subject[r]];
        if (!Days.IsDate(last) || last > dataDay || rows.End[r] == Days.Unknown || !Days.IsDate(rows.First[r])) return false;
        if (Spans.Bound(rows.First[r], rows.End[r]) <= last) return false;
        rows.End[r] = Math.Max(rows.First[r], last);
        return true;
    }
}
