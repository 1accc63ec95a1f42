using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Storage;

/// <summary>The table of record versions, as one load reads and writes it.</summary>
internal sealed class Versions(Database database, string authority, int load)
{
    /// <summary>The load.</summary>
    public int Load => load;

    /// <summary>What is known of a kind before this load, oldest version first. Read to the end before anything is written.</summary>
    public IEnumerable<Version> Known(RecordKind kind)
    {
        var order = new FieldOrder(database, kind);
        using var command = database.Command(
            """
            select r.id, r.since_load, coalesce(p.last_day, l.data_date, 0), r.record_key, r.subject, r.fields, r.place, r.source_row, r.open_until, p.speaker
            from records r join places p on p.id = r.place join loads l on l.id = p.load
            where r.authority = @0 and r.kind = @1 and r.until_load is null order by r.id
            """,
            authority, kind.Name);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var until = reader.IsDBNull(8) ? Days.None : reader.GetInt32(8);
            yield return new Version(reader.GetInt64(0), reader.GetInt32(1), Days.IsDate(until) ? Math.Max(until, reader.GetInt32(2)) : reader.GetInt32(2), reader.GetString(9),
                new Line(reader.GetString(3), reader.GetString(4), order.Now(reader.GetString(5), reader.GetInt32(1)), reader.GetInt64(6), reader.GetInt32(7)) { OpenUntil = until });
        }
    }

    /// <summary>Adds versions known from this load on; a line's place is a row in the store.</summary>
    public void Add(string kind, IEnumerable<Line> lines)
    {
        using var rows = database.Insert("records", "authority", "kind", "record_key", "subject", "fields", "place", "source_row", "since_load", "open_until");
        foreach (var line in lines) rows.Add(authority, kind, line.Key, line.Subject, line.Fields, line.Place, line.Row, load, Days.IsDate(line.OpenUntil) ? line.OpenUntil : null);
        rows.Complete();
    }

    /// <summary>Ends versions' time: from this load on they are known no longer.</summary>
    public void Close(IEnumerable<long> ids) => database.RunEach("update records set until_load = @0 where id = @1", ids, load);
}
