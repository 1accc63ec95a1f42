using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>What was planned beside what came: milestones, start-of-year projections, officers' forecasts.</summary>
internal static class PlanOpinions
{
    /// <summary>Months searched for the first that met a milestone.</summary>
    private const int SearchMonths = 60;

    public static IEnumerable<Opinion> Of(Performance performance, Found found, FilledRow row)
    {
        if (found.Variant.Length > 0) yield break;
        var milestones = performance.Commitments.Milestones.Of(row.Definition.Id);
        if (milestones.Count > 0)
        {
            var points = SeriesPoint.Of(performance.Row(found, row.Now.Month, SearchMonths, row.Window).Trend);
            foreach (var state in milestones.Select(m => MilestoneState.Of(m, points, row.Shape, row.Now.Month)))
                yield return new Opinion(state.Milestone.Phase.Length > 0 ? $"Milestone, {state.Milestone.Phase}" : "Milestone", state.Words, new Dictionary<string, object?>
                {
                    ["target"] = state.Milestone.Value,
                    ["due"] = state.Milestone.Due,
                    ["first_met"] = state.FirstMet?.ToString(),
                    ["kept_since"] = state.KeptSince?.ToString(),
                });
        }
        if (Profile(performance, found, row) is { } profile) yield return profile;
        foreach (var forecast in performance.Commitments.Forecasts.Of(row.Definition.Id).Where(f => row.Now.Month == performance.LatestMonth || Month.Of(f.On) <= row.Now.Month.Add(1))) yield return Scored(performance, found, row, forecast);
    }

    /// <summary>"April to November 2010: 132 against 99 projected at the start of the year: 33 more, 33.3%."</summary>
    private static Opinion? Profile(Performance performance, Found found, FilledRow row)
    {
        var adds = Performance.Adds(found);
        var (from, to) = (Month.Of(FinancialYear.Of(row.Now.Month.First).First), row.Now.Month);
        if (performance.Commitments.Targets.Profiled(row.Definition.Id, "", from, to, adds) is not { } projected) return null;
        var figure = adds ? performance.At(found, row.Now.Figure.Last, Window.YearToDate).Figure : row.Now.Figure;
        if (figure.Value is not { } value) return null;
        var by = value - projected;
        var share = projected == 0 ? "" : $", {BandWords.Plain(Math.Round(Math.Abs(100 * by / projected), 1, MidpointRounding.AwayFromZero))}%";
        var span = adds ? $"{(from == to ? to.Label : $"{from.Label} to {to.Label}")}: " : $"{to.Label}: ";
        var shape = row.Shape with { Decimals = Math.Max(row.Shape.Decimals, projected == decimal.Truncate(projected) ? 0 : 1) };
        var words = $"{span}{BandWords.Number(value, row.Shape)} against {BandWords.Number(projected, shape)} projected at the start of the year: "
            + (by == 0 ? "as projected." : $"{BandWords.Number(Math.Abs(by), shape)} {(by > 0 ? "more" : "fewer")}{share}.");
        return new Opinion("Against the start-of-year projection", words, new Dictionary<string, object?> { ["actual"] = value, ["projected"] = projected, ["difference"] = by });
    }

    private static Opinion Scored(Performance performance, Found found, FilledRow row, Forecast forecast)
    {
        var said = $"{BandWords.Number(forecast.Value, row.Shape)} for {(Performance.Adds(found) ? "the year to " : "")}{forecast.Period.Label}, said by {forecast.By} on {EnglishDate.Format(forecast.On)}";
        var why = forecast.Reason.Length > 0 ? $" ({forecast.Reason.TrimEnd('.')})" : "";
        var numbers = new Dictionary<string, object?> { ["forecast"] = forecast.Value, ["period"] = forecast.Period.ToString(), ["by"] = forecast.By, ["on"] = forecast.On };
        if (forecast.Period > row.Now.Month) return new Opinion("Officer’s forecast", $"{said}{why}. It will be scored when the figure is there, and it never changes the rating.", numbers);
        var outcome = performance.At(found, performance.LastDayOf(forecast.Period), Performance.Adds(found) ? Window.YearToDate : row.Window).Figure.Value;
        if (outcome is not { } came) return new Opinion("Officer’s forecast", $"{said}{why}. There is no figure to score it by.", numbers);
        numbers["outcome"] = came;
        numbers["off_by"] = came - forecast.Value;
        var projected = AheadOpinions.AsOf(performance, found, row, Month.Of(forecast.On).Add(-1), forecast.Period);
        if (projected is { } p) numbers["projection_off_by"] = came - p;
        return new Opinion("Officer’s forecast", $"{said}{why}. It came to {BandWords.Number(came, row.Shape)}: {Off(came - forecast.Value, row.Shape)}."
            + (projected is { } made ? $" The projection from the same months was {BandWords.Number(made, row.Shape)}, {Off(came - made, row.Shape)}." : ""), numbers);
    }

    private static string Off(decimal by, Shape shape) => by == 0 ? "no difference" : $"off by {BandWords.Number(Math.Abs(by), shape)}{(shape.Show == Show.Percentage ? " points" : "")}".Replace("% points", " points", StringComparison.Ordinal);
}
