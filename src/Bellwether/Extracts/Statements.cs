using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts.Maps;

namespace Bellwether.Extracts;

/// <summary>What an extract says of each kind, from its maps and from what was supplied.</summary>
internal sealed class Statements(RecordKinds kinds, RecordSet records, DateOnly dataDate)
{
    /// <summary>The first day the whole of a format speaks for.</summary>
    public static DateOnly FirstDay(ExtractMap map, DateOnly dataDate) => dataDate.AddMonths(-map.SpeaksOf("default").Months);

    /// <param name="read">Lists that were recognised, with the tables' rows and the fields whose columns are there.</param>
    public IEnumerable<Statement> Of(ExtractMap map, IReadOnlyList<BoundList> read, IReadOnlyDictionary<BoundList, ReceiptCount> counts, IReadOnlySet<string> givenElsewhere)
    {
        foreach (var kind in kinds.All)
        {
            var lists = map.Lists.Where(l => l.Records.Any(r => r.Kind == kind.Name && r.Again != Again.FillOnly)).ToList();
            var supplied = read.Where(b => lists.Contains(b.Found.List) && counts[b].IsSupplied && Dates(b, kind)).ToList();
            if (supplied.Any(b => counts[b].IsPartial))
                yield return new Statement(kind.Name, map.Format, Completeness.Absent, dataDate, dataDate, [], $"the file of {map.Format} holds only changes to what an earlier one told");
            else if (supplied.Count > 0 && map.IsReturn)
                foreach (var statement in OfYears([.. supplied.Select(b => counts[b].ReturnYear ?? dataDate).Distinct().OrderDescending().Select(y => Given(map, kind, read, y))]))
                    yield return statement;
            else if (supplied.Count > 0) yield return Given(map, kind, read, null);
            else if (map.IsWhole ? !givenElsewhere.Contains(kind.Name) : read.Any(b => lists.Contains(b.Found.List)))
                yield return new Statement(kind.Name, map.Format, Completeness.Absent, dataDate, dataDate, [], WhyAbsent(map, kind, lists, read, counts)) { Speaker = map.Speaker };
        }
    }

    /// <summary>Years that follow each other are one statement, where each says all of its year; newest first.</summary>
    private static IEnumerable<Statement> OfYears(IReadOnlyList<Statement> years)
    {
        for (var i = 0; i < years.Count; i++)
        {
            var said = years[i];
            while (said.Holds == Completeness.Full && i + 1 < years.Count && years[i + 1].To == said.From.AddDays(-1)) said = said with { From = years[++i].From };
            yield return said;
        }
    }

    /// <summary>The list says when a record of the kind was: without that column it gives none.</summary>
    private static bool Dates(BoundList list, RecordKind kind) => kind.Shape == RecordShape.Entity
        || list.Records.Any(r => r.Map.Kind == kind.Name && r.Fields.Any(f => f.Number == 0 || f.Field.Name == "due"));

    /// <param name="year">The last day of the year a return speaks for; null for what is no return.</param>
    private Statement Given(ExtractMap map, RecordKind kind, IReadOnlyList<BoundList> read, DateOnly? year)
    {
        var says = map.SpeaksOf(kind.Name);
        var to = year ?? dataDate;
        var from = says.Holds == Completeness.LatestOnly ? to.AddMonths(-says.Months) : year is not null ? ReturnYears.FirstDay(to, map) : says.Months > 0 ? dataDate.AddMonths(-says.Months) : Earliest(kind.Name);
        var brought = read.SelectMany(b => b.Records).Where(r => r.Map.Kind == kind.Name).SelectMany(r => r.Fields)
            .Where(f => f.Map.Constant != "unknown").Select(f => f.Field.Name).ToHashSet(StringComparer.Ordinal);
        string[] missing = [.. kind.Fields.Select(f => f.Name).Where(f => !brought.Contains(f) && !map.Derived.Contains($"{kind.Name}.{f}"))];
        return new Statement(kind.Name, map.Format, says.Holds, from, to, missing, says.Why) { Speaker = map.Speaker };
    }

    private DateOnly Earliest(string kind)
    {
        var table = records.Table(kind);
        if (table.Kind.Fields.Count == 0) return dataDate;
        var (first, earliest) = (table.Column(0), Days.Of(dataDate));
        for (var row = 0; row < table.Count; row++)
            if (Days.IsDate(first[row])) earliest = Math.Min(earliest, first[row]);
        return Days.Date(earliest);
    }

    private static string WhyAbsent(
        ExtractMap map, RecordKind kind, List<ListMap> lists, IReadOnlyList<BoundList> read, IReadOnlyDictionary<BoundList, ReceiptCount> counts)
    {
        if (map.Absent.TryGetValue(kind.Name, out var why)) return why;
        var words = EnglishText.Spoken(kind.Name);
        if (lists.Count == 0) return $"{map.Format} holds no {words}";
        var given = read.Where(b => lists.Contains(b.Found.List)).ToList();
        if (given.Count == 0) return $"{lists[0].Title} was not supplied";
        if (given.Exists(b => !Dates(b, kind))) return $"{lists[0].Title} lacks the column with the date";
        return given.Exists(b => counts[b].SetAside > 0)
            ? $"every row of {lists[0].Title} was set aside"
            : $"{lists[0].Title} has headings and no rows: not supplied";
    }
}
