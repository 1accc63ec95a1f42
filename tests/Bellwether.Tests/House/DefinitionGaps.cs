using System.Text.RegularExpressions;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Language;
using Told = Bellwether.Indicators.Definitions.Example;

namespace Bellwether.Tests.House;

/// <summary>What a definition of the shelf still lacks.</summary>
internal static partial class DefinitionGaps
{
    public static IEnumerable<string> Of(CatalogueEntry entry, Catalogue catalogue)
    {
        var d = entry.Definition;
        if (entry.Bound is not { } bound) return ["it does not bind"];
        var text = File.ReadAllText(d.File);
        return
        [
            .. Missing("title", d.Title), .. Missing("why", d.Why), .. Missing("note", d.Note), .. Missing("data_source", d.DataSource),
            .. Missing("owner", d.Owner), .. Missing("review", d.Review),
            .. new[] { "cases", "better", "window", "benchmark", "changes" }.Where(key => !HasKey(text, key)).Select(key => $"no {key}"),
            .. d.Sources.Count == 0 ? ["no sources"] : Array.Empty<string>(),
            .. d.Variants.Count == 0 ? ["no variants"] : Array.Empty<string>(),
            .. d.Priorities.Count == 0 ? ["no priorities"] : Array.Empty<string>(),
            .. !d.Related.All.Any() ? ["no related"] : Array.Empty<string>(),
            // Places and households are broken down by what they are, not by what a child has.
            .. d.Breakdowns.Count == 0 && bound.Kind.Subject != SubjectKind.Area ? ["no breakdowns"] : Array.Empty<string>(),
            .. d.Benchmark is { Lait: "" or "none", Csv: "" or "none" } ? ["a benchmark that names nothing"] : Array.Empty<string>(),
            .. !d.Annualise && bound.Form == CaseForm.Dated && entry.Variants.Values.Append(bound).Any(b => b.Show == Show.Rate) ? ["a rate that is not annualised"] : Array.Empty<string>(),
            .. catalogue.Needs.ContainsKey(d.Id) ? Array.Empty<string>() : ["not in coverage.yaml"],
            .. OfExamples(d, bound, catalogue),
        ];
    }

    private static IEnumerable<string> OfExamples(Definition d, BoundIndicator bound, Catalogue catalogue)
    {
        if (!d.Examples.Any(e => e.Expect == Verdict.Met)) yield return bound.Met is null ? "no example of a case" : "no example met";
        if (bound.Met is not null && !d.Examples.Any(e => e.Expect == Verdict.NotMet)) yield return "no example not met";
        if (!d.Examples.Any(e => e.Expect == Verdict.None)) yield return "no example that is not a case";
        if (!d.Examples.Any(e => e.Expect == Verdict.Unknown || e.Given.Contains("unknown", StringComparison.Ordinal) || e.Note.Contains("Nobody wrote down", StringComparison.Ordinal)))
            yield return "no example with unknown data";
        if (!Pairs(d.Examples).Any(IsBoundary)) yield return "no example of a boundary day and the day beside it";
        if (CountsWorkingDays(d, bound, catalogue) && !d.Examples.Any(SpansEaster)) yield return "no example across Easter";
    }

    private static IEnumerable<string> Missing(string key, string value) => value.Length == 0 ? [$"no {key}"] : [];

    private static bool HasKey(string text, string key) =>
        text.StartsWith($"{key}:", StringComparison.Ordinal) || text.Contains($"\n{key}:", StringComparison.Ordinal);

    private static IEnumerable<(Told A, Told B)> Pairs(IReadOnlyList<Told> examples) =>
        examples.SelectMany((a, i) => examples.Skip(i + 1).Select(b => (a, b)));

    /// <summary>Two examples of different verdicts that differ by one day, told or asked.</summary>
    private static bool IsBoundary((Told A, Told B) pair)
    {
        var (a, b) = pair;
        if (a.Expect == b.Expect) return false;
        if (a.Given == b.Given && Math.Abs(a.At.DayNumber - b.At.DayNumber) == 1) return true;
        if (Day().Replace(a.Given, "D") != Day().Replace(b.Given, "D")) return false;
        var apart = Days(a).Zip(Days(b), (x, y) => Math.Abs(x.DayNumber - y.DayNumber)).Where(n => n > 0).ToList();
        return apart is [1];
    }

    private static bool CountsWorkingDays(Definition d, BoundIndicator bound, Catalogue catalogue)
    {
        var clocks = TreeWalk.Kinds(bound).SelectMany(k => catalogue.Clocks.Where(c => c.Id == k.Name)).SelectMany(c => c.Limits);
        var named = TreeWalk.Records(bound.Met).Concat(TreeWalk.Records(bound.Where)).Select(r => r.Length).OfType<Length>();
        var ids = clocks.Concat(named).Select(l => l.Timescale)
            .Concat(catalogue.Timescales.Keys.Where(id => new[] { "cases", "where", "met" }.Any(key => d.Written.GetValueOrDefault(key)?.Contains($"timescale({id})", StringComparison.Ordinal) == true)));
        return ids.Any(id => catalogue.Timescales.TryGetValue(id, out var scale) && scale.Rows.Any(r => r.Limit.Unit == LimitUnit.WorkingDay))
            || d.Written.Values.Any(w => w.Contains("working day", StringComparison.Ordinal) || w.Contains("working_days(", StringComparison.Ordinal));
    }

    private static bool SpansEaster(Told example)
    {
        var days = Days(example).Append(example.At).Order().ToList();
        return days.Zip(days.Skip(1)).Any(p => p.Second.DayNumber - p.First.DayNumber <= 120
            && Enumerable.Range(p.First.DayNumber, p.Second.DayNumber - p.First.DayNumber).Any(n => IsEasterMonday(DateOnly.FromDayNumber(n))));
    }

    // The only bank holiday Monday between 22 March and 26 April.
    private static bool IsEasterMonday(DateOnly day) =>
        day.DayOfWeek == DayOfWeek.Monday && day.Month is 3 or 4 && day >= new DateOnly(day.Year, 3, 23) && day <= new DateOnly(day.Year, 4, 26) && !WorkingDays.IsWorkingDay(day);

    private static List<DateOnly> Days(Told example) =>
        [.. Day().Matches(example.Given).Select(m => DateText.TryParse(m.Value, out var day) ? day : default)];

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Day();
}
