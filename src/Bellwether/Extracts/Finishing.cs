using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>
/// What can only be judged once every row is read: two birth dates for one id, events after the data date. Rows at fault take their
/// records with them; the rest becomes the record set.
/// </summary>
internal sealed class Finishing(Staging staging, IReadOnlyList<ReceiptCount> lines, FindingLog log, RecordSet records, DateOnly dataDate)
{
    private readonly NumberSet _dropped = new();
    private readonly int _last = Days.Of(dataDate);

    /// <summary>The last day a line speaks for: of a return its own year's, else the data date.</summary>
    private DateOnly LastDay(int line) => lines[line].ReturnYear ?? dataDate;

    /// <param name="firstDay">The first day the extract speaks for; posts without dates are taken as held from then.</param>
    public void Run(DateOnly firstDay)
    {
        var people = staging.Table("people");
        foreach (var (source, width) in staging.LostZeros) Drop(source, "id-zeros-lost", lines[staging.Rows.Line(source)].ChildColumn, width);
        DropStrangers();
        DropDoubleBirths(people);
        DropLate(people);
        ResolveLinks();
        LeftOpen.Close(staging, lines, NoteLeftOpen);
        var texts = records.Texts;
        foreach (var line in lines) records.Places.Add(line.Place());
        foreach (var staged in staging.Tables.Where(t => t.Keys.Count > 0))
            HandOn(staged, records.Table(staged.Kind.Name), Days.Of(firstDay), texts);
    }

    private void DropStrangers()
    {
        if (staging.Register.Count == 0) return;
        for (var s = 0; s < staging.Rows.Count; s++)
            if (staging.Rows.Subject(s) is >= 0 and var subject && !staging.Register.Contains(subject) && !staging.Merged.Contains(subject))
                Drop(s, "no-such-person", lines[staging.Rows.Line(s)].ChildColumn);
    }

    private void DropDoubleBirths(StagedTable people)
    {
        if (people.InConflict.Count == 0) return;
        var stating = new Dictionary<int, List<int>>();
        for (var s = 0; s < staging.Rows.Count; s++)
            if (staging.Rows.Person(s) is >= 0 and var person && people.InConflict.Contains(person))
            {
                if (!stating.TryGetValue(person, out var rows)) stating.Add(person, rows = []);
                rows.Add(s);
            }
        var born = people.Kind.IndexOf("born");
        foreach (var (person, rows) in stating)
        {
            people.Cells[born][person] = Days.Unknown;
            foreach (var s in rows) Drop(s, "two-birth-dates", "", string.Join(", ", rows.Where(o => o != s).Take(3).Select(o => Where(s, o))));
        }
    }

    private string Where(int from, int row)
    {
        ReceiptCount here = lines[staging.Rows.Line(from)], there = lines[staging.Rows.Line(row)];
        var number = staging.Rows.Row(row).ToString(CultureInfo.InvariantCulture);
        return ReferenceEquals(here, there) ? $"row {number}" : there.Sheet.Length > 0 ? $"sheet {there.Sheet} row {number}" : $"{there.File} row {number}";
    }

    private void DropLate(StagedTable people)
    {
        int born = people.Kind.IndexOf("born"), expected = people.Kind.IndexOf("born_expected");
        var hasReturns = lines.Any(l => l.ReturnYear is not null);
        for (var s = 0; s < staging.Rows.Count; s++)
        {
            if (!hasReturns && s % SourceRows.Stretch == 0 && staging.Rows.IsQuiet(s, _last))
            {
                s += SourceRows.Stretch - 1;
                continue;
            }
            var (line, latest, person) = (staging.Rows.Line(s), staging.Rows.Latest(s), staging.Rows.Person(s));
            if (latest <= _last && person < 0 && lines[line].ReturnYear is null) continue;
            if (_dropped.Contains(s)) continue;
            if (latest > Days.Of(LastDay(line)))
                Drop(s, "after-data-date", lines[line].Column(staging.Rows.LatestColumn(s)), EnglishDate.Format(Days.Date(latest)), EnglishDate.Format(LastDay(line)));
            else if (person >= 0 && people.Cells[born][person] > _last && people.Cells[expected][person] != 1)
            {
                if (people.MayBeExpected) people.Cells[expected][person] = 1;
                else Drop(s, "born-after-data-date", "");
            }
        }
    }

    private void Drop(int source, string code, string column, params object[] parts)
    {
        if (!_dropped.Add(source)) return;
        var line = lines[staging.Rows.Line(source)];
        line.Loaded--;
        line.SetAside++;
        log.Add(FindingLog.Make(code, line.File, line.Sheet, staging.Rows.Row(source), column, line.List?.Records.Count > 0 ? line.List.Records[0].Kind : "", parts), line.Order);
    }

    private void NoteLeftOpen(int source, string kind, int end)
    {
        var line = lines[staging.Rows.Line(source)];
        if (_dropped.Contains(source) || line.List?.Records[0].Kind != kind || staging.Rows.Latest(source) == Days.None) return;
        line.Noted++;
        log.Add(FindingLog.Make("left-open", line.File, line.Sheet, staging.Rows.Row(source), "", kind, EnglishDate.Format(Days.Date(end))), line.Order);
    }

    private void ResolveLinks()
    {
        foreach (var (table, row, field, kind, subject, day) in staging.LinksByStart)
        {
            var parent = staging.Table(kind);
            if (parent.ByKey[table.Cells[field][row]] < 0 && parent.Starting(subject, day) is >= 0 and var found)
                table.Cells[field][row] = parent.Keys[found];
        }
    }

    /// <summary>Hands a table's columns on, without the rows that were dropped and with days in place of what stood for them.</summary>
    private void HandOn(StagedTable staged, RecordTable table, int firstDay, TextPool texts)
    {
        if (_dropped.Count > 0 && Kept(staged) is { } kept) staged.KeepOnly(kept);
        var (places, rows) = staging.Rows.Of(staged.Sources);
        var date = IsoDate.Format(dataDate);
        var isDated = staged.Kind.Shape != RecordShape.Entity;
        if (isDated && staged.Cells[0].HoldsEither(BoundList.DataDate, BoundList.FirstDay))
            for (var r = 0; r < staged.Keys.Count; r++)
                if (staged.Cells[0][r] is BoundList.DataDate or BoundList.FirstDay)
                    staged.Keys[r] = texts.Add(texts[staged.Keys[r]].Replace("@data-date", "@" + date, StringComparison.Ordinal).AsSpan());
        for (var f = 0; f < staged.Cells.Length; f++)
        {
            var isPlanned = staged.Planned.Contains(f);
            var column = staged.Cells[f];
            if (!isPlanned && !column.HoldsEither(BoundList.DataDate, BoundList.FirstDay)) continue;
            for (var r = 0; r < column.Count; r++)
            {
                var cell = column[r];
                if (cell == BoundList.DataDate) column[r] = Days.Of(LastDay(places[r]));
                else if (cell == BoundList.FirstDay) column[r] = lines[places[r]].ReturnYear is { } year ? Days.Of(ReturnYears.FirstDay(year)) : firstDay;
                else if (isPlanned && cell > Days.Of(LastDay(places[r]))) column[r] = Days.None;
            }
        }
        table.Take(staged.Keys, staged.Subjects, places, rows, staged.Cells, staged.EndsUntold);
    }

    /// <summary>The rows whose sources were not dropped; null where that is every one.</summary>
    private List<int>? Kept(StagedTable staged)
    {
        List<int>? kept = null;
        for (var r = 0; r < staged.Sources.Count; r++)
            if (_dropped.Contains(staged.Sources[r])) kept ??= [.. Enumerable.Range(0, r)];
            else kept?.Add(r);
        return kept;
    }
}
