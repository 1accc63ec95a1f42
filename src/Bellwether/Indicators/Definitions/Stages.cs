namespace Bellwether.Indicators.Definitions;

/// <summary>A child's way through the service, in order: the folders that indicators lie in.</summary>
public static class Stages
{
    private static readonly (string Folder, string Title)[] Known =
    [
        ("front-door", "Front door"), ("assessment", "Assessment"), ("in-need", "Children in need"), ("protection", "Protection"),
        ("care", "Care"), ("health", "Health"), ("education", "Education"), ("missing", "Missing"), ("permanence", "Permanence"),
        ("leaving-care", "Leaving care"), ("carers", "Carers"), ("legal", "Legal"), ("workforce", "Workforce"), ("quality", "Quality of practice"),
        ("money", "Money"),
    ];

    /// <summary>The entries by stage, each stage's in order of code, then id; folders of a council's own come last, by name.</summary>
    /// <param name="entries">A catalogue's.</param>
    public static IReadOnlyList<(string Title, IReadOnlyList<CatalogueEntry> Entries)> InOrder(IEnumerable<CatalogueEntry> entries) =>
    [
        .. entries.GroupBy(e => e.Definition.Stage, StringComparer.Ordinal)
            .OrderBy(g => Place(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Title(g.Key), (IReadOnlyList<CatalogueEntry>)[.. g
                .OrderBy(e => e.Definition.Code, StringComparer.Ordinal).ThenBy(e => e.Definition.Id, StringComparer.Ordinal)])),
    ];

    private static int Place(string folder) =>
        Array.FindIndex(Known, s => s.Folder == folder) is var at and >= 0 ? at : Known.Length;

    private static string Title(string folder) => Place(folder) is var at && at < Known.Length ? Known[at].Title : folder;
}
