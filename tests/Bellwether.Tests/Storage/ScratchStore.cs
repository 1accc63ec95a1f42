using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Storage;
using Bellwether.Tests.Journeys;

namespace Bellwether.Tests.Storage;

/// <summary>A store that goes with the test, a file in a folder or a schema of a server, loaded from text tables (<see cref="RecordsFixture"/>).</summary>
/// <param name="engine">Where the store lies.</param>
public sealed class ScratchStore(StoreEngine engine) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bellwether-store-");
    private readonly Dictionary<string, Store> _open = new(StringComparer.Ordinal);

    private StorePlace? _place;

    public string File => Path.Combine(_folder.FullName, "store.db");

    public StorePlace Place => _place ??= engine == StoreEngine.Sqlite ? StorePlace.File(File) : StorePlace.Server(PostgresServer.Shared.NewSchema());

    public Store Store => For("997");

    /// <summary>The store as one authority opens it.</summary>
    public Store For(string authority) => _open.TryGetValue(authority, out var store) ? store
        : _open[authority] = Store.Open(Place, RecordsFixture.Codes, authority, TimeProvider.System);

    /// <summary>Loads lines as the extract of a day.</summary>
    public LoadResult Load(string day, Statement[] says, params string[] lines) => Store.Load(Extract(day, says, lines), "bytes");

    public static Extract Extract(string day, Statement[] says, params string[] lines) => Extract(day, says, RecordsFixture.Records(lines));

    public static Extract Extract(string day, Statement[] says, RecordSet records)
    {
        records.Statements.AddRange(says);
        return new Extract(records, Date(day), true, [], []);
    }

    /// <summary>Every record of the kind between two days.</summary>
    public static Statement Full(string kind, string from, string to) => new(kind, "test", Completeness.Full, Date(from), Date(to), [], "");

    /// <summary>The latest record of each child.</summary>
    public static Statement Latest(string kind, string day) => new(kind, "test", Completeness.LatestOnly, Date(day), Date(day), [], "only the latest");

    /// <summary>What is known of a kind, by key: <c>P1 2024-01-02..-</c> for a spell, <c>V1 2024-01-02</c> for an event.</summary>
    public string Known(string kind, int? afterLoad = null, string authority = "997")
    {
        var table = For(authority).Records(RecordsFixture.Kinds, afterLoad) is var set ? set.Table(kind) : null!;
        return string.Join(", ", Enumerable.Range(0, table.Count)
            .Select(r => $"{set.Texts[table.Keys[r]]} {RecordsFixture.Written(table[r, 0])}"
                + (table.Kind.Shape == RecordShape.Spell ? $"..{RecordsFixture.Written(table[r, 1])}" : ""))
            .Order(StringComparer.Ordinal));
    }

    /// <summary>One number from the database itself.</summary>
    public long Count(string sql)
    {
        using var database = Database.Open(Place);
        return database.Number(sql);
    }

    public void Close()
    {
        foreach (var store in _open.Values) store.Dispose();
        _open.Clear();
    }

    public void Dispose()
    {
        Close();
        _folder.Delete(recursive: true);
    }

    public static DateOnly Date(string day) => Days.Date(RecordsFixture.Day(day));
}
