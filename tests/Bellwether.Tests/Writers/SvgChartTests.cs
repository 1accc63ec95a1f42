using System.Globalization;
using System.Xml.Linq;
using Bellwether.Publications;
using Bellwether.Writers.Svg;
using Xunit;

namespace Bellwether.Tests.Writers;

public class SvgChartTests
{
    [Fact]
    public void A_known_month_has_a_point_and_a_missing_one_a_dash_and_a_gap()
    {
        var svg = Parse(SvgChart.Draw(Charts.Full));
        Assert.Equal(12, ByClass(svg, "bw-point").Count());
        Assert.Single(ByClass(svg, "bw-missing"));
        // Three pieces: before the missing month, up to the break, after the break.
        Assert.Equal(3, Path(svg, "bw-series").Count(c => c == 'M'));
    }

    [Fact]
    public void Only_the_provisional_point_is_hollow()
    {
        var hollow = Assert.Single(ByClass(Parse(SvgChart.Draw(Charts.Full)), "bw-provisional"));
        Assert.Equal("#ffffff", (string?)hollow.Attribute("fill"));
    }

    [Fact]
    public void The_target_steps_where_it_changes_and_stops_where_there_is_none()
    {
        var stepped = Path(Parse(SvgChart.Draw(Charts.Full)), "bw-target");
        Assert.Equal(1, stepped.Count(c => c == 'M'));
        Assert.Equal(2, Heights(stepped).Distinct().Count());

        var broken = Charts.Full with { Points = [Charts.Point(0, 80), Charts.Point(1, 80, null), Charts.Point(2, 80)], Events = [], Comparators = [] };
        Assert.Equal(2, Path(Parse(SvgChart.Draw(broken)), "bw-target").Count(c => c == 'M'));
    }

    [Fact]
    public void Bands_follow_their_months_and_the_last_ones_are_named_in_the_margin()
    {
        var svg = Parse(SvgChart.Draw(Charts.Full));
        Assert.Equal(6, ByClass(svg, "bw-band").Count());
        Assert.Equal(["Red", "Amber", "Green"], ByClass(svg, "bw-band-word").Select(w => w.Value));
    }

    [Fact]
    public void Every_text_lies_inside_the_picture()
    {
        foreach (var drawn in Drawings())
        {
            var svg = Parse(drawn);
            var box = ((string)svg.Attribute("viewBox")!).Split(' ').Select(Number).ToArray();
            foreach (var text in svg.Descendants().Where(e => e.Name.LocalName == "text"))
            {
                var width = text.Value.Length * Number((string)text.Attribute("font-size")!) * 0.55;
                var x = Number((string)text.Attribute("x")!);
                var left = (string?)text.Attribute("text-anchor") switch { "end" => x - width, "middle" => x - (width / 2), _ => x };
                Assert.True(left >= -1 && left + width <= box[2] + 1, $"'{text.Value}' spans {left} to {left + width} of {box[2]}");
                Assert.InRange(Number((string)text.Attribute("y")!), 8, box[3]);
            }
        }
    }

    [Fact]
    public void No_coordinate_is_without_a_number_and_no_style_attribute_is_used()
    {
        foreach (var drawn in Drawings())
        {
            Assert.DoesNotContain("NaN", drawn, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Infinity", drawn, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", drawn, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Labels_at_the_line_ends_do_not_overlap()
    {
        var close = Charts.Full with
        {
            Comparators = [.. new[] { "England", "South East", "Neighbours" }.Select(n => new ChartComparator(n, [.. Enumerable.Repeat((decimal?)78.4m, 13)]))],
        };
        var heights = ByClass(Parse(SvgChart.Draw(close)), "bw-end").Select(e => Number((string)e.Attribute("y")!)).Order().ToList();
        Assert.Equal(5, heights.Count);
        Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 17.9));
    }

    [Fact]
    public void Words_from_outside_are_escaped()
    {
        var drawn = SvgChart.Draw(Charts.Full with
        {
            Headline = "<script>x</script> & \"more\"",
            Comparators = [new("<b>", [.. Enumerable.Repeat((decimal?)70m, 13)])],
        });
        Assert.DoesNotContain("<script", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", drawn, StringComparison.Ordinal);
        Assert.StartsWith("<script>x</script>", Parse(drawn).Elements().First(e => e.Name.LocalName == "title").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_is_named_by_its_own_title_and_description()
    {
        var svg = Parse(SvgChart.Draw(Charts.Full));
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal("plans-title plans-desc", (string?)svg.Attribute("aria-labelledby"));
        Assert.Equal(ChartWords.Describe(Charts.Full), svg.Elements().Single(e => e.Name.LocalName == "desc").Value);
    }

    [Fact]
    public void The_axis_starts_at_zero_unless_another_foot_is_stated_and_then_says_so()
    {
        Assert.Equal("0%", Ticks(Charts.Full)[0]);
        var cut = Charts.Full with { AxisFrom = 60, Points = [.. Charts.Full.Points.Select(p => p with { Bands = null })] };
        Assert.Equal("60%", Ticks(cut)[0]);
        Assert.Contains("The axis starts at 60%, not at zero.", SvgChart.Draw(cut), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_get_whole_ticks_and_all_zero_still_has_an_axis()
    {
        Assert.Equal(["0", "1", "2", "3"], Ticks(Charts.Of("", 0, 1, 3, 2)));
        Assert.Equal(["0", "1", "2"], Ticks(Charts.Of("", 0, 1, 2)));
        Assert.Equal(["0", "2", "4", "6", "8", "10"], Ticks(Charts.Of("", 0, 0, 0)));
        Assert.Equal(["0", "500", "1,000", "1,500", "2,000", "2,500"], Ticks(Charts.Of("", 0, 1927, 2461)));
    }

    [Fact]
    public void A_chart_without_any_figure_is_drawn_with_dashes_only()
    {
        var svg = Parse(SvgChart.Draw(Charts.Of("%", 1, null, null)));
        Assert.Empty(ByClass(svg, "bw-point"));
        Assert.Equal(2, ByClass(svg, "bw-missing").Count());
    }

    [Fact]
    public void A_comparator_that_does_not_fit_the_months_is_our_fault_and_thrown() =>
        Assert.Throws<ArgumentException>(() => SvgChart.Draw(Charts.Full with { Comparators = [new("England", [1])] }));

    [Fact]
    public void A_row_without_a_figure_gets_its_reason_and_no_bar()
    {
        var svg = Parse(SvgChart.Draw(Bars));
        Assert.Equal(3, ByClass(svg, "bw-bar").Count());
        Assert.Equal("Suppressed", Assert.Single(ByClass(svg, "bw-missing")).Value);
    }

    [Fact]
    public void A_sparkline_keeps_its_gap_and_marks_its_last_figure()
    {
        var svg = Parse(SvgChart.Draw(Spark));
        Assert.Equal(2, Path(svg, "bw-series").Count(c => c == 'M'));
        Assert.Single(ByClass(svg, "bw-point"));
        Assert.Equal("Plans: from 86% to 78%, between 78% and 91%", svg.Elements().First().Value);
    }

    internal static readonly BarRange Bars = new("districts", "Three districts are below target", "By district, June 2017, per cent", "%", 1,
        [new("Ashford", 91.3m, Low: 80, High: 95), new("Canterbury & Coastal", 78.0m), new("Swale", 61.8m), new("Thanet", null, "Suppressed")], 90);

    internal static readonly Sparkline Spark = new("s1", "Plans", "%", 0, [86, 91, null, 84, 78], [90, 90, 90, 90, 90]);

    private static IEnumerable<string> Drawings() =>
    [
        SvgChart.Draw(Charts.Full), SvgChart.Draw(Charts.Of("", 0, 3)), SvgChart.Draw(Charts.Of("days", 1)), SvgChart.Draw(Charts.Of("%", 1, null, null)),
        SvgChart.Draw(Charts.Of("", 2, -3.25m, 7.5m)), SvgChart.Draw(Charts.Of("", 0, 123456, 9)), SvgChart.Draw(Bars), SvgChart.Draw(Spark),
    ];

    private static XElement Parse(string svg) => XDocument.Parse(svg).Root!;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<XElement> ByClass(XElement svg, string name) =>
        svg.Descendants().Where(e => ((string?)e.Attribute("class") ?? "").Split(' ').Contains(name));

    private static string Path(XElement svg, string name) => (string)Assert.Single(ByClass(svg, name)).Attribute("d")!;

    private static IEnumerable<string> Heights(string path) => path.Split(' ').Where((_, i) => i % 2 == 1);

    private static string[] Ticks(TrendChart chart) => [.. ByClass(Parse(SvgChart.Draw(chart)), "bw-tick").Select(t => t.Value)];
}
