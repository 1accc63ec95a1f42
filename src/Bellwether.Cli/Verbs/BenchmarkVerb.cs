using System.CommandLine;
using Bellwether.Scorecards;
using Bellwether.Web.Look;

namespace Bellwether.Cli.Verbs;

/// <summary><c>benchmark</c>: an authority's published value beside England, region and neighbours. Needs no home.</summary>
internal static class BenchmarkVerb
{
    private const int NamesShown = 5;

    public static Command Make(Terminal terminal)
    {
        var measure = new Option<string>("--measure") { Description = "LAIT's short name of the measure, such as ReReferral" };
        var authority = new Option<string>("--authority") { Description = "The authority's name or DfE number" };
        var year = new Option<string?>("--year") { Description = "The year's label; left out: the measure's latest" };
        var neighbours = Neighbours();
        var home = new Option<DirectoryInfo?>("--home") { Description = "A home, to set its own figure beside what is published; then with --indicator" };
        var indicator = new Option<string?>("--indicator") { Description = "An indicator of that home" };
        var period = Options.Period();
        var json = Options.Json();
        var command = new Command("benchmark", "A published measure: own value, England, region, neighbours, rank and quartile") { measure, authority, year, neighbours, home, indicator, period, json };
        command.Validators.Add(result =>
        {
            var (own, published) = (result.GetValue(home) is not null && result.GetValue(indicator) is not null, result.GetValue(measure) is not null && result.GetValue(authority) is not null);
            if (!own && !published) result.AddError("Write --measure and --authority for a published measure, or --home and --indicator for a figure of your own beside it.");
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(home) is { } folder && parsed.GetValue(indicator) is { } name)
                return Beside(terminal, folder, name, parsed.GetValue(period), Model(parsed.GetValue(neighbours)), parsed.GetValue(json));
            var comparison = Find(BenchmarkSet.Shipped(), parsed.GetValue(measure)!, parsed.GetValue(authority)!, parsed.GetValue(year), Model(parsed.GetValue(neighbours)));
            if (parsed.GetValue(json))
            {
                terminal.Warnings.AddRange(comparison.Warnings);
                terminal.Envelope("benchmark", comparison.Measure.Updated, Data(comparison));
            }
            else Print(terminal, comparison);
            return Exit.Ok;
        });
        return command;
    }

    /// <summary>Which list of neighbours.</summary>
    public static Option<string> Neighbours()
    {
        var option = new Option<string>("--neighbours") { Description = "Statistical neighbours by the model of 2025 or 2021", DefaultValueFactory = _ => "2025" };
        option.AcceptOnlyFromAmong("2025", "2021");
        return option;
    }

    /// <summary>The model that the option names.</summary>
    public static NeighbourModel Model(string? option) => option == "2021" ? NeighbourModel.April2021 : NeighbourModel.May2025;

    private static int Beside(Terminal terminal, DirectoryInfo folder, string name, Calendar.Month? period, NeighbourModel model, bool json)
    {
        using var desk = Desk.Open(terminal, folder, null);
        var found = desk.Find(name, null);
        var row = desk.Gate.Row(found, period ?? desk.LatestMonth, null, 2);
        var all = desk.Gate.Benchmarks(row, model);
        if (json)
        {
            terminal.Envelope("benchmark", row.Now.Figure.Last, new Dictionary<string, object?>(FigureJson.Of(found, row.Now)) { ["benchmarks"] = all.Select(BesideJson.Of).ToList() });
            return Exit.Ok;
        }
        terminal.Line($"{row.Title}, {row.Now.Month.Label}: {Words.Value(row.Now.Figure, row.Shape)}");
        foreach (var beside in all)
        {
            terminal.Line();
            terminal.Line(beside.Line.TagText);
            if (beside.Line.Comparison is { } comparison) Print(terminal, comparison);
        }
        return Exit.Ok;
    }

    private static Comparison Find(BenchmarkSet set, string measure, string authority, string? year, NeighbourModel model)
    {
        var what = set.Measure(measure) ?? throw new UsageException(
            $"LAIT has no measure \"{measure}\". Nearest: {string.Join(", ", set.MeasuresLike(measure))}.");
        var who = set.Authority(authority) ?? throw new UsageException(
            $"The published tables have no authority \"{authority}\". Nearest: {string.Join("; ", set.AuthoritiesLike(authority))}.");
        var years = set.Years(what);
        return set.Compare(what, who, year, model) ?? throw new UsageException(years.Count == 0
            ? $"LAIT's values have no row of {what.Short}."
            : $"{what.Short} has no year \"{year}\". It has {string.Join(", ", years)}.");
    }

    private static Dictionary<string, object?> Data(Comparison of) => new()
    {
        ["measure"] = of.Measure.Short,
        ["title"] = of.Measure.Title,
        ["topic"] = of.Measure.Topic,
        ["authority"] = of.Authority.Name,
        ["authority_number"] = of.Authority.Number,
        ["year"] = of.Year,
        ["period"] = of.Measure.Period(of.Year),
        ["value"] = of.Own.Number,
        ["previous"] = of.Previous.Number,
        ["previous_year"] = of.PreviousYear,
        ["change"] = of.Change,
        ["trend"] = of.Trend,
        ["improved"] = of.Improved,
        ["sn_mean"] = of.NeighbourMean,
        ["sn_median"] = of.NeighbourMedian,
        ["sn_reported"] = of.NeighboursReported,
        ["region"] = of.Region.Number,
        ["region_name"] = of.RegionArea?.Name,
        ["england"] = of.England.Number,
        ["rank"] = of.Rank is { } rank ? rank : of.RankText,
        ["ranked"] = of.Ranked,
        ["quartile"] = of.Quartile,
        ["q25"] = of.Points?.Q25,
        ["q50"] = of.Points?.Q50,
        ["q75"] = of.Points?.Q75,
        ["q0"] = of.Points?.Lowest,
        ["q100"] = of.Points?.Highest,
        ["polarity"] = of.Measure.Polarity switch { Polarity.High => "High", Polarity.Low => "Low", _ => "-" },
        ["decimals"] = of.Measure.Decimals,
        ["display"] = new Dictionary<string, object?>
        {
            ["value"] = of.Print(of.Own),
            ["previous"] = of.Print(of.Previous),
            ["change"] = of.Print(of.Change),
            ["sn_mean"] = of.Print(of.NeighbourMean),
            ["sn_median"] = of.Print(of.NeighbourMedian),
            ["region"] = of.Print(of.Region),
            ["england"] = of.Print(of.England),
            ["q25"] = of.Print(of.Points?.Q25),
            ["q50"] = of.Print(of.Points?.Q50),
            ["q75"] = of.Print(of.Points?.Q75),
        },
        ["bands"] = of.Bands,
        ["lait_band_labels"] = of.LaitBands,
        ["best"] = Extreme(of, of.Best),
        ["worst"] = Extreme(of, of.Worst),
        ["highest"] = Extreme(of, of.Highest),
        ["lowest"] = Extreme(of, of.Lowest),
        ["sn_model"] = of.ModelName,
        ["neighbours"] = of.Neighbours.Select(n => new Dictionary<string, object?>
        {
            ["number"] = n.Area.Number,
            ["name"] = n.Area.Name,
            ["closeness"] = n.Closeness.Length > 0 ? n.Closeness : null,
            ["value"] = n.Cell.Number,
            ["display"] = of.Print(n.Cell),
            ["symbol"] = Symbol(n.Cell),
        }).ToList(),
        ["symbols"] = Symbols(of),
        ["source"] = of.Measure.Source.Length > 0 ? of.Measure.Source : null,
        ["comparability"] = of.Notes,
    };

    private static Dictionary<string, object?>? Extreme(Comparison of, IReadOnlyList<PublishedArea> areas) => areas.Count == 0 ? null : new()
    {
        ["value"] = areas[0] == of.Highest[0] ? of.Points!.Highest : of.Points!.Lowest,
        ["authorities"] = areas.Select(a => a.Name).ToList(),
    };

    /// <summary>Why each missing value is missing; present values are left out.</summary>
    private static Dictionary<string, object?> Symbols(Comparison of)
    {
        (string Name, PublishedCell Cell)[] cells = [("value", of.Own), ("previous", of.Previous), ("region", of.Region), ("england", of.England)];
        return cells.Where(c => c.Cell.Number is null).ToDictionary(c => c.Name, c => (object?)Symbol(c.Cell));
    }

    private static Dictionary<string, object?>? Symbol(PublishedCell cell) => cell.Number is not null ? null : new()
    {
        ["lait"] = cell.Symbol.Length > 0 ? cell.Symbol : null,
        ["dfe_table"] = cell.DfeText.Length > 0 ? cell.DfeText : null,
        ["meaning"] = cell.Meaning,
    };

    /// <summary>A value or its symbol, short enough for a table.</summary>
    private static string Short(Comparison of, PublishedCell cell) =>
        cell.Number is not null ? of.Print(cell) : cell.Mark.Length > 0 ? cell.Mark : "none";

    private static void Print(Terminal terminal, Comparison of)
    {
        terminal.Line($"{of.Measure.Title} ({of.Measure.Short})");
        terminal.Line($"{of.Authority.Name}, {of.Measure.Period(of.Year)}: {of.Print(of.Own)}");
        if (of.PreviousYear is { } before) terminal.Line($"Before ({before}): {of.Print(of.Previous)}; change {of.Print(of.Change)}{Direction(of.Improved)}");
        terminal.Line(of.Measure.Polarity switch
        {
            Polarity.Neutral => "Rank and quartile: none, neither high nor low is good.",
            _ => $"Rank: {(of.Rank is { } rank ? $"{rank} of {of.Ranked}" : "none, no value")}. Quartile: {of.Quartile ?? "none, no value"}. "
                + (of.Measure.Polarity == Polarity.High ? "High is good." : "Low is good."),
        });
        terminal.Line();
        List<IReadOnlyList<string>> rows =
        [
            ["England", Short(of, of.England)],
            [of.RegionArea?.Name ?? "Region", Short(of, of.Region)],
            [$"Neighbours, mean ({of.NeighboursReported} of {of.Neighbours.Count} reported)", of.Print(of.NeighbourMean)],
            [$"Neighbours, median ({of.NeighboursReported} of {of.Neighbours.Count} reported)", of.Print(of.NeighbourMedian)],
            .. of.Highest.Count == 0 ? [] : new IReadOnlyList<string>[]
            {
                [$"{(of.Best.Count == 0 ? "Highest" : "Best")}: {Names(of.Best.Count == 0 ? of.Highest : of.Best)}", of.Print(of.Measure.Polarity == Polarity.Low ? of.Points!.Lowest : of.Points!.Highest)],
                [$"{(of.Worst.Count == 0 ? "Lowest" : "Worst")}: {Names(of.Worst.Count == 0 ? of.Lowest : of.Worst)}", of.Print(of.Measure.Polarity == Polarity.Low ? of.Points!.Highest : of.Points!.Lowest)],
            },
        ];
        terminal.Table(["compared with", "value"], rows, 1);
        terminal.Line();
        foreach (var (letter, band) in of.Bands) terminal.Line(letter == "none" ? $"Bands: {band}" : $"Band {letter}: {band}");
        terminal.Line();
        if (of.Neighbours.Count > 0)
            terminal.Table([$"statistical neighbour ({of.ModelName})", "value"], [.. of.Neighbours.Select(n => (IReadOnlyList<string>)[n.Area.Name, Short(of, n.Cell)])], 1);
        foreach (var missing in of.Neighbours.Select(n => n.Cell).Append(of.England).Append(of.Region).Where(c => c.Number is null).DistinctBy(c => c.Mark))
            terminal.Line($"  {Short(of, missing)}: {missing.Meaning}");
        terminal.Line();
        foreach (var note in of.Notes) terminal.Line(note);
    }

    private static string Direction(bool? improved) => improved switch { true => ", better", false => ", worse", _ => "" };

    private static string Names(IReadOnlyList<PublishedArea> areas) =>
        string.Join("; ", areas.Take(NamesShown).Select(a => a.Name)) + (areas.Count > NamesShown ? $" and {areas.Count - NamesShown} more" : "");
}
