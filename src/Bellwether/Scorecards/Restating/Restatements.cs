using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;

namespace Bellwether.Scorecards;

/// <summary>A month's figure that a later load told differently.</summary>
/// <param name="Month">The month.</param>
/// <param name="By">The load that changed it.</param>
/// <param name="Before">As told until then.</param>
/// <param name="After">As told from then on.</param>
/// <param name="Reason">Why, from the cases: entered late, taken out, changed.</param>
public sealed record Restatement(Month Month, Telling By, ToldFigure Before, ToldFigure After, string Reason);

/// <summary>What one load knows of the cases behind a figure, by child and date, to tell why the next load says something else.</summary>
/// <param name="cases">Child, the day the case counts on, and the verdict.</param>
public sealed class KnownCases(IEnumerable<(string Child, DateOnly Date, Verdict Verdict)> cases)
{
    private readonly ILookup<(string, DateOnly), Verdict> _cases = cases.ToLookup(c => (c.Child, c.Date), c => c.Verdict);

    /// <summary>"3 cases entered late, 1 taken out; 2 verdicts changed." between two loads; says so where the cases are the same.</summary>
    public string Reason(KnownCases after)
    {
        int came = 0, went = 0, changed = 0;
        foreach (var key in _cases.Select(g => g.Key).Union(after._cases.Select(g => g.Key)))
        {
            var (old, now) = (_cases[key].Order().ToList(), after._cases[key].Order().ToList());
            came += Math.Max(0, now.Count - old.Count);
            went += Math.Max(0, old.Count - now.Count);
            changed += old.Zip(now).Count(p => p.First != p.Second);
        }
        var parts = new List<string>();
        if (came > 0) parts.Add($"{EnglishText.Count(came, "case")} entered late");
        if (went > 0) parts.Add($"{EnglishText.Count(went, "case")} taken out, or told with another date");
        if (changed > 0) parts.Add($"{EnglishText.Count(changed, "verdict")} changed by what was entered since");
        return parts.Count > 0 ? string.Join("; ", parts) : "the same cases, counted over another base: a population, a caseload or a values file changed";
    }
}

/// <summary>The log of what was told and told again.</summary>
public static class Restatements
{
    /// <summary>Every change of a month's figure from load to load, newest first.</summary>
    /// <param name="reported">The series.</param>
    /// <param name="casesOf">The cases behind a month as known after a load; null where they are not looked into.</param>
    public static IReadOnlyList<Restatement> Log(ReportedSeries reported, Func<Telling, Month, KnownCases?> casesOf)
    {
        var log = new List<Restatement>();
        foreach (var month in reported.Months)
        {
            var told = reported.Told(month).ToList();
            for (var i = 1; i < told.Count; i++)
            {
                if (told[i].Figure == told[i - 1].Figure) continue;
                var reason = (casesOf(told[i - 1].Telling, month), casesOf(told[i].Telling, month)) is ({ } before, { } after) ? before.Reason(after) : "the cases of that load were not looked into";
                log.Add(new Restatement(month, told[i].Telling, told[i - 1].Figure, told[i].Figure, reason));
            }
        }
        return [.. log.OrderByDescending(r => r.By.Load).ThenByDescending(r => r.Month)];
    }
}
