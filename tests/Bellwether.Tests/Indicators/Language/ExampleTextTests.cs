using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators.Definitions;
using Xunit;

namespace Bellwether.Tests.Indicators.Language;

public sealed class ExampleTextTests
{
    private static readonly DateOnly At = new(2024, 6, 30);

    [Fact]
    public void Dates_flags_and_values_go_to_their_fields()
    {
        var records = Parse("plan from 2024-01-02 latest_category NEG; visit 2024-03-01 seen no seen_alone; visit 2024-03-08");
        Assert.Equal("2024-01-02 - . no", Row(records, "cp_plans", 0, "start", "end", "episode", "other_authority"));
        Assert.Equal("2024-03-01 yes no", Row(records, "cp_visits", 0, "date", "seen", "seen_alone"));
        Assert.Equal("2024-03-08 ? ?", Row(records, "cp_visits", 1, "date", "seen", "seen_alone"));
    }

    [Fact]
    public void A_link_goes_to_the_record_last_told()
    {
        var records = Parse("plan 2020-01-02 to 2020-05-01; plan from 2024-01-02; cp review 2024-03-01");
        var review = records.Table("cp_reviews");
        Assert.Equal(records.Table("cp_plans").Keys[1], review[0, review.Kind.IndexOf("cp_plan")]);
    }

    [Fact]
    public void Several_dates_of_an_event_are_several_events() =>
        Assert.Equal(3, Parse("born 2012-07-01; care from 2016-01-10; health assessments 2016-02-05, 2016-08-01, 2017-01-20").Table("health_checks").Count);

    [Fact]
    public void The_word_may_say_a_flag_or_a_type()
    {
        var records = Parse("sole plan option adoption 2024-02-28; dental check 2024-01-05");
        Assert.Equal("yes", Row(records, "plan_decisions", 0, "sole"));
        var dental = records.Table("health_checks");
        Assert.Equal(ShippedCatalogue.Codes["health-check-type"].Index("DENTAL"), dental[0, dental.Kind.IndexOf("type")]);
    }

    [Fact]
    public void A_qualified_worker_has_a_post_and_an_allocation()
    {
        var records = Parse("case from 2012-01-03; no qualified worker 2012-01-10 to 2012-04-02");
        Assert.Equal("2012-01-10 2012-04-02", Row(records, "allocations", 0, "start", "end"));
        Assert.Equal("no no", Row(records, "worker_posts", 0, "qualified", "registered"));
        Assert.Equal(records.Table("worker_posts").Subjects[0], records.Table("allocations")[0, records.Table("allocations").Kind.IndexOf("worker")]);
    }

    [Fact]
    public void What_cannot_be_read_is_a_problem_and_no_exception()
    {
        var told = ExampleText.Parse("lunch 2024-01-01; plan from yesterday; visit 2024-03-01 type", ShippedCatalogue.Kinds, ShippedCatalogue.Codes, At);
        Assert.Equal(3, told.Problems.Count);
        Assert.StartsWith("\"lunch 2024-01-01\": no kind of record is called so.", told.Problems[0], StringComparison.Ordinal);
        Assert.Equal("cp_plans: \"yesterday\" is no value of start.", told.Problems[1]);
    }

    [Fact]
    public void Every_shipped_example_builds_into_journeys_of_one_child_at_most()
    {
        foreach (var definition in ShippedCatalogue.Catalogue.Entries.Select(e => e.Definition))
            foreach (var example in definition.Examples)
            {
                var told = ExampleText.Parse(example.Given, ShippedCatalogue.Kinds, ShippedCatalogue.Codes, example.At);
                Assert.Empty(told.Problems);
                var journeys = Bellwether.Journeys.Journeys.Build(told.Records, ShippedCatalogue.Codes, told.Authority, example.At);
                Assert.True(journeys.ChildIds.Count <= 1, $"{definition.Id} line {example.Line}: {journeys.ChildIds.Count} children");
                Assert.Equal(Completeness.Full, journeys.Coverage.Over("referrals", new DateOnly(1995, 1, 1), example.At).Holds);
            }
    }

    private static RecordSet Parse(string given)
    {
        var told = ExampleText.Parse(given, ShippedCatalogue.Kinds, ShippedCatalogue.Codes, At);
        Assert.Empty(told.Problems);
        return told.Records;
    }

    private static string Row(RecordSet records, string kind, int row, params string[] fields)
    {
        var table = records.Table(kind);
        return string.Join(' ', fields.Select(name =>
        {
            var field = table.Kind.Fields[table.Kind.IndexOf(name)];
            return table[row, table.Kind.IndexOf(name)] switch
            {
                Days.Unknown => field.Type == Bellwether.Codes.FieldType.Link ? "." : "?",
                Days.None => "-",
                var cell => field.Type == Bellwether.Codes.FieldType.YesNo ? (cell == 1 ? "yes" : "no") : IsoDate.Format(Days.Date(cell)),
            };
        }));
    }
}
