using Bellwether.Codes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Publications.Packs;

/// <summary>The templates of a shelf and a home; a home's file takes the place of the shipped one of its name.</summary>
public static class PackTemplates
{
    private static readonly string[] Keys =
        ["id", "layout", "title", "purpose", "scorecard", "months", "chart_months", "only", "front", "judgements", "sections"];

    private static readonly string[] SectionKeys = ["id", "kind", "title", "text", "ask", "numbered", "new_page", "level"];

    private static readonly string[] FrontLines = ["by", "to", "date", "subject", "classification", "agenda-item", "edition"];

    private static readonly string[] Everywhere =
        ["recommendations", "financial", "legal", "equality", "risk", "contact", "background-documents"];

    /// <summary>Sections that a template of a layout must have, beside those of every layout.</summary>
    private static readonly Dictionary<string, string[]> Layouts = new(StringComparer.Ordinal)
    {
        ["indicator-pages"] = ["summary", "introduction", "guidance", "contents", "pages"],
        ["quarterly-monitoring"] = ["summary", "introduction", "key-points", "monitoring", "national"],
        ["portfolio-report"] = ["purpose", "strategy-links", "background", "related-papers", "journey", "key-issues", "consultation", "next-steps", "appendices"],
        ["exception-report"] = ["purpose", "background", "exceptions"],
        ["progress-report"] = ["summary", "introduction", "progress", "districts", "targets-met", "consultation", "conclusion"],
    };

    /// <summary>Every template, by id.</summary>
    /// <param name="shelf">The shipped definitions.</param>
    /// <param name="homeDefinitions">The home's own folder of definitions.</param>
    /// <exception cref="ShelfException">A file is no template; it, its line and what to write are named.</exception>
    public static IReadOnlyList<PackTemplate> Load(string shelf, string? homeDefinitions)
    {
        var templates = new SortedDictionary<string, PackTemplate>(StringComparer.Ordinal);
        foreach (var folder in new[] { shelf, homeDefinitions }.OfType<string>().Select(f => Path.Combine(f, "packs")).Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
                templates[Path.GetFileNameWithoutExtension(file)] = Read(file, File.ReadAllText(file));
        return [.. templates.Values];
    }

    /// <summary>Reads one template.</summary>
    /// <param name="file">Its path: the name is the id.</param>
    /// <param name="written">What it holds.</param>
    public static PackTemplate Read(string file, string written)
    {
        var top = Top(file, written);
        Known(file, top, Keys, "A template");
        var layout = Text(file, top, "layout") ?? throw Wrong(file, top, $"A template needs `layout`: one of {string.Join(", ", Layouts.Keys)}.");
        if (!Layouts.TryGetValue(layout, out var own)) throw Wrong(file, top.Children["layout"], $"There is no layout \"{layout}\". There are {string.Join(", ", Layouts.Keys)}.");
        var sections = Maps(file, top, "sections").Select(map => Section(file, map)).ToList();
        foreach (var twice in sections.GroupBy(s => s.Id).Where(g => g.Count() > 1))
            throw Wrong(file, top.Children["sections"], $"Two sections have the id {twice.Key}. Give one another id.");
        var missing = own.Concat(Everywhere).Except(sections.Select(s => s.Id)).ToList();
        if (missing.Count > 0)
            throw Wrong(file, top.Children.TryGetValue("sections", out var at) ? at : top,
                $"The layout {layout} needs the {(missing.Count == 1 ? "section" : "sections")} {string.Join(", ", missing)}. Put {(missing.Count == 1 ? "it" : "them")} back: readers of this paper look for {(missing.Count == 1 ? "it" : "them")}.");
        var front = Words(file, top, "front");
        foreach (var wrong in front.Except(FrontLines)) throw Wrong(file, top.Children["front"], $"There is no front line \"{wrong}\". There are {string.Join(", ", FrontLines)}.");
        return new PackTemplate
        {
            Id = Path.GetFileNameWithoutExtension(file),
            Layout = layout,
            Title = Text(file, top, "title") ?? throw Wrong(file, top, "A template needs `title`: what stands on the front."),
            Purpose = Text(file, top, "purpose") ?? "",
            Scorecard = Text(file, top, "scorecard") ?? "",
            Months = Number(file, top, "months", 4, 1, 13),
            ChartMonths = Number(file, top, "chart_months", 13, 2, 37),
            Only = [.. Words(file, top, "only").Select(w => Named<ExceptionRule>(file, top.Children["only"], w))],
            Front = front.Count == 0 ? FrontLines : front,
            Judgements = Words(file, top, "judgements"),
            Sections = sections,
            Written = written,
        };
    }

    private static YamlMappingNode Top(string file, string written)
    {
        var yaml = new YamlStream();
        try { yaml.Load(new StringReader(written)); }
        catch (YamlException e) { throw new ShelfException(file, e.Start.Line, $"This is no YAML: {e.Message}"); }
        return yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode top
            ? top
            : throw new ShelfException(file, 1, "A template is keys such as layout: and title:, one a line.");
    }

    private static TemplateSection Section(string file, YamlMappingNode map)
    {
        Known(file, map, SectionKeys, "A section");
        var id = Text(file, map, "id") ?? throw Wrong(file, map, "A section needs `id`.");
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) throw Wrong(file, map, $"The id \"{id}\" holds more than letters, digits and hyphens.");
        var kind = Named<SectionKind>(file, map, Text(file, map, "kind") ?? "text");
        var text = Text(file, map, "text") ?? "";
        if (kind == SectionKind.Typed && text.Length > 0)
            throw Wrong(file, map, $"Section {id} is typed by a person for each pack, so it can't have a standing text. Put the question under `ask`.");
        return new TemplateSection(id, kind, Text(file, map, "title") ?? throw Wrong(file, map, $"Section {id} needs `title`."), text, Text(file, map, "ask") ?? "",
            YesNo(file, map, "numbered"), YesNo(file, map, "new_page"), Number(file, map, "level", 1, 1, 2));
    }

    private static T Named<T>(string file, YamlNode at, string word) where T : struct, Enum =>
        Array.Find(Enum.GetValues<T>(), v => Spelt(v) == word) is var found && Spelt(found) == word
            ? found
            : throw Wrong(file, at, $"\"{word}\" is not known here. There are {string.Join(", ", Enum.GetValues<T>().Select(Spelt))}.");

    /// <summary>IndicatorPages is written indicator-pages.</summary>
    private static string Spelt<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static void Known(string file, YamlMappingNode map, string[] known, string where)
    {
        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>().Where(k => !known.Contains(k.Value)))
            throw Wrong(file, key, $"{where} has no key \"{key.Value}\". There are {string.Join(", ", known)}.");
    }

    private static string? Text(string file, YamlMappingNode map, string key) => !map.Children.TryGetValue(key, out var node) ? null
        : node is YamlScalarNode scalar ? (scalar.Value ?? "").Trim() : throw Wrong(file, node, $"`{key}` is one value.");

    private static List<string> Words(string file, YamlMappingNode map, string key) => !map.Children.TryGetValue(key, out var node) ? []
        : node is YamlSequenceNode list && list.All(n => n is YamlScalarNode) ? [.. list.Cast<YamlScalarNode>().Select(n => n.Value ?? "")]
        : throw Wrong(file, node, $"`{key}` is a list in [ ].");

    private static IEnumerable<YamlMappingNode> Maps(string file, YamlMappingNode map, string key) => !map.Children.TryGetValue(key, out var node) ? []
        : node is YamlSequenceNode list && list.All(n => n is YamlMappingNode) ? list.Cast<YamlMappingNode>()
        : throw Wrong(file, node, $"`{key}` is a list of sections: one each, begun with a dash.");

    private static bool YesNo(string file, YamlMappingNode map, string key) => Text(file, map, key) switch
    {
        null or "no" or "false" => false,
        "yes" or "true" => true,
        var other => throw Wrong(file, map.Children[key], $"`{key}` is \"{other}\". Write yes or no."),
    };

    private static int Number(string file, YamlMappingNode map, string key, int otherwise, int least, int most) => Text(file, map, key) switch
    {
        null => otherwise,
        var text when int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) && n >= least && n <= most => n,
        var text => throw Wrong(file, map.Children[key], $"`{key}` is \"{text}\". Write a number from {least} to {most}."),
    };

    private static ShelfException Wrong(string file, YamlNode at, string message) => new(file, at.Start.Line, message);
}
