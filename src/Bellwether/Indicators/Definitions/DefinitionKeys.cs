namespace Bellwether.Indicators.Definitions;

/// <summary>What a key may hold.</summary>
internal enum Holds
{
    Text,
    Expression,
    Number,
    YesNo,
    Date,
    Choice,
    Choices,
    TextOrList,
    Split,
    Variants,
    Fallback,
    Use,
    Benchmark,
    Related,
    Changes,
    Examples,
}

/// <summary>One key of an indicator file: the same table checks files, and prints the schema for editors.</summary>
/// <param name="Name">As written.</param>
/// <param name="Holds">What it may hold.</param>
/// <param name="Says">One sentence.</param>
/// <param name="Choices">The words it may hold, where they are fixed.</param>
/// <param name="InVariant">A variant or a fallback may change it.</param>
internal sealed record DefinitionKey(string Name, Holds Holds, string Says, IReadOnlyList<string> Choices, bool InVariant);

internal static class DefinitionKeys
{
    /// <summary>The attributes that Journeys keeps for every child, as at any day.</summary>
    public static readonly IReadOnlyList<string> Breakdowns =
        ["district", "service", "team", "worker", "age-band", "sex", "ethnicity", "disability", "case-type", "placement"];

    public static readonly IReadOnlyList<string> Shows =
        ["percentage", "count", "rate", "mean", "median", "sum", "ratio", "ratio as %", "highest", "shares", "count of met"];

    private static readonly string[] Windows =
        ["snapshot", "week", "month", "quarter", "ytd", "rolling-12", "financial-year", "rolling-3-years"];

    public static readonly IReadOnlyList<DefinitionKey> All =
    [
        Key("id", Holds.Text, "The file's name without extension."),
        Key("code", Holds.Text, "Code in the catalogue of indicators."),
        Key("siblings", Holds.TextOrList, "Further catalogue codes that mean this definition."),
        Key("title", Holds.Text, "As printed above the figure.", inVariant: true),
        Key("why", Holds.Text, "Why it matters."),
        Key("cases", Holds.Expression, "What a case is: open K, K, K by DATE, K open in last 12 months, K open in window.", inVariant: true),
        Key("where", Holds.Expression, "Which of them are cases at all.", inVariant: true),
        Key("also", Holds.Expression, "In a variant: a condition added to where.", inVariant: true),
        Key("per", Holds.Choice, "What one unit is.", ["record", "child", "child, any", "child, every"], true),
        Key("met", Holds.Expression, "The verdict, yes or no.", inVariant: true),
        Key("value", Holds.Expression, "A number for each case.", inVariant: true),
        Key("split", Holds.Split, "A field, a number with bands, or names with conditions.", inVariant: true),
        Key("bands", Holds.TextOrList, "Bands of a split by a number: 0-10, 11-15, 16+.", inVariant: true),
        Key("over", Holds.Expression, "The divisor when it is not the cases.", inVariant: true),
        Key("show", Holds.Choices, "How it is shown; the first is the headline.", Shows, true),
        Key("window", Holds.Choices, "Windows it may be asked for; the first is the default.", Windows, true),
        Key("running", Holds.Choice, "A case whose limit has not yet run out.", ["left out", "as found"], true),
        Key("unknown", Holds.Choice, "A verdict that can't be told.", ["not met", "left out"], true),
        Key("open_cases", Holds.Choice, "For mean and median.", ["left out", "censored"], true),
        Key("unbounded", Holds.YesNo, "Nothing closes the verdict, on purpose: a past figure may still rise.", inVariant: true),
        Key("use", Holds.Use, "In a variant: timescales swapped for a length, clocks included.", inVariant: true),
        Key("codes", Holds.TextOrList, "In a variant: catalogue codes it answers to.", inVariant: true),
        Key("label", Holds.Text, "In a fallback: what it is called where it is shown.", inVariant: true),
        Key("annualise", Holds.YesNo, "Rate × 12 / months of the window."),
        Key("from", Holds.Date, "First day on which a value may be shown."),
        Key("in_force", Holds.TextOrList, "First and last day on which a value may be shown."),
        Key("series", Holds.Text, "The figure is a line over the finished figures: change since a date, lowest, highest, highest ever, mean.", inVariant: true),
        Key("variants", Holds.Variants, "Names, each with the keys that differ."),
        Key("fallback", Holds.Fallback, "The keys that differ where the data cannot tell the definition itself, as where it holds only the latest record; or a list of such, the best first. A variant has its own, laid over the variant; without one it has no value there.", inVariant: true),
        Key("better", Holds.Choice, "Which way is good. A variant that says another than the definition is not held to its targets.", ["higher", "lower", "neutral"], true),
        Key("decimals", Holds.Number, "Decimals shown.", inVariant: true),
        Key("breakdowns", Holds.Choices, "Attributes that may break it down.", Breakdowns),
        Key("sources", Holds.TextOrList, "Where the rule comes from."),
        Key("benchmark", Holds.Benchmark, "Where the same measure is published: none, or lait, csv, note."),
        Key("priorities", Holds.TextOrList, "What it serves: ids of the file priorities.yaml."),
        Key("related", Holds.Related, "Other indicators: drives, outcome_of, quality_of."),
        Key("owner", Holds.Text, "Who answers for the figure."),
        Key("review", Holds.Text, "When the definition is looked at again."),
        Key("changes", Holds.Changes, "What changed: a list of on and what."),
        Key("data_source", Holds.Text, "Systems the figures come from."),
        Key("note", Holds.Text, "What a reader must know.", inVariant: true),
        Key("examples", Holds.Examples, "Worked examples: given, at, expect, due, variant, note."),
    ];

    public static readonly string[] Expressions = ["cases", "where", "met", "value", "over", "split", "bands", "also"];

    public static readonly string[] OnlyInVariant = ["also", "use", "codes", "label"];

    public static readonly string[] Example = ["given", "at", "expect", "due", "variant", "note"];

    public static readonly string[] Benchmark = ["lait", "csv", "note"];

    public static readonly string[] Related = ["drives", "outcome_of", "quality_of"];

    public static readonly string[] Change = ["on", "what"];

    public static string[] OfDefinition { get; } = [.. All.Where(k => !OnlyInVariant.Contains(k.Name)).Select(k => k.Name)];

    public static string[] OfVariant { get; } = [.. All.Where(k => k.InVariant && k.Name != "label").Select(k => k.Name)];

    public static string[] OfFallback { get; } = [.. All.Where(k => k.InVariant && k.Holds != Holds.Fallback).Select(k => k.Name)];

    private static DefinitionKey Key(string name, Holds holds, string says, IReadOnlyList<string>? choices = null, bool inVariant = false) =>
        new(name, holds, says, choices ?? [], inVariant);
}
