using System.Globalization;

namespace Bellwether.Rivals;

/// <summary>One goal, what was found, and whether it is reached; null where it was not measured.</summary>
internal sealed record Gate(string Id, string Asks, string Found, bool? Reached);

/// <summary>The gates of speed, memory and growth, worked out from the results.</summary>
internal static class Gates
{
    public static IEnumerable<Gate> Of(IReadOnlyDictionary<string, Measured> sizes)
    {
        Measured? s = sizes.GetValueOrDefault("S"), shuffled = sizes.GetValueOrDefault("S-shuffled"), m = sizes.GetValueOrDefault("M"), l = sizes.GetValueOrDefault("L");
        yield return Ratio("P1", "whole process against DuckDB at S, same threads: ≥ 5×", Whole(s, "DuckDB", 2), 5);
        yield return Ratio("P1", "the same, rows shuffled: ≥ 4×", Whole(shuffled, "DuckDB", 2), 4);
        yield return Ratio("P2", "whole process against DuckDB at M: ≥ 8×", Whole(m, "DuckDB", 2), 8);
        yield return Ratio("P3", "warm, load and compute, at S: ≥ 10×", Warm(s), 10);
        yield return Ratio("P3", "the same, rows shuffled: ≥ 7×", Warm(shuffled), 7);
        yield return Ratio("P4", "compute only, tables loaded, at S: ≥ 15×", Computed(s), 15);
        yield return Ratio("P4", "the same at M (ours from a new process): ≥ 15×", m?.DuckCompute(2) / m?.Said("Bellwether", 2, "figures"), 15);
        yield return Ratio("P5", "whole process against pandas at S: ≥ 25×", Whole(s, "pandas", 1), 25);
        yield return Ratio("P5", "against PostgreSQL: ≥ 15×", Whole(s, "PostgreSQL", 2), 15);
        yield return Ratio("P5", "against SQLite: ≥ 30×", Whole(s, "SQLite", 1), 30);
        var one = 100 * s?.Said("Bellwether warm", 2, "one") / Warm(s, 2);
        yield return new Gate("P12", "one changed child, all twelve, from records in memory, share of the full warm time: ≤ 5 % at S", Say(one, "0.00", " %"), one is null ? null : one <= 5);
        var live = s?.Said("Bellwether warm", 2, "live") / s?.Said("Bellwether warm", 2, "children");
        yield return new Gate("P13", "live memory per child with its 15 rows, all columns: ≤ 600 bytes", Say(live, "N0", " bytes"), live <= 600);
        var peak = s?.PeakMb("Bellwether", 1);
        yield return new Gate("P14", "peak, whole process, at S: ≤ 100 MB + 300 bytes a child = 143 MB", Say(peak, "N0", " MB"), peak <= 143);
        foreach (var (name, larger, decades) in new[] { ("M", m, 1), ("L", l, 2) })
            foreach (var step in new[] { "load", "compute" })
            {
                var exponent = Exponent(Step(s, step), Step(larger, step)) / decades;
                yield return new Gate("P15", $"growth from S to {name}, {step}: exponent ≤ 1.05", Say(exponent, "0.00", ""), exponent is null ? null : exponent <= 1.05m);
            }
        var threads = m?.Seconds("Bellwether", 1) / m?.Seconds("Bellwether", 2);
        yield return new Gate("P16", "two threads against one, at M (asked warm, taken on the whole process): ≥ 1.5×", $"{Say(threads, "0.00", "×")}; figures alone {Say(m?.Said("Bellwether", 1, "figures") / m?.Said("Bellwether", 2, "figures"), "0.00", "×")}", threads is null ? null : threads >= 1.5m);
        yield return new Gate("P17", "every cell equal, every engine", sizes.Count == 0 ? "" : $"all, at {string.Join(", ", sizes.Keys)}", sizes.Count > 0);
    }

    private static Gate Ratio(string id, string asks, decimal? found, decimal gate) => new(id, asks, Say(found, "0.00", "×"), found is null ? null : found >= gate);

    private static decimal? Whole(Measured? of, string rival, int threads) => of?.Seconds(rival, threads) / of?.Seconds("Bellwether", threads);

    private static decimal? Warm(Measured? of, int threads) => of?.Said("Bellwether warm", threads, "load") + of?.Said("Bellwether warm", threads, "compute");

    private static decimal? Warm(Measured? of) => of?.Said("DuckDB", 2, "total_s") / Warm(of, 2);

    private static decimal? Computed(Measured? of) => of?.DuckCompute(2) / of?.Said("Bellwether warm", 2, "compute");

    private static decimal? Step(Measured? of, string step) => step == "load"
        ? of?.Said("Bellwether", 1, "read") + of?.Said("Bellwether", 1, "journeys") : of?.Said("Bellwether", 1, "figures");

    /// <summary>Of a growth by ten; of a growth by a hundred twice as much.</summary>
    private static decimal? Exponent(decimal? small, decimal? large) =>
        small is > 0 && large is > 0 ? (decimal)Math.Log10((double)(large.Value / small.Value)) : null;

    private static string Say(decimal? found, string format, string unit) => found is { } f ? f.ToString(format, CultureInfo.InvariantCulture) + unit : "";
}
