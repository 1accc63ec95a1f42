using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// A period of care under legal status V3 or V4 and no other is a series of short breaks (SSDA903 guide: left out of every count of
/// children looked after). Sources that keep legal statuses in a table of their own (SSD) say it only there.
/// </summary>
internal static class ShortBreaks
{
    public static void Mark(DraftRows care, DraftRows legal, CodeList codes)
    {
        var isShort = codes.Entries.Select(e => e.Code is "V3" or "V4").ToArray();
        if (legal.Count == 0) return;
        var code = legal.Field("code");
        for (var r = 0; r < care.Count; r++)
        {
            if (!Days.IsDate(care.First[r])) continue;
            var (any, all) = (false, true);
            for (var l = legal.Offset[care.Subject[r]]; l < legal.Offset[care.Subject[r] + 1]; l++)
            {
                if (!Days.IsDate(legal.First[l]) || !Overlap(care, r, legal, l)) continue;
                any = true;
                all &= code[l] >= 0 && isShort[code[l]];
            }
            if (any && all) care.Set("short_break", r, 1);
        }
    }

    /// <summary>Statements about periods of care do not miss the flag where a statement of the same load tells legal statuses.</summary>
    public static IEnumerable<Statement> Told(IReadOnlyList<Statement> statements)
    {
        var told = statements.Where(s => s.Kind == "legal_statuses" && s.Holds != Completeness.Absent).Select(s => s.Load).ToHashSet();
        return statements.Select(s => s.Kind == "care_periods" && told.Contains(s.Load)
            ? s with { Missing = [.. s.Missing.Where(m => m != "short_break")] }
            : s);
    }

    private static bool Overlap(DraftRows care, int r, DraftRows legal, int l) =>
        legal.First[l] < Spans.Bound(care.First[r], care.End[r]) && care.First[r] < Spans.Bound(legal.First[l], legal.End[l]);
}
