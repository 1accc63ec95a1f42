using Bellwether.Extracts.Maps;

namespace Bellwether.Extracts;

/// <summary>
/// Whether the day or the month stands first in the dates of each source. Where every one of several dates could be read either way round, and
/// the format does not say, a person is asked once: read wrongly, an event moves by months. A few dates prove nothing: of five in days of all
/// kinds, all are in the first twelve less than one time in a hundred.
/// </summary>
internal sealed class DateOrders
{
    private const string DayFirst = "dates:day-first", MonthFirst = "dates:month-first";

    private readonly Dictionary<ExtractMap, (FoundList List, (int Row, int Column) At, HashSet<long> Dates)> _unclear = [];
    private readonly Dictionary<ExtractMap, (FoundList List, int Row)> _dayFirst = [];

    /// <summary>True where a person said that the dates of a source have the month first.</summary>
    public static bool IsMonthFirst(ExtractMap map, Decisions decisions) => !map.IsDayFirst && !decisions.Says(map.Format, DayFirst) && decisions.Says(map.Format, MonthFirst);

    /// <summary>Takes what the dates of one list told into account.</summary>
    public void Note(FoundList list, DayOrder order)
    {
        var map = list.Recognised.Map;
        if (map.IsDayFirst) return;
        if (order.FirstDayFirst is { } told) _dayFirst.TryAdd(map, (list, told));
        if (order.Unclear.Count == 0) return;
        _unclear.TryAdd(map, (list, order.FirstUnclear, []));
        _unclear[map].Dates.UnionWith(order.Unclear);
    }

    /// <summary>Asks of each source that leaves it open.</summary>
    public void Ask(FindingLog log, Decisions decisions)
    {
        foreach (var (map, at) in _unclear)
        {
            if (!_dayFirst.TryGetValue(map, out var told))
            {
                if (at.Dates.Count >= DayOrder.Strange && !decisions.Says(map.Format, DayFirst) && !IsMonthFirst(map, decisions))
                    Ask(log, map, at.List, at.At.Row, at.List.Count.Column(at.At.Column), "every one could be read either way", new Choice(DayFirst, "The day stands first, as in 31/03/2024"), new Choice(MonthFirst, "The month stands first, as in 03/31/2024"));
            }
            else if (IsMonthFirst(map, decisions))
                Ask(log, map, told.List, told.Row, "", "they were said to have the month first, and this row has the day first", new Choice(DayFirst, "The day stands first in all of them from now on"));
        }
    }

    private static void Ask(FindingLog log, ExtractMap map, FoundList list, int row, string column, string why, params Choice[] choices) =>
        log.Add(FindingLog.Make("dates-unclear", list.Count.File, list.Count.Sheet, row, column, "", map.Format, why) with { Choices = choices, AskedOf = map.Format }, list.Count.Order);
}
