using System.Globalization;
using Bellwether.Codes;
using Bellwether.Journeys.Building;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Journeys;

/// <summary>The settings files of a home: authority.yaml, teams.csv, districts.csv, populations.csv, merged_ids.csv.</summary>
internal static class AuthorityFiles
{
    public static Authority Load(string home)
    {
        var file = Path.Combine(home, "authority.yaml");
        var stated = Settings(file);
        var unnamed = Authority.Unnamed;
        return new Authority(
            Text(stated, file, "name") ?? unnamed.Name,
            Text(stated, file, "la_code") ?? unnamed.LaCode,
            Words(stated, file, "case_worker_roles") ?? unnamed.CaseWorkerRoles,
            Words(stated, file, "non_case_holding_titles") ?? unnamed.NonCaseHoldingTitles,
            Percent(stated, file, "set_aside_limit_percent") ?? unnamed.SetAsideLimitPercent,
            Teams(Path.Combine(home, "teams.csv")),
            [.. SettingsTable.Read(Path.Combine(home, "districts.csv"), ["code", "name"]).Select(r => (r.Needed("code"), r.Needed("name")))],
            [.. SettingsTable.Read(Path.Combine(home, "populations.csv"), ["area", "mid_year", "age_from", "age_to", "population", "source"]).Select(Population)],
            [.. SettingsTable.Read(Path.Combine(home, "merged_ids.csv"), ["old_id", "new_id", "merged_on"]).Select(Merged)]);
    }

    private static List<TeamEntry> Teams(string file)
    {
        var rows = SettingsTable.Read(file, ["code", "name", "kind", "service", "parent", "district", "from", "to", "successor"]);
        var codes = rows.Select(r => r["code"]).ToHashSet(StringComparer.Ordinal);
        var teams = new List<TeamEntry>();
        foreach (var row in rows)
        {
            var team = new TeamEntry(row.Needed("code"), row.Needed("name"), row["kind"], row["service"], row["parent"], row["district"],
                row.Day("from"), row.Day("to"), row["successor"]);
            if (team.To <= team.From) throw row.Fault("ends before it begins. Write the first day of the name in from, the first day without it in to.");
            if (team.Parent.Length > 0 && !codes.Contains(team.Parent)) throw row.Fault($"has the parent \"{team.Parent}\", which is no team of this file. Add it or leave parent empty.");
            if (team.Successor.Length > 0 && !codes.Contains(team.Successor)) throw row.Fault($"has the successor \"{team.Successor}\", which is no team of this file. Add it or leave successor empty.");
            teams.Add(team);
        }
        return teams;
    }

    private static PopulationEntry Population(SettingsRow row)
    {
        var entry = new PopulationEntry(row["area"], (int)row.Whole("mid_year"), (int)row.Whole("age_from"), (int)row.Whole("age_to"), row.Whole("population"), row.Needed("source"));
        return entry.AgeFrom <= entry.AgeTo ? entry : throw row.Fault("has age_from above age_to. Swap them.");
    }

    private static MergedId Merged(SettingsRow row)
    {
        var merged = new MergedId(row.Needed("old_id"), row.Needed("new_id"), row.Day("merged_on") ?? throw row.Fault("lacks merged_on. Write the day as 2024-03-15."));
        return merged.OldId != merged.NewId ? merged : throw row.Fault("merges an id into itself. Take the line out.");
    }

    private static YamlMappingNode Settings(string file)
    {
        var yaml = new YamlStream();
        if (!File.Exists(file)) return [];
        using var reader = new StreamReader(file);
        try { yaml.Load(reader); }
        catch (YamlException e) { throw new ShelfException(file, e.Start.Line, e.Message); }
        if (yaml.Documents.Count == 0) return [];
        return yaml.Documents[0].RootNode as YamlMappingNode
            ?? throw new ShelfException(file, 1, "should be settings such as name: and la_code:, one a line.");
    }

    private static string? Text(YamlMappingNode map, string file, string key) =>
        !map.Children.TryGetValue(key, out var node) ? null
        : node is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value
        : throw new ShelfException(file, node.Start.Line, $"{key} should be one value.");

    private static List<string>? Words(YamlMappingNode map, string file, string key) =>
        !map.Children.TryGetValue(key, out var node) ? null
        : node is YamlSequenceNode list && list.All(n => n is YamlScalarNode) ? [.. list.Cast<YamlScalarNode>().Select(n => n.Value!)]
        : throw new ShelfException(file, node.Start.Line, $"{key} should be a list: [CW, SSW].");

    private static decimal? Percent(YamlMappingNode map, string file, string key) =>
        Text(map, file, key) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100 ? percent
        : throw new ShelfException(file, map.Children[key].Start.Line, $"{key} is \"{text}\". Write a number from 0 to 100.");
}
