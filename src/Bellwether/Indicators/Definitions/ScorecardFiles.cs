using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Definitions;

/// <summary>Reads the folder scorecards.</summary>
internal static class ScorecardFiles
{
    private static readonly string[] Keys = ["id", "title", "committee", "lists", "note"];
    private static readonly string[] ListKeys = ["from", "indicators"];

    public static IReadOnlyList<Scorecard> Load(IEnumerable<string> folders, Catalogue catalogue, Lint lint)
    {
        var scorecards = new SortedList<string, Scorecard>(StringComparer.Ordinal);
        foreach (var folder in folders)
            foreach (var file in YamlShelf.In(Path.Combine(folder, "scorecards"), lint))
                if (Read(file, catalogue, lint) is { } scorecard) scorecards[file.Id] = scorecard;
        return [.. scorecards.Values];
    }

    private static Scorecard? Read(YamlShelf file, Catalogue catalogue, Lint lint)
    {
        file.CheckKeys(file.Top, Keys, "A scorecard");
        var lists = new List<ScorecardList>();
        foreach (var map in file.Maps(file.Top, "lists"))
        {
            file.CheckKeys(map, ListKeys, "A list of a scorecard");
            var names = file.List(map, "indicators");
            foreach (var name in names.Where(n => catalogue.Find(n.Value!) is null))
                lint.Error(file.At(name), $"There is no indicator \"{name.Value}\". Nearest: {string.Join(", ", catalogue.NearestTo(name.Value!))}.");
            lists.Add(new ScorecardList(file.Day(map, "from"), [.. names.Select(n => n.Value!)]));
        }
        if (lists.Count > 0)
            return new Scorecard(file.Id, file.Text(file.Top, "title") ?? file.Id, file.Text(file.Top, "committee") ?? "", [.. lists.OrderBy(l => l.From ?? DateOnly.MinValue)]);
        lint.Error(file.At(file.Top), "A scorecard needs `lists`: one or more, each with `indicators` and, from the second on, `from`.");
        return null;
    }
}
