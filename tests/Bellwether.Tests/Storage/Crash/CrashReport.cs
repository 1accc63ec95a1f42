using System.Globalization;

namespace Bellwether.Tests.Storage.Crash;

/// <summary>How many, and where to write down what came of them: set by <c>./dev campaign crash</c>.</summary>
internal static class CrashReport
{
    /// <summary>A count from the environment, or the usual one.</summary>
    public static int Count(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var n) ? n : usual;

    /// <summary>Adds a paragraph to the report, where one is asked for.</summary>
    public static void Add(FormattableString heading, IReadOnlyDictionary<string, int> outcomes)
    {
        if (Environment.GetEnvironmentVariable("BELLWETHER_CRASH_REPORT") is not { Length: > 0 } file) return;
        File.AppendAllLines(file, [heading.ToString(CultureInfo.InvariantCulture), .. outcomes.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Value,12:N0}  {o.Key}")), ""]);
    }
}
