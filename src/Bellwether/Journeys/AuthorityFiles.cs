using System.Globalization;
using Bellwether.Codes;
using Bellwether.Extracts;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Journeys;

/// <summary>The settings files of a home: authority.yaml, teams.csv, districts.csv, populations.csv, merged_ids.csv.</summary>
internal static class AuthorityFiles
{
    // Whoever wants no banner about stale data writes a large number.
    private const int MostDaysStale = 1_000_000;

    public static Authority Load(string home)
    {
        var file = Path.Combine(home, "authority.yaml");
        var stated = SettingsYaml.Top(file);
        var unnamed = Authority.Unnamed;
        return new Authority(
            Text(stated, file, "name") ?? unnamed.Name,
            Text(stated, file, "la_code") ?? unnamed.LaCode,
            SettingsYaml.Words(file, stated, "case_worker_roles") ?? unnamed.CaseWorkerRoles,
            SettingsYaml.Words(file, stated, "non_case_holding_titles") ?? unnamed.NonCaseHoldingTitles,
            Percent(stated, file, "set_aside_limit_percent") ?? unnamed.SetAsideLimitPercent,
            Teams(Path.Combine(home, "teams.csv")),
            [.. SettingsFile.Read(Path.Combine(home, "districts.csv"), "code", "name").Select(l => (l.Required("code"), l.Required("name")))],
            Populations(Path.Combine(home, "populations.csv")),
            [.. SettingsFile.Read(Path.Combine(home, "merged_ids.csv"), "old_id", "new_id", "merged_on").Select(Merged)])
        {
            StaleAfterDays = SettingsYaml.Number(file, stated, "stale_after_days", 1, MostDaysStale) ?? unnamed.StaleAfterDays,
            Scorecard = Text(stated, file, "scorecard") ?? unnamed.Scorecard,
            IsDemonstration = SettingsYaml.YesNo(file, stated, "demonstration"),
        };
    }

    private static List<TeamEntry> Teams(string file)
    {
        var lines = SettingsFile.Read(file, "code", "name");
        var codes = lines.Select(l => l["code"]).ToHashSet(StringComparer.Ordinal);
        // The services above the teams have no lines of their own, so a parent may be any code; a successor is a team.
        return [.. lines.Select(l => Team(l, codes))];
    }

    private static TeamEntry Team(SettingsLine line, HashSet<string> codes)
    {
        var team = new TeamEntry(line.Required("code"), line.Required("name"), line["kind"], line["service"], line["parent"], line["district"],
            line.Date("from"), line.Date("to"), line["successor"]);
        if (team.To <= team.From) throw line.Wrong("to", "a day after from: the first day on which the team no longer has this name");
        if (team.Successor.Length > 0 && !codes.Contains(team.Successor)) throw line.Wrong("successor", "the code of a team in this file, or nothing");
        return team;
    }

    private static List<PopulationEntry> Populations(string file)
    {
        var (entries, seen) = (new List<PopulationEntry>(), new HashSet<(string, int, int, int)>());
        foreach (var line in SettingsFile.Read(file, "area", "mid_year", "age_from", "age_to", "population", "source"))
        {
            var entry = Population(line);
            // Of two estimates only one could serve, and nothing would say which.
            if (!seen.Add((entry.Area, entry.MidYear, entry.AgeFrom, entry.AgeTo))) throw line.Wrong("mid_year", "a year without a line for this area and these ages: where an estimate was revised, keep the new one alone");
            entries.Add(entry);
        }
        return entries;
    }

    private static PopulationEntry Population(SettingsLine line)
    {
        var area = line["area"] is "authority" ? "" : line["area"];
        var entry = new PopulationEntry(area, (int)Whole(line, "mid_year", 9999), (int)Whole(line, "age_from", 150), (int)Whole(line, "age_to", 150),
            Whole(line, "population", 1_000_000_000), line["source"]);
        return entry.AgeFrom <= entry.AgeTo ? entry : throw line.Wrong("age_to", "an age that is not below age_from");
    }

    private static long Whole(SettingsLine line, string heading, long most) =>
        line.Number(heading) is { } number && number >= 0 && number <= most && number == decimal.Truncate(number)
            ? (long)number
            : throw line.Wrong(heading, "a whole number");

    private static MergedId Merged(SettingsLine line)
    {
        var merged = new MergedId(line.Required("old_id"), line.Required("new_id"), line.Date("merged_on") ?? throw line.Wrong("merged_on", "a date such as 2024-04-01"));
        return merged.OldId != merged.NewId ? merged : throw line.Wrong("new_id", "another id than old_id");
    }

    /// <summary>A key's value; null where the key is not there. A key with nothing behind it was forgotten, and is no wish for what holds without it.</summary>
    private static string? Text(YamlMappingNode map, string file, string key) =>
        SettingsYaml.Text(file, map, key) is { } text ? text.Length > 0 ? text : throw SettingsYaml.Wrong(file, map.Children[key], $"`{key}` has no value. Write one, or take the key out.") : null;

    private static decimal? Percent(YamlMappingNode map, string file, string key) =>
        Text(map, file, key) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100 ? percent
        : throw SettingsYaml.Wrong(file, map.Children[key], $"`{key}` is \"{text}\". Write a number from 0 to 100.");
}
