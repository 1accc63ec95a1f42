using Bellwether.Extracts.Maps;

namespace Bellwether.Extracts;

/// <summary>
/// Whether the day or the month stands first in the dates of each source. Where every date of a source could be read either way round, and its
/// format does not say, a person is asked once: read wrongly, an event moves by months.
/// </summary>
internal sealed class DateOrders
{
    private const string DayFirst = "dates:day-first", MonthFirst = "dates:month-first";

    private readonly Dictionary<ExtractMap, (FoundList List, int Row, int Column)> _unclear = [];
    private readonly Dictionary<ExtractMap, (FoundList List, int Row)> _dayFirst = [];

    /// <summary>True where a person said that the dates of a source have the month first.</summary>
    public static bool IsMonthFirst(ExtractMap map, Decisions decisions) => !map.IsDayFirst && !decisions.Says(map.Format, DayFirst) && decisions.Says(map.Format, MonthFirst);

    /// <summary>Takes what the dates of one list told into account.</summary>
    public void Note(FoundList list, DayOrder order)
    {
        var map = list.Recognised.Map;
        if (map.IsDayFirst) return;
        if (order.FirstDayFirst is { } told) _dayFirst.TryAdd(map, (list, told));
        if (order.FirstUnclear is { } unclear) _unclear.TryAdd(map, (list, unclear.Row, unclear.Column));
    }

    /// <summary>Asks of each source that leaves it open.</summary>
    public void Ask(FindingLog log, Decisions decisions)
    {
        foreach (var (map, at) in _unclear)
        {
            if (!_dayFirst.TryGetValue(map, out var told))
            {
                if (!decisions.Says(map.Format, DayFirst) && !IsMonthFirst(map, decisions))
                    Ask(log, map, at.List, at.Row, at.List.Count.Column(at.Column), "every one could be read either way", new Choice(DayFirst, "The day stands first, as in 31/03/2024"), new Choice(MonthFirst, "The month stands first, as in 03/31/2024"));
            }
            else if (IsMonthFirst(map, decisions))
                Ask(log, map, told.List, told.Row, "", "they were said to have the month first, and this row has the day first", new Choice(DayFirst, "The day stands first in all of them from now on"));
        }
    }

    private static void Ask(FindingLog log, ExtractMap map, FoundList list, int row, string column, string why, params Choice[] choices) =>
        log.Add(FindingLog.Make("dates-unclear", list.Count.File, list.Count.Sheet, row, column, "", map.Format, why) with { Choices = choices, AskedOf = map.Format }, list.Count.Order);
}
