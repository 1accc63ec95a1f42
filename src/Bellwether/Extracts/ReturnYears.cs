using System.Text.RegularExpressions;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts.Maps;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>
/// The year each file of a yearly return speaks for, 1 April to 31 March, or 1 October to 30 September where the map says so. Files that lie together are one return: one folder, and in it
/// the files whose names share a year, or other figures where a module is there twice. A name only puts files together; which year it is, the dates in them say: the latest year in which a
/// tenth or more of the spells ended, for what ended before its year is in no return; where nothing ended, in which as much happened.
/// A reference date that a file itself states goes before. A file without such days takes the year of its folder, else the newest.
/// </summary>
internal static partial class ReturnYears
{
    // A mistyped year here and there decides nothing; a tenth is no slip.
    private const int Enough = 10;

    /// <summary>The first day, 1 April, of the year that ends on a day.</summary>
    public static DateOnly FirstDay(DateOnly last) => FinancialYear.Of(last).First;

    /// <summary>The first day of the year of a format's returns that ends on a day.</summary>
    public static DateOnly FirstDay(DateOnly last, ExtractMap map) => map.EndsInSeptember ? last.AddYears(-1).AddDays(1) : FirstDay(last);

    private static int YearOf(DateOnly day, ExtractMap map) => map.EndsInSeptember ? day.AddMonths(3).Year : FinancialYear.Of(day).StartYear;

    private static DateOnly LastDay(int year, ExtractMap map) => map.EndsInSeptember ? new DateOnly(year, 9, 30) : new FinancialYear(year).Last;

    /// <summary>The birthday that lies in the year that ends on a day.</summary>
    public static DateOnly Birthday(DateOnly last, DateOnly born) =>
        Ages.Birthday(born, last.Year - born.Year) is var day && day <= last ? day : Ages.Birthday(born, last.Year - born.Year - 1);

    /// <summary>The later of a data date worked out elsewhere and the last day of the newest return.</summary>
    public static DateOnly? Later(DateOnly? day, IReadOnlyList<ReceiptCount> lines) =>
        lines.Select(l => l.ReturnYear).Append(day).Max();

    /// <summary>Oldest year first; newest first for a list whose first word on a record stands.</summary>
    public static int Turn(FoundList list) => list.Count.ReturnYear is not { } year ? 0
        : list.Recognised.List.Records is [{ Again: Again.Fill }, ..] ? -Days.Of(year) : Days.Of(year);

    /// <summary>Writes the year into the count of every list of a return.</summary>
    /// <param name="given">The data date the caller gave: the return of the year it lies in was taken on that day, before its 31 March.</param>
    public static void Work(IReadOnlyList<FoundList> found, IReadOnlyList<ExtractFile> paths, RecordKinds kinds, DateOnly? given)
    {
        var returns = found.Where(f => f.Recognised.Map.IsReturn).ToList();
        if (returns.Count == 0) return;
        var sets = Sets(returns, paths).Select(s => (Folder: Folder(s[0]), s[0].Recognised.Map, Lists: s, Last: Last(s, kinds))).ToList();
        string Folder(FoundList list) => paths[list.Count.Order.File].Source.Folder;
        foreach (var set in sets)
        {
            var alike = sets.Where(s => s.Map.EndsInSeptember == set.Map.EndsInSeptember).ToList();
            var last = set.Last ?? alike.Where(s => s.Folder == set.Folder).Max(s => s.Last) ?? alike.Max(s => s.Last) ?? given;
            if (given is { } day && LastDay(YearOf(day, set.Map), set.Map) == last) last = given;
            foreach (var list in set.Lists) list.Count.ReturnYear = last;
        }
    }

    /// <summary>Files that are one return: a return as one file is itself; two of the same module in one set are of two returns.</summary>
    private static IEnumerable<List<FoundList>> Sets(IReadOnlyList<FoundList> returns, IReadOnlyList<ExtractFile> files)
    {
        foreach (var set in returns.GroupBy(f => (f.Recognised.Map.Format, files[f.Count.Order.File].Source.Folder, Whole: f.File.IsReturn ? f.Count.Order.File : -1,
            Year: Year().Match(files[f.Count.Order.File].Source.OwnName).Value, f.File.ReferenceDate)).Select(s => s.ToList()))
            if (HasDoubles(set))
                foreach (var part in set.GroupBy(f => string.Join('-', Figures().Matches(files[f.Count.Order.File].Source.OwnName).Select(m => m.Value))).Select(s => s.ToList()))
                    if (HasDoubles(part)) foreach (var file in part.GroupBy(f => f.Count.Order.File)) yield return [.. file];
                    else yield return part;
            else yield return set;
    }

    private static bool HasDoubles(List<FoundList> set) => set.GroupBy(f => f.Recognised.List).Any(l => l.Count() > 1);

    private static DateOnly? Last(List<FoundList> set, RecordKinds kinds)
    {
        if (set.Select(f => f.File.ReferenceDate).Max() is { } stated) return LastDay(YearOf(stated, set[0].Recognised.Map), set[0].Recognised.Map);
        var ends = new Dictionary<int, int>();
        foreach (var list in set) Count(list, kinds, true, ends);
        if (ends.Count == 0)
            foreach (var list in set) Count(list, kinds, false, ends);
        if (ends.Count == 0) return null;
        var year = ends.Where(y => y.Value * Enough >= ends.Values.Sum()).Max(y => y.Key);
        return LastDay(year, set[0].Recognised.Map);
    }

    /// <summary>Counts days by financial year: those on which spells ended, or all on which something happened.</summary>
    private static void Count(FoundList found, RecordKinds kinds, bool onlyEnds, Dictionary<int, int> years)
    {
        var list = found.Recognised.List;
        int[] columns = [.. list.Records.SelectMany(r => r.Fields.Where(f => f.Future == Future.Fault && f.Read.Length == 0 && f.From.Length > 0 && IsDay(kinds[r.Kind], f.Field, onlyEnds)))
            .Select(f => found.Recognised.Ordinals[list.IndexOf(f.From)]).Where(c => c >= 0).Distinct()];
        if (columns.Length == 0) return;
        try
        {
            using var row = found.File.Read(found.Table);
            while (row.Read())
                if (row.RowNumber > found.Recognised.HeadingRow)
                    foreach (var c in columns)
                        if (CellValue.TryDay(row, c, CellValue.Trim(row.Utf8(c)), out var day, out _))
                        {
                            var year = YearOf(Days.Date(day), found.Recognised.Map);
                            years[year] = years.GetValueOrDefault(year) + 1;
                        }
        }
        catch (FileRejectedException)
        {
            // Said with its place when the list itself is read.
        }
    }

    private static bool IsDay(RecordKind kind, string field, bool onlyEnds) => onlyEnds
        ? kind.Shape == RecordShape.Spell && field == "end"
        : kind.Shape != RecordShape.Entity && kind.Fields[kind.IndexOf(field)].Type == FieldType.Date;

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<!\d)\d{2,8}(?!\d)(?<!903)", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
