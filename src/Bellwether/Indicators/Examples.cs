using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Engine;
using Bellwether.Indicators.Plain;

namespace Bellwether.Indicators;

/// <summary>What became of one worked example.</summary>
/// <param name="Definition">Whose.</param>
/// <param name="Example">As the file has it.</param>
/// <param name="Fast">The fast evaluator's verdict.</param>
/// <param name="Plain">The plain evaluator's.</param>
/// <param name="Due">The due date the fast evaluator prints; null where there is none.</param>
/// <param name="Bucket">The verdict by the near-miss variant the example names; None where it names none.</param>
/// <param name="Problems">What could not be read; empty where all was.</param>
public sealed record ExampleResult(
    Definition Definition, Example Example, Verdict Fast, Verdict Plain, DateOnly? Due, Verdict Bucket, IReadOnlyList<string> Problems)
{
    /// <summary>Both evaluators say what the example expects, the due date and near miss included where it states them.</summary>
    public bool Passes => Problems.Count == 0 && Fast == Example.Expect && Plain == Example.Expect
        && (Example.Due is null || Due == Example.Due) && (Example.Bucket.Length == 0 || Bucket == Verdict.Met);

    /// <summary>What differs, with file and line; empty where it passes.</summary>
    public string Complaint => Passes ? "" : $"{Definition.Id}.yaml:{Example.Line}: expected {Example.Expect}"
        + (Example.Bucket.Length > 0 ? $", {Example.Bucket}" : "") + (Example.Due is { } due ? $", due {due:yyyy-MM-dd}" : "")
        + $"; fast says {Fast}, plain says {Plain}" + (Example.Bucket.Length > 0 ? $", {Example.Bucket} {Bucket}" : "")
        + (Example.Due is null ? "" : $", due {(Due is { } found ? IsoDate.Format(found) : "none")}") + $". {string.Join(' ', Problems)}";
}

/// <summary>Runs the worked examples of definitions on both evaluators.</summary>
public static class Examples
{
    /// <summary>Every example of a catalogue, in order of indicator and line.</summary>
    /// <param name="catalogue">The definitions.</param>
    /// <param name="kinds">The kinds of records.yaml, without those that clocks make.</param>
    /// <param name="codes">Code lists.</param>
    public static IReadOnlyList<ExampleResult> Run(Catalogue catalogue, RecordKinds kinds, CodeLists codes) =>
        [.. catalogue.Entries.SelectMany(entry => entry.Definition.Examples.Select(example => Run(catalogue, entry, example, kinds, codes)))];

    private static ExampleResult Run(Catalogue catalogue, CatalogueEntry entry, Example example, RecordKinds kinds, CodeLists codes)
    {
        var told = ExampleText.Parse(example.Given, kinds, codes, example.At);
        var found = new Found(entry, example.Variant);
        if (told.Problems.Count > 0 || found.Bound is not { } bound)
            return new ExampleResult(entry.Definition, example, Verdict.None, Verdict.None, null, Verdict.None, [.. told.Problems, "The definition does not bind."]);
        var journeys = Journeys.Journeys.Build(told.Records, codes, told.Authority, example.At);
        var window = bound.Form == CaseForm.Dated ? Window.Rolling3Years : Figures.DefaultWindow(found);
        var fast = new FastEvaluator(journeys, catalogue.Timescales, catalogue.Clocks);
        var cases = fast.Cases(bound, window, example.At);
        var last = cases.OrderBy(c => c.Date).ThenBy(c => c.Row).LastOrDefault();
        var bucket = example.Bucket.Length > 0 && entry.Variants.TryGetValue(example.Bucket, out var variant)
            ? fast.Cases(variant, window, example.At).OrderBy(c => c.Date).ThenBy(c => c.Row).LastOrDefault()?.Verdict ?? Verdict.None
            : Verdict.None;
        return new ExampleResult(entry.Definition, example, last?.Verdict ?? Verdict.None, PlainVerdict(journeys, catalogue, bound, window, example.At),
            // What is not yet a case stands on the worklist with the last day before it becomes one.
            last is null ? fast.Worklist(bound, example.At, 400) is [var next, ..] ? next.Due : null : last.Due, bucket, []);
    }

    private static Verdict PlainVerdict(Journeys.Journeys journeys, Catalogue catalogue, BoundIndicator bound, Window window, DateOnly at)
    {
        var clocked = new PlainClocks(catalogue.Timescales, bound.Limits).Run(journeys, catalogue.Clocks);
        var cases = new PlainEvaluator(clocked, catalogue.LimitOn).Cases(bound, window, at);
        return cases.Count == 0 ? Verdict.None : cases.OrderBy(c => c.Date).ThenBy(c => c.Row).Last().Verdict;
    }
}
