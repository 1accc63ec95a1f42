using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>Reads what was known after a load back into a record set.</summary>
internal sealed class Remembering(Database database, CodeLists codes, string authority, RecordKinds kinds)
{
    /// <summary>The children whose records are read; null for all.</summary>
    public IReadOnlySet<string>? Children { get; init; }

    public RecordSet Upto(int load)
    {
        var set = new RecordSet(kinds);
        var places = Places(set, load);
        Records(set, places, load);
        set.Statements.AddRange(Statements(database, authority, load));
        Values(set, places, load);
        return set;
    }

    private Dictionary<long, int> Places(RecordSet set, int load)
    {
        var numbers = new Dictionary<long, int>();
        using var command = database.Command(
            "select p.id, p.load, p.file, p.sheet, p.speaker, p.last_day from places p join loads l on l.id = p.load where l.authority = @0 and p.load <= @1 order by p.id",
            authority, load);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            numbers[reader.GetInt64(0)] = set.Places.Count;
            set.Places.Add(new Place(reader.GetInt32(1), reader.GetString(2), reader.GetString(3))
            {
                Speaker = reader.GetString(4),
                To = reader.IsDBNull(5) ? null : Days.Date(reader.GetInt32(5)),
            });
        }
        return numbers;
    }

    private void Records(RecordSet set, Dictionary<long, int> places, int load)
    {
        var text = new RecordText(codes);
        // What is known now lies together in the index and needs no sorting; an earlier state does.
        var isNow = database.One("select 1 from loads where authority = @0 and id > @1 limit 1", authority, load) is null;
        var known = isNow ? "until_load is null" : "since_load <= @2 and (until_load is null or until_load > @2)";
        var of = Children is null ? "" : $" and subject in ({string.Join(", ", Enumerable.Range(3, Children.Count).Select(n => $"@{n}"))})";
        foreach (var kind in kinds.All)
        {
            var order = new FieldOrder(database, kind);
            var isOfSome = Children is not null && kind.Subject == SubjectKind.Child;
            using var command = database.Command(
                $"""
                select record_key, subject, fields, place, source_row, since_load, open_until from records
                where authority = @0 and kind = @1 and {known}{(isOfSome ? of : "")} order by id
                """,
                [authority, kind.Name, load, .. isOfSome ? Children! : (IEnumerable<string>)[]]);
            using var reader = command.ExecuteReader();
            RecordTable? table = null;
            while (reader.Read())
            {
                table ??= set.Table(kind.Name);
                var row = table.Add(set.Texts.Add(reader.GetString(0)), set.Texts.Add(reader.GetString(1)),
                    places[reader.GetInt64(3)], reader.GetInt32(4));
                text.Read(order.Now(reader.GetString(2), reader.GetInt32(5)), table, row, set.Texts);
                // It counts on the last day that some extract held it open, and on none after: the days to its true end are nobody's to tell.
                if (reader.IsDBNull(6) || table[row, 1] != Days.Unknown) continue;
                table.Set(row, 1, reader.GetInt32(6) + 1);
                table.EndsUntold.Add(table.Keys[row]);
            }
        }
    }

    /// <summary>Every statement of the authority's loads up to one, oldest load first.</summary>
    public static List<Statement> Statements(Database database, string authority, int load)
    {
        var statements = new List<Statement>();
        using var command = database.Command(
            """
            select s.kind, s.source, s.holds, s.first_day, s.last_day, s.missing, s.why, s.load, s.speaker
            from statements s join loads l on l.id = s.load where l.authority = @0 and s.load <= @1 order by s.load, s.rowid
            """,
            authority, load);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            statements.Add(new Statement(
                reader.GetString(0), reader.GetString(1), (Completeness)reader.GetInt32(2),
                Days.Date(reader.GetInt32(3)), Days.Date(reader.GetInt32(4)),
                reader.GetString(5).Split(',', StringSplitOptions.RemoveEmptyEntries), reader.GetString(6), reader.GetInt32(7))
            { Speaker = reader.GetString(8) });
        return statements;
    }

    private void Values(RecordSet set, Dictionary<long, int> places, int load)
    {
        using var command = database.Command(
            """
            select v.indicator, v.period, v.area, v.numerator, v.denominator, v.value, v.note, v.place, v.source_row
            from keyed_values v join loads l on l.id = v.load
            where l.authority = @0 and v.load <= @1 and (v.until_load is null or v.until_load > @1) order by v.load, v.rowid
            """,
            authority, load);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            set.Values.Add(new KeyedValue(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), Number(3), Number(4), Number(5), reader.GetString(6),
                places[reader.GetInt64(7)], reader.GetInt32(8)));

        decimal? Number(int column) =>
            reader.IsDBNull(column) ? null : decimal.Parse(reader.GetString(column), CultureInfo.InvariantCulture);
    }
}
