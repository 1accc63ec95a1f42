using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>One load, inside the caller's transaction: compares an extract with what is known and writes the difference as versions.</summary>
internal sealed class Loading
{
    private readonly Database _database;
    private readonly string _authority;
    private readonly Extract _extract;
    private readonly Dictionary<string, List<Line>> _lines;
    private readonly RecordText _text;
    private readonly string _hash;

    public Loading(Database database, CodeLists codes, string authority, Extract extract)
    {
        (_database, _authority, _extract) = (database, authority, extract);
        _text = new RecordText(codes);
        var set = extract.Records;
        _lines = set.Tables.ToDictionary(t => t.Kind.Name, t => Lines(t, set.Texts, _text), StringComparer.Ordinal);
        _hash = ContentHash.Of(_lines, set, _text);
    }

    /// <summary>The load whose content this is again: the newest one taken on the same day from the same sources; null where there is none.</summary>
    public int? SameAs()
    {
        using var command = _database.Command(
            """
            select id, content_hash from loads where authority = @0 and data_date is not distinct from @1 and sources = @2 order by id desc limit 1
            """,
            _authority, DataDay, Sources);
        using var reader = command.ExecuteReader();
        return reader.Read() && reader.GetString(1) == _hash ? reader.GetInt32(0) : null;
    }

    /// <summary>Writes the load's own row, places, statements and keyed values; returns its number.</summary>
    public int Begin(DateTimeOffset now, string byteHash, string receipt, string findings)
    {
        // Numbered by the only writer there is, so that both engines number alike and none is left out.
        var load = (int)_database.Number(
            """
            insert into loads(id, loaded_at, authority, data_date, data_date_given, content_hash, byte_hash, receipt, findings, sources, measures)
            values ((select coalesce(max(id), 0) + 1 from loads), @0, @1, @2, @3, @4, @5, @6, @7, @8, @9) returning id
            """,
            IsoTime.Format(now), _authority, DataDay, _extract.DataDateIsGiven ? 1 : 0, _hash,
            byteHash, receipt, findings, Sources, Measures.Of(_extract).Write());
        foreach (var s in _extract.Records.Statements)
            _database.Run(
                """
                insert into statements(load, kind, source, holds, first_day, last_day, missing, why, speaker)
                values (@0, @1, @2, @3, @4, @5, @6, @7, @8)
                """,
                load, s.Kind, s.Source, (int)s.Holds, Days.Of(s.From), Days.Of(s.To), string.Join(',', s.Missing), s.Why, s.Speaker);
        return load;
    }

    /// <summary>Writes every kind's new versions and closes the ones they replace.</summary>
    public IReadOnlyList<KindChange> WriteAll(int load)
    {
        var places = WritePlaces(load);
        WriteValues(load, places);
        var said = _extract.Records.Statements.ToLookup(s => s.Kind, StringComparer.Ordinal);
        var before = Remembering.Statements(_database, _authority, load - 1).ToLookup(s => s.Kind, StringComparer.Ordinal);
        var fills = _extract.Records.Fills.ToLookup(f => f.Kind, StringComparer.Ordinal);
        var kinds = _lines.Keys.Union(said.Select(g => g.Key), StringComparer.Ordinal).Union(fills.Select(g => g.Key), StringComparer.Ordinal).ToList();
        var versions = new Versions(_database, _authority, load);
        return [.. kinds.Select(kind => WriteKind(kind, [.. said[kind]], [.. before[kind]], places, versions, fills[kind]))];
    }

    private KindChange WriteKind(string kind, List<Statement> says, List<Statement> before, long[] places, Versions versions, IEnumerable<Fill> fills)
    {
        var shape = _extract.Records.Kinds[kind];
        FieldOrder.Note(_database, versions.Load, shape);
        var lines = (_lines.GetValueOrDefault(kind) ?? []).Select(l => new ToldLine(l, Told(l), _extract.Records.Places[(int)l.Place].Speaker)).ToList();
        var comparing = new Comparing(shape, lines, says, before);
        comparing.Run(versions.Known(shape));
        versions.Close(comparing.Ended);
        versions.Add(kind, comparing.EndUnknown.Concat(comparing.Begun.Select(l => l with { Place = places[l.Place] })));
        var filled = Filling.Run(shape, fills, versions, _text, _extract.Records.Texts);
        return comparing.Change with { Changed = comparing.Change.Changed + filled, Same = comparing.Change.Same - Math.Min(filled, comparing.Change.Same) };
    }

    /// <summary>The last day that whoever tells a line speaks for.</summary>
    private int Told(Line line) => _extract.Records.Places[(int)line.Place].To is { } day ? Days.Of(day) : DataDay ?? int.MaxValue;

    private static List<Line> Lines(RecordTable table, TextPool texts, RecordText text)
    {
        var lines = new List<Line>(table.Count);
        for (var row = 0; row < table.Count; row++)
        {
            var line = new Line(texts[table.Keys[row]], texts[table.Subjects[row]], text.Write(table, row, texts), table.Places[row], table.Rows[row]);
            if (table.EndsUntold.Contains(table.Keys[row])) line = line with { Fields = Cells.With(line.Fields, [(1, "")]), OpenUntil = table[row, 1] - 1 };
            lines.Add(line);
        }
        return lines;
    }

    private long[] WritePlaces(int load) =>
        [.. _extract.Records.Places.Select(p => _database.Number(
            "insert into places(load, file, sheet, speaker, last_day) values (@0, @1, @2, @3, @4) returning id",
            load, p.File, p.Sheet, p.Speaker, p.To is { } day ? Days.Of(day) : null))];

    private void WriteValues(int load, long[] places)
    {
        foreach (var v in _extract.Records.Values)
        {
            // A value given again for the same indicator, period and area replaces the earlier one from now on.
            _database.Run(
                """
                update keyed_values set until_load = @0 where until_load is null and indicator = @1 and period = @2 and area = @3 and load < @0
                  and load in (select id from loads where authority = @4)
                """,
                load, v.Indicator, v.Period, v.Area, _authority);
            _database.Run(
                """
                insert into keyed_values(load, indicator, period, area, numerator, denominator, value, note, place, source_row)
                values (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9)
                """,
                load, v.Indicator, v.Period, v.Area, Text(v.Numerator), Text(v.Denominator), Text(v.Value), v.Note, places[v.Place], v.Row);
        }

        static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
    }

    private int? DataDay => _extract.DataDate is { } date ? Days.Of(date) : null;

    private string Sources => SourcesOf(_extract);

    /// <summary>The sources of an extract, in order of name.</summary>
    public static string SourcesOf(Extract extract) =>
        string.Join(',', extract.Records.Statements.Select(s => s.Source).Distinct().Order(StringComparer.Ordinal));
}
