using System.Globalization;
using Bellwether.Extracts.Maps;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>A table in a file, known for what it is.</summary>
internal sealed record FoundList(TableFile File, int Table, bool Hidden, Recognised Recognised, ReceiptCount Count);

/// <summary>A row that may be headings.</summary>
internal sealed record SeenRow(int Table, int Row, IReadOnlyList<string> Headings);

/// <summary>Finds which lists a file holds: the first rows of every table are looked through for headings.</summary>
internal sealed class ListFinder(Recognition recognition, FindingLog log, List<ReceiptCount> lines, Decisions decisions)
{
    private const int RowsLookedAt = 40;

    /// <summary>Files that are no list: rejected, or passed over, once it is known whether anything else was found.</summary>
    public List<(int File, bool IsNamed, Finding Rejected, Finding PassedOver)> Strangers { get; } = [];

    public IReadOnlyList<FoundList> Find(TableFile file, int number, bool isNamed)
    {
        var found = new List<FoundList>();
        var seen = new List<SeenRow>();
        var looks = new List<Recognised?>();
        for (var t = 0; t < file.Tables.Count; t++)
        {
            log.At = (number, t);
            looks.Add(Look(file, t, seen));
        }
        for (var t = 0; t < file.Tables.Count; t++)
        {
            log.At = (number, t);
            if (looks[t] is { } best && !IsAbout(best, looks))
            {
                if (Sound(file, t, best) is { } sound) found.Add(new FoundList(file, t, file.Tables[t].Hidden, sound, Count(file, t, number, sound)));
            }
            else if (file.Tables[t].Name.Length > 0)
                lines.Add(new ReceiptCount(file.FileName, file.Tables[t].Name, null, "not a list", 0, []) { Order = (number, t) });
        }
        log.At = (number, 0);
        if (found.Count == 0 && !log.All().Any(f => f.File == file.FileName && f.Outcome == Outcome.Rejected))
        {
            if (isNamed && !file.IsReturn && Nearly(file, seen) is { } nearly)
            {
                if (Sound(file, nearly.Table, nearly.Found) is { } sound) found.Add(new FoundList(file, nearly.Table, false, sound, Count(file, nearly.Table, number, sound)));
            }
            else NotRecognised(file, number, isNamed, seen);
        }
        var kept = WithoutDoubles(found);
        lines.AddRange(kept.Select(f => f.Count));
        return kept;
    }

    // Codes, counts and pivots of a list have some of its headings and none that it needs; the list itself stands on another sheet.
    private static bool IsAbout(Recognised found, List<Recognised?> all) =>
        found.Missing.Count == found.List.Key.Count && all.Exists(o => o is { Missing.Count: 0 } && o.List == found.List);

    /// <summary>The list that the first table of a file is with all it needs; null where it is none. Nothing is said of it.</summary>
    public Recognised? Whole(TableFile file) => Look(file, 0, []) is { Missing.Count: 0 } whole ? whole : null;

    private Recognised? Look(TableFile file, int table, List<SeenRow> seen)
    {
        Recognised? best = null;
        using var row = file.Read(table);
        for (var i = 0; i < RowsLookedAt && row.Read(); i++)
        {
            var headings = new List<string>(row.CellCount);
            for (var c = 0; c < row.CellCount; c++) headings.Add(System.Text.Encoding.UTF8.GetString(CellValue.Trim(row.Utf8(c))));
            if (headings.Count(h => h.Length > 0) < 2) continue;
            seen.Add(new SeenRow(table, row.RowNumber, headings));
            if (recognition.Best(headings, file.Tables[table].Name, row.RowNumber) is not { } match) continue;
            if (best is null || match.Score > best.Score) best = match;
            if (match.Missing.Count == 0) return match;
        }
        return !file.IsReturn && TwoRowHeadings.Find([.. seen.Where(r => r.Table == table)], recognition, file.Tables[table].Name) is { } joined ? Joined(file, table, joined) : best;
    }

    /// <summary>The list that a file would be if one of its headings stood for the column that it lacks; null where there is none such.</summary>
    private (int Table, Recognised Found)? Nearly(TableFile file, List<SeenRow> seen)
    {
        foreach (var row in seen)
            if (!file.Tables[row.Table].Hidden && recognition.Nearly(row.Headings, row.Row) is { } found && HeadingQuestions.Candidates(found, found.List.Columns[found.List.IndexOf(found.Missing[0])]).Count > 0)
                return (row.Table, found);
        return null;
    }

    /// <summary>A list whose headings stand in two rows; it is read so where a person says so.</summary>
    private Recognised Joined(TableFile file, int table, TwoRowHeadings.Joined joined)
    {
        var (found, sheet, title) = (joined.Found, file.Tables[table].Name, joined.Found.List.Title);
        var kept = $"two-rows:{AnswerCode.Of(title)}";
        // A yes holds for the headings it was given for: others that only come near to known ones are asked about again.
        var code = joined.Near.Count == 0 ? kept : $"{kept}:{string.Join('-', joined.Near.Select(n => n.At + 1))}";
        if (decisions.Says(found.Map.Format, code, kept))
            foreach (var (at, column) in joined.Near) decisions.Map(found.Map.Format, title, found.Headings[at], column.Shown);
        else
            log.Add(FindingLog.Make("two-row-headings", file.FileName, sheet, found.HeadingRow, "", "", joined.UpperRow, found.HeadingRow, title, TwoRowHeadings.Words(joined, sheet)) with
            { Choices = [new Choice(code, $"Read rows {joined.UpperRow} and {found.HeadingRow} together")], AskedOf = found.Map.Format });
        return found;
    }

    /// <summary>The list with every column it needs; null where one is missing or not certain, which is then said.</summary>
    private Recognised? Sound(TableFile file, int table, Recognised found)
    {
        var sheet = file.Tables[table].Name;
        var ordinals = found.Ordinals.ToArray();
        var sound = true;
        foreach (var column in found.List.Columns)
        {
            var places = Recognition.Places(column, found.Headings);
            if (places.Count < 2) continue;
            Reject("heading-twice", found.HeadingRow, "", found.Headings[places[0]], Label(sheet, places[0]), Label(sheet, places[1]));
        }
        foreach (var key in found.Missing)
        {
            var column = found.List.Columns[found.List.IndexOf(key)];
            var alike = found.Headings.Select((h, i) => (h, i, Plain: Headings.WithoutLookAlikes(h)))
                .FirstOrDefault(p => p.Plain is { } plain && column.Headings.Contains(Headings.Squash(plain.Latin)));
            if (alike.Plain is { } look)
                Reject("look-alike-heading", found.HeadingRow, Column(found, sheet, alike.i), column.Shown, ((int)look.First).ToString("X4", CultureInfo.InvariantCulture));
            else if (Candidates(column) is { Count: > 0 } candidates)
            {
                var at = candidates.Where(i => decisions.SaysColumn(HeadingQuestions.Code(found, column, sheet, i), found.Map.Format, found.List.Title, found.Headings[i], column.Shown)).Take(1).ToList();
                if (at.Count > 0) ordinals[found.List.IndexOf(key)] = at[0];
                else AskColumn(column, candidates);
            }
            else
            {
                var near = Headings.Nearest(column.Shown, found.Headings);
                Reject("key-column-missing", found.HeadingRow, "", found.List.Title, column.Shown, near is null ? "" : $" The nearest heading is \"{near}\".");
            }
        }
        return sound ? found with { Ordinals = ordinals, Missing = [] } : null;

        IReadOnlyList<int> Candidates(ColumnMap column) => file.IsReturn ? [] : [.. HeadingQuestions.Candidates(found, column).Where(i => !ordinals.Contains(i))];

        void AskColumn(ColumnMap column, IReadOnlyList<int> candidates)
        {
            sound = false;
            log.Add(FindingLog.Make("column-unclear", file.FileName, sheet, found.HeadingRow, "", "", found.List.Title, column.Shown, string.Join("; ", candidates.Select(i => HeadingQuestions.Words(column, sheet, found.Headings, i)))) with
            { Choices = [.. candidates.Select(i => HeadingQuestions.Choice(found, column, sheet, i))], AskedOf = found.Map.Format });
        }

        void Reject(string code, int row, string place, params object[] parts)
        {
            sound = false;
            log.Add(code, file.FileName, sheet, row, place, "", parts);
        }
    }

    private List<FoundList> WithoutDoubles(List<FoundList> found)
    {
        var kept = new List<FoundList>();
        foreach (var same in found.GroupBy(f => f.Recognised.List))
        {
            var filled = same.Count() == 1 ? [.. same] : same.Where(f => HasRows(f)).ToList();
            if (filled.Count == 0) filled = [same.First()];
            var fit = filled.Where(f => !f.Hidden).ToList();
            if (fit.Count == 0) fit = filled;
            var format = fit[0].Recognised.Map.Format;
            var chosen = fit.Count > 1 && decisions.Says(format, CodeOfAll(fit[0])) ? fit : [.. fit.Where(f => decisions.Says(format, Code(f))).Take(1)];
            if (chosen.Count == 0 && fit.Count > 1) Ask(fit[1], "two-sheets-match", fit, fit[0].Count.Sheet, same.Key.Title);
            else if (chosen.Count == 0 && fit[0].Hidden && HasRows(fit[0])) Ask(fit[0], "hidden-sheet", fit, same.Key.Title);
            if (chosen.Count == 0) chosen = [fit[0]];
            if (!chosen[0].Hidden)
                foreach (var hidden in filled.Where(f => f.Hidden)) Add(hidden, "hidden-sheet-unused", same.Key.Title);
            kept.AddRange(chosen);
        }
        return kept;
    }

    /// <summary>What <c>--answer</c> names to have this sheet read as its list.</summary>
    private static string Code(FoundList found) => $"sheet:{AnswerCode.Of(found.Recognised.List.Title)}:{AnswerCode.Of(found.Count.Sheet)}";

    /// <summary>The same for all of its sheets: a list may be split by area or team.</summary>
    private static string CodeOfAll(FoundList found) => $"sheet:{AnswerCode.Of(found.Recognised.List.Title)}:every-sheet";

    private void Ask(FoundList list, string code, List<FoundList> choices, params object[] parts)
    {
        log.At = list.Count.Order;
        log.Add(FindingLog.Make(code, list.Count.File, list.Count.Sheet, 0, "", "", parts) with
        {
            Choices = [.. choices.Select(c => new Choice(Code(c), $"Read sheet \"{c.Count.Sheet}\"")), .. choices.Count > 1 ? [new Choice(CodeOfAll(list), $"Read all {choices.Count}: each holds a part of the list")] : Array.Empty<Choice>()],
            AskedOf = list.Recognised.Map.Format,
        });
    }

    private void Add(FoundList list, string code, params object[] parts)
    {
        log.At = list.Count.Order;
        log.Add(code, list.Count.File, list.Count.Sheet, 0, "", "", parts);
    }

    /// <summary>There is a row under the headings.</summary>
    public static bool HasRows(FoundList found)
    {
        using var row = found.File.Read(found.Table);
        try
        {
            while (row.Read())
                if (row.RowNumber > found.Recognised.HeadingRow) return true;
        }
        catch (FileRejectedException)
        {
            // Said with its place when the list itself is read.
            return true;
        }
        return false;
    }

    private void NotRecognised(TableFile file, int number, bool isNamed, List<SeenRow> seen)
    {
        var (shown, near) = Looks(seen);
        Strangers.Add((number, isNamed, FindingLog.Make("not-recognised", file.FileName, "", 0, "", "", shown, near),
            FindingLog.Make("passed-over", file.FileName, "", 0, "", "", shown, near)));
        if (file.Tables[0].Name.Length == 0) lines.Add(new ReceiptCount(file.FileName, "", null, "not a list", 0, []) { Order = (number, 0) });
    }

    private (string Shown, string Near) Looks(List<SeenRow> seen)
    {
        const string Kinds = "It should be an SSD table, an Annex A workbook, a return (SSDA903, CIN census, CSWW), a daily-flow file or a local file.";
        if (seen.Count == 0) return ("there is no row of headings", Kinds);
        // A file without headings begins with somebody's data: only what some list calls a column may be shown.
        var best = seen.Select(r => (r.Headings, Near: recognition.Nearest(r.Headings))).OrderByDescending(p => p.Near?.Fitting ?? 0).First();
        var known = best.Headings.Where(recognition.Knows).ToList();
        var others = best.Headings.Count(h => h.Length > 0) - known.Count;
        var shown = string.Join(", ", known.Take(6).Select(h => $"\"{h}\"").Concat(known.Count > 6 ? [$"{known.Count - 6} more that are known"] : [])
            .Concat(others > 0 ? [$"{others} that {(others == 1 ? "is" : "are")} in no list"] : []));
        var near = best.Near is { } n
            ? $"{n.List.Title} comes nearest; it needs {string.Join(" and ", n.List.Key.Select(k => $"\"{n.List.Columns[n.List.IndexOf(k)].Shown}\""))}."
            : best.Headings.Any(IsValue) ? "Its first row holds numbers or dates and no headings, as bcp writes it: export it with the headings of its columns." : Kinds;
        return (shown, near);
    }

    private static bool IsValue(string heading) => heading.Length > 0 && (heading.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 || Calendar.DateText.TryParse(heading, out _));

    private static ReceiptCount Count(TableFile file, int table, int number, Recognised found)
    {
        var sheet = file.Tables[table].Name;
        string[] ignored = [.. found.Headings.Where((h, i) => h.Length > 0 && Array.IndexOf(found.Ordinals, i) < 0)];
        return new ReceiptCount(file.FileName, sheet, found.List, found.List.Title, found.HeadingRow, ignored)
        {
            Order = (number, table),
            Speaker = found.Map.Speaker,
            IsPartial = file.IsPartial,
            Column = c => file.PathOf(table, c) is { Length: > 0 } path ? path : Column(found, sheet, c),
            ChildColumn = found.List.IndexOf(found.List.Child) is >= 0 and var child && found.Ordinals[child] >= 0 ? Column(found, sheet, found.Ordinals[child]) : "",
        };
    }

    private static string Column(Recognised found, string sheet, int column)
    {
        var heading = column < found.Headings.Count ? found.Headings[column] : "";
        return sheet.Length > 0 ? $"{TableReader.ColumnName(column)} \"{heading}\"" : heading;
    }

    private static string Label(string sheet, int column) => sheet.Length > 0 ? TableReader.ColumnName(column) : $"column {column + 1}";
}
