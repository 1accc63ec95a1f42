using System.Text.Json;
using Bellwether.Calendar;
using Bellwether.Cli;
using Bellwether.Indicators.Plain;
using Bellwether.Web.Access;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>One extract, one figure: from the command line, from a page, and by both evaluators.</summary>
[Collection(Browser.BrowserTests.Name)]
public sealed class SameFiguresTests(ExampleSite site)
{
    [Fact]
    public async Task The_command_line_and_the_page_give_the_same_scorecard_to_the_last_digit()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(0, Program.Run(["scorecard", "--home", site.Home.Folder, "--period", "2026-09", "--json"], new Terminal(output, errors, false)));
        var client = await site.ClientAsync(Role.Analyst);
        var page = await client.GetStringAsync(new Uri("/scorecard/2026-09.json", UriKind.Relative), TestContext.Current.CancellationToken);
        using var typed = JsonDocument.Parse(output.ToString());
        using var shown = JsonDocument.Parse(page);
        Assert.True(typed.RootElement.GetProperty("data").GetProperty("indicators").GetArrayLength() > 20);
        Assert.True(JsonElement.DeepEquals(typed.RootElement.GetProperty("data"), shown.RootElement.GetProperty("data")));
    }

    [Fact]
    public void The_plain_evaluator_counts_what_the_scorecard_shows()
    {
        var known = site.Home.AsKnown();
        var catalogue = known.Performance.Catalogue;
        var compared = 0;
        foreach (var row in known.Performance.Fill(catalogue.FindScorecard("children")!, Month.Parse("2026-09"), months: 1).Rows)
        {
            if (row.Now.Figure.Value is null) continue;
            var clocked = new PlainClocks(catalogue.Timescales, row.Bound.Limits).Run(known.Journeys, catalogue.Clocks);
            var plain = new PlainEvaluator(clocked, catalogue.LimitOn).Total(row.Bound, row.Window, ExampleSite.DataDate);
            Assert.Equal((row.Definition.Id, plain.Met, plain.NotMet, plain.Unknown, plain.Running),
                (row.Definition.Id, row.Now.Figure.Tally.Met, row.Now.Figure.Tally.NotMet, row.Now.Figure.Tally.Unknown, row.Now.Figure.Tally.Running));
            compared++;
        }
        Assert.True(compared > 20);
    }
}
