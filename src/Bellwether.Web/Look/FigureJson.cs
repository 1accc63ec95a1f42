using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;

namespace Bellwether.Web.Look;

/// <summary>
/// Figures as JSON, the same from a page and from the command line: one envelope, exact values with printed ones beside them. Ratings are
/// the words Red, Amber, Green, or null with a reason.
/// </summary>
public static class FigureJson
{
    /// <summary>How every envelope is written.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = JavaScriptEncoder.Default,
        WriteIndented = true,
    };

    /// <summary>The envelope: schema, command, asOf, data, warnings.</summary>
    public static Dictionary<string, object?> Envelope(string command, DateOnly? asOf, object? data, IReadOnlyList<string> warnings) => new()
    {
        ["schema"] = "bellwether/1",
        ["command"] = command,
        ["asOf"] = asOf,
        ["data"] = data,
        ["warnings"] = warnings,
    };

    /// <summary>One rated figure of an indicator or variant.</summary>
    public static Dictionary<string, object?> Of(Found found, Rated rated) =>
        Of(found.Entry.Definition, TitleOf(found), Performance.ShapeOf(found), rated);

    /// <summary>One member of a breakdown.</summary>
    public static Dictionary<string, object?> Of(Found found, MemberLine member) => new(Of(found, member.Rated))
    {
        ["member"] = member.Code,
        ["label"] = member.Label,
    };

    /// <summary>A filled scorecard, each line with its trend.</summary>
    public static Dictionary<string, object?> Of(FilledScorecard card) => new()
    {
        ["period"] = card.Period.ToString(),
        ["at"] = card.LastDay,
        ["complete"] = card.LastDay == card.Period.Last,
        ["scorecard"] = card.Id,
        ["title"] = card.Title,
        ["indicators"] = card.Rows.Select(Of).ToList(),
    };

    /// <summary>One line with its trend, oldest month first.</summary>
    public static Dictionary<string, object?> Of(FilledRow row) => new(Of(row.Definition, row.Title, row.Shape, row.Now))
    {
        ["headline"] = Word(row.Now.Judgement.Rating),
        ["target_changed"] = row.TargetChanged.Length > 0 ? row.TargetChanged : null,
        ["trend"] = row.Trend.Select(t => new Dictionary<string, object?>
        {
            ["period"] = t.Month.ToString(),
            ["value"] = t.Figure.Value,
            ["numerator"] = t.Figure.Numerator,
            ["denominator"] = t.Figure.Denominator,
            ["target"] = t.Judgement.Target?.Value,
            ["rating"] = Word(t.Judgement.Rating),
            ["reason"] = t.Judgement.Reason,
        }).ToList(),
    };

    /// <summary>The indicator's title, with its variant's.</summary>
    public static string TitleOf(Found found) =>
        found.Entry.Definition.Variants.FirstOrDefault(v => v.Name == found.Variant) is { } variant
            ? $"{found.Entry.Definition.Title}: {variant.Title}"
            : found.Entry.Definition.Title;

    private static Dictionary<string, object?> Of(Definition definition, string title, Shape shape, Rated rated)
    {
        var (figure, judgement) = (rated.Figure, rated.Judgement);
        return new Dictionary<string, object?>
        {
            ["indicator"] = figure.Indicator,
            ["code"] = definition.Code,
            ["variant"] = figure.Variant.Length > 0 ? figure.Variant : null,
            ["title"] = title,
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
            ["rating"] = Word(judgement.Rating),
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
            ["unclear"] = figure.Tally.Unclear,
            ["running"] = figure.Tally.Running,
            ["keyed"] = figure.IsKeyed,
            ["carried_forward"] = rated.Carried is { } year ? new Dictionary<string, object?> { ["year"] = year.Year, ["value"] = year.Value } : null,
            ["note"] = figure.Note.Length > 0 ? figure.Note : null,
        };
    }

    private static Dictionary<string, object?> Band(Distance distance) => new()
    {
        ["band"] = Word(distance.Band),
        ["points"] = distance.Points,
        ["cases"] = distance.Cases,
    };

    private static string? Word(Rating? rating) => rating?.ToString();

    private static string Unit(Show show) => show switch
    {
        Show.Percentage => "%",
        Show.Rate => "per 10,000",
        Show.Count => "count",
        Show.Mean => "mean",
        Show.Median => "median",
        Show.Sum => "sum",
        _ => "ratio",
    };
}
