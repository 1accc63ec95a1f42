using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;

namespace Bellwether.Cli.Verbs;

/// <summary>A rated figure as JSON: exact values, words beside them. The same keys wherever a figure is given.</summary>
internal static class FigureData
{
    public static Dictionary<string, object?> Of(Found found, Rated rated)
    {
        var (figure, judgement) = (rated.Figure, rated.Judgement);
        var shape = Performance.ShapeOf(found);
        return new Dictionary<string, object?>
        {
            ["indicator"] = figure.Indicator,
            ["code"] = found.Entry.Definition.Code,
            ["variant"] = figure.Variant.Length > 0 ? figure.Variant : null,
            ["title"] = Title(found),
            ["at"] = figure.Last,
            ["window"] = Calendar.Windows.Name(figure.Window),
            ["from"] = figure.First,
            ["value"] = figure.Value,
            ["display"] = figure.Value is { } value ? BandWords.Number(value, shape) : null,
            ["numerator"] = figure.Numerator,
            ["denominator"] = figure.Denominator,
            ["unit"] = Unit(shape.Show),
            ["decimals"] = shape.Decimals,
            ["better"] = shape.Better,
            ["rating"] = judgement.Rating,
            ["reason"] = judgement.Reason,
            ["no_value"] = figure.None,
            ["because"] = figure.Because.Length > 0 ? figure.Because : null,
            ["target"] = judgement.Target?.Value,
            ["amber"] = judgement.Target?.AmberEdge,
            ["target_kind"] = judgement.Target?.Kind,
            ["to_next_band"] = judgement.ToNextBand is { } next ? Band(next) : null,
            ["bands"] = judgement.Better.Select(Band).ToList(),
            ["clash"] = judgement.Clash.Length > 0 ? judgement.Clash : null,
            ["unknown"] = figure.Tally.Unknown,
            ["running"] = figure.Tally.Running,
            ["keyed"] = figure.IsKeyed,
            ["note"] = figure.Note.Length > 0 ? figure.Note : null,
        };
    }

    public static Dictionary<string, object?> Member(Found found, MemberLine member)
    {
        var data = Of(found, member.Rated);
        data["member"] = member.Code;
        data["label"] = member.Label;
        return data;
    }

    public static string Title(Found found) =>
        found.Entry.Definition.Variants.FirstOrDefault(v => v.Name == found.Variant) is { } variant
            ? $"{found.Entry.Definition.Title}: {variant.Title}"
            : found.Entry.Definition.Title;

    private static Dictionary<string, object?> Band(Distance distance) => new()
    {
        ["band"] = distance.Band,
        ["points"] = distance.Points,
        ["cases"] = distance.Cases,
    };

    private static string Unit(Show show) => show switch
    {
        Show.Percentage => "%",
        Show.Rate => "per 10,000",
        Show.Count => "count",
        Show.Mean or Show.Median => "mean",
        _ => "ratio",
    };
}
