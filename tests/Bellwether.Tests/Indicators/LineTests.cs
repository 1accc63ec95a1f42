using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Tests.Indicators.Engine;
using Bellwether.Tests.Indicators.Language;
using Xunit;
using static Bellwether.Tests.Indicators.Engine.EngineFixture;
using static Bellwether.Tests.Indicators.Engine.FiguresFixture;

namespace Bellwether.Tests.Indicators;

/// <summary>Lines over finished figures, medians with the unfinished in them, splits by sets and texts, windows and decimals of variants.</summary>
public sealed class LineTests
{
    private const string Plans = "cases: open cp_plans | show: count | series: ";

    private static readonly string[] Children =
    [
        "cp_plans | C1 | start=2023-01-02; end=2024-04-10", "cp_plans | C2 | start=2023-01-02; end=-", "cp_plans | C3 | start=2024-04-20; end=2024-06-05",
        "cp_plans | C4 | start=2024-05-20; end=-", "cp_plans | C5 | start=2024-05-21; end=2024-06-20",
    ];

    [Theory]
    [InlineData("change since year start", 0, "From 2 on 31 March 2024 to 2.")]
    [InlineData("change since 2022-12-31", 2, "From 0 on 31 December 2022 to 2.")]
    [InlineData("lowest", 2, "As it stood on 30 April 2024; 2 on the day itself.")]
    [InlineData("highest", 4, "As it stood on 31 May 2024; 2 on the day itself.")]
    [InlineData("mean", 2.6667, "")]
    [InlineData("highest ever", 4, "As it stood on 31 May 2024; 2 on the day itself. The data speaks for 240 month ends before it.")]
    public void A_line_is_over_the_month_ends_of_the_year_and_the_day_itself(string series, double value, string note)
    {
        var figure = Make(Plans + series, Full("cp_plans"), [], Children);
        Assert.Equal((decimal)value, Math.Round(figure.Value!.Value, 4));
        Assert.Equal((note, null, null), (figure.Note, figure.Numerator, figure.Denominator));
    }

    [Fact]
    public void A_change_from_a_day_the_data_does_not_reach_is_not_computable_and_says_why()
    {
        var figure = Make(Plans + "change since 2011-08-31", [new Statement("cp_plans", "t", Completeness.Full, new(2020, 1, 1), At, [], "")], [], Children);
        Assert.Equal(NoValue.NotComputable, figure.None);
        Assert.StartsWith("of 31 August 2011 there is no figure to count the change from: the extracts loaded speak for cp plans from 1 January 2020", figure.Because, StringComparison.Ordinal);
    }

    /// <summary>Kent, July 2012: 892 fewer on 17 June 2012 than on 31 August 2011, both figures brought by a values file.</summary>
    [Fact]
    public void The_change_of_892_that_Kent_reported_comes_from_keyed_figures()
    {
        var figure = Make(
            "cases: open cp_plans | show: count | variants: { since: { series: change since 2011-08-31 } }", [],
            [new("t", "2011-08-31", "", null, null, 1703, "", 0, 1), new("t", "2012-06-17", "", null, null, 811, "", 0, 2)], [], "since", new(2012, 6, 17));
        Assert.Equal(-892m, figure.Value);
    }

    [Theory]
    [InlineData("series: rising", "`series` is \"rising\". Write change since year start, change since 2011-08-31 (any date), lowest, highest, highest ever, mean.")]
    [InlineData("open_cases: censored", "Unfinished cases can be counted in a median of durations alone. Write `show: median` and a `value` with the spell's end: `days(start, end)`.")]
    public void A_line_or_a_censored_median_that_is_not_right_is_named(string line, string says) =>
        Assert.Equal(says, LintFixture.Says("cases: open cp_plans", line));

    /// <summary>Six-MP arm of the leukaemia trial (Freireich 1963), the textbook example of Kaplan and Meier: the median is 23 weeks.</summary>
    [Fact]
    public void The_median_with_the_unfinished_is_that_of_Kaplan_and_Meier() => Assert.Equal(
        23m, Bellwether.Indicators.Engine.Censoring.Median([6000, 6000, 6000, 7000, 10000, 13000, 16000, 22000, 23000], [6000, 9000, 10000, 11000, 17000, 19000, 20000, 25000, 32000, 32000, 34000, 35000]));

    [Theory]
    [InlineData(new long[] { 1000, 3000 }, new long[0], 2.0)]                 // one half for a while: the middle of the while
    [InlineData(new long[] { 1000, 2000, 9000 }, new long[0], 2.0)]
    [InlineData(new long[] { 1000 }, new long[] { 5000 }, 1.0)]               // half have ended, nobody after them
    [InlineData(new long[] { 1000 }, new long[] { 5000, 6000 }, null)]        // fewer than half are known to end
    [InlineData(new long[] { 4000 }, new long[] { 4000 }, 4.0)]               // at one time: the end comes first
    [InlineData(new long[] { 4000 }, new long[] { 4000, 4000 }, null)]        // and those last seen then were there to end
    public void A_median_is_told_only_where_half_are_known_to_end(long[] ended, long[] running, double? median) =>
        Assert.Equal((decimal?)median, Bellwether.Indicators.Engine.Censoring.Median(ended, running));

    [Fact]
    public void The_unfinished_count_as_lasting_longer_than_to_the_day_of_the_data()
    {
        const string Yaml = "cases: proceedings by start | value: days(start, end) | show: median | open_cases: censored | window: financial-year";
        string[] lines =
        [
            "proceedings | C1 | start=2023-05-01; end=2023-05-11", "proceedings | C2 | start=2023-05-01; end=2023-05-31", "proceedings | C3 | start=2024-03-01; end=-",
            "proceedings | C4 | start=2023-05-01; end=?",       // nobody knows whether it ended: in neither
        ];
        var figure = Make(Yaml, Full("proceedings"), [], lines, "", new(2024, 3, 31));
        Assert.Equal((30m, 3m), (figure.Value!.Value, figure.Denominator!.Value));
        Assert.Contains("1 of 3 have not ended", figure.Note, StringComparison.Ordinal);
        Assert.Equal(20m, Make(Yaml.Replace(" | open_cases: censored", "", StringComparison.Ordinal), Full("proceedings"), [], lines, "", new(2024, 3, 31)).Value);
    }

    [Fact]
    public void A_case_counts_under_every_member_of_a_set_and_a_text_splits_by_what_is_found()
    {
        var factors = Split("cases: assessments by end | split: factors", Full("assessments"),
            "assessments | C1 | start=2024-01-02; end=2024-02-02; factors=1A+4B", "assessments | C2 | start=2024-01-02; end=2024-02-02; factors=4B", "assessments | C3 | start=2024-01-02; end=2024-02-02; factors=?");
        Assert.Equal("1A 1, 4B 2", factors);
        Assert.Equal("short-breaks 1, task 2", Split("cases: open carers | split: type", Full("carers"),
            "carers | | key=a; start=2024-01-02; end=-; type=task", "carers | | key=b; start=2024-01-02; end=-; type=task", "carers | | key=c; start=2024-01-02; end=-; type=short-breaks"));
    }

    [Fact]
    public void A_split_by_a_column_the_source_lacks_is_not_computable()
    {
        var (figures, found) = Of("cases: assessments by end | split: factors", [new Statement("assessments", "Annex A", Completeness.Full, new(2000, 1, 1), At, ["factors"], "")], [],
            "assessments | C1 | start=2024-01-02; end=2024-02-02; factors=1A");
        Assert.All(figures.By(found, Window.Rolling12, At, "split"), f => Assert.Equal("Annex A has no column for factors of assessments", f.Because));
        Assert.Equal(1m, figures.At(found, Window.Rolling12, At).Value);
    }

    [Fact]
    public void What_a_record_counts_on_must_be_in_the_source_or_there_is_no_figure()
    {
        var figure = Make("cases: s47s by end | show: count", [new Statement("s47s", "Annex A", Completeness.Full, new(2000, 1, 1), At, ["end"], "")], [], "s47s | C1 | start=2024-01-02; end=-");
        Assert.Equal((NoValue.NotComputable, "Annex A has no column for end of s47s"), (figure.None!.Value, figure.Because));
    }

    [Fact]
    public void A_variant_has_decimals_and_windows_of_its_own()
    {
        var found = Load("cases: referrals | show: count | window: [rolling-12, month] | variants: { share: { met: nfa, show: percentage }, fine: { met: nfa, show: percentage, decimals: 3 }, open: { cases: open cin_episodes }, weekly: { window: week } }").Find("t")!;
        Assert.Equal([0, 1, 3, 0], new[] { "", "share", "fine", "open" }.Select(found.Entry.Definition.DecimalsOf));
        Assert.Equal(Window.Snapshot, Figures.WindowOr(found with { Variant = "open" }, Window.Rolling12));
        Assert.Equal(Window.Week, Figures.WindowOr(found with { Variant = "weekly" }, Window.Month));
        Assert.Equal(Window.Month, Figures.WindowOr(found with { Variant = "share" }, Window.Month));
    }

    [Theory]
    [InlineData("2024-03-31", 254)]
    [InlineData("2024-02-29", 254)]
    [InlineData("2025-02-27", 254)]
    [InlineData("2025-02-28", 253)]
    [InlineData("2024-02-28", 253)]
    [InlineData("2023-09-30", 253)]
    public void A_working_year_has_253_days_or_254_with_a_29_February_in_it(string last, int days) => Assert.Equal(days, WorkingYear.DaysTo(Day(last)));

    private static string Split(string yaml, Statement[] statements, params string[] lines)
    {
        var (figures, found) = Of(yaml, statements, [], lines);
        return string.Join(", ", figures.By(found, Figures.DefaultWindow(found), At, "split").Select(f => $"{f.Member} {f.Value:0}"));
    }

    private static (Figures Figures, Found Found) Of(string yaml, Statement[] statements, KeyedValue[] values, params string[] lines)
    {
        var (figures, found, _) = FiguresFixture.Make(yaml, statements, values, lines);
        return (figures, found);
    }

    private static Figure Make(string yaml, Statement[] statements, KeyedValue[] values, string[] lines, string variant = "", DateOnly? at = null)
    {
        var (figures, found) = Of(yaml, statements, values, lines);
        var asked = found with { Variant = variant };
        return figures.At(asked, Figures.DefaultWindow(asked), at ?? At);
    }

    private static Figure Make(string yaml, Statement[] statements, KeyedValue[] values, string line) => Make(yaml, statements, values, [line]);
}
