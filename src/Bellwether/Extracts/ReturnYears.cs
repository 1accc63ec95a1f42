using System.Text.RegularExpressions;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>
/// The year each file of a yearly return speaks for, 1 April to 31 March. Files that lie together are one return: one folder, and in it
/// the files whose names share a year. A name only puts files together; which year it is, the dates in them say: the latest year in which a
/// tenth or more of the spells ended, for what ended before its year is in no return; where nothing ended, in which as much happened.
/// A reference date that a file itself states goes before. A file without such days takes the year of its folder, else the newest.
/// </summary>
internal static partial class ReturnYears
{
    // A mistyped year here and there decides nothing; a tenth is no slip.
    private const int Enough = 10;

    /// <summary>The first day, 1 April, of the year that ends on a day.</summary>
    public static DateOnly FirstDay(DateOnly last) => FinancialYear.Of(last).First;

    /// <summary>The later of a data date worked out elsewhere and the last day of the newest return.</summary>
    public static DateOnly? Later(DateOnly? day, IReadOnlyList<ReceiptCount> lines) =>
        lines.Select(l => l.ReturnYear).Append(day).Max();

    /// <summary>Oldest year first; newest first for a list whose first word on a record stands.</summary>
    public static int Turn(FoundList list) => list.Count.ReturnYear is not { } year ? 0
        : list.Recognised.List.Records is [{ Again: Maps.Again.Fill }, ..] ? -Days.Of(year) : Days.Of(year);

    /// <summary>Writes the year into the count of every list of a return.</summary>
    /// <param name="given">The data date the caller gave: the return of the year it lies in was taken on that day, before its 31 March.</param>
    public static void Work(IReadOnlyList<FoundList> found, IReadOnlyList<ExtractFile> paths, RecordKinds kinds, DateOnly? given)
    {
        var returns = found.Where(f => f.Recognised.Map.IsReturn).ToList();
        if (returns.Count == 0) return;
        var sets = returns.GroupBy(f => (f.Recognised.Map.Format, Folder: Path.GetDirectoryName(Path.GetFullPath(paths[f.Count.Order.File].Path)) ?? "", Year: Year().Match(f.File.FileName).Value, f.File.ReferenceDate))
            .Select(s => (s.Key.Folder, Lists: s.ToList(), Last: Last([.. s], kinds))).ToList();
        var newest = sets.Max(s => s.Last);
        foreach (var set in sets)
        {
            var last = set.Last ?? sets.Where(s => s.Folder == set.Folder).Max(s => s.Last) ?? newest ?? given;
            if (given is { } day && FinancialYear.Of(day).Last == last) last = given;
            foreach (var list in set.Lists) list.Count.ReturnYear = last;
        }
    }

    private static DateOnly? Last(IReadOnlyList<FoundList> set, RecordKinds kinds)
    {
        if (set.Select(f => f.File.ReferenceDate).Max() is { } stated) return FinancialYear.Of(stated).Last;
        var ends = new Dictionary<int, int>();
        foreach (var list in set) Count(list, kinds, true, ends);
        if (ends.Count == 0)
            foreach (var list in set) Count(list, kinds, false, ends);
        if (ends.Count == 0) return null;
        var year = ends.Where(y => y.Value * Enough >= ends.Values.Sum()).Max(y => y.Key);
        return new FinancialYear(year).Last;
    }

    /// <summary>Counts days by financial year: those on which spells ended, or all on which something happened.</summary>
    private static void Count(FoundList found, RecordKinds kinds, bool onlyEnds, Dictionary<int, int> years)
    {
        var list = found.Recognised.List;
        int[] columns = [.. list.Records.SelectMany(r => r.Fields.Where(f => f.Future == Maps.Future.Fault && f.From.Length > 0 && IsDay(kinds[r.Kind], f.Field, onlyEnds)))
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
                            var year = FinancialYear.Of(Days.Date(day)).StartYear;
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
}
