using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>Something that happened and may have moved a figure.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">inspection, restructure, definition-change or other.</param>
/// <param name="Words">What happened.</param>
/// <param name="Rebase">True where the usual up and down is worked out anew from that month on.</param>
public sealed record ChangePoint(DateOnly On, string Kind, string Words, bool Rebase)
{
    /// <summary>True where figures before and after do not compare.</summary>
    public bool Breaks => Kind == ChangePoints.DefinitionChange;
}

/// <summary>What happened and when, from change-points.csv of a home and the changes that definitions state.</summary>
public sealed class ChangePoints
{
    internal const string DefinitionChange = "definition-change";
    private static readonly string[] Kinds = ["inspection", "restructure", DefinitionChange, "other"];
    private readonly IReadOnlyList<(string Indicator, ChangePoint Point)> _all;

    private ChangePoints(IReadOnlyList<(string, ChangePoint)> all) => _all = all;

    /// <summary>The points of an indicator, those of all indicators and its definition's own changes among them, earliest first.</summary>
    public IReadOnlyList<ChangePoint> Of(Definition definition) =>
        [.. _all.Where(p => p.Indicator is "all" || p.Indicator == definition.Id).Select(p => p.Point)
            .Concat(definition.Changes.Select(c => new ChangePoint(c.On, DefinitionChange, c.What, false))).OrderBy(p => p.On)];

    /// <summary>Reads <c>date,indicator,kind,words,rebase</c>; the indicator <c>all</c> stands for every one, rebase is yes or no. A missing file is none.</summary>
    /// <exception cref="ShelfException">A cell is not as it should be.</exception>
    public static ChangePoints Load(string home) => new(
        [.. SettingsFile.Read(Path.Combine(home, "change-points.csv"), "date", "indicator", "kind", "words", "rebase").Select(l => (l.Required("indicator"), new ChangePoint(
            l.Date("date") ?? throw l.Wrong("date", "a date such as 2017-03-06"),
            Kinds.Contains(l["kind"]) ? l["kind"] : throw l.Wrong("kind", $"one of {string.Join(", ", Kinds)}"), l.Required("words"),
            l["rebase"] switch { "yes" => true, "no" or "" => false, _ => throw l.Wrong("rebase", "yes or no") })))]);

    /// <summary>"6 March 2017, inspection: Ofsted found …".</summary>
    public static string Sentence(ChangePoint point) =>
        $"{EnglishDate.Format(point.On)}, {EnglishText.Spoken(point.Kind)}: {point.Words.TrimEnd('.')}{(point.Rebase ? "; the usual range is worked out anew from this month" : "")}";
}
