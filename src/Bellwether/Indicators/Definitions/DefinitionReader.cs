using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>Reads what an indicator file says beside its expressions.</summary>
internal sealed class DefinitionReader(YamlShelf file, Lint lint)
{
    private readonly YamlMappingNode _top = file.Top;

    public Definition Read(BoundIndicator? bound, IReadOnlyDictionary<string, BoundIndicator> boundVariants)
    {
        file.CheckKeys(_top, DefinitionKeys.OfDefinition, "An indicator");
        if (!_top.Children.ContainsKey("title")) lint.Error(file.At(_top), "`title` is missing: what is printed above the figure.");
        var variants = Variants(bound, boundVariants);
        var fallbacks = Fallbacks(file).ToDictionary(f => f.Name, f => (f.Layers[0] is YamlMappingNode map ? file.Text(map, "label") : null) ?? "latest record only", StringComparer.Ordinal);
        var (from, to) = InForce();
        return new Definition
        {
            Id = file.Id,
            File = file.Path,
            Code = Text("code"),
            Siblings = Texts(_top, "siblings"),
            Title = Text("title"),
            Why = Text("why"),
            Better = Polarity(_top) ?? Better.Neutral,
            Decimals = Decimals(_top) ?? UsualDecimals(bound?.Show),
            From = from,
            To = to,
            Windows = ReadWindows(bound),
            Breakdowns = ReadBreakdowns(),
            Shows = Texts(_top, "show") is { Count: > 0 } shows ? shows : bound is null ? [] : [bound.Show == Show.Percentage ? "percentage" : "count"],
            Written = Written(_top),
            Variants = variants,
            Fallbacks = fallbacks,
            Sources = Texts(_top, "sources"),
            Benchmark = ReadBenchmark(),
            Priorities = Texts(_top, "priorities"),
            Related = ReadRelated(),
            Owner = Text("owner"),
            Review = Text("review"),
            Changes = Changes(),
            Examples = new ExampleReader(file, lint).Read(bound, [.. variants.Select(v => v.Name), .. fallbacks.Keys]),
            DataSource = Text("data_source"),
            Unbounded = YesNo("unbounded"),
            Annualise = YesNo("annualise"),
            Series = Text("series"),
            Note = Text("note"),
        };
    }

    /// <summary>The fallbacks of the definition in turn and of each variant, one written alone or several as a list, each with what it is laid over.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<YamlNode> Layers)> Fallbacks(YamlShelf file)
    {
        var variants = (file.Top.Children.TryGetValue("variants", out var map) ? map as YamlMappingNode : null)?.Children.Select(v => (Of: YamlShelf.KeyName(v.Key), Node: v.Value as YamlMappingNode)) ?? [];
        foreach (var (of, node) in variants.Prepend((Of: "", Node: file.Top)))
        {
            if (node is null || !node.Children.TryGetValue("fallback", out var written)) continue;
            var each = written is YamlSequenceNode list ? list.Children : [written];
            for (var i = 0; i < each.Count; i++)
                yield return (CatalogueEntry.FallbackName(of, i), of.Length == 0 ? [each[i], file.Top] : [each[i], node, file.Top]);
        }
    }

    private string Text(string key) => file.Text(_top, key) ?? "";

    private List<string> Texts(YamlMappingNode map, string key) => [.. file.List(map, key).Select(s => s.Value!)];

    private List<string> ReadBreakdowns()
    {
        foreach (var scalar in file.List(_top, "breakdowns"))
            if (!DefinitionKeys.Breakdowns.Contains(scalar.Value))
                lint.Error(file.At(scalar), $"There is no breakdown \"{scalar.Value}\". There are: {string.Join(", ", DefinitionKeys.Breakdowns)}.");
        return Texts(_top, "breakdowns");
    }

    private List<Window> ReadWindows(BoundIndicator? bound)
    {
        var windows = Windows(_top);
        if (bound is { Form: CaseForm.Dated } && windows.Contains(Window.Snapshot))
            lint.Error(file.At(_top.Children["window"]), "A snapshot is one day, and dated cases count over a period. Write rolling-12, month, quarter, ytd or financial-year.");
        return windows.Count > 0 ? windows : bound is null ? [] : [DefaultWindow(bound)];
    }

    private static Window DefaultWindow(BoundIndicator bound) => bound.Form == CaseForm.Open || bound.Form == CaseForm.OpenInLast ? Window.Snapshot : Window.Rolling12;

    private bool YesNo(string key)
    {
        var text = Text(key);
        if (text is not ("" or "yes" or "no")) lint.Error(file.At(_top.Children[key]), $"`{key}` is \"{text}\". Write yes or no.");
        return text == "yes";
    }

    private Better? Polarity(YamlMappingNode map)
    {
        switch (file.Text(map, "better"))
        {
            case "higher": return Better.Higher;
            case "lower": return Better.Lower;
            case "neutral": return Better.Neutral;
            case null or "": return null;
            case var other:
                lint.Error(file.At(map.Children["better"]), $"`better` is \"{other}\". Write higher | lower | neutral.");
                return null;
        }
    }

    private static int UsualDecimals(Show? show) => show is Show.Count or Show.Sum ? 0 : 1;

    private int? Decimals(YamlMappingNode map)
    {
        if (file.Text(map, "decimals") is not { Length: > 0 } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) && decimals <= 6) return decimals;
        lint.Error(file.At(map.Children["decimals"]), $"`decimals` is \"{text}\". Write a whole number from 0 to 6.");
        return 0;
    }

    private (DateOnly? From, DateOnly? To) InForce()
    {
        var list = file.List(_top, "in_force");
        var days = new List<DateOnly>();
        foreach (var scalar in list)
            if (DateText.TryParse(scalar.Value, out var day)) days.Add(day);
            else lint.Error(file.At(scalar), $"`in_force` is \"{scalar.Value}\", which is no date. Write 2017-04-01, or [2017-04-01, 2021-03-31].");
        if (days is [var first, var last, ..] && last < first) lint.Error(file.At(list[1]), $"`in_force` ends on {last:yyyy-MM-dd}, before it begins on {first:yyyy-MM-dd}. The first day stands first.");
        if (list.Count > 2) lint.Error(file.At(list[2]), "`in_force` has a first and a last day, no more.");
        var from = file.Day(_top, "from");
        if (from is not null && list.Count > 0) lint.Error(file.At(_top.Children["from"]), "`from` and `in_force` say the same. Keep one.");
        return (from ?? (days.Count > 0 ? days[0] : null), days.Count > 1 ? days[1] : null);
    }

    private List<Window> Windows(YamlMappingNode map)
    {
        var windows = new List<Window>();
        foreach (var scalar in file.List(map, "window"))
            if (Calendar.Windows.TryParse(scalar.Value, out var window)) windows.Add(window);
            else lint.Error(file.At(scalar), $"`window` is \"{scalar.Value}\". Write {string.Join(", ", Enum.GetValues<Window>().Select(Calendar.Windows.Name))}.");
        return windows;
    }

    private static Dictionary<string, string> Written(YamlMappingNode map)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, node) in map.Children)
            if (key is YamlScalarNode { Value: { } name } && (DefinitionKeys.Expressions.Contains(name) || name is "use" or "per"))
                written[name] = Flat(node);
        return written;
    }

    private static string Flat(YamlNode node) => node switch
    {
        YamlScalarNode scalar => scalar.Value ?? "",
        YamlSequenceNode list => string.Join(", ", list.Select(Flat)),
        YamlMappingNode map => string.Join("; ", map.Select(pair => $"{Flat(pair.Key)}: {Flat(pair.Value)}")),
        _ => "",
    };

    private List<Variant> Variants(BoundIndicator? bound, IReadOnlyDictionary<string, BoundIndicator> boundVariants)
    {
        var variants = new List<Variant>();
        if (file.Map(_top, "variants") is not { } maps) return variants;
        foreach (var (key, node) in maps.Children)
        {
            if (node is not YamlMappingNode map) continue;
            var name = YamlShelf.KeyName(key);
            variants.Add(new Variant(
                name, file.Text(map, "title") ?? EnglishText.Spoken(name), Texts(map, "codes"), Texts(map, "show"),
                Windows(map), Written(map))
            {
                Decimals = Decimals(map) ?? (boundVariants.GetValueOrDefault(name)?.Show is { } show && show != bound?.Show ? UsualDecimals(show) : null),
                Better = Polarity(map),
                IsLineAlone = map.Children.Keys.All(k => YamlShelf.KeyName(k) is "series" or "window" or "title" or "codes" or "note" or "decimals" or "better"),
            });
        }
        return variants;
    }

    private Benchmark? ReadBenchmark()
    {
        if (!_top.Children.TryGetValue("benchmark", out var node) || node is YamlScalarNode { Value: "none" }) return null;
        if (file.Map(_top, "benchmark") is not { } map) return null;
        file.CheckKeys(map, DefinitionKeys.Benchmark, "A benchmark");
        return new Benchmark(file.Text(map, "lait") ?? "", file.Text(map, "csv") ?? "", file.Text(map, "note") ?? "");
    }

    private Related ReadRelated()
    {
        if (file.Map(_top, "related") is not { } map) return Related.None;
        file.CheckKeys(map, DefinitionKeys.Related, "`related`");
        return new Related(Texts(map, "drives"), Texts(map, "outcome_of"), Texts(map, "quality_of"));
    }

    private List<Change> Changes()
    {
        var changes = new List<Change>();
        foreach (var map in file.Maps(_top, "changes"))
        {
            file.CheckKeys(map, DefinitionKeys.Change, "A change");
            if (file.Day(map, "on") is { } on) changes.Add(new Change(on, file.Text(map, "what") ?? ""));
            else lint.Error(file.At(map), "A change needs the day it was made: on: 2026-11-22.");
        }
        return changes;
    }
}
