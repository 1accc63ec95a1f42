using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Publications;
using Bellwether.Scorecards;

namespace Bellwether.Publications.Packs;

/// <summary>What a placeholder stands for.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Row">The line of the figure; null where it states none.</param>
/// <param name="Rated">The figure; null as above.</param>
internal sealed record BoundFact(string Text, FilledRow? Row = null, Rated? Rated = null);

/// <summary>A sentence made from the figures that a writer may put into a text, written with placeholders so that it can't go stale.</summary>
/// <param name="Topic">"Distance".</param>
/// <param name="Text">With placeholders.</param>
public sealed record Insertable(string Topic, string Text);

/// <summary>Everything that a text about an indicator may say in figures.</summary>
internal sealed class FactSheet(PackMaterial material, PackIndicator? indicator)
{
    /// <summary>Every word a placeholder may hold, without an indicator's name and month.</summary>
    public static readonly string[] Words =
    [
        "value", "numerator", "denominator", "not_met", "target", "rating", "change", "previous", "to_amber_cases", "to_green_cases", "to_amber_points", "to_green_points",
        "near_miss", "title", "period", "council", "scorecard", "count", "red", "amber", "green", "not_rated",
    ];

    public PackIndicator? Indicator => indicator;

    /// <summary>What a placeholder's inside stands for: <c>value</c>, <c>value@2017-03</c>, <c>cin-with-plan/drafts:value</c>; null where nothing.</summary>
    public BoundFact? Find(string inside)
    {
        var (name, rest) = inside.Split(':', 2) is [var n, var r] ? (n.Trim(), r.Trim()) : ("", inside.Trim());
        var (word, month) = rest.Split('@', 2) is [var w, var m] ? (w, m) : (rest, "");
        if (name.Length == 0 && Whole(word) is { } whole) return month.Length == 0 ? whole : null;
        var row = name.Length == 0 ? indicator?.Row : Line(name);
        if (row is null || (word == "near_miss" && name.Length == 0)) return null;
        var at = month.Length == 0 ? row.Trend.Count - 1 : Month.TryParse(month, out var asked) ? Index(row, asked) : -1;
        return at < 0 ? null : Of(row, at, word);
    }

    /// <summary>Sentences a writer may take.</summary>
    public IReadOnlyList<Insertable> Insertables()
    {
        if (indicator is not { Row: var row } || row.Now.Figure.Value is null) return [];
        var facts = new List<Insertable>();
        if (row.Now.Figure is { Numerator: not null, Denominator: not null })
            facts.Add(new("Counts", "At the end of {period}, {numerator} of {denominator} met the standard ({value}); {not_met} did not."));
        if (row.Now.Judgement.Better is [var next, ..])
            facts.Add(new("Distance", next.Cases is null
                ? $"The result is {{to_{next.Band.ToString().ToLowerInvariant()}_points}} from {next.Band}."
                : $"The result is {{to_{next.Band.ToString().ToLowerInvariant()}_points}} from {next.Band}: {{to_{next.Band.ToString().ToLowerInvariant()}_cases}} {(row.Shape.Better == Indicators.Definitions.Better.Higher ? "more" : "fewer")} would reach it."));
        if (row.Before?.Figure.Value is not null) facts.Add(new("Change", $"It was {{value@{row.Before.Month}}} in {row.Before.Month.Label} ({{change}})."));
        foreach (var v in indicator.Variants.Where(v => v.Rated.Figure.Value is not null))
        {
            var full = $"{row.Definition.Id}/{v.Name}";
            facts.Add(new("Asked differently", $"{v.Title}: {{{full}:value}}."));
            if (v.NearMiss is not null) facts.Add(new("Near misses", $"{{{full}:near_miss}} of the {{not_met}} that did not meet the standard do by another count ({v.Title})"
                + (v.HoldsAll ? $"; with them the result would be {{{full}:value}}." : ".")));
        }
        foreach (var (name, lines) in new[] { ("team", indicator.Teams), ("district", indicator.Districts) })
            if (lines.Where(l => l.Rated.Figure.Value is not null && l.Rated.Judgement.Rating is not null).OrderBy(l => l.Rated.Judgement.Rating).ThenBy(l => l.Label, StringComparer.Ordinal).ToList() is { Count: > 1 } rated)
                facts.Add(new($"By {name}", $"By {name}: {string.Join("; ", rated.Select(l => $"{l.Label} {BandWords.Number(l.Rated.Figure.Value!.Value, row.Shape)} ({l.Rated.Judgement.Rating})"))}."));
        if (row.Now.Figure.Note.Length > 0) facts.Add(new("To know", Sentences.Stopped(row.Now.Figure.Note)));
        return facts;
    }

    private FilledRow? Line(string name)
    {
        if (indicator is not null && string.Equals(name, indicator.Name, StringComparison.OrdinalIgnoreCase)) return indicator.Row;
        return material.Indicators.FirstOrDefault(i => string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase) || (i.Row.Variant.Length == 0 && i.Row.Definition.Code == name))?.Row ?? material.Other(name);
    }

    private static int Index(FilledRow row, Month month) => row.Trend.ToList().FindIndex(t => t.Month == month);

    private BoundFact? Whole(string word) => word switch
    {
        "period" => new(material.Card.Period.Label),
        "council" => new(material.Council),
        "scorecard" => new(material.Card.Title),
        "count" => new(EnglishText.Number(material.Card.Rows.Count)),
        "red" => new(EnglishText.Number(material.Card.Count(Rating.Red))),
        "amber" => new(EnglishText.Number(material.Card.Count(Rating.Amber))),
        "green" => new(EnglishText.Number(material.Card.Count(Rating.Green))),
        "not_rated" => new(EnglishText.Number(material.Card.Count(null))),
        _ => null,
    };

    private BoundFact? Of(FilledRow row, int at, string word)
    {
        var (rated, shape) = (row.Trend[at], row.Shape);
        var (figure, judgement) = (rated.Figure, rated.Judgement);
        BoundFact Fact(string text) => new(text, row, rated);
        return word switch
        {
            "value" => Fact(FigureBook.Printed(figure, shape)),
            "numerator" => Fact(Count(figure, figure.Numerator)),
            "denominator" => Fact(Count(figure, figure.Denominator)),
            "not_met" => Fact(Count(figure, figure.Denominator - figure.Numerator)),
            "target" => Fact(FigureWords.Target(judgement.Target, shape)),
            "rating" => Fact(FigureWords.Word(judgement.Rating)),
            "title" => new(row.Title),
            "change" => Fact(at == 0 ? "not known" : FigureWords.Change(figure.Value - row.Trend[at - 1].Figure.Value, shape)),
            "previous" => at == 0 ? null : new(FigureBook.Printed(row.Trend[at - 1].Figure, shape), row, row.Trend[at - 1]),
            "to_amber_cases" => Fact(Cases(judgement, Rating.Amber)),
            "to_green_cases" => Fact(Cases(judgement, Rating.Green)),
            "to_amber_points" => Fact(Points(judgement, Rating.Amber, shape)),
            "to_green_points" => Fact(Points(judgement, Rating.Green, shape)),
            "near_miss" => indicator?.Variants.FirstOrDefault(v => v.Name == row.Variant)?.NearMiss is { } near ? Fact(BandWords.Plain(near)) : null,
            _ => null,
        };
    }

    private static string Count(Figure figure, decimal? count) => count is { } n ? BandWords.Plain(n) : figure is { Value: null, None: null } ? "c" : "not given";

    private static string Cases(Judgement judgement, Rating band) => judgement.Better.FirstOrDefault(b => b.Band == band)?.Cases is { } cases ? EnglishText.Number((int)cases) : "none";

    private static string Points(Judgement judgement, Rating band, Shape shape) => judgement.Better.FirstOrDefault(b => b.Band == band) is { } distance
        ? ChartWords.Figure(distance.Points, shape.Show == Show.Percentage ? "percentage points" : "", Math.Max(1, shape.Decimals)) : "none";
}
