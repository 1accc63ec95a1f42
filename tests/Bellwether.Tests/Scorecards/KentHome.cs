using Bellwether.Storage;
using Bellwether.Tests.House;

namespace Bellwether.Tests.Scorecards;

/// <summary>The golden home, copied to a temporary folder with its figures loaded.</summary>
public sealed class KentHome : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bellwether-kent-").FullName;

    public KentHome()
    {
        var from = Path.Combine(Checkout.Root, "samples", "kent-2017");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.Contains("store.db", StringComparison.Ordinal)))
        {
            var to = Path.Combine(_folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        Home = Home.Open(_folder, TimeProvider.System);
        string[] figures = [Path.Combine(_folder, "figures", "values.csv")];
        var extract = Home.Read(figures, null);
        Load = Home.Load(extract, figures);
        Known = Home.AsKnown();
    }

    public Home Home { get; }

    public LoadResult Load { get; }

    public Knowledge Known { get; }

    public void Dispose()
    {
        Home.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
