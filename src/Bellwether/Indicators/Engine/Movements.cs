namespace Bellwether.Indicators.Engine;

/// <summary>Compares two lists of cases of one definition.</summary>
internal static class Movements
{
    /// <param name="indicator">The definition; where it counts children, the child is the case.</param>
    /// <param name="subject">The subject of each row of its kind.</param>
    /// <param name="before">Cases on the first day.</param>
    /// <param name="now">Cases on the second.</param>
    public static Movement Between(BoundIndicator indicator, int[] subject, IReadOnlyList<CaseRow> before, IReadOnlyList<CaseRow> now)
    {
        var were = Keyed(before);
        var (entered, changed) = (new List<CaseRow>(), new List<(CaseRow, CaseRow)>());
        foreach (var (key, row) in Keyed(now))
        {
            if (!were.Remove(key, out var was)) entered.Add(row);
            else if (was.Verdict != row.Verdict) changed.Add((was, row));
        }
        return new Movement(before.Count, now.Count, entered, [.. were.Values], changed, "");

        // A record may count on two of its dates that fall on one day: the second is another case.
        Dictionary<(int, int, int), CaseRow> Keyed(IReadOnlyList<CaseRow> rows)
        {
            var keyed = new Dictionary<(int, int, int), CaseRow>(rows.Count);
            foreach (var row in rows.OrderBy(r => r.Row).ThenBy(r => r.Date).ThenBy(r => r.Verdict))
                for (var n = 0; ; n++)
                    if (keyed.TryAdd(indicator.Per == Per.Record ? (row.Row, row.Date.DayNumber, n) : (subject[row.Row], 0, n), row)) break;
            return keyed;
        }
    }
}
