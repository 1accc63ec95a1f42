using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Tests.WholeWay;

/// <summary>Extracts of three month ends, each loaded into a history and alone: what each told of its day by itself.</summary>
internal static class MonthByMonth
{
    /// <summary>The month ends, the oldest first.</summary>
    public static IReadOnlyList<DateOnly> Days { get; } = [.. Enumerable.Range(0, 3).Select(back => Month.Of(SmallCouncil.Day).Add(-2 + back).Last)];

    /// <summary>By month end, every indicator's figure of it as told by its own extract alone; the history has all of them afterwards.</summary>
    /// <param name="history">Where they are loaded in turn.</param>
    /// <param name="write">Writes a day's extract into a home's folder and gives its path.</param>
    public static Dictionary<DateOnly, Dictionary<string, string>> Tell(TemporaryHome history, Func<TemporaryHome, DateOnly, string> write)
    {
        var told = new Dictionary<DateOnly, Dictionary<string, string>>();
        foreach (var day in Days)
        {
            using var one = new TemporaryHome();
            foreach (var home in new[] { history, one }) home.Load(day, write(home, day));
            told.Add(day, Figures(one, day));
        }
        return told;
    }

    /// <summary>Every indicator's figure of a day, by code: numerator, denominator and value, or why there is none.</summary>
    public static Dictionary<string, string> Figures(TemporaryHome home, DateOnly day)
    {
        var performance = home.Home.AsKnown().Performance;
        return performance.Catalogue.Entries.Select(e => new Found(e, "")).ToDictionary(f => f.Entry.Definition.Code, f => Said(performance.At(f, day).Figure));
    }

    private static string Said(Figure figure) => figure.None is { } none ? $"{none}" : $"{figure.Numerator}/{figure.Denominator} {figure.Value}";
}
