using Bellwether.Codes;
using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>What the gate reads beside figures: loads and the text of definitions. Only the gate holds it.</summary>
/// <param name="Home">The home.</param>
/// <param name="Load">Number of the load that the figures know; 0 where nothing was loaded.</param>
/// <param name="LoadedAt">When that was.</param>
/// <param name="Turn">The lock around the home.</param>
internal sealed record Shelves(Home Home, int Load, DateTimeOffset? LoadedAt, Lock Turn)
{
    /// <summary>A definition's file as written: the home's own, else the shipped one; empty where there is none. The id must come from the catalogue.</summary>
    public string Definition(string id)
    {
        var file = new[] { Path.Combine(Home.Folder, "definitions"), Shelf.Path() }
            .Select(f => Path.Combine(f, "indicators", id + ".yaml")).FirstOrDefault(File.Exists);
        return file is null ? "" : File.ReadAllText(file);
    }
}
