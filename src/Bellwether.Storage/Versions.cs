using Bellwether.Codes;
using Microsoft.Data.Sqlite;

namespace Bellwether.Storage;

/// <summary>The table of record versions, as one load reads and writes it: one command prepared once, however many rows.</summary>
internal sealed class Versions : IDisposable
{
    private readonly Database _database;
    private readonly string _authority;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _close;

    public Versions(Database database, string authority, int load)
    {
        (_database, _authority, Load) = (database, authority, load);
        _insert = database.Command(
            """
            insert into records(authority, kind, record_key, subject, fields, place, source_row, since_load)
            values (@0, @1, @2, @3, @4, @5, @6, @7)
            """,
            authority, "", "", "", "", 0L, 0, load);
        _close = database.Command("update records set until_load = @0 where id = @1", load, 0L);
        _insert.Prepare();
        _close.Prepare();
    }

    /// <summary>The load.</summary>
    public int Load { get; }

    /// <summary>What is known of a kind before this load, oldest version first. Read to the end before anything is written.</summary>
    public IEnumerable<Version> Known(RecordKind kind)
    {
        var order = new FieldOrder(_database, kind);
        using var command = _database.Command(
            """
            select r.id, r.since_load, coalesce(l.data_date, 0), r.record_key, r.subject, r.fields, r.place, r.source_row
            from records r join places p on p.id = r.place join loads l on l.id = p.load
            where r.authority = @0 and r.kind = @1 and r.until_load is null order by r.id
            """,
            _authority, kind.Name);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return new Version(reader.GetInt64(0), reader.GetInt32(1), reader.GetInt32(2),
                new Line(reader.GetString(3), reader.GetString(4), order.Now(reader.GetString(5), reader.GetInt32(1)), reader.GetInt64(6), reader.GetInt32(7)));
    }

    /// <summary>Adds a version known from this load on; the line's place is a row in the store.</summary>
    public void Add(string kind, Line line)
    {
        _insert.Parameters[1].Value = kind;
        _insert.Parameters[2].Value = line.Key;
        _insert.Parameters[3].Value = line.Subject;
        _insert.Parameters[4].Value = line.Fields;
        _insert.Parameters[5].Value = line.Place;
        _insert.Parameters[6].Value = line.Row;
        _insert.ExecuteNonQuery();
    }

    /// <summary>Ends a version's time: from this load on it is known no longer.</summary>
    public void Close(long id)
    {
        _close.Parameters[1].Value = id;
        _close.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _close.Dispose();
    }
}
