using System.Text.RegularExpressions;
using Bellwether.Calendar;
using Bellwether.Indicators.Language;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>Reads the key <c>examples</c>.</summary>
internal sealed partial class ExampleReader(YamlShelf file, Lint lint)
{
    private const string Verdicts = "met | not met | case | not a case | unknown | running";

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Day();

    public List<Example> Read(BoundIndicator? bound, IReadOnlyList<string> variants)
    {
        var examples = new List<Example>();
        foreach (var map in file.Maps(file.Top, "examples"))
        {
            file.CheckKeys(map, DefinitionKeys.Example, "An example");
            var given = file.Text(map, "given");
            if (given is null) lint.Error(file.At(map), "An example needs `given`: the records of one child.");
            else if (Expected(map, variants) is var (verdict, bucket) && At(map, given, bound) is { } at)
                examples.Add(new Example(given, at, verdict, Variant(map, variants), bucket, file.Day(map, "due"), file.Text(map, "note") ?? "", (int)map.Start.Line));
        }
        return examples;
    }

    private (Verdict Verdict, string Bucket)? Expected(YamlMappingNode map, IReadOnlyList<string> variants)
    {
        var words = (file.Text(map, "expect") ?? "").Split(',', 2, StringSplitOptions.TrimEntries);
        Verdict? verdict = words[0] switch
        {
            "met" or "case" => Verdict.Met,
            "not met" => Verdict.NotMet,
            "not a case" => Verdict.None,
            "unknown" => Verdict.Unknown,
            "running" => Verdict.Running,
            _ => null,
        };
        if (verdict is null)
        {
            lint.Error(file.At(map), $"`expect` is \"{words[0]}\". Write {Verdicts}; after not met, the near-miss variant may follow: not met, just-outside.");
            return null;
        }
        var bucket = words.Length > 1 ? words[1] : "";
        if (bucket.Length > 0 && verdict != Verdict.NotMet) lint.Error(file.At(map), "Only a case not met falls in a near-miss bucket. To judge a variant write `variant: name`.");
        CheckVariant(map, bucket, variants);
        return (verdict.Value, bucket);
    }

    private string Variant(YamlMappingNode map, IReadOnlyList<string> variants)
    {
        var name = file.Text(map, "variant") ?? "";
        CheckVariant(map, name, variants);
        return name;
    }

    private void CheckVariant(YamlMappingNode map, string name, IReadOnlyList<string> variants)
    {
        if (name.Length > 0 && !variants.Contains(name))
            lint.Error(file.At(map), $"There is no variant \"{name}\". There are: {string.Join(", ", variants.DefaultIfEmpty("none"))}.");
    }

    private DateOnly? At(YamlMappingNode map, string given, BoundIndicator? bound)
    {
        if (file.Day(map, "at") is { } at) return at;
        if (bound is null || map.Children.ContainsKey("at")) return null;
        if (bound.Form != CaseForm.Dated)
        {
            lint.Error(file.At(map), "An example of open cases needs the day it is judged: at: 2024-03-15.");
            return null;
        }
        var last = Day().Matches(given).Select(m => DateText.TryParse(m.Value, out var day) ? day : DateOnly.MinValue).DefaultIfEmpty(DateOnly.MinValue).Max();
        return last.AddMonths(6);
    }
}
