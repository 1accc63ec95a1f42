using System.Net;
using Bellwether.Calendar;
using Bellwether.Scorecards;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>The section "Second opinions" of an indicator page, on the invented council.</summary>
[Collection(BrowserTests.Name)]
public sealed class SecondOpinionTests(ExampleSite site)
{
    private static readonly Month September = new(2026, 9);

    [Fact]
    public async Task A_rated_percentage_shows_every_opinion_the_gate_gives_in_its_words()
    {
        var page = await PageAsync("assessments-45wd");
        var said = Said("assessments-45wd", out var row);
        foreach (var topic in new[] { "Direction of travel", "Variation", "Range", "How sure" })
            Assert.Contains(topic, said.Lines.Select(l => l.Topic));
        foreach (var line in said.Lines) Assert.Contains(line.Words, page, StringComparison.Ordinal);
        Assert.Contains("stands beside the rating and never changes it", page, StringComparison.Ordinal);
        // A rolling series is judged by its single months, and its direction owns up to the months that it shares.
        Assert.Equal(Window.Rolling12, row.Window);
        Assert.Contains("single months", said.Lines.Single(l => l.Topic == "Variation").Words, StringComparison.Ordinal);
        Assert.Contains("looks surer than it is", said.Lines.Single(l => l.Topic == "Direction of travel").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assessments-45wd")]
    [InlineData("cp-reviews-in-time")]
    [InlineData("referrals")]
    [InlineData("children-looked-after")]
    public async Task The_change_since_the_month_before_is_shared_out_among_the_districts_without_a_rest(string indicator)
    {
        var page = await PageAsync(indicator);
        var said = Said(indicator, out var row);
        Assert.True(said.Districts.IsGiven, said.Districts.Because);
        var change = said.Districts.Value;
        Assert.Equal(Math.Round(row.Change!.Value, 15), Math.Round(change.Change, 15));
        var parts = change.Parts?.Parts.Sum(p => p.Points) ?? change.Groups.Sum(g => g.NumeratorNow - g.NumeratorBefore);
        Assert.Equal(Math.Round(change.Change, 15), Math.Round(parts, 15));
        Assert.Contains("The change since August 2026 by district", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_districts_do_not_add_up_to_says_so() => Assert.Contains(
        "not taken apart by district: only a percentage or a count", await PageAsync("caseload-cswt"), StringComparison.Ordinal);

    [Theory]
    [InlineData("children-looked-after")]
    [InlineData("cp-plans-open")]
    public void A_stock_reconciles_with_those_who_came_and_left(string indicator)
    {
        var said = Said(indicator, out _);
        var sums = said.Lines.Where(l => l.Topic == "Stock and flow").ToList();
        Assert.Equal(2, sums.Count);   // since the month before, and since the year began
        Assert.All(sums, s => Assert.EndsWith("as counted.", s.Words, StringComparison.Ordinal));
        Assert.Contains("stock and flow", said.Lines.Single(l => l.Topic == "Year’s end").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_of_events_is_projected_to_march_and_called_no_rating()
    {
        var ahead = Said("referrals", out _).Lines.Single(l => l.Topic == "Year’s end").Words;
        Assert.StartsWith("April to March 2027: ", ahead, StringComparison.Ordinal);
        Assert.Contains("eight outcomes in ten", ahead, StringComparison.Ordinal);
        Assert.EndsWith("A projection, not a rating.", ahead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opinions_leave_the_rating_as_it_is_and_no_figure_has_none()
    {
        var gate = site.GateOf(Role.Analyst);
        foreach (var row in gate.Scorecard(gate.FirstScorecard!, September).Rows)
        {
            var found = gate.Catalogue.Find(row.Definition.Id)! with { Variant = row.Variant };
            var said = gate.SecondOpinions(found, row);
            Assert.All(said.Lines, l => Assert.DoesNotMatch("\\b(Red|Amber|Green)\\b", l.Words));
            Assert.Equal(row.Now.Judgement.Rating, gate.Row(found, September, row.Window).Now.Judgement.Rating);
        }
        using var client = await site.ClientAsync(Role.Member);
        var early = await client.GetStringAsync(new Uri("/indicators/assessments-45wd/2001-01", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Second opinions", early, StringComparison.Ordinal);
    }

    private SecondOpinions Said(string indicator, out FilledRow row)
    {
        var gate = site.GateOf(Role.Member);
        var found = gate.Catalogue.Find(indicator)!;
        row = gate.Row(found, September, null, 25);
        return gate.SecondOpinions(found, row);
    }

    private async Task<string> PageAsync(string indicator)
    {
        using var client = await site.ClientAsync(Role.Member);
        return WebUtility.HtmlDecode(await client.GetStringAsync(new Uri($"/indicators/{indicator}/2026-09", UriKind.Relative), TestContext.Current.CancellationToken));
    }
}
