using System.Text.Json;
using Xunit;

namespace Bellwether.Web.Tests.Cli;

/// <summary>
/// Every sum that the officers of the seed papers did by hand for targets, distances, flows and comparisons, by the public commands, over a home
/// that knows only what the papers print. The first word of each test's row is its row in definitions/seed-checklist.csv.
/// </summary>
public sealed class SeedSumsTests : IClassFixture<SeedSumsTests.Papers>
{
    private readonly Papers _papers;

    public SeedSumsTests(Papers papers) => _papers = papers;

    [Theory]
    [InlineData("001-06", "icpcs", "2010-11", "April 2010 to November 2010: 132 against 99 projected at the start of the year: 33 more, 33.3%.")]
    [InlineData("001-08", "cp-plans-open", "2010-11", "Since March 2010: 119 + 115 − 99 = 135, as counted.")]
    [InlineData("001-11", "children-looked-after", "2010-11", "Since March 2010: 298 + 86 − 84 = 300, as counted.")]
    [InlineData("001-12", "children-looked-after", "2010-11", "Lowest 297 in May 2010; highest 307 in July 2010.")]
    [InlineData("001-13", "children-looked-after", "2010-11", "highest 386 in October 2008.")]
    [InlineData("001-24", "disabled-allocated", "2010-11", "Of 109, each case is 0.9 points.")]
    [InlineData("001-27", "adopted", "2010-11", "April to March 2011: 30, by year to date × 12 ÷ months gone; too few months for an interval.")]
    [InlineData("002-21", "adoption-plan-4m", "2017-06", "62.8% + 12.4% = 75.2%.")]
    [InlineData("002-29", "cin-with-plan", "2017-06", "78.3% + 11.1% = 89.4%.")]
    [InlineData("002-35", "return-interview-in-time", "2017-04", "The target changed on 1 April 2017, from 90% to 85%: ratings before and after do not compare.")]
    [InlineData("002-41", "cin-with-plan", "2017-06", "Outcome of: Average Caseload of Social Workers in CSWTs, 24.6, ■ Red")]
    [InlineData("002-37", "return-interview-in-time", "2017-06", "73.2% + 16.5% = 89.7%.")]
    [InlineData("004-03", "initial-assessments-7wd", "2012-05", "84.4% is better than the target of 78.8%, by 5.6 percentage points: higher is better.")]
    [InlineData("004-06", "initial-assessments-overdue", "2012-05", "36 is better than the target of 100, by 64: lower is better.")]
    [InlineData("004-07", "core-assessments-overdue", "2012-05", "55 is better than the target of 100, by 45: lower is better.")]
    [InlineData("004-09", "unallocated-28-days", "2012-05", "200 by August 2011: first met in May 2011, 3 months early; kept in every month since, to May 2012.")]
    [InlineData("004-09", "unallocated-28-days", "2012-05", "100 by April 2012: first met in August 2011, 8 months early; kept in every month since, to May 2012.")]
    [InlineData("004-09", "unallocated-28-days", "2012-05", "0 against a target of 0 for this group: kept.")]
    [InlineData("004-10", "referral-rate", "2012-05", "is better than the target of 543.7, by 40.1: lower is better.")]
    [InlineData("004-12", "caseload-cswt", "2012-06", "19.9 is better than the target of 20, by 0.1: lower is better.")]
    public void A_sum_done_by_hand_stands_beside_the_figure(string row, string indicator, string month, string words)
    {
        var output = Papers.Run("show", indicator, "--home", _papers.Home, "--at", month);
        Assert.True(output.Contains(words, StringComparison.Ordinal), $"{row}: {output}");
    }

    [Theory]
    [InlineData("001-24", "disabled-allocated", "2010-11", "7.3 percentage points from Green (8 more)")]
    [InlineData("002-21", "adoption-plan-4m", "2017-06", "7.2 percentage points from Amber (9 more); 17.2 percentage points from Green (20 more)")]
    [InlineData("002-26", "health-assessments-in-time", "2017-06", "1.2 percentage points from Amber; 6.2 percentage points from Green")]
    [InlineData("002-28", "cin-with-plan", "2017-06", "1.7 percentage points from Amber (42 more); 11.7 percentage points from Green (288 more)")]
    [InlineData("002-36", "return-interview-in-time", "2017-06", "1.8 percentage points from Amber")]
    [InlineData("003-02", "education-employment-training", "2011-09", "10.0 percentage points from Green (6 more)")]
    [InlineData("003-04", "initial-assessments-7wd", "2011-09", "8.4 percentage points from Green")]
    [InlineData("004-24", "ks2-maths", "2012-05", "(2 more)")]
    public void A_distance_is_told_in_points_and_in_children(string row, string indicator, string month, string words) =>
        Assert.True(Papers.Run("show", indicator, "--home", _papers.Home, "--at", month).Contains(words, StringComparison.Ordinal), $"{row}: {Papers.Run("show", indicator, "--home", _papers.Home, "--at", month)}");

    [Theory]
    [InlineData("001-23", "allocated-to-qualified", "2010-11-30", "2010-03-31", "53.0% to 70.0%, 17 points more")]
    [InlineData("002-31", "open-caseload", "2017-06-30", "2017-03-31", "9,840 to 10,692, 852 more (8.7%)")]
    [InlineData("003-04", "initial-assessments-7wd", "2011-09-30", "2011-06-30", "59.1% to 58.6%, 0.5 points fewer")]
    [InlineData("003-06", "initial-assessments-10wd", "2011-09-30", "2011-06-30", "64.3% to 69.1%, 4.8 points more")]
    [InlineData("004-11", "cp-plans-open", "2012-06-10", "2011-08-31", "1,703 to 811, 892 fewer (52.4%)")]
    [InlineData("004-25", "five-good-gcses", "2012-05-31", "2011-05-31", "2.1 points more")]
    [InlineData("004-25", "five-good-gcses", "2012-05-31", "2010-05-31", "7.9 points more")]
    public void A_change_between_two_named_days(string row, string indicator, string day, string since, string words)
    {
        var output = Papers.Run("show", indicator, "--home", _papers.Home, "--at", day, "--since", since);
        Assert.True(output.Contains(words, StringComparison.Ordinal), $"{row}: {output}");
    }

    [Fact]
    public void Own_published_neighbours_high_and_low_England_and_how_many_improved_000_07()
    {
        using var json = JsonDocument.Parse(Papers.Run("summary", "--home", _papers.Home, "--period", "2017-06", "--json"));
        var data = json.RootElement.GetProperty("data");
        var line = data.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("indicator").GetString() == "three-placements");
        Assert.Equal("2017", line.GetProperty("year").GetString());
        foreach (var name in new[] { "published", "sn_mean", "sn_median", "region", "england", "now", "since_published" }) Assert.Equal(JsonValueKind.Number, line.GetProperty(name).ValueKind);
        Assert.NotEmpty(line.GetProperty("high").GetProperty("authorities").EnumerateArray());
        Assert.NotEmpty(line.GetProperty("low").GetProperty("authorities").EnumerateArray());
        Assert.True(line.GetProperty("improved_since_published").GetBoolean());
        Assert.True(data.GetProperty("improved").GetInt32() >= 1);
        Assert.EndsWith("are the same.", data.GetProperty("words").GetString()!.Replace("is the same.", "are the same.", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>The papers' figures and targets in one home.</summary>
    public sealed class Papers : IDisposable
    {
        private const string Values = """
            indicator,period,area,numerator,denominator,value,note
            icpcs,2010-11,,132,,,April to November
            cp-plans-open,2010-03,,119,,,
            cp-plans-open,2010-11,,135,,,
            cp-plans-started,2010-11,,115,,,
            cp-plans-ended,2010-11,,99,,,
            cp-plans-open,2011-08,,1703,,,
            cp-plans-open,2012-06-10,,811,,,
            children-looked-after,2008-10,,386,,,
            children-looked-after,2010-03,,298,,,
            children-looked-after,2010-05,,297,,,
            children-looked-after,2010-07,,307,,,
            children-looked-after,2010-11,,300,,,
            care-starts,2010-11,,86,,,
            care-ends,2010-11,,84,,,
            adopted,2010-11,,20,,,
            disabled-allocated,2010-11,,101,109,,
            allocated-to-qualified,2010-03,,,,53,
            allocated-to-qualified,2010-11,,,,70,
            education-employment-training,2011-09,,29,58,,
            initial-assessments-7wd,2011-06,,,,59.1,
            initial-assessments-7wd,2011-09,,,,58.6,
            initial-assessments-7wd,2012-05,,,,84.4,
            initial-assessments-10wd,2011-06,,,,64.3,
            initial-assessments-10wd,2011-09,,,,69.1,
            initial-assessments-overdue,2012-05,,36,,,
            core-assessments-overdue,2012-05,,55,,,
            referral-rate,2012-05,,,,503.6,
            caseload-cswt,2012-06,,,,19.9,
            ks2-maths,2012-05,,20,45,,
            five-good-gcses,2010-05,,,,4.6,
            five-good-gcses,2011-05,,,,10.4,
            five-good-gcses,2012-05,,,,12.5,
            three-placements,2017-06,,,,10,
            unallocated-28-days,2011-02,,900,,,
            unallocated-28-days,2011-05,,180,,,
            unallocated-28-days,2011-08,,90,,,
            unallocated-28-days,2012-04,,0,,,
            unallocated-28-days,2012-05,,0,,,
            unallocated-28-days,2012-05,case-type:CP,0,,,
            """;

        private const string Targets = """
            indicator,area,from,to,target,amber,kind,reason,source,source_date,approved_by
            icpcs,,2010-04-01,2011-04-01,148.5,,profile,Projected at the start of the year,Green Book,2010-04-01,Head of service
            disabled-allocated,,2010-04-01,,100,,local,Every disabled child has a worker,,,
            education-employment-training,,2011-04-01,,60,,local,Directorate Strategic Plan,,,
            initial-assessments-7wd,,2011-04-01,2012-04-01,67,,local,Directorate Strategic Plan,,,
            initial-assessments-7wd,,2012-04-01,,78.8,,stretch,Improvement Plan,,,
            initial-assessments-overdue,,2010-11-01,2012-04-01,200,,improvement-notice,Improvement Notice,Improvement Notice,2010-11-30,Secretary of State
            initial-assessments-overdue,,2012-04-01,,100,,stretch,Revised,,,
            core-assessments-overdue,,2012-04-01,,100,,stretch,Revised from 200,,,
            referral-rate,,2012-04-01,,543.7,,local,Improvement Plan,,,
            caseload-cswt,,2012-04-01,2016-04-01,20,,local,Improvement Plan,,,
            ks2-maths,,2012-04-01,,48,,improvement-notice,Improvement Notice,Improvement Notice,2010-11-30,Secretary of State
            unallocated-28-days,,2012-04-01,,0,,stretch,Improvement Plan,,,
            unallocated-28-days,case-type:CP,2011-04-01,,0,,local,None of any duration,,,
            """;

        private const string Milestones = """
            indicator,phase,set,due,target,reason,source,approved_by
            unallocated-28-days,Phase 1,2011-02-01,2011-08,200,Improvement Plan,,
            unallocated-28-days,Phase 2,2011-02-01,2012-04,100,Improvement Plan,,
            """;

        public Papers()
        {
            var sample = Sample();
            File.WriteAllText(Path.Combine(Home, "authority.yaml"), File.ReadAllText(Path.Combine(sample, "authority.yaml")));
            // The seven pages of 2017 and the papers of 2010 to 2012 are of different councils; their indicators share nothing but names.
            File.WriteAllText(Path.Combine(Home, "targets.csv"), Targets + "\n" + string.Join('\n', File.ReadAllLines(Path.Combine(sample, "targets.csv")).Skip(1)) + "\n");
            File.WriteAllText(Path.Combine(Home, "milestones.csv"), Milestones);
            // 004 takes few referrals as good, so its home says so in a definition of its own.
            var own = Directory.CreateDirectory(Path.Combine(Home, "definitions", "indicators", "front-door")).FullName;
            var shipped = File.ReadAllText(Path.Combine(sample, "..", "..", "definitions", "indicators", "front-door", "referral-rate.yaml"));
            File.WriteAllText(Path.Combine(own, "referral-rate.yaml"), shipped.Replace("better: neutral", "better: lower", StringComparison.Ordinal));
            var values = Path.Combine(Home, "values.csv");
            File.WriteAllText(values, Values + "\n" + string.Join('\n', File.ReadAllLines(Path.Combine(sample, "figures", "values.csv")).Skip(1)) + "\n");
            Run("load", "--home", Home, values);
        }

        public string Home { get; } = Directory.CreateTempSubdirectory("bellwether-papers-").FullName;

        public static string Run(params string[] arguments)
        {
            var (code, output, errors) = CommandLine.Run(arguments);
            Assert.True(code == 0, $"{string.Join(' ', arguments)} gave {code}: {errors}");
            return output;
        }

        public void Dispose() => Directory.Delete(Home, recursive: true);

        private static string Sample()
        {
            var root = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(root, "Bellwether.slnx"))) root = Path.GetDirectoryName(root.TrimEnd(Path.DirectorySeparatorChar))!;
            return Path.Combine(root, "samples", "kent-2017");
        }
    }
}
