namespace Bellwether.Tests.House;

/// <summary>The files of this checkout, for tests that police the house.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Sources(params string[] below) =>
        below.SelectMany(b => Directory.EnumerateFiles(Path.Combine(Root, b), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    public static string Short(string file) => Path.GetRelativePath(Root, file);

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Bellwether.slnx"))) return at.FullName;
        throw new DirectoryNotFoundException("Bellwether.slnx");
    }
}
