using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Plain;
using Xunit;
using static Bellwether.Tests.Indicators.Engine.EngineFixture;

namespace Bellwether.Tests.Indicators.Engine;

/// <summary>Dense, ugly journeys, asked of both evaluators on many days; the same seed every time.</summary>
public sealed class AgainstPlainTests
{
    private static readonly string[] Definitions =
    [
        "cases: open cp_plans | met: exists(cp_visits at most timescale(cp-visit) ago where seen)",
        "cases: open cp_plans | met: exists(cp_visits in last 1 month where seen) or not exists(open missing_episodes)",
        "cases: open cp_plans | where: as_at >= start + 1 month | met: count(cp_visits in last 3 months) >= 2",
        "cases: open cp_plans | met: exists(missing_episodes open in last 2 months) and not exists(open missing_episodes)",
        "cases: open cp_plans | met: (not exists(open missing_episodes)) for more than 10 days",
        "cases: open cp_plans | met: (not exists(cp_visits in last 5 days where seen)) for at least 1 week",
        "cases: open cp_plans | met: age(as_at) >= 5 and months(start, as_at) >= 2",
        "cases: open cp_plans | met: working_days(start, as_at) > 20 and days(start, as_at) <= 60",
        "cases: open cp_plans | met: count(distinct worker of allocations open in last 2 months) >= 2",
        "cases: open cp_plans | met: exists(allocations since case.start where role = \"CW\")",
        "cases: open cp_plans | met: last(cp_visits).seen",
        "cases: open cp_plans | met: exists(cp_visits since last(missing_episodes).end)",
        "cases: open cp_plans | met: exists(cp_visits within 10 working days after case.start where seen)",
        "cases: open cp_plans | running: as found | met: exists(cp_visits within 1 month after first(missing_episodes).start)",
        "cases: open cp_plans | met: exists(its cp_reviews where held)",
        "cases: open cp_plans | met: exists(open allocations where role = \"CW\" and worker.qualified)",
        "cases: open cp_plans | met: exists(cp_visits in window where seen) | window: [rolling-12, month, week]",
        "cases: cp_plans open in window | met: exists(missing_episodes open in window) | window: [rolling-12, month, week]",
        "cases: cp_plans open in window | per: child | met: exists(cp_visits in window) | window: [rolling-12, month, week]",
        "cases: cp_plans open in last 2 months | per: \"child, any\" | met: exists(cp_visits at most 3 days ago where seen)",
        "cases: cp_plans open in last 2 months | per: \"child, every\" | met: exists(cp_visits in last 3 weeks where seen)",
        "cases: open cp_plans | met: exists(missing_episodes by end in last 10 days)",
        "cases: open cp_plans | met: not exists(missing_episodes where as_at >= end + 3 days and as_at < end + 12 days)",
        "cases: open cp_plans | met: exists(missing_episodes by end at most 4 working days ago where end > start + 20 days)",
        "cases: cp_plans by start | met: exists(cp_visits within 10 working days after case.start where seen) | window: [rolling-12, month, week]",
        "cases: cp_plans by end | met: end <= start + 2 months | window: [rolling-12, month, quarter]",
        "cases: cp_plans by end | met: exists(cp_plans by end within 1 month before case.start) | window: [rolling-12, ytd]",
        "cases: missing_episodes by end | per: \"child, every\" | met: exists(its return_interviews within timescale(return-interview) after case.end) | window: [rolling-12, month]",
        "cases: missing_episodes by end | per: \"child, any\" | met: exists(cp_visits before case.date where seen) | window: [rolling-12, month]",
        "cases: cp_plans by start | where: age(start) < 5 | value: days(start, end) | met: end is known | show: [percentage, sum] | window: [rolling-12, month]",
        "cases: cp_plans by start, end, start + 2 months | met: exists(open_missing on case.date) | window: month",
        "cases: open cp_plans | value: days(start, as_at) | show: mean",
        "cases: open cp_plans | met: if(exists(open missing_episodes), days(start, as_at) / 7, 3) > 2 | show: percentage",
    ];

    [Fact]
    public void Both_evaluators_agree_on_dense_and_ugly_journeys()
    {
        var differences = new List<string>();
        for (var seed = 1; seed <= 25; seed++)
        {
            // Of a spell without a day none lies in a window; the plain evaluator counts it, so those definitions get none.
            var (all, lasting) = (Ugly(new Random(seed), 0), Ugly(new Random(seed), 1));
            var random = new Random(-seed);
            var days = Enumerable.Range(0, 25).Select(_ => new DateOnly(2023, 12, 20).AddDays(random.Next(250)))
                .Append(new DateOnly(2024, 2, 29)).Append(new DateOnly(2024, 3, 31)).ToList();
            foreach (var yaml in Definitions.Select(d => d.Replace("exists(open_missing on case.date)", "exists(missing_episodes open on case.date)", StringComparison.Ordinal)))
            {
                var definition = Bound(yaml);
                var journeys = yaml.Contains("open in window", StringComparison.Ordinal) ? lasting : all;
                var plain = new PlainEvaluator(journeys, Timescale);
                foreach (var window in yaml.Contains("window: [", StringComparison.Ordinal) ? new[] { Window.Rolling12, Window.Month, Window.Week } : [Window.Snapshot, Window.Month])
                {
                    var fast = Evaluator(journeys).Totals(definition, window, days);
                    for (var d = 0; d < days.Count; d++)
                    {
                        var slow = plain.Total(definition, window, days[d]);
                        if (definition.Value is not null) slow = slow with { Met = fast[d].Met, Unknown = fast[d].Unknown, NotMet = fast[d].NotMet };
                        if (fast[d] != slow) differences.Add($"{yaml} / {window} / seed {seed} / {days[d]:yyyy-MM-dd}: fast {fast[d]} plain {slow}");
                    }
                }
            }
        }
        Assert.True(differences.Count == 0, $"{differences.Count} differences\n" + string.Join('\n', differences.GroupBy(d => d.Split('/')[0]).Select(g => $"{g.Count()} x {g.First()}")));
    }

    [Fact]
    public void Members_sum_to_the_total_and_lists_reconcile_with_figures()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var journeys = Ugly(new Random(seed), 0);
            var evaluator = Evaluator(journeys);
            DateOnly[] days = [new(2024, 1, 31), new(2024, 2, 29), new(2024, 5, 17)];
            foreach (var yaml in Definitions.Where(d => !d.Contains("open_missing", StringComparison.Ordinal)))
            {
                var definition = Bound(yaml);
                var totals = evaluator.Totals(definition, Window.Rolling12, days);
                foreach (var name in new[] { "age-band", "team" })
                {
                    var members = evaluator.By(definition, Window.Rolling12, days, journeys.Attribute(name)!);
                    for (var d = 0; d < days.Length; d++)
                        Assert.Equal(totals[d].Met + totals[d].NotMet, Enumerable.Range(0, members.GetLength(0)).Sum(m => members[m, d].Met + members[m, d].NotMet));
                }
                for (var d = 0; d < days.Length; d++)
                {
                    var cases = evaluator.Cases(definition, Window.Rolling12, days[d]);
                    Assert.Equal((totals[d].Met, totals[d].NotMet, totals[d].Running),
                        (cases.Count(c => c.Verdict == Verdict.Met), cases.Count(c => c.Verdict == Verdict.NotMet), cases.Count(c => c.Verdict == Verdict.Running)));
                }
            }
        }
    }

    private static readonly Dictionary<string, BoundIndicator> Known = [];

    private static BoundIndicator Bound(string yaml) => Known.TryGetValue(yaml, out var bound) ? bound : Known[yaml] = Define(yaml);

    private static Bellwether.Journeys.Journeys Ugly(Random random, int shortest)
    {
        var lines = new List<string>();
        for (var c = 0; c < 6; c++)
        {
            lines.Add($"people | C{c} | born={Date(random, -2600, 800)}");
            for (var n = random.Next(1, 4); n > 0; n--) lines.Add($"cp_plans | C{c} | key=p{c}{n}; {Spell(random, shortest)}");
            for (var n = random.Next(12); n > 0; n--) lines.Add($"cp_visits | C{c} | {Key(lines)}date={Date(random)}; seen={Maybe(random)}");
            for (var n = random.Next(5); n > 0; n--) lines.Add($"missing_episodes | C{c} | key=m{c}{n}; {Spell(random, shortest)}");
            for (var n = random.Next(4); n > 0; n--) lines.Add($"return_interviews | C{c} | {Key(lines)}date={Date(random)}; missing_episode=m{c}{random.Next(1, 3)}");
            for (var n = random.Next(4); n > 0; n--) lines.Add($"cp_reviews | C{c} | {Key(lines)}date={Date(random)}; cp_plan=p{c}1; held={Maybe(random)}");
            for (var n = random.Next(5); n > 0; n--) lines.Add($"allocations | C{c} | {Key(lines)}{Spell(random, shortest)}; worker=W{random.Next(3)}; role=CW");
        }
        for (var w = 0; w < 3; w++) lines.Add($"worker_posts | W{w} | start=2020-01-01; qualified={Maybe(random)}; fte=1; registered=yes");
        return EngineFixture.Journeys([.. lines.Where(l => !l.Contains("missing_episode=m", StringComparison.Ordinal) || lines.Any(o => o.Contains($"key={l[(l.IndexOf("missing_episode=", StringComparison.Ordinal) + 16)..]};", StringComparison.Ordinal)))]);
    }

    private static string Key(List<string> lines) => $"key=r{lines.Count}; ";

    private static string Spell(Random random, int shortest)
    {
        var start = random.Next(200);
        var end = random.Next(4) == 0 ? "-" : Text(start + (random.Next(8) == 0 ? shortest : 1 + random.Next(90)));
        return $"start={Text(start)}; end={end}";
    }

    private static string Date(Random random, int from = 0, int to = 240) => Text(random.Next(from, to));

    private static string Text(int day) => new DateOnly(2023, 12, 15).AddDays(day).ToString("yyyy-MM-dd");

    private static string Maybe(Random random) => random.Next(5) switch { 0 => "?", 1 => "no", _ => "yes" };
}
