using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Engine;
using Bellwether.Tests.Journeys;
using Xunit;
using static Bellwether.Tests.Indicators.Engine.EngineFixture;

namespace Bellwether.Tests.Indicators.Engine;

/// <summary>Every worked example on the shelf, by the fast evaluator: verdict, near-miss bucket and due date.</summary>
public sealed class ShelfExampleTests
{
    private static readonly Catalogue Shelf = Catalogue.Load(Bellwether.Codes.Shelf.Path(), null, RecordsFixture.Kinds, RecordsFixture.Codes);

    [Fact]
    public void Every_example_of_the_shelf_holds()
    {
        var wrong = new List<string>();
        var run = 0;
        foreach (var entry in Shelf.Entries.Where(e => e.Bound is not null))
        {
            foreach (var example in entry.Definition.Examples)
            {
                run++;
                var bound = example.Variant switch { "" => entry.Bound!, "fallback" => entry.Fallback!, _ => entry.Variants[example.Variant] };
                var (verdict, due) = Judge(bound, example);
                if (verdict != example.Expect) wrong.Add($"{entry.Definition.Id} line {example.Line}: expected {Word(example.Expect)}, found {Word(verdict)}");
                if (example.Due is not null && due != example.Due) wrong.Add($"{entry.Definition.Id} line {example.Line}: due {example.Due:yyyy-MM-dd}, found {due:yyyy-MM-dd}");
                if (example.Bucket.Length > 0 && Judge(entry.Variants[example.Bucket], example).Verdict != Verdict.Met)
                    wrong.Add($"{entry.Definition.Id} line {example.Line}: not in the bucket {example.Bucket}");
            }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {run}\n" + string.Join('\n', wrong));
        Assert.True(run > 20);
    }

    private static (Verdict Verdict, DateOnly? Due) Judge(BoundIndicator bound, Bellwether.Indicators.Definitions.Example example)
    {
        var records = ExampleText.Parse(example.Given, RecordsFixture.Kinds, RecordsFixture.Codes, example.At);
        var journeys = Bellwether.Journeys.Journeys.Build(records.Records, RecordsFixture.Codes, records.Authority, example.At);
        var evaluator = new FastEvaluator(journeys, Shelf.Timescales, Shelf.Clocks);
        var window = bound.Form == CaseForm.Dated ? Window.Rolling3Years : Window.Snapshot;
        var cases = evaluator.Cases(bound, window, example.At);
        return cases.Count == 0 ? (Verdict.None, evaluator.Worklist(bound, example.At, 400) is [var row, ..] ? row.Due : null) : (cases[^1].Verdict, cases[^1].Due);
    }
}
