using Bellwether.Codes;
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
        var top = SettingsYaml.Top(file, written);
        Known(file, top, Keys, "A template");
        var layout = SettingsYaml.Text(file, top, "layout") ?? throw SettingsYaml.Wrong(file, top, $"A template needs `layout`: one of {string.Join(", ", Layouts.Keys)}.");
        if (!Layouts.TryGetValue(layout, out var own)) throw SettingsYaml.Wrong(file, top.Children["layout"], $"There is no layout \"{layout}\". There are {string.Join(", ", Layouts.Keys)}.");
        var sections = Maps(file, top, "sections").Select(map => Section(file, map)).ToList();
        foreach (var twice in sections.GroupBy(s => s.Id).Where(g => g.Count() > 1))
            throw SettingsYaml.Wrong(file, top.Children["sections"], $"Two sections have the id {twice.Key}. Give one another id.");
        var missing = own.Concat(Everywhere).Except(sections.Select(s => s.Id)).ToList();
        if (missing.Count > 0)
            throw SettingsYaml.Wrong(file, top.Children.TryGetValue("sections", out var at) ? at : top,
                $"The layout {layout} needs the {(missing.Count == 1 ? "section" : "sections")} {string.Join(", ", missing)}. Put {(missing.Count == 1 ? "it" : "them")} back: readers of this paper look for {(missing.Count == 1 ? "it" : "them")}.");
        var front = SettingsYaml.Words(file, top, "front") ?? [];
        foreach (var wrong in front.Except(FrontLines)) throw SettingsYaml.Wrong(file, top.Children["front"], $"There is no front line \"{wrong}\". There are {string.Join(", ", FrontLines)}.");
        return new PackTemplate
        {
            Id = Path.GetFileNameWithoutExtension(file),
            Layout = layout,
            Title = SettingsYaml.Text(file, top, "title") ?? throw SettingsYaml.Wrong(file, top, "A template needs `title`: what stands on the front."),
            Purpose = SettingsYaml.Text(file, top, "purpose") ?? "",
            Scorecard = SettingsYaml.Text(file, top, "scorecard") ?? "",
            Months = SettingsYaml.Number(file, top, "months", 1, 13) ?? 4,
            ChartMonths = SettingsYaml.Number(file, top, "chart_months", 2, 37) ?? 13,
            Only = [.. (SettingsYaml.Words(file, top, "only") ?? []).Select(w => Named<ExceptionRule>(file, top.Children["only"], w))],
            Front = front.Count == 0 ? FrontLines : front,
            Judgements = SettingsYaml.Words(file, top, "judgements") ?? [],
            Sections = sections,
            Written = written,
        };
    }

    private static TemplateSection Section(string file, YamlMappingNode map)
    {
        Known(file, map, SectionKeys, "A section");
        var id = SettingsYaml.Text(file, map, "id") ?? throw SettingsYaml.Wrong(file, map, "A section needs `id`.");
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) throw SettingsYaml.Wrong(file, map, $"The id \"{id}\" holds more than letters, digits and hyphens.");
        var kind = Named<SectionKind>(file, map, SettingsYaml.Text(file, map, "kind") ?? "text");
        var text = SettingsYaml.Text(file, map, "text") ?? "";
        if (kind == SectionKind.Typed && text.Length > 0)
            throw SettingsYaml.Wrong(file, map, $"Section {id} is typed by a person for each pack, so it can't have a standing text. Put the question under `ask`.");
        return new TemplateSection(id, kind, SettingsYaml.Text(file, map, "title") ?? throw SettingsYaml.Wrong(file, map, $"Section {id} needs `title`."), text, SettingsYaml.Text(file, map, "ask") ?? "",
            SettingsYaml.YesNo(file, map, "numbered"), SettingsYaml.YesNo(file, map, "new_page"), SettingsYaml.Number(file, map, "level", 1, 2) ?? 1);
    }

    private static T Named<T>(string file, YamlNode at, string word) where T : struct, Enum =>
        Array.Find(Enum.GetValues<T>(), v => Spelt(v) == word) is var found && Spelt(found) == word
            ? found
            : throw SettingsYaml.Wrong(file, at, $"\"{word}\" is not known here. There are {string.Join(", ", Enum.GetValues<T>().Select(Spelt))}.");

    /// <summary>IndicatorPages is written indicator-pages.</summary>
    private static string Spelt<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static void Known(string file, YamlMappingNode map, string[] known, string where)
    {
        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>().Where(k => !known.Contains(k.Value)))
            throw SettingsYaml.Wrong(file, key, $"{where} has no key \"{key.Value}\". There are {string.Join(", ", known)}.");
    }

    private static IEnumerable<YamlMappingNode> Maps(string file, YamlMappingNode map, string key) => !map.Children.TryGetValue(key, out var node) ? []
        : node is YamlSequenceNode list && list.All(n => n is YamlMappingNode) ? list.Cast<YamlMappingNode>()
        : throw SettingsYaml.Wrong(file, node, $"`{key}` is a list of sections: one each, begun with a dash.");
}
