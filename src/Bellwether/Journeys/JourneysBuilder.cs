using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Journeys.Building;

namespace Bellwether.Journeys;

/// <summary>From records to journeys, in order: number, sort, derive, link, describe.</summary>
internal static class JourneysBuilder
{
    public static Journeys Build(RecordSet records, CodeLists codes, Authority authority, DateOnly? dataDate)
    {
        var found = new FoundThings(records.Places);
        var day = dataDate ?? NewestDay(records);
        var numbers = new Numbering(records, authority);
        var people = People.Settle(records, numbers, found);
        var drafts = new Dictionary<string, DraftRows>(StringComparer.Ordinal);
        foreach (var kind in records.Kinds.All) drafts[kind.Name] = people;
        var made = new DraftRows[drafts.Count];
        var kinds = drafts.Keys.ToList();
        foreach (var kind in kinds) records.Table(kind);       // the tables that are not there yet are made before threads ask for them
        Parallel.For(0, made.Length, k =>
        {
            made[k] = kinds[k] == "people" ? people : Draft(records, records.Kinds[kinds[k]], numbers, found);
            NumberWorkersAndTeams(made[k], numbers);
        });
        for (var k = 0; k < made.Length; k++) drafts[kinds[k]] = made[k];
        DerivedRecords.Apply(drafts, codes, authority, records.Texts, Days.Of(day), found);
        new Links(drafts, records.Texts, found).Resolve();
        var settled = drafts.ToDictionary(d => d.Key, d => d.Value.Settled(records.Texts), StringComparer.Ordinal);
        var attributes = Attributes.Of(drafts, numbers, codes, authority, records.Texts, day);
        var caseloads = new Caseloads(settled, records.Kinds, attributes["case-type"], Allocations.CaseRoles(codes["role"], authority), records.Texts);
        return new Journeys(
            authority, records.Kinds, codes, records.Texts, day, numbers.ChildIds, numbers.WorkerIds, numbers.TeamCodes,
            settled, caseloads.Lazily(), attributes, new Coverage([.. ShortBreaks.Told(records.Statements)], records.Kinds),
            records.Places, records.Values, found.InOrder());
    }

    private static DraftRows Draft(RecordSet records, RecordKind kind, Numbering numbers, FoundThings found)
    {
        var (of, count) = numbers.Subjects(kind.Subject);
        var table = records.Table(kind.Name);
        var rows = DraftRows.From(table, of, count, records.Texts);
        if (rows.Count == table.Count) return rows;
        var told = new HashSet<int>();
        for (var r = 0; r < table.Count; r++)
            if (of[table.Subjects[r]] < 0 && told.Add(table.Subjects[r]))
                found.Count("no-case-record", kind.Name, "", table.Places[r], table.Rows[r]);
        return rows;
    }

    private static void NumberWorkersAndTeams(DraftRows rows, Numbering numbers)
    {
        for (var f = 0; f < rows.Fields.Length; f++)
        {
            var of = rows.Kind.Fields[f].Type switch
            {
                FieldType.Worker => numbers.WorkerOf,
                FieldType.Team => numbers.TeamOf,
                _ => null,
            };
            if (of is null) continue;
            var column = rows.Fields[f];
            for (var r = 0; r < column.Length; r++)
                if (column[r] >= 0) column[r] = of[column[r]];
        }
    }

    /// <summary>
    /// The last day any statement speaks for; without statements the last day any record begins or happened; with keyed values alone the end
    /// of the last month keyed. The first of January of the year 1 where nothing is dated.
    /// </summary>
    private static DateOnly NewestDay(RecordSet records)
    {
        if (records.Statements.Count > 0) return records.Statements.Max(s => s.To);
        var last = 0;
        foreach (var table in records.Tables)
        {
            if (table.Kind.Shape == RecordShape.Entity) continue;
            foreach (var first in table.Column(0)) last = Math.Max(last, first);
        }
        foreach (var value in records.Values)
            if (Month.TryParse(value.Period, out var month)) last = Math.Max(last, Days.Of(month.Last));
        return Days.Date(last);
    }
}
