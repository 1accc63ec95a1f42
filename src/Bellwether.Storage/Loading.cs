using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Microsoft.Data.Sqlite;

namespace Bellwether.Storage;

/// <summary>One load, inside the caller's transaction: compares an extract with what is known and writes the difference as versions.</summary>
internal sealed class Loading
{
    private readonly Database _database;
    private readonly string _authority;
    private readonly Extract _extract;
    private readonly Dictionary<string, List<Line>> _lines;
    private readonly string _hash;

    public Loading(Database database, CodeLists codes, string authority, Extract extract)
    {
        (_database, _authority, _extract) = (database, authority, extract);
        var text = new RecordText(codes);
        var set = extract.Records;
        _lines = set.Tables.ToDictionary(
            t => t.Kind.Name,
            t => Enumerable.Range(0, t.Count).Select(row => new Line(
                set.Texts[t.Keys[row]], set.Texts[t.Subjects[row]], text.Write(t, row, set.Texts), t.Places[row], t.Rows[row])).ToList(),
            StringComparer.Ordinal);
        _hash = ContentHash();
    }

    /// <summary>The load whose content this is again: the newest one taken on the same day from the same sources; null where there is none.</summary>
    public int? SameAs()
    {
        using var command = _database.Command(
            """
            select id, content_hash from loads where authority = @0 and data_date is @1 and sources = @2 order by id desc limit 1
            """,
            _authority, DataDay, Sources);
        using var reader = command.ExecuteReader();
        return reader.Read() && reader.GetString(1) == _hash ? reader.GetInt32(0) : null;
    }

    /// <summary>Writes the load's own row, places, statements and keyed values; returns its number.</summary>
    public int Begin(DateTimeOffset now, string byteHash, string receipt, string findings)
    {
        var load = Convert.ToInt32(_database.One(
            """
            insert into loads(loaded_at, authority, data_date, data_date_given, content_hash, byte_hash, receipt, findings, sources)
            values (@0, @1, @2, @3, @4, @5, @6, @7, @8) returning id
            """,
            now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), _authority, DataDay, _extract.DataDateIsGiven ? 1 : 0, _hash,
            byteHash, receipt, findings, Sources), CultureInfo.InvariantCulture);
        foreach (var s in _extract.Records.Statements)
            _database.Run(
                """
                insert into statements(load, kind, source, holds, first_day, last_day, missing, why)
                values (@0, @1, @2, @3, @4, @5, @6, @7)
                """,
                load, s.Kind, s.Source, (int)s.Holds, Days.Of(s.From), Days.Of(s.To), string.Join(',', s.Missing), s.Why);
        return load;
    }

    /// <summary>Writes every kind's new versions and closes the ones they replace.</summary>
    public IReadOnlyList<KindChange> WriteAll(int load)
    {
        var places = WritePlaces(load);
        WriteValues(load, places);
        var said = _extract.Records.Statements.ToLookup(s => s.Kind, StringComparer.Ordinal);
        var kinds = _lines.Keys.Union(said.Select(g => g.Key), StringComparer.Ordinal).ToList();
        using var insert = Insert(load);
        using var close = _database.Command("update records set until_load = @0 where id = @1", load, 0L);
        return [.. kinds.Select(kind => WriteKind(kind, said[kind].LastOrDefault(), places, insert, close))];
    }

    private KindChange WriteKind(string kind, Statement? says, long[] places, SqliteCommand insert, SqliteCommand close)
    {
        var known = KnownOf(kind);
        var shape = _extract.Records.Kinds[kind];
        var lines = _lines.GetValueOrDefault(kind) ?? [];
        var latest = new Dictionary<string, int>(StringComparer.Ordinal);
        int added = 0, changed = 0, same = 0, withdrawn = 0;
        foreach (var line in lines)
        {
            var first = new Known(0, "", "", line.Fields, 0, 0, 0).First;
            if (!latest.TryGetValue(line.Subject, out var sofar) || first > sofar) latest[line.Subject] = first;
            if (known.Remove(line.Key, out var was))
            {
                // What an earlier extract said of a record is no news once a later one has spoken.
                if (was.Fields == line.Fields || was.DataDate > (DataDay ?? int.MaxValue)) { same++; continue; }
                Close(close, was.Id);
                changed++;
            }
            else added++;
            Add(insert, kind, line.Key, line.Subject, line.Fields, places[line.Place], line.Row);
        }
        if (says is null) return new KindChange(kind, added, changed, 0, same + known.Count);
        foreach (var was in known.Values)
        {
            var fate = was.Under(shape, says, latest.GetValueOrDefault(was.Subject, Days.None));
            if (fate == Fate.Stays) { same++; continue; }
            Close(close, was.Id);
            withdrawn++;
            if (fate == Fate.EndUnknown) Add(insert, kind, was.Key, was.Subject, WithoutEnd(was.Fields), was.Place, was.SourceRow);
        }
        return new KindChange(kind, added, changed, withdrawn, same);
    }

    private static string WithoutEnd(string fields)
    {
        var cells = fields.Split('\t');
        cells[1] = "";
        return string.Join('\t', cells);
    }

    private Dictionary<string, Known> KnownOf(string kind)
    {
        var known = new Dictionary<string, Known>(StringComparer.Ordinal);
        using var command = _database.Command(
            """
            select r.id, r.record_key, r.subject, r.fields, coalesce(l.data_date, 0), r.place, r.source_row
            from records r join loads l on l.id = r.since_load where r.authority = @0 and r.kind = @1 and r.until_load is null
            """,
            _authority, kind);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            known[reader.GetString(1)] = new Known(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                reader.GetInt32(4), reader.GetInt64(5), reader.GetInt32(6));
        return known;
    }

    private long[] WritePlaces(int load) =>
        [.. _extract.Records.Places.Select(p => Convert.ToInt64(_database.One(
            "insert into places(load, file, sheet) values (@0, @1, @2) returning id", load, p.File, p.Sheet), CultureInfo.InvariantCulture))];

    private void WriteValues(int load, long[] places)
    {
        foreach (var v in _extract.Records.Values)
        {
            // A value given again for the same indicator, period and area replaces the earlier one from now on.
            _database.Run(
                "update keyed_values set until_load = @0 where until_load is null and indicator = @1 and period = @2 and area = @3 and load < @0",
                load, v.Indicator, v.Period, v.Area);
            _database.Run(
                """
                insert into keyed_values(load, indicator, period, area, numerator, denominator, value, note, place, source_row)
                values (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9)
                """,
                load, v.Indicator, v.Period, v.Area, Text(v.Numerator), Text(v.Denominator), Text(v.Value), v.Note, places[v.Place], v.Row);
        }

        static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
    }

    private SqliteCommand Insert(int load)
    {
        var command = _database.Command(
            """
            insert into records(authority, kind, record_key, subject, fields, place, source_row, since_load)
            values (@0, @1, @2, @3, @4, @5, @6, @7)
            """,
            _authority, "", "", "", "", 0L, 0, load);
        command.Prepare();
        return command;
    }

    private static void Add(SqliteCommand insert, string kind, string key, string subject, string fields, long place, int row)
    {
        insert.Parameters[1].Value = kind;
        insert.Parameters[2].Value = key;
        insert.Parameters[3].Value = subject;
        insert.Parameters[4].Value = fields;
        insert.Parameters[5].Value = place;
        insert.Parameters[6].Value = row;
        insert.ExecuteNonQuery();
    }

    private static void Close(SqliteCommand close, long id)
    {
        close.Parameters[1].Value = id;
        close.ExecuteNonQuery();
    }

    private int? DataDay => _extract.DataDate is { } date ? Days.Of(date) : null;

    private string Sources =>
        string.Join(',', _extract.Records.Statements.Select(s => s.Source).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Equal if and only if the content is: row order, file names and heading order do not matter.</summary>
    private string ContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = _lines.SelectMany(k => k.Value.Select(l => $"{k.Key}\u001f{l.Key}\u001f{l.Subject}\u001f{l.Fields}"))
            .Concat(_extract.Records.Statements.Select(s => $"says {s.Kind} {s.Holds} {s.From:O} {s.To:O}"))
            .Concat(_extract.Records.Values.Select(v => FormattableString.Invariant(
                $"value {v.Indicator} {v.Period} {v.Area} {v.Numerator} {v.Denominator} {v.Value} {v.Note}")))
            .Order(StringComparer.Ordinal);
        foreach (var line in lines) hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed record Line(string Key, string Subject, string Fields, int Place, int Row);
}
