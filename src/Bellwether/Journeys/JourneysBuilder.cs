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
        var (texts, day) = (records.Texts, dataDate ?? NewestDay(records));
        var numbers = new Numbering(records, authority);
        var people = People.Settle(records, numbers, found);
        var best = new BestTold(records);
        var drafts = Sorted(records, numbers, people, table => best.Counting(table, authority, texts), found);
        SideBySide.Run(DerivedRecords.Of(drafts, codes, authority, texts, Days.Of(day)), found);
        var links = new Links(drafts, texts);
        Each(drafts, found, (rows, own) =>
        {
            Checks.Run(rows, people, Days.Of(day), own);
            links.Resolve(rows, toCases: true, own);
        });
        Each(drafts, found, (rows, own) => links.Resolve(rows, toCases: false, own));
        var settled = drafts.All.ToDictionary(d => d.Kind.Name, d => d.Settled(texts), StringComparer.Ordinal);
        var attributes = Attributes.Of(drafts, numbers, codes, authority, texts, day);
        var caseloads = new Caseloads(settled, records.Kinds, attributes["case-type"], Allocations.CaseRoles(codes["role"], authority), texts);
        texts.LetMadeKeysGo();
        return new Journeys(
            authority, records.Kinds, codes, texts, day, numbers.ChildIds, numbers.WorkerIds, numbers.TeamCodes,
            settled, caseloads.Lazily(), attributes, new Coverage([.. best.Heard(ShortBreaks.Told(records.Statements))], records.Kinds),
            records.Places, records.Values, found.InOrder());
    }

    /// <summary>Every kind by subject and day; kinds without records share what they need.</summary>
    private static Drafts Sorted(RecordSet records, Numbering numbers, DraftRows people, Func<RecordTable, Func<int, bool>?> counting, FoundThings found)
    {
        var kinds = records.Kinds.All;
        var noRows = Enum.GetValues<SubjectKind>().ToDictionary(s => s, s => new int[numbers.Of(s).Count + 1]);
        var rows = new DraftRows[kinds.Count];
        SideBySide.Run([.. kinds.Select((kind, k) =>
        {
            var table = records.Table(kind.Name);       // one that is not there yet is made before threads ask for it
            return new Part(table.Count, own => rows[k] = kind.Name == people.Kind.Name ? people
                : table.Count == 0 ? DraftRows.None(kind, noRows[kind.Subject])
                : Sorted(table, numbers, records.Texts, counting(table), own));
        })], found);
        return new Drafts(rows);
    }

    private static DraftRows Sorted(RecordTable table, Numbering numbers, TextPool texts, Func<int, bool>? counts, FoundThings found)
    {
        var rows = DraftRows.From(table, numbers, texts, counts);
        if (rows.Count == table.Count) return rows;
        var (of, told) = (numbers.Of(table.Kind.Subject), new HashSet<int>());
        for (var r = 0; r < table.Count; r++)
            if (counts?.Invoke(r) == false)
                found.Count("left-to-better-source", table.Kind.Name, EnglishText.Spoken(table.Kind.Name), table.Places[r], table.Rows[r]);
            else if (of[table.Subjects[r]] < 0 && told.Add(table.Subjects[r]))
                found.Count("no-case-record", table.Kind.Name, "", table.Places[r], table.Rows[r]);
        return rows;
    }

    private static void Each(Drafts drafts, FoundThings found, Action<DraftRows, FoundThings> then) =>
        SideBySide.Run([.. drafts.All.Where(d => d.Count > 0).Select(d => new Part(d.Count, own => then(d, own)))], found);

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
