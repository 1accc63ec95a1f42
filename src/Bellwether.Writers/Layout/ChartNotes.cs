using Bellwether.Publications;

namespace Bellwether.Writers.Layout;

/// <summary>What a reader of a native chart must know: what its marks mean, and what happened when.</summary>
internal static class ChartNotes
{
    public static string Of(TrendChart chart)
    {
        var notes = new List<string>();
        if (chart.Points.Any(p => p.Provisional && p.Value is not null)) notes.Add("Hollow point: provisional.");
        if (chart.Points.Any(p => p.Value is null)) notes.Add("Gap: no figure.");
        notes.AddRange(chart.Events.Select(e => $"{chart.Points[e.Point].Label}: {e.Text}{(e.BreaksSeries ? " (figures before do not compare)" : "")}."));
        return string.Join(" ", notes);
    }
}
