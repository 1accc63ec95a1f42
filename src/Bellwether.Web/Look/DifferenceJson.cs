using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Storage;

namespace Bellwether.Web.Look;

/// <summary>The difference between two loads as JSON, the same from a page and from the command line.</summary>
public static class DifferenceJson
{
    public static Dictionary<string, object?> Of(LoadDifference difference) => new()
    {
        ["from"] = difference.From,
        ["to"] = difference.To,
        ["kinds"] = difference.Kinds.Select(k => new Dictionary<string, object?>
        {
            ["kind"] = k.Kind,
            ["added"] = k.Added,
            ["changed"] = k.Changed,
            ["removed"] = k.Removed,
            ["fields"] = k.Fields.ToDictionary(f => f.Field, f => f.Times),
        }).ToList(),
        ["period"] = difference.Month?.ToString(),
        ["new_period"] = difference.NewMonth?.ToString(),
        ["indicators"] = difference.Effects.Select(e => new Dictionary<string, object?>
        {
            ["indicator"] = e.Found.Entry.Definition.Id,
            ["code"] = e.Found.Entry.Definition.Code,
            ["variant"] = e.Found.Variant.Length > 0 ? e.Found.Variant : null,
            ["title"] = FigureJson.TitleOf(e.Found),
            ["changed"] = e.IsRestated,
            ["before"] = Of(e.Before),
            ["after"] = Of(e.Restated),
            ["newest"] = Of(e.Newest),
        }).ToList(),
    };

    /// <summary>"end 12, worker 3 and 2 more".</summary>
    public static string Fields(KindDifference kind)
    {
        const int Shown = 4;
        var said = string.Join(", ", kind.Fields.Take(Shown).Select(f => $"{EnglishText.Spoken(f.Field)} {EnglishText.Number(f.Times)}"));
        return kind.Fields.Count > Shown ? $"{said} and {kind.Fields.Count - Shown} more" : said;
    }

    private static Dictionary<string, object?>? Of(Figure? figure) => figure is null ? null : new()
    {
        ["value"] = figure.Value,
        ["numerator"] = figure.Numerator,
        ["denominator"] = figure.Denominator,
        ["because"] = figure.Because.Length > 0 ? figure.Because : null,
    };
}
