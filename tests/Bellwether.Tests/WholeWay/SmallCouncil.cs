using Bellwether.Example;
using Bellwether.Extracts;
using Bellwether.Storage;

namespace Bellwether.Tests.WholeWay;

/// <summary>The invented council at a small size, its case system's extract of one day loaded into a home.</summary>
public sealed class SmallCouncil : IDisposable
{
    private readonly TemporaryHome _home = new();

    public SmallCouncil()
    {
        World = ExampleAuthority.Simulate(7, new DateOnly(2021, 10, 1), Day, 0.08);
        var folder = _home.File("extract");
        SsdFolder.Write(World, Day, folder);
        LocalCsvs.Write(World, Day, folder);
        Extract = _home.Load(Day, folder);
        Known = _home.Home.AsKnown();
    }

    public static DateOnly Day { get; } = new(2026, 9, 30);

    public World World { get; }

    public Extract Extract { get; }

    public Knowledge Known { get; }

    public Home Home => _home.Home;

    public void Dispose() => _home.Dispose();
}

/// <summary>A home made by <c>init</c> in a temporary folder.</summary>
public sealed class TemporaryHome : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bellwether-home-").FullName;

    public TemporaryHome()
    {
        Home.Create(Path.Combine(_folder, "home"), "Test authority", "998");
        Home = Home.Open(Path.Combine(_folder, "home"), TimeProvider.System);
    }

    public Home Home { get; }

    public string File(string name) => Path.Combine(_folder, name);

    /// <summary>Reads and, unless rejected, loads.</summary>
    public Extract Load(DateOnly? dataDate, params string[] paths)
    {
        var extract = Home.Read(paths, dataDate);
        if (!extract.IsRejected) Home.Load(extract, paths);
        return extract;
    }

    public void Dispose()
    {
        Home.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
