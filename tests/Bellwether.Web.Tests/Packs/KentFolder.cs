using Xunit;
using static Bellwether.Web.Tests.Cli.CommandLine;

namespace Bellwether.Web.Tests.Packs;

/// <summary>The golden home in a folder of its own, loaded by the command line, and commands on it.</summary>
public sealed class KentFolder : IDisposable
{
    public KentFolder()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Bellwether.slnx"))) root = Path.GetDirectoryName(root.TrimEnd(Path.DirectorySeparatorChar))!;
        var from = Path.Combine(root, "samples", "kent-2017");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.Contains("store.db", StringComparison.Ordinal)))
        {
            var to = Path.Combine(Home, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }
        Assert.Equal(0, Run("load", "--home", Home, Path.Combine(Home, "figures", "values.csv")).Code);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("bellwether-packs-").FullName;

    public string Home => Path.Combine(Folder, "home");

    public string Texts => Path.Combine(Home, "texts");

    /// <summary>A command on this home: its verb, then the rest.</summary>
    public (int Code, string Output, string Errors) On(string verb, string sub, params string[] rest) => Run([verb, sub, "--home", Home, .. rest]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
