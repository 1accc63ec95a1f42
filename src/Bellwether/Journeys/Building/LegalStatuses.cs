using Bellwether.Calendar;

namespace Bellwether.Journeys.Building;

/// <summary>Touching legal statuses of one code are one: a new episode may only mean a new placement (data-formats.md section 9.2, runs of LS).</summary>
internal static class LegalStatuses
{
    public static DraftRows Settle(DraftRows rows)
    {
        var code = rows.Field("code");
        return Spans.Join(
            rows, _ => false,
            (head, r) => Days.IsDate(rows.End[head]) && rows.End[head] == rows.First[r] && code[head] >= 0 && code[head] == code[r],
            (head, r) =>
            {
                rows.SetEnd(head, rows.End[r]);
                Spans.FillUnknown(rows, head, r);
            });
    }
}
