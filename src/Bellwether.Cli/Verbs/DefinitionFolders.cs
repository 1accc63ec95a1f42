using System.CommandLine;
using Bellwether.Codes;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Cli.Verbs;

/// <summary>The shipped definitions, and a home's own over them, read once for a command.</summary>
internal sealed record DefinitionFolders(Catalogue Catalogue, RecordKinds Kinds, CodeLists Codes)
{
    public static Option<DirectoryInfo?> Option() => new("--home") { Description = "Read this home's own definitions too" };

    public static DefinitionFolders Of(DirectoryInfo? home)
    {
        var own = home is null ? null : Path.Combine(home.FullName, "definitions");
        string[] folders = own is not null && Directory.Exists(own) ? [Shelf.Path(), own] : [Shelf.Path()];
        var kinds = RecordKinds.Load(folders);
        var codes = CodeLists.Load([.. folders.Select(f => Path.Combine(f, "codes"))]);
        return new(Indicators.Definitions.Catalogue.Load(folders[0], folders.ElementAtOrDefault(1), kinds, codes), kinds, codes);
    }
}
