using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Journeys.Building;

/// <summary>By which date a row finds its parent among the child's own records, where the source does not say.</summary>
internal static class LinkRules
{
    // A planning meeting may come before the placement it is about (indicators.md, RV06); a month ahead is another matter.
    private const int MeetingAheadDays = 28;

    public static Func<int, int> For(DraftRows rows, RecordField field, DraftRows parents) => (rows.Kind.Name, field.Of) switch
    {
        ("return_interviews", _) => r => EpisodeReturnedFrom(rows, r, parents),
        ("placement_meetings", _) => r => PlacementMetAbout(rows, r, parents),
        ("icpcs", "s47s") => EnquiryBefore(rows, parents),
        ("cp_plans", "icpcs") => r => ConferenceThatMade(rows, r, parents),
        _ => ByDate(rows, parents),
    };

    private static Func<int, int> ByDate(DraftRows rows, DraftRows parents)
    {
        var due = rows.Kind.IndexOf("due");
        return r =>
        {
            var day = rows.First[r];
            if (!Days.IsDate(day) && due >= 0) day = rows.Field(due)[r];
            return parents.Kind.Shape == RecordShape.Spell ? OpenOn(parents, rows.Subject[r], day) : -1;
        };
    }

    /// <summary>The child's record open on a day, of several the latest start; else the one that ended on it; else -1.</summary>
    public static int OpenOn(DraftRows spells, int subject, int day)
    {
        if (!Days.IsDate(day)) return -1;
        var endedThen = -1;
        for (var p = spells.Offset[subject + 1] - 1; p >= spells.Offset[subject]; p--)
        {
            if (Spans.IsOpenAt(spells.First[p], spells.End[p], day)) return p;
            if (endedThen < 0 && spells.End[p] == day && Days.IsDate(spells.First[p])) endedThen = p;
        }
        return endedThen;
    }

    /// <summary>The interview is about the last missing episode that had ended by its day; else one still recorded as open.</summary>
    private static int EpisodeReturnedFrom(DraftRows rows, int r, DraftRows missing)
    {
        var day = rows.First[r];
        if (!Days.IsDate(day)) return -1;
        var child = rows.Subject[r];
        var best = -1;
        for (var p = missing.Offset[child]; p < missing.Offset[child + 1]; p++)
            if (Days.IsDate(missing.First[p]) && Days.IsDate(missing.End[p]) && missing.End[p] <= day && (best < 0 || missing.End[p] >= missing.End[best]))
                best = p;
        return best >= 0 ? best : OpenOn(missing, child, day);
    }

    /// <summary>The placement that starts within four weeks after the meeting where the one running has had its own; else the one running.</summary>
    private static int PlacementMetAbout(DraftRows rows, int r, DraftRows placements)
    {
        var day = rows.First[r];
        if (!Days.IsDate(day)) return -1;
        var child = rows.Subject[r];
        var running = OpenOn(placements, child, day);
        var alreadyMet = running >= 0 && r > rows.Offset[child] && rows.First[r - 1] >= placements.First[running];
        if (running >= 0 && !alreadyMet) return running;
        for (var p = placements.Offset[child]; p < placements.Offset[child + 1]; p++)
            if (placements.First[p] > day && placements.First[p] <= day + MeetingAheadDays) return p;
        return running;
    }

    /// <summary>The last enquiry that began on or before the conference, in the same case where both cases are known; a transfer in has none.</summary>
    private static Func<int, int> EnquiryBefore(DraftRows conferences, DraftRows enquiries)
    {
        Column transferIn = conferences.Field("transfer_in"), itsCase = conferences.Field("episode"), enquiryCase = enquiries.Field("episode");
        return r =>
        {
            if (transferIn[r] == 1 || !Days.IsDate(conferences.First[r])) return -1;
            var child = conferences.Subject[r];
            for (var p = enquiries.Offset[child + 1] - 1; p >= enquiries.Offset[child]; p--)
                if (Days.IsDate(enquiries.First[p]) && enquiries.First[p] <= conferences.First[r]
                    && (itsCase[r] < 0 || enquiryCase[p] < 0 || itsCase[r] == enquiryCase[p]))
                    return p;
            return -1;
        };
    }

    /// <summary>The last conference on or before the day the plan began, unless it made no plan.</summary>
    private static int ConferenceThatMade(DraftRows plans, int r, DraftRows conferences)
    {
        var start = plans.First[r];
        if (!Days.IsDate(start)) return -1;
        var child = plans.Subject[r];
        var planMade = conferences.Field("plan_made");
        for (var p = conferences.Offset[child + 1] - 1; p >= conferences.Offset[child]; p--)
            if (Days.IsDate(conferences.First[p]) && conferences.First[p] <= start) return planMade[p] == 0 ? -1 : p;
        return -1;
    }
}
