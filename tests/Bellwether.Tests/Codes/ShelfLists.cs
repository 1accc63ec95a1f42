using Bellwether.Codes;

namespace Bellwether.Tests.Codes;

/// <summary>The code lists on the shelf, read once for all tests of this room.</summary>
internal static class ShelfLists
{
    public static string Folder { get; } = Path.Combine(Root(), "definitions", "codes");

    public static CodeLists All { get; } = CodeLists.Load(Folder);

    /// <summary>The code that a cell is read as, or null.</summary>
    public static string? Read(string list, string cell) =>
        All[list].TryRead(cell, out int index) ? All[list].Entries[index].Code : null;

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Bellwether.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Bellwether.slnx is in no folder above the tests.");
        return folder;
    }
}
