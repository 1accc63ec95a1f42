using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Steps of an adoption that its own source does not state, taken from the child's episodes (data-formats.md section 7): the placement
/// order from the first legal status E1, the placing from the first placement A3 to A6, the order from care that ended E11 or E12; each on
/// or after the first day the track is known and before the next one begins; an order in force on the first day, too. Where the child's
/// episodes are known and none says so, it has not happened. Where the first row told of an order began with a new placement, or that of a
/// placement with a new legal status, the step is older than what is told: it has happened, and its day is unknown.
/// </summary>
internal static class AdoptionSteps
{
    /// <param name="legalOnly">Child and day of rows that began with a new legal status alone.</param>
    /// <param name="placementOnly">Child and day of rows that began with a new placement alone.</param>
    public static void Fill(DraftRows tracks, Drafts drafts, CodeLists codes, IReadOnlySet<(int, int)> legalOnly, IReadOnlySet<(int, int)> placementOnly)
    {
        if (tracks.Count == 0) return;
        Take(tracks, "placement_order", drafts["legal_statuses"], "code", codes["legal-status"], c => c == "E1", placementOnly, inForce: true);
        Take(tracks, "placed", drafts["placements"], "type", codes["placement-type"], c => c is "A3" or "A4" or "A5" or "A6", legalOnly);
        Take(tracks, "adopted", drafts["care_periods"], "end_code", codes["care-end"], c => c is "E11" or "E12", Never, atEnd: true);
    }

    private static readonly IReadOnlySet<(int, int)> Never = new HashSet<(int, int)>();

    private static void Take(
        DraftRows tracks, string step, DraftRows from, string field, CodeList codes, Func<string, bool> says, IReadOnlySet<(int, int)> untold, bool inForce = false, bool atEnd = false)
    {
        var said = codes.Entries.Select(e => says(e.Code)).ToArray();
        var (days, code) = (tracks.Field(step).Whole(tracks.Count), from.Field(field));
        for (var r = 0; r < tracks.Count; r++)
        {
            if (days[r] != Days.Unknown) continue;
            var child = tracks.Subject[r];
            var (first, next) = (tracks.First[r], r + 1 < tracks.Count && tracks.Subject[r + 1] == child ? tracks.First[r + 1] : int.MaxValue);
            if (from.Offset[child] < from.Offset[child + 1]) days[r] = Days.None;
            for (var p = from.Offset[child]; p < from.Offset[child + 1]; p++)
            {
                var day = atEnd ? from.End[p] : from.First[p];
                if (code[p] < 0 || !said[code[p]] || !Days.IsDate(day) || day >= next) continue;
                if (day < first && !(inForce && Spans.IsOpenAt(day, from.End[p], first))) continue;
                if (!Days.IsDate(days[r]) || day < days[r]) days[r] = day;
            }
            if (Days.IsDate(days[r]) && untold.Contains((child, days[r]))) days[r] = Days.Unknown;
        }
        tracks.Replace(step, days);
    }
}
