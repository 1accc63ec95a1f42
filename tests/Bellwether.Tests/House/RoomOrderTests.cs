using System.Text.RegularExpressions;
using Xunit;

namespace Bellwether.Tests.House;

/// <summary>Data flows one way: a room uses earlier rooms only, and only through their front door.</summary>
public sealed partial class RoomOrderTests
{
    // Catalogue, Definition and DefinitionText are what the Indicators' room is asked for first; they lie in a folder of their own because
    // reading YAML takes twenty files. The folder is public for that reason, and the only one.
    private static readonly string[] PublicFolders = ["Indicators.Definitions"];

    private static readonly string[] Rooms = ["Calendar", "Codes", "Extracts", "Journeys", "Indicators", "Scorecards", "Publications"];

    [Fact]
    public void A_room_uses_only_earlier_rooms() => Assert.Empty(Faults(
        from room in Rooms
        from use in Uses(room)
        where Array.IndexOf(Rooms, use.Room) > Array.IndexOf(Rooms, room)
        select $"{use.File} uses {use.Room}, a later room than {room}"));

    [Fact]
    public void No_room_reaches_past_anothers_front_door() => Assert.Empty(Faults(
        from room in Rooms
        from use in Uses(room)
        where use.Room != room && use.Inner.Length > 0 && char.IsUpper(use.Inner[0]) && IsFolder(use.Room, use.Inner)
            && !PublicFolders.Contains($"{use.Room}.{use.Inner}")
        select $"{use.File} reaches into {use.Room}.{use.Inner}"));

    [Fact]
    public void The_core_knows_no_web_no_database_and_no_terminal() => Assert.Empty(Faults(
        from file in Checkout.Sources("src/Bellwether")
        where Outside().IsMatch(File.ReadAllText(file))
        select Checkout.Short(file)));

    [Fact]
    public void Every_room_has_a_readme_of_at_most_thirty_lines() => Assert.Empty(Faults(
        from room in Rooms
        let readme = Path.Combine(Checkout.Root, "src/Bellwether", room, "README.md")
        where !File.Exists(readme) || File.ReadAllLines(readme).Length > 30
        select readme));

    [Fact]
    public void The_check_itself_sees_a_fault() =>
        Assert.Contains(Found("using Bellwether.Scorecards;", "x.cs"), u => u.Room == "Scorecards");

    private static List<string> Faults(IEnumerable<string> faults) => [.. faults];

    private static bool IsFolder(string room, string inner) =>
        Directory.Exists(Path.Combine(Checkout.Root, "src/Bellwether", room, inner));

    private static IEnumerable<(string File, string Room, string Inner)> Uses(string room) =>
        Checkout.Sources(Path.Combine("src/Bellwether", room)).SelectMany(f => Found(File.ReadAllText(f), Checkout.Short(f)));

    private static IEnumerable<(string File, string Room, string Inner)> Found(string text, string file) =>
        Using().Matches(text).Select(m => (file, m.Groups[1].Value, m.Groups[2].Value)).Where(u => Rooms.Contains(u.Item2));

    [GeneratedRegex(@"\bBellwether\.(\w+)(?:\.(\w+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Using();

    [GeneratedRegex(@"Microsoft\.AspNetCore|Sqlite|Npgsql|System\.Console|\bConsole\.", RegexOptions.CultureInvariant)]
    private static partial Regex Outside();
}
