using Bellwether.Publications;
using Bellwether.Web.Look;
using Microsoft.Playwright;
using Xunit;

namespace Bellwether.Web.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class LookTests(BrowserFixture browser)
{
    private static readonly string[] Months = ["Dec 2016", "Jan 2017", "Feb 2017", "Mar 2017", "Apr 2017", "May 2017", "Jun 2017"];
    private static readonly decimal?[] Figures = [88.0m, 86.3m, null, 85.9m, 83.0m, 81.4m, 78.3m];

    [Theory]
    [InlineData(1280)]
    [InlineData(920)]
    [InlineData(320)]
    public async Task The_look_has_no_fault_and_no_accessibility_violation(int width)
    {
        await using var site = await SampleSite.StartAsync(Frame, Parts());
        await using var watched = await browser.OpenAsync(width);
        await watched.GoAsync(site.Address);
        await watched.MustBeAccessibleAsync();
        await watched.MustNotScrollSidewaysAsync();
        Assert.True(await watched.Page.Locator("svg.bw-chart").First.IsVisibleAsync());
        Assert.Equal(6, await watched.Page.Locator("svg.bw-trend circle.bw-point").CountAsync());
        Assert.Empty(watched.Faults);
        await Picture(watched, $"look-{width}");
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_is_the_way_past_the_header()
    {
        await using var site = await SampleSite.StartAsync(Frame, Parts());
        await using var watched = await browser.OpenAsync();
        await watched.GoAsync(site.Address);
        await watched.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await watched.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await watched.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main-content", await watched.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Without_scripts_the_page_is_the_same_and_the_notice_stands_on_it()
    {
        await using var site = await SampleSite.StartAsync(Frame, Parts());
        await using var watched = await browser.OpenAsync(script: false);
        await watched.GoAsync(site.Address);
        Assert.Equal(Frame.Notice, await watched.Page.Locator(".bw-notice").InnerTextAsync());
        Assert.Equal(0, await watched.Page.Locator("script").CountAsync());
        await watched.Page.Locator("summary").First.ClickAsync();
        Assert.True(await watched.Page.Locator("details table").First.IsVisibleAsync());
    }

    [Fact]
    public async Task What_comes_from_records_is_escaped()
    {
        var frame = Frame with { Title = "<img src=x>", Council = "A & B <script>alert(1)</script>" };
        await using var site = await SampleSite.StartAsync(frame, ("_Rating", new RatingTag(RatingLook.NotRated, "<b>no target</b>")));
        await using var watched = await browser.OpenAsync();
        await watched.GoAsync(site.Address);
        Assert.Equal(0, await watched.Page.Locator("script, img, .bw-rating b").CountAsync());
        Assert.Contains("<b>no target</b>", await watched.Page.Locator(".bw-rating").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(watched.Faults);
    }

    [Fact]
    public async Task The_harness_itself_sees_a_violation_a_fault_and_a_page_too_wide()
    {
        await using var site = await SampleSite.StartAsync(Frame, ("", "<img src=\"/not-there.png\" width=\"2000\" height=\"9\">"));
        await using var watched = await browser.OpenAsync();
        await watched.GoAsync(site.Address);
        var violation = await Assert.ThrowsAnyAsync<Exception>(watched.MustBeAccessibleAsync);
        Assert.Contains("image-alt", violation.Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(watched.MustNotScrollSidewaysAsync);
        Assert.Contains(watched.Faults, f => f.StartsWith("404", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_without_its_frame_is_not_drawn() =>
        Assert.Throws<InvalidOperationException>(() => PageFrame.Of(new(new Microsoft.AspNetCore.Mvc.ModelBinding.EmptyModelMetadataProvider(), new())));

    private static PageFrame Frame { get; } = new()
    {
        Council = "Example County Council",
        Title = "Sample",
        Navigation = PageFrame.Parts("Scorecard"),
        Period = "June 2017",
        DataTo = "30 June 2017, loaded 4 July 2017",
        Status = "Provisional",
        Notice = "You are Alex Reed, an invented person (analyst). Every child here is invented.",
        Landscape = true,
    };

    private static (string, object)[] Parts()
    {
        return
        [
            ("", "<h1 class=\"govuk-heading-l\">Children’s social care scorecard, June 2017</h1>"),
            ("_RatingCounts", new List<RatingCount> { new(RatingLook.Red, 7, 3), new(RatingLook.Amber, 9, -2), new(RatingLook.Green, 14, 0), new(RatingLook.NotRated, 1, null) }),
            ("_Filters", new FilterForm("/scorecard", [new("service", "Service", [new("", "All"), new("scs", "Specialist children’s services")], "scs")], [], "4 indicators")),
            ("_Table", Scorecard()),
            ("_Chart", ChartView.Of(Trend(), Behind(), "/x.csv")),
            ("_Chart", ChartView.Of(new BarRange("districts", "Two districts are below target", "By district, June 2017, per cent", "%", 1, [new("Ashford", 91.3m, Low: 80, High: 95), new("Swale", 61.8m), new("Thanet", null, "No open cases")], 90, "England's range"), null)),
            ("_Pagination", new PageLinks(3, 9, n => $"/worklists?page={n}")),
        ];
    }

    private static TableView Scorecard() => new("Indicators, June 2017",
        [new("Indicator"), new("Better"), new("Now", true), new("Target", true), new("Rating"), new("Last 7 months"), new("Change", true), new("Owner")],
        [
            [new("Children in need with a plan in place", "1,927 of 2,461 · 42 more reach Amber", "/indicators/plans"), "Higher", "78.3%", "90%", new("", Rating: new(RatingLook.Red)), Spark(1), "−2.6 points", "P. Stone"],
            [new("Initial assessments within 45 working days", "812 of 950", "/indicators/assessments"), "Higher", "85.5%", "90%", new("", Rating: new(RatingLook.Amber)), Spark(2), "+0.4 points", "P. Stone"],
            [new("Child protection visits in time", "402 of 431", "/indicators/visits"), "Higher", "93.3%", "90%", new("", Rating: new(RatingLook.Green)), Spark(3), "+1.1 points", "L. Marsh"],
            [new("Re-referrals within 12 months", "210 of 1,004", "/indicators/re-referrals"), "Lower", "20.9%", "none", new("", Rating: new(RatingLook.NotRated, "no target was set")), Spark(4), "−0.2 points", "L. Marsh"],
        ]);

    private static TableCell Spark(int row) =>
        new("", Spark: new Sparkline($"spark-{row}", "Last 7 months", "%", 1, Figures, [.. Figures.Select(_ => (decimal?)90)]));

    private static TableView Behind() => new("Figures by month", [new("Month"), new("Result", true), new("Target", true)],
        [.. Months.Zip(Figures, (m, f) => new List<TableCell> { m, f is { } v ? ChartWords.Figure(v, "%", 1) : "not supplied", "90%" })], Cards: false);

    private static TrendChart Trend() => new()
    {
        Id = "plans",
        Headline = "Plans in place fell below the 80% floor",
        Subtitle = "Children in need with a plan in place, month end, December 2016 to June 2017, per cent",
        Unit = "%",
        Decimals = 1,
        Points = [.. Months.Zip(Figures, (m, f) => new TrendPoint(m, f, m == "Jun 2017", "not supplied", 90,
            [new(BandWord.Red, null, 80), new(BandWord.Amber, 80, 90), new(BandWord.Green, 90, null)]))],
        Events = [new(1, 4, "Drafts no longer count", true)],
    };

    /// <summary>Pictures to look at, only where a folder for them is named.</summary>
    private static async Task Picture(WatchedPage watched, string name)
    {
        if (Environment.GetEnvironmentVariable("BELLWETHER_PICTURES") is not { Length: > 0 } folder) return;
        await watched.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        await watched.Page.PdfAsync(new PagePdfOptions { Path = Path.Combine(folder, name + ".pdf"), PreferCSSPageSize = true, Tagged = true });
    }
}
