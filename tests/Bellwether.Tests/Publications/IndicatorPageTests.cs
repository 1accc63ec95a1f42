using Bellwether.Publications.Documents;
using Bellwether.Publications.Packs;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Publications;

/// <summary>The seven pages of September 2017, built from the golden home: 27 ratings, one blank, seven headlines.</summary>
public sealed class IndicatorPageTests(KentPack kent) : IClassFixture<KentPack>
{
    [Theory]
    [InlineData("adoption-plan-4m", "68.6% 62.8% 63.2% 62.8%", "Amber Red Red Red", "75% 80% 80% 80%")]
    [InlineData("caseload-cswt", "22.0 23.4 23.8 24.6", "Red Red Red Red", "18 18 18 18")]
    [InlineData("health-assessments-in-time", "87.4% 86.9% 86.1% 83.8%", "Amber Amber Amber Red", "90% 90% 90% 90%")]
    [InlineData("cin-with-plan", "87.7% 86.8% 80.9% 78.3%", "Amber Amber Amber Red", "90% 90% 90% 90%")]
    [InlineData("unallocated", "1 73 0 14", "Amber Red Green Red", "0 0 0 0")]
    [InlineData("return-interview-in-time", "74.9% 75.7% 75.2% 73.2%", "Red Amber Amber Red", "90% 85% 85% 85%")]
    [InlineData("placement-meeting-5wd", "not in force|62.3%|62.1%|62.2%", "Not rated|Red|Red|Red", "90% 90% 90% 90%")]
    public void Every_month_of_a_page_states_the_papers_result_target_and_rating(string id, string results, string ratings, string targets)
    {
        var document = kent.Build();
        var page = document.Sections.Single(s => s.Id == $"page-{id}");
        var table = page.Blocks.OfType<Table>().First();
        Assert.Equal(["Month end", "Mar 2017", "Apr 2017", "May 2017", "Jun 2017"], table.Columns.Select(c => c.Heading));
        Assert.Equal(Split(results), Row(table, "Result"));
        Assert.Equal(Split(targets), Row(table, "Target"));
        Assert.Equal(Split(ratings), Row(table, "RAG"));
        Assert.True(page.NewPage);
        Assert.Contains(": Red", page.Title, StringComparison.Ordinal);
        Assert.Single(page.Blocks.OfType<ChartBlock>());
    }

    [Fact]
    public void The_pages_stand_in_the_papers_order_each_with_its_commentary_and_data_notes()
    {
        var ids = kent.Build().Sections.Select(s => s.Id).ToList();
        string[] pages = [.. ids.Where(i => i.StartsWith("page-", StringComparison.Ordinal) && !i.EndsWith("-commentary", StringComparison.Ordinal) && !i.EndsWith("-notes", StringComparison.Ordinal))];
        Assert.Equal(
            ["page-adoption-plan-4m", "page-caseload-cswt", "page-health-assessments-in-time", "page-cin-with-plan", "page-unallocated", "page-return-interview-in-time", "page-placement-meeting-5wd"], pages);
        Assert.All(pages, p => Assert.Equal([p, $"{p}-commentary", $"{p}-notes"], ids.Skip(ids.IndexOf(p)).Take(3)));
    }

    [Fact]
    public void Counts_stand_in_the_table_where_they_are_known_and_figures_are_bound_in_the_text()
    {
        var document = kent.Build();
        var table = document.Sections.Single(s => s.Id == "page-cin-with-plan").Blocks.OfType<Table>().First();
        Assert.Equal("1,927", Row(table, "Numerator")[^1]);
        Assert.Equal("2,461", Row(table, "Denominator")[^1]);
        var text = Words(document.Sections.Single(s => s.Id == "page-cin-with-plan-commentary"));
        Assert.Contains("caseload from 9,840 to 10,692", text, StringComparison.Ordinal);
        Assert.Contains("Of the 534 without one, 273 had a plan still in draft; had those been authorised the result would have been 89.4%. In February 2017 it was 91.1%", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_named_anywhere_is_a_line_of_the_long_table_and_prints_the_same()
    {
        var document = kent.Build();
        var lines = document.Figures.ToDictionary(f => f.Key);
        Assert.Equal(document.Figures.Count, lines.Count);
        foreach (var cell in document.Sections.SelectMany(s => s.Blocks).OfType<Table>().SelectMany(t => t.Rows).SelectMany(r => r).Where(c => c.Figure is not null))
        {
            var line = lines[cell.Figure!];
            if (cell.Part == FigurePart.Value) Assert.Equal(line.Text, cell.Text);
            if (cell.Part == FigurePart.Rating) Assert.Equal(line.Rating, cell.Rating);
        }
        foreach (var key in document.Sections.SelectMany(s => s.Blocks).OfType<ChartBlock>().SelectMany(c => c.Keys)) Assert.True(lines.ContainsKey(key!));
    }

    [Fact]
    public void The_front_says_who_to_whom_when_about_what_and_how_classified()
    {
        var head = kent.Build().Head;
        Assert.Equal(["By", "To", "Date", "Subject", "Classification", "Agenda item", "Edition"], head.Facts.Select(f => f.Label));
        Assert.Equal("Roger Gough, Cabinet Member; Philip Segurola, Director", head.Facts[0].Text);
        Assert.Equal("7 September 2017", head.Facts[2].Text);
        Assert.Equal("Unrestricted", head.Facts[4].Text);
        Assert.Equal("Draft: not checked for publication", head.Marking);
        Assert.Equal(Audience.Public, head.Audience);
    }

    [Fact]
    public void Built_twice_it_is_the_same() => Assert.Equal(DocumentTexts.Of(kent.Build()), DocumentTexts.Of(kent.Build()));

    [Theory]
    [InlineData("quarterly-monitoring", "monitoring")]
    [InlineData("portfolio-report", "journey")]
    [InlineData("exception-report", "exceptions")]
    [InlineData("progress-report", "progress")]
    public void The_other_four_papers_are_built_with_every_section_of_their_template(string template, string own)
    {
        var document = kent.Build(template);
        var ids = document.Sections.Select(s => s.Id).ToHashSet();
        Assert.All(kent.Template(template).Sections, s => Assert.Contains(s.Id, ids));
        Assert.Contains(document.Sections, s => s.Id.StartsWith(own, StringComparison.Ordinal) && DocumentTexts.Of(s).Contains("78.3%", StringComparison.Ordinal));
        Assert.Equal(ids.Count, document.Sections.Count);
    }

    [Fact]
    public void The_progress_report_closes_with_how_many_targets_are_met() =>
        Assert.Contains("0 of 7 targets are met in June 2017.", DocumentTexts.Of(kent.Build("progress-report").Sections.Single(s => s.Id == "targets-met")), StringComparison.Ordinal);

    [Fact]
    public void The_exception_report_says_by_which_rule_an_indicator_is_there()
    {
        var text = DocumentTexts.Of(kent.Build("exception-report").Sections.Single(s => s.Id == "exceptions-cin-with-plan"));
        Assert.Contains("newly Red: was Amber in May 2017; worse in each of the last three months", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_figure_is_c_everywhere_and_nothing_in_the_document_knows_it()
    {
        var key = PackIndicator.KeyOf(kent.Material.Indicators.Single(i => i.Name == "unallocated").Row.Now.Figure);
        var order = kent.Order() with { Decisions = [new SmallDecision("x", true, "small", "B. Director", Texts.When, [key], "", "")] };
        var document = PackBuilder.Build(order, kent.Material);
        var line = document.Figures.Single(f => f.Key == key);
        Assert.Equal(("c", FigureStatus.Suppressed, (decimal?)null, (decimal?)null, (Rating?)null), (line.Text, line.Status, line.Value, line.Numerator, line.Rating));
        var page = string.Concat(document.Sections.Where(s => s.Id.StartsWith("page-unallocated", StringComparison.Ordinal)).Select(DocumentTexts.Of));
        Assert.DoesNotContain("14", page, StringComparison.Ordinal);
        Assert.Null(document.Sections.SelectMany(s => s.Blocks).OfType<ChartBlock>().Single(c => c.Chart.Id == "chart-unallocated").Chart.Points[^1].Value);
    }

    private static string[] Split(string text) => text.Split(text.Contains('|', StringComparison.Ordinal) ? '|' : ' ');

    private static string[] Row(Table table, string heading) => [.. table.Rows.Single(r => r[0].Text.Contains(heading, StringComparison.Ordinal)).Skip(1).Select(c => c.Text)];

    private static string Words(Section section) => string.Concat(section.Blocks.OfType<Paragraph>().SelectMany(p => p.Spans).Select(s => s.Text));
}
