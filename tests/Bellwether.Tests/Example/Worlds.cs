using Bellwether.Example;

namespace Bellwether.Tests.Example;

/// <summary>Worlds that several tests look at, each told once.</summary>
internal static class Worlds
{
    private static readonly Lazy<World> SmallOnce = new(() => ExampleAuthority.Simulate(7, new DateOnly(2020, 4, 1), new DateOnly(2024, 3, 31), 0.06));
    private static readonly Lazy<World> DefaultOnce = new(ExampleAuthority.Simulate);

    public static World Small => SmallOnce.Value;
    public static World Default => DefaultOnce.Value;

    public static string Folder() => Directory.CreateTempSubdirectory("bellwether-example-").FullName;

    public static DirectoryInfo Home()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Bellwether.slnx"))) at = at.Parent;
        return new DirectoryInfo(Path.Combine(at!.FullName, "authorities", "example"));
    }

    /// <summary>A table as rows of column name to cell.</summary>
    public static List<Dictionary<string, string>> Read(string folder, string table)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, $"ssd_{table}.csv"));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(l => Split(l)).Select(c => columns.Select((name, i) => (name, c[i])).ToDictionary(p => p.name, p => p.Item2))];
    }

    public static string[] Split(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var ch in line)
        {
            if (ch == '"') quoted = !quoted;
            if (ch == ',' && !quoted) cells.Add("");
            else cells[^1] += ch;
        }
        return [.. cells];
    }
}
