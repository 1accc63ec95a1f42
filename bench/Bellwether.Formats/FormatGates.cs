using System.Globalization;

namespace Bellwether.Formats;

/// <summary>One goal, what was found, and whether it is reached; null where it was not measured.</summary>
internal sealed record FormatGate(string Id, string Asks, string Found, bool? IsReached);

/// <summary>The gates of reading, worked out from the results in processor time, which a busy machine does not blur.</summary>
internal static class FormatGates
{
    public static IEnumerable<FormatGate> Of(IReadOnlyList<Results> sizes)
    {
        var one = sizes.FirstOrDefault(s => s.Size == 1);
        var ten = sizes.FirstOrDefault(s => s.Size == 10) ?? one;
        yield return AtLeast("P8", "census of 8,000 children: tables built as the public validator builds them over our reading of its tables, whole processes: ≥ 100×",
            one?.Find("cin-xml", "tables built as the public validator does")?.Cpu / one?.Find("cin-xml", "Bellwether tables")?.Cpu, 100);
        yield return new FormatGate("", "the same over a whole extract, codes checked and findings made (no gate)",
            Say(one?.Find("cin-xml", "tables built as the public validator does")?.Cpu / one?.Find("cin-xml", "Bellwether extract")?.Cpu), null);
        yield return AtLeast("P9", "the sheet: ExcelDataReader over ours, in a running process: ≥ 5×", Warm(one, "ExcelDataReader 3.6.0") / Warm(one, "Bellwether tables"), 5);
        yield return AtLeast("P9", "the same in new processes: ≥ 5×", one?.Find("sheet", "ExcelDataReader 3.6.0")?.Cpu / one?.Find("sheet", "Bellwether tables")?.Cpu, 5);
        yield return AtLeast("P9", "the sheet: openpyxl, read-only, over ours, whole processes: ≥ 20×", one?.Find("sheet", "openpyxl")?.Cpu / one?.Find("sheet", "Bellwether tables")?.Cpu, 20);
        yield return AtMost("P10", "the sheet: our reading over an inflate alone, in a running process: ≤ 6×", Warm(one, "Bellwether tables") / Warm(one, "inflate alone"), 6);
        var lines = ten?.Find("csv", "count of line ends warm")?.WarmCpu;
        yield return AtMost("P11", $"{100_000 * (ten?.Size ?? 10):N0} contacts: an extract over a count of line ends, in a running process: ≤ 12×", ten?.Find("csv", "Bellwether extract warm")?.WarmCpu / lines, 12);
        yield return new FormatGate("", "the same, every field read and no extract made (no gate)", Say(ten?.Find("csv", "Bellwether tables warm")?.WarmCpu / lines), null);
    }

    private static decimal? Warm(Results? of, string reader) => of?.Find("sheet", reader + " warm")?.WarmCpu;

    private static FormatGate AtLeast(string id, string asks, decimal? found, decimal gate) => new(id, asks, Say(found), found is null ? null : found >= gate);

    private static FormatGate AtMost(string id, string asks, decimal? found, decimal gate) => new(id, asks, Say(found), found is null ? null : found <= gate);

    private static string Say(decimal? found) => found is { } f ? f.ToString(f < 20 ? "0.0" : "N0", CultureInfo.InvariantCulture) + "×" : "";
}
