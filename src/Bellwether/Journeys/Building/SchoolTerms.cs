using Bellwether.Calendar;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// <c>school_terms</c>: for each period of care, each school term of the authority's own list that the child was in care on some day of, as a
/// record of the child that lasts as long as the term. A length of days can't say "each term"; a term a child is in care for can be asked about.
/// </summary>
internal static class SchoolTerms
{
    public static void Make(Drafts drafts, TextPool texts)
    {
        if (drafts.Find("term_dates") is not { Count: > 0 } terms) return;
        var care = drafts["care_periods"];
        var kind = drafts["school_terms"].Kind;
        var made = new List<MadeRow>();
        for (var c = 0; c < care.Count; c++)
            for (var t = 0; t < terms.Count; t++)
            {
                var (start, end) = (terms.First[t], terms.End[t]);
                if (!Days.IsDate(care.First[c]) || !Days.IsDate(start) || !Days.IsDate(end) || start >= end) continue;
                if (care.End[c] == Days.Unknown || care.First[c] >= end || Spans.Bound(care.First[c], care.End[c]) <= start) continue;
                var cells = new int[kind.Fields.Count];
                (cells[0], cells[1], cells[kind.IndexOf("care_period")]) = (start, end, care.Key[c]);
                made.Add(new MadeRow(care.Subject[c], cells, terms.Key[t], c - care.Offset[care.Subject[c]], terms.Place(t), terms.SourceRow(t)));
            }
        drafts["school_terms"] = DraftRows.Made(kind, care.Subjects, made, texts);
    }
}
