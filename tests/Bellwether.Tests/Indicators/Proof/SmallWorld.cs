using Bellwether.Example;
using Bellwether.Extracts;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;
using Bellwether.Tests.Example;
using Bellwether.Tests.Journeys;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>The invented council at a twentieth of its size, three years of it, as its extracts say it; read once.</summary>
internal static class SmallWorld
{
    private static readonly Lazy<World> Told = new(() => ExampleAuthority.Simulate(11, new DateOnly(2023, 4, 1), At, 0.05));
    private static readonly Lazy<Bellwether.Journeys.Journeys> Once = new(() => Read());

    public static DateOnly At { get; } = new(2026, 3, 31);

    public static DateOnly[] MonthEnds { get; } = [new(2025, 2, 28), new(2025, 9, 30), At];

    public static Catalogue TheShelf { get; } = Catalogue.Load(Bellwether.Codes.Shelf.Path(), null, RecordsFixture.Kinds, RecordsFixture.Codes);

    public static Bellwether.Journeys.Journeys Journeys => Once.Value;

    /// <summary>The journeys, with records added after reading where any are given.</summary>
    /// <param name="number">Told the records first, to number the texts that cells will hold.</param>
    /// <param name="more">Kind, child and cells of each record added.</param>
    public static Bellwether.Journeys.Journeys Read(
        Action<RecordSet>? number = null, Func<(string Kind, string Child, (string Field, int Cell)[] Cells)[]>? more = null)
    {
        var folder = Worlds.Folder();
        try
        {
            SsdFolder.Write(Told.Value, At, folder);
            LocalCsvs.Write(Told.Value, At, folder);
            var home = Worlds.Home().FullName;
            var extract = new ExtractReader(RecordsFixture.Kinds, RecordsFixture.Codes, ReadingSettings.For(Bellwether.Codes.Shelf.Path(), home)).Read([folder], At);
            number?.Invoke(extract.Records);
            foreach (var (kind, child, cells) in more?.Invoke() ?? [])
            {
                var table = extract.Records.Table(kind);
                var row = table.Add(extract.Records.Texts.Add($"{kind}-{child}"), extract.Records.Texts.Add(child), 0, 1);
                foreach (var (field, cell) in cells) table.Set(row, table.Kind.IndexOf(field), cell);
            }
            return Bellwether.Journeys.Journeys.Build(extract.Records, RecordsFixture.Codes, Authority.Load(home), At);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>Every indicator of the shelf and every variant of it.</summary>
    public static IEnumerable<Found> Everything() => TheShelf.Entries.SelectMany(e => e.Variants.Keys.Prepend("").Select(v => new Found(e, v)));

    /// <summary>An indicator's name with its variant, for a message.</summary>
    public static string Name(Found found) => found.Variant.Length == 0 ? found.Entry.Definition.Id : $"{found.Entry.Definition.Id}/{found.Variant}";
}
