using System.Globalization;
using System.Text;
using Bellwether.Tests.House;

namespace Bellwether.Tests.Scorecards.Benchmarks;

/// <summary>
/// The rules of indicators.md part F once more, as plainly as they read: raw rows, sums in decimals, nothing shared with the product,
/// not even how a line is split.
/// </summary>
internal sealed class PlainLait
{
    private readonly ILookup<string, PlainRow> _rows;
    private readonly List<string[]> _dictionary;
    private readonly Dictionary<string, string[]> _neighbours2025;

    public PlainLait(string folder)
    {
        _rows = Lines(folder, "lait/values.csv").Where(c => c[2] is not ("" or "NA"))
            .Select(c => new PlainRow(c[0], c[2], c[3], int.Parse(c[5], CultureInfo.InvariantCulture), Number(c[4]), c[6])).ToLookup(r => r.Measure);
        _dictionary = [.. Lines(folder, "lait/dictionary.csv").Where(c => !c[7].Contains("DISCONTINUE", StringComparison.Ordinal)).DistinctBy(c => c[2])];
        _neighbours2025 = Lines(folder, "neighbours/sn_model_2025_wide.csv")
            .ToDictionary(c => c[0], c => Enumerable.Range(0, 10).Select(i => c[4 + (2 * i)]).ToArray());
    }

    public static string Shipped => Path.Combine(Checkout.Root, "definitions", "benchmarks");

    public IEnumerable<string> Measures => _dictionary.Select(c => c[4].Trim());

    public List<(int Number, string Name)> Authorities => [.. _rows.First().Where(r => r.Area < 970).Select(r => (r.Area, r.Name)).Distinct()];

    public PlainAnswer Answer(string measure, int authority)
    {
        var entry = _dictionary.Single(c => c[4].Trim() == measure);
        var year = _rows[measure].Select(r => r.Year).Max(StringComparer.Ordinal)!;
        var rows = _rows[measure].Where(r => r.Year == year).ToList();
        var mine = _rows[measure].Where(r => r.Area == authority).OrderByDescending(r => int.Parse(r.Year[..Math.Min(4, r.Year.Length)], CultureInfo.InvariantCulture)).ToList();
        decimal? At(int area) => rows.Single(r => r.Area == area).Value;
        var all = rows.Where(r => r.Area < 970 && r.Value is not null).Select(r => r.Value!.Value).Order().ToList();
        var near = (_neighbours2025.GetValueOrDefault($"{authority}") ?? []).Select(n => At(int.Parse(n, CultureInfo.InvariantCulture))).OfType<decimal>().Order().ToList();
        var own = mine[0].Value;
        var previous = mine.Count > 1 ? mine[1].Value : null;
        var polarity = entry[5];
        var judged = polarity is "High" or "Low";
        decimal? q1 = Quarter(all, 1), q2 = Quarter(all, 2), q3 = Quarter(all, 3);
        string? band = !judged || entry[12] == "N" ? "-"
            : own is null ? null
            : own <= q1 ? (polarity == "Low" ? "A" : "D")
            : own <= q2 ? (polarity == "Low" ? "B" : "C")
            : own <= q3 ? (polarity == "Low" ? "C" : "B")
            : polarity == "Low" ? "D" : "A";
        return new PlainAnswer(
            year, own, previous, own - previous,
            near.Count == 0 ? null : near.Sum() / near.Count,
            near.Count == 0 ? null : (near[(near.Count - 1) / 2] + near[near.Count / 2]) / 2,
            near.Count, Region(rows, mine[0].Region), At(970),
            !judged ? "-" : own is null ? null : $"{(polarity == "Low" ? all.FindIndex(v => v == own) : all.Count - 1 - all.FindLastIndex(v => v == own)) + 1}",
            all.Count, band, q1, q2, q3);
    }

    private static decimal? Region(List<PlainRow> rows, string region)
    {
        decimal? Named(string name) => rows.Single(r => r.Area > 970 && r.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return region switch
        {
            "Inner London" => Named("London (Inner)") ?? Named("London"),
            "Outer London" => Named("London (Outer)") ?? Named("London"),
            _ => Named(region),
        };
    }

    /// <summary>h = (n − 1)·p, in quarters; linear between the neighbours of h.</summary>
    private static decimal? Quarter(List<decimal> sorted, int quarters)
    {
        if (sorted.Count == 0) return null;
        var (whole, rest) = Math.DivRem((sorted.Count - 1) * quarters, 4);
        return rest == 0 ? sorted[whole] : sorted[whole] + ((sorted[whole + 1] - sorted[whole]) * rest / 4m);
    }

    /// <summary>Float noise of the file is taken off by way of the double that the text means.</summary>
    private static decimal? Number(string text) =>
        text is "-" or "c" or ".." or "" ? null : decimal.Parse(double.Parse(text, CultureInfo.InvariantCulture).ToString("F12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static List<string[]> Lines(string folder, string file)
    {
        var (rows, row, field, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        foreach (var letter in File.ReadAllText(Path.Combine(folder, file)))
        {
            if (letter == '"') quoted = !quoted;
            else if (quoted || letter is not (',' or '\n' or '\r')) field.Append(letter);
            else if (letter != '\r')
            {
                row.Add(field.ToString());
                field.Clear();
                if (letter == ',') continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }
        return rows[1..];
    }
}

internal sealed record PlainRow(string Measure, string Year, string Name, int Area, decimal? Value, string Region);

internal sealed record PlainAnswer(
    string Year, decimal? Value, decimal? Previous, decimal? Change, decimal? Mean, decimal? Median, int Reported, decimal? Region, decimal? England,
    string? Rank, int Ranked, string? Quartile, decimal? Q25, decimal? Q50, decimal? Q75);
