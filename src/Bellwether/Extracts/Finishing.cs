using System.Globalization;
using System.Runtime.InteropServices;
using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>
/// What can only be judged once every row is read: two birth dates for one id, events after the data date. Rows at fault take their
/// records with them; the rest becomes the record set.
/// </summary>
internal sealed class Finishing(Staging staging, IReadOnlyList<ReceiptCount> lines, FindingLog log, RecordSet records, DateOnly dataDate)
{
    private readonly HashSet<int> _dropped = [];
    private readonly int _last = Days.Of(dataDate);

    /// <summary>The last day a line speaks for: of a return its own year's, else the data date.</summary>
    private DateOnly LastDay(int line) => lines[line].ReturnYear ?? dataDate;

    /// <param name="firstDay">The first day the extract speaks for; posts without dates are taken as held from then.</param>
    public void Run(DateOnly firstDay)
    {
        var people = staging.Table("people");
        foreach (var (source, width) in staging.LostZeros) Drop(source, "id-zeros-lost", lines[staging.Rows[source].Line].ChildColumn, width);
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
            if (staging.Rows[s].Subject >= 0 && !staging.Register.Contains(staging.Rows[s].Subject)
                && !staging.Merged.Contains(staging.Rows[s].Subject))
                Drop(s, "no-such-person", lines[staging.Rows[s].Line].ChildColumn);
    }

    private void DropDoubleBirths(StagedTable people)
    {
        if (people.InConflict.Count == 0) return;
        var stating = new Dictionary<int, List<int>>();
        for (var s = 0; s < staging.Rows.Count; s++)
            if (staging.Rows[s].Person is >= 0 and var person && people.InConflict.Contains(person))
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
        ReceiptCount here = lines[staging.Rows[from].Line], there = lines[staging.Rows[row].Line];
        var number = staging.Rows[row].Row.ToString(CultureInfo.InvariantCulture);
        return ReferenceEquals(here, there) ? $"row {number}" : there.Sheet.Length > 0 ? $"sheet {there.Sheet} row {number}" : $"{there.File} row {number}";
    }

    private void DropLate(StagedTable people)
    {
        int born = people.Kind.IndexOf("born"), expected = people.Kind.IndexOf("born_expected");
        for (var s = 0; s < staging.Rows.Count; s++)
        {
            var row = staging.Rows[s];
            if (row.Latest <= _last && row.Person < 0 && lines[row.Line].ReturnYear is null) continue;
            if (_dropped.Contains(s)) continue;
            if (row.Latest > Days.Of(LastDay(row.Line)))
                Drop(s, "after-data-date", lines[row.Line].Column(row.LatestColumn), EnglishDate.Format(Days.Date(row.Latest)), EnglishDate.Format(LastDay(row.Line)));
            else if (row.Person >= 0 && people.Cells[born][row.Person] > _last && people.Cells[expected][row.Person] != 1)
            {
                if (people.MayBeExpected) people.Cells[expected][row.Person] = 1;
                else Drop(s, "born-after-data-date", "");
            }
        }
    }

    private void Drop(int source, string code, string column, params object[] parts)
    {
        if (!_dropped.Add(source)) return;
        var row = staging.Rows[source];
        var line = lines[row.Line];
        line.Loaded--;
        line.SetAside++;
        log.Add(FindingLog.Make(code, line.File, line.Sheet, row.Row, column, line.List?.Records.Count > 0 ? line.List.Records[0].Kind : "", parts), line.Order);
    }

    private void NoteLeftOpen(int source, string kind, int end)
    {
        var row = staging.Rows[source];
        var line = lines[row.Line];
        if (_dropped.Contains(source) || line.List?.Records[0].Kind != kind || staging.Rows[source].Latest == Days.None) return;
        line.Noted++;
        log.Add(FindingLog.Make("left-open", line.File, line.Sheet, row.Row, "", kind, EnglishDate.Format(Days.Date(end))), line.Order);
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
        if (_dropped.Count > 0) staged.KeepOnly(Kept(staged));
        var (places, rows) = (new List<int>(staged.Keys.Count), new List<int>(staged.Keys.Count));
        var date = dataDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var r = 0; r < staged.Keys.Count; r++)
        {
            var source = staging.Rows[staged.Sources[r]];
            if (staged.Kind.Shape != RecordShape.Entity && staged.Cells[0][r] is BoundList.DataDate or BoundList.FirstDay)
                staged.Keys[r] = texts.Add(texts[staged.Keys[r]].Replace("@data-date", "@" + date, StringComparison.Ordinal).AsSpan());
            places.Add(source.Line);
            rows.Add(source.Row);
        }
        for (var f = 0; f < staged.Cells.Length; f++)
        {
            var isPlanned = staged.Planned.Contains(f);
            var column = CollectionsMarshal.AsSpan(staged.Cells[f]);
            for (var r = 0; r < column.Length; r++)
            {
                ref var cell = ref column[r];
                if (cell == BoundList.DataDate) cell = Days.Of(LastDay(places[r]));
                else if (cell == BoundList.FirstDay) cell = lines[places[r]].ReturnYear is { } year ? Days.Of(ReturnYears.FirstDay(year)) : firstDay;
                else if (isPlanned && cell > Days.Of(LastDay(places[r]))) cell = Days.None;
            }
            staged.Cells[f].TrimExcess();
        }
        staged.Keys.TrimExcess();
        staged.Subjects.TrimExcess();
        table.Take(staged.Keys, staged.Subjects, places, rows, staged.Cells);
    }

    /// <summary>The rows whose sources were not dropped.</summary>
    private List<int> Kept(StagedTable staged)
    {
        var kept = new List<int>(staged.Keys.Count);
        for (var r = 0; r < staged.Keys.Count; r++)
            if (!_dropped.Contains(staged.Sources[r])) kept.Add(r);
        return kept;
    }
}
