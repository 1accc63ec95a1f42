using Bellwether.Calendar;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Definitions;

/// <summary>A timescale that begins on some day can't tell a case before it: the indicator must not be shown for earlier, or a row must be added.</summary>
internal static class TimescaleSpans
{
    public static void Check(Definition definition, BoundIndicator? bound, YamlShelf file, BindRoom room)
    {
        if (bound is null) return;
        foreach (var key in new[] { "where", "met", "cases" })
            foreach (var id in room.Timescales.Keys.Where(id => definition.Written.GetValueOrDefault(key)?.Contains($"timescale({id})", StringComparison.Ordinal) == true))
                if (room.Timescales[id].First is { } first && (definition.From is null || definition.From < first))
                    room.Lint.Warn(file.At(file.Top.Children[key]),
                        $"Timescale {id} has no row before {EnglishDate.Format(first)}, so an earlier case can't be told. Write `from: {first:yyyy-MM-dd}`, or add a row with its source.");
    }
}
