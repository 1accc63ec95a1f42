using System.Globalization;
using System.Text.RegularExpressions;
using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>Lists and figures agree: what a page lists is what its figure counted.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class ReconciliationTests(ExampleSite site)
{
    private static readonly Month[] Ends = [.. Enumerable.Range(0, 24).Select(back => new Month(2026, 9).Add(-back))];

    [Fact]
    public void Rows_are_the_denominator_and_rows_not_met_are_denominator_less_numerator_for_every_timeliness_indicator_and_month_end()
    {
        var gate = site.GateOf(Role.Analyst);
        var shares = All(gate).Where(f => f.Bound is { Met: not null, Show: Show.Percentage, Over: null }).ToList();
        Assert.True(shares.Count >= 10, $"{shares.Count} indicators");
        var looked = 0;
        foreach (var found in shares)
        {
            foreach (var day in Ends.Select(m => m.Last))
            {
                var figure = gate.At(found, day).Figure;
                if (figure.Numerator is not { } n || figure.Denominator is not { } d) continue;
                looked++;
                var name = $"{Name(found)} at {EnglishDate.Format(day)}: {n} of {d}";
                Assert.True(gate.Cases(found, day).Lines.Count == d, $"{name}, but {gate.Cases(found, day).Lines.Count} rows");
                Assert.True(gate.Cases(found, day, notMetOnly: true).Lines.Count == d - n, $"{name}, but {gate.Cases(found, day, notMetOnly: true).Lines.Count} rows not met");
            }
        }
        Assert.True(looked > 200, $"only {looked} figures were there to look at");
    }

    [Fact]
    public void Rows_of_a_count_are_the_count()
    {
        var gate = site.GateOf(Role.Analyst);
        foreach (var found in All(gate).Where(f => f.Bound is { Met: null, Show: Show.Count, Value: null, Line: null }))
        {
            foreach (var day in Ends.Select(m => m.Last))
                if (gate.At(found, day).Figure.Value is { } value)
                    Assert.True(gate.Cases(found, day).Lines.Count == value, $"{Name(found)} at {day}: {value}, but {gate.Cases(found, day).Lines.Count} rows");
        }
    }

    [Fact]
    public void A_worklist_of_the_data_date_begins_with_the_cases_not_met_of_a_snapshot()
    {
        var gate = site.GateOf(Role.Analyst);
        foreach (var found in gate.Catalogue.Entries.Select(e => new Found(e, "")).Where(Gate.HasWorklist).Where(f => f.Bound!.Form == CaseForm.Open && f.Bound.Met is not null))
        {
            var bad = gate.Cases(found, ExampleSite.DataDate, notMetOnly: true).Lines.Where(l => l.Verdict == Verdict.NotMet).Select(l => l.Child).Order(StringComparer.Ordinal);
            var listed = gate.Worklist(found, ExampleSite.DataDate, 0).Lines.Where(l => l.Verdict == Verdict.NotMet).Select(l => l.Child).Order(StringComparer.Ordinal);
            Assert.Equal(bad, listed);
        }
    }

    [Theory]
    [InlineData(Role.Analyst)]
    [InlineData(Role.TeamManager)]
    public void The_lengths_of_worklists_are_those_of_the_lists(Role role)
    {
        var (gate, day, counted) = (site.GateOf(role), ExampleSite.DataDate, 0);
        foreach (var length in gate.Worklists())
        {
            var lines = gate.Worklist(length.Found, day, 14).Lines;
            var due = lines.Where(l => l.StandingOn(day) == Standing.Due).ToList();
            Assert.Equal((length.Overdue + length.Listed, length.InAWeek, length.InAFortnight), (lines.Count - due.Count, due.Count(l => l.Due < day.AddDays(8)), due.Count(l => l.Due > day.AddDays(7))));
            Assert.True(length.IsEmpty || length.Because.Length == 0);
            counted += length.Overdue;
        }
        Assert.True(counted > 0);
        Assert.DoesNotContain(gate.Worklists(), l => l.Found.Entry.Definition.To < day);
    }

    [Fact]
    public async Task A_list_of_an_earlier_day_tells_no_due_date_that_later_records_moved()
    {
        var gate = site.GateOf(Role.Analyst);
        var found = gate.Catalogue.Find("cp-visit-in-time")!;
        var now = gate.Cases(found, ExampleSite.DataDate);
        Assert.Equal("", now.Hindsight);
        Assert.Contains(now.Lines, l => l.Verdict == Verdict.Met && l.Due > ExampleSite.DataDate);
        var before = gate.Cases(found, new DateOnly(2026, 8, 31));
        Assert.Contains(Ends.Skip(1).SelectMany(m => gate.Cases(found, m.Last).Lines), l => l.Verdict == Verdict.NotMet && l.Due is not null);
        Assert.All(before.Lines, l => Assert.True(l.Due is null || l.Due < before.Day, $"{l.Verdict}, due {l.Due}"));
        Assert.Contains("since 31 August 2026 they have moved", before.Hindsight, StringComparison.Ordinal);
        Assert.Contains("done in time since is not listed", gate.Worklist(found, before.Day, 14).Hindsight, StringComparison.Ordinal);
        using var client = await site.ClientAsync(Role.Analyst);
        Assert.Contains(before.Hindsight, await client.GetStringAsync(new Uri("/indicators/cp-visit-in-time/2026-08/children", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_over_are_said_in_words_and_a_case_running_through_a_weekend_is_not_over()
    {
        Assert.Equal(["due on the data date", "1 day over", "1 day left", "12 days over", "1,200 days left"], new[] { 0, 1, -1, 12, -1200 }.Select(Bellwether.Publications.FigureWords.DaysOver));
        var friday = new CaseLine("C1", "", "", "", "", new DateOnly(2026, 1, 5), Verdict.Running, new DateOnly(2026, 5, 29), "assessments");
        Assert.Equal((0, -2), (friday.DaysOver(new DateOnly(2026, 5, 31)), friday.DaysOver(new DateOnly(2026, 5, 27))));
        Assert.Equal(2, (friday with { Verdict = Verdict.NotMet }).DaysOver(new DateOnly(2026, 5, 31)));
        Assert.Null((friday with { Due = null }).DaysOver(new DateOnly(2026, 5, 31)));
    }

    [Fact]
    public async Task The_page_lists_as_many_as_it_says_over_all_its_pages()
    {
        using var client = await site.ClientAsync(Role.Analyst);
        var gate = site.GateOf(Role.Analyst);
        var found = gate.Catalogue.Find("re-referral")!;
        var expected = gate.Cases(found, ExampleSite.DataDate).Lines.Count;
        Assert.True(expected > 100, $"{expected} cases are too few to turn a page");
        var listed = 0;
        for (var page = 1; page <= (expected + 99) / 100; page++)
        {
            var body = await client.GetStringAsync(new Uri($"/indicators/re-referral/2026-09/children?page={page}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains($"{expected.ToString("N0", CultureInfo.InvariantCulture)} cases", body, StringComparison.Ordinal);
            listed += RowHeader().Count(body);
        }
        Assert.Equal(expected, listed);
        using var beyond = await client.GetAsync(new Uri("/indicators/re-referral/2026-09/children?page=99", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, beyond.StatusCode);
    }

    [Fact]
    public void Breakdowns_sum_to_the_figure()
    {
        var gate = site.GateOf(Role.Analyst);
        foreach (var found in gate.Catalogue.Entries.Select(e => new Found(e, "")).Where(f => f.Bound is { Met: not null, Show: Show.Percentage }))
        {
            foreach (var by in found.Entry.Definition.Breakdowns)
            {
                if (gate.At(found, ExampleSite.DataDate).Figure is not { Denominator: { } d } figure) continue;
                var members = gate.By(found, by, ExampleSite.DataDate);
                Assert.True(members.Sum(m => m.Rated.Figure.Denominator ?? 0) == d, $"{Name(found)} by {by}");
                Assert.Equal(figure.Numerator, members.Sum(m => m.Rated.Figure.Numerator ?? 0));
            }
        }
    }

    private static IEnumerable<Found> All(Gate gate) =>
        gate.Catalogue.Entries.SelectMany(e => e.Variants.Keys.Prepend("").Select(v => new Found(e, v)));

    private static string Name(Found found) => found.Variant.Length == 0 ? found.Entry.Definition.Id : $"{found.Entry.Definition.Id}/{found.Variant}";

    [GeneratedRegex("<th scope=\"row\"")]
    private static partial Regex RowHeader();
}
