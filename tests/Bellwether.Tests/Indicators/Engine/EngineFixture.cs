using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Engine;
using Bellwether.Tests.Journeys;

namespace Bellwether.Tests.Indicators.Engine;

/// <summary>A definition as text over records as text, read as timelines: <c>"2024-01-02 met, 2024-03-18 not met"</c>; each verdict holds until the next.</summary>
internal static class EngineFixture
{
    public static Bellwether.Journeys.Journeys Journeys(params string[] lines) => RecordsFixture.Build(lines);

    /// <summary>Binds a definition; keys on lines of their own or parted by <c>;</c>.</summary>
    public static BoundIndicator Define(string yaml, string variant = "") => Load(yaml) is var catalogue && catalogue.Find("t") is { } found
        ? (variant.Length == 0 ? found.Entry.Bound : found.Entry.Variants[variant]) ?? throw new ArgumentException(string.Join('\n', catalogue.Messages))
        : throw new ArgumentException("not bound");

    public static Catalogue Load(string yaml)
    {
        var home = Directory.CreateTempSubdirectory("bellwether-engine");
        try
        {
            Directory.CreateDirectory(Path.Combine(home.FullName, "indicators"));
            File.WriteAllText(Path.Combine(home.FullName, "indicators", "t.yaml"), string.Join('\n', yaml.Split(" | ")) + "\n");
            return Catalogue.Load(Bellwether.Codes.Shelf.Path(), home.FullName, RecordsFixture.Kinds, RecordsFixture.Codes);
        }
        finally
        {
            home.Delete(true);
        }
    }

    public static FastEvaluator Evaluator(Bellwether.Journeys.Journeys journeys) => new(journeys, Timescale);

    public static Limit? Timescale(string id, DateOnly day) => id switch
    {
        "cp-visit" => new Limit(10, LimitUnit.WorkingDay),
        "placement-meeting" => new Limit(5, LimitUnit.WorkingDay),
        "return-interview" => new Limit(3, LimitUnit.WorkingDay),
        "permanence-plan" => new Limit(4, LimitUnit.Month),
        "initial-assessment" => day < new DateOnly(2010, 4, 1) ? null : new Limit(10, LimitUnit.WorkingDay),
        _ => throw new ArgumentException(id),
    };

    /// <summary>The first case's timeline.</summary>
    public static string Timeline(string yaml, params string[] lines)
    {
        var timeline = Evaluator(Journeys(lines)).Timeline(Define(yaml), 0);
        var words = new List<string>();
        var until = -1;
        foreach (var (from, to, verdict) in timeline)
        {
            if (until >= 0 && until != from) words.Add($"{Written(until)} no case");
            words.Add($"{Written(from)} {Word(verdict)}");
            until = to;
        }
        if (until >= 0 && until != int.MaxValue) words.Add($"{Written(until)} no case");
        return string.Join(", ", words);
    }

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.NotMet => "not met",
        Verdict.Unknown => "unknown",
        Verdict.Running => "running",
        _ => "no case",
    };

    public static DateOnly Day(string text) => IsoDate.Parse(text);

    private static string Written(int day) => IsoDate.Format(Days.Date(day));
}
