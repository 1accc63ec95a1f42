using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts.Maps;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>A receipt line while it is being counted.</summary>
internal sealed class ReceiptCount(string file, string sheet, ListMap? list, string title, int headingRow, IReadOnlyList<string> ignored)
{
    public string File { get; } = file;
    public string Sheet { get; } = sheet;
    public ListMap? List { get; } = list;
    public int HeadingRow { get; } = headingRow;
    public (int File, int Sheet) Order { get; init; }
    public string Speaker { get; init; } = "";
    public Func<int, string> Column { get; init; } = _ => "";
    public string ChildColumn { get; init; } = "";

    /// <summary>The file holds only changes: what it lacks says nothing.</summary>
    public bool IsPartial { get; init; }

    public int Rows { get; set; }
    public int Loaded { get; set; }
    public int Repeated { get; set; }
    public int Blank { get; set; }
    public int SetAside { get; set; }
    public int NoRecords { get; set; }
    public int Noted { get; set; }

    /// <summary>A row was kept, or all there are repeat what an earlier list told. Rows that were all set aside tell nothing: that is not none.</summary>
    public bool IsSupplied => Loaded > 0 || (Repeated > 0 && SetAside == 0);

    /// <summary>The last day of the year a return speaks for; null for what is no return.</summary>
    public DateOnly? ReturnYear { get; set; }

    public Place Place() => new(0, File, Sheet) { Speaker = Speaker, To = ReturnYear };

    public ReceiptLine Line() => new(File, Sheet, ReturnYear is { } last ? $"{title}, year to {EnglishDate.Format(last)}" : title, HeadingRow, Rows, Loaded, Repeated, Blank, SetAside, Noted, ignored) { NoRecords = NoRecords, IsRestricted = List is { IsRestrictions: true } };
}

/// <summary>Reads the rows under one list's headings into the _staging.</summary>
internal sealed partial class ListReading(TableReader row, BoundList list, int line, ReceiptCount count, ReadingHand hand, RowReading cells)
{
    private const int RowsBetweenReports = 8192;
    private readonly Staging _staging = hand.Staging;
    private readonly Copies _copies = hand.Copies;
    private readonly RowHash _print = new();
    private readonly bool _isUnused = list.Found.List.NotUsed.Length > 0;
    private readonly bool _isRegister = list.Found.List.IsRegister;
    private readonly bool _isCrossed = !hand.Staging.Crosswalk.IsEmpty;
    private readonly byte[] _childHeading = list.Child >= 0 ? System.Text.Encoding.UTF8.GetBytes(list.Found.Headings[list.Child]) : [];
    private readonly int[][] _scratch = [.. list.Records.Select(r => new int[r.Template.Length])];
    private readonly int[] _subjects = new int[list.Records.Length];
    private readonly int[] _keys = new int[list.Records.Length];
    private readonly LostZeros _zeros = new();
    private readonly SamePerson _people = new(list.Found.Headings);
    private int _hidden, _firstHidden;

    public void ReadAll(Action<long> progress)
    {
        _copies.Begin();
        var last = count.HeadingRow;
        var plain = _people.IsLooked ? null : PlainRows.Of(row, list, count, _staging, cells);
        var told = 0;
        while (true)
        {
            if (plain is not null && plain.Read())
            {
                ReadBlock(plain);
                if (count.Rows - told >= RowsBetweenReports) progress(told = count.Rows);
                continue;
            }
            if (!row.Read()) break;
            // Rows a workbook leaves out hold nothing; a CSV counts lines, and a quoted field may span several.
            if (count.Sheet.Length > 0) Blank(row.RowNumber - last - 1);
            last = row.RowNumber;
            count.Rows++;
            ReadRow();
            if (count.Rows - told >= RowsBetweenReports) progress(told = count.Rows);
        }
        _staging.LostZeros.AddRange(_zeros.Found());
        var again = _copies.AmongThoseThatMadeNothing();
        (count.Repeated, count.Loaded) = (count.Repeated + again, count.Loaded - again);
        if (count.Repeated > 0) Note("repeated-rows", 0, "", "", count.Repeated);
        if (_hidden > 0) Note("hidden-rows", 0, "", "", _hidden, _firstHidden);
        if (row.FormulaCount > 0) Note("formulas", 0, "", "", row.FormulaCount);
    }

    private void Blank(int rows)
    {
        if (rows <= 0) return;
        count.Rows += rows;
        count.Blank += rows;
    }

    private void ReadRow()
    {
        // Most rows begin with a number: such a one is neither blank nor a footer.
        var isNumbered = row.Utf8(0) is [>= (byte)'0' and <= (byte)'9', ..];
        if (!isNumbered && row.Broken is null && IsBlank())
        {
            count.Blank++;
            return;
        }
        if (row.IsRowHidden && _hidden++ == 0) _firstHidden = row.RowNumber;
        var print = _print.Of(row);
        cells.Begin();
        if (_isUnused)
        {
            if (IsCopy(print)) return;
            if (list.Found.List.Name == "merged_ids" && cells.Id(list.Key[0]) is >= 0 and var merged) _staging.Merged.Add(merged);
            count.Loaded++;
            return;
        }
        if (row.Broken is { } broken) cells.Stop(broken.Code, broken.Column);
        else if (list.Deletes >= 0 && cells.Text(list.Deletes).IndexOf("true"u8) >= 0) cells.Stop("asks-deletion", list.Deletes);
        else if (RepeatsHeadings()) cells.Stop("repeated-headings", list.Child);
        else if (RowShape.Fault(row, list.Found.Headings, isNumbered) is { } shape) cells.Stop(shape.Code, shape.Column, shape.Parts);
        for (var r = 0; r < list.Records.Length && cells.Fault is null; r++) Read(r);
        if (cells.Fault is { } fault)
        {
            if (IsCopy(print)) return;
            count.SetAside++;
            if (fault.Code == RowShape.NoRecord) count.NoRecords++;
            hand.Log.Add(fault.Code, count.File, count.Sheet, row.RowNumber, fault.Column < 0 ? "" : count.Column(fault.Column),
                list.Records.Length > 0 ? list.Records[0].Map.Kind : "", fault.Parts);
            return;
        }
        var makes = MakesRecords();
        if (!makes && !cells.HasNotes) _copies.MadeNothing(print);
        else if (makes && !IsKnown()) _copies.MadeNew(print);
        else if (IsCopy(print)) return;
        if (makes) Keep();
        Loaded();
    }

    /// <summary>True, and counted, where a row with the same cells came before.</summary>
    private bool IsCopy(ulong print)
    {
        if (_copies.Add(print)) return false;
        count.Repeated++;
        return true;
    }

    private bool MakesRecords()
    {
        foreach (var subject in _subjects)
            if (subject != -1) return true;
        return false;
    }

    /// <summary>A copy makes again what its first made: one whose own record is new is none.</summary>
    private bool IsKnown()
    {
        for (var r = 0; r < _subjects.Length; r++)
            if (_subjects[r] != -1) return list.Records[r].Map.Again == Again.FillOnly || list.Records[r].Table.ByKey[_keys[r]] >= 0;
        return true;
    }

    private bool IsBlank()
    {
        for (var c = 0; c < row.CellCount; c++)
            if (!cells.Text(c).IsEmpty || row.HasFormulaWithoutValue(c)) return false;
        return true;
    }

    private bool RepeatsHeadings() =>
        _childHeading.Length > 0 && cells.Text(list.Child).SequenceEqual(_childHeading);

    /// <summary>Reads one record into the scratch; subject -1 where the row does not make it.</summary>
    private void Read(int r)
    {
        var record = list.Records[r];
        _subjects[r] = -1;
        var subject = Subject(record);
        if (_isRegister && record.IsOwn && subject >= 0) _staging.Register.Add(subject);
        if (cells.Fault is not null) return;
        if (subject < 0)
        {
            if (record.Map.Again == Again.FillOnly && record.Id >= 0) subject = -2;
            else if (record.IsOwn) cells.Stop("no-child-id", record.Subject);
            if (subject == -1) return;
        }
        if (record.When.Length > 0 && !cells.Holds(record.When)) return;
        if (record.Any.Length > 0 && !IsAnyFilled(record.Any)) return;
        var into = _scratch[r];
        record.Template.CopyTo(into, 0);
        foreach (var field in record.Fields)
        {
            into[field.Number] = cells.Read(record, field, subject);
            if (cells.Fault is not null) return;
        }
        if (cells.EndsLater && into.Length > 1 && into[1] == Days.None && record.IsSpell)
            foreach (var field in record.WithEnd) into[field.Number] = Days.None;
        if (!IsDated(record, into)) return;
        var id = record.Id >= 0 ? cells.Id(record.Id) : -1;
        if (cells.Fault is not null) return;
        _keys[r] = id >= 0 ? id : Key(record, subject, into);
        _subjects[r] = subject;
    }

    private bool IsAnyFilled(int[] columns)
    {
        foreach (var column in columns)
            if (cells.IsFilled(column)) return true;
        return false;
    }

    private int Subject(BoundRecord record)
    {
        if (record.Subject >= 0) return _isCrossed && record.IsOfChild ? _staging.Crosswalk.Child(list.Found.Map.Format, cells.Id(record.Subject)) : cells.Id(record.Subject);
        if (record.Parent is null || record.ParentBy < 0) return -1;
        var parent = cells.Id(record.ParentBy);
        return parent >= 0 && record.Parent.ByKey[parent] is >= 0 and var found ? record.Parent.Subjects[found] : -1;
    }

    private bool IsDated(BoundRecord record, int[] cellsOf)
    {
        if (record.Map.Again == Again.FillOnly || record.IsEntity) return true;
        var first = cellsOf[0];
        if (first == BoundList.DataDate || first == BoundList.FirstDay) return true;
        if (!Days.IsDate(first) && !(record.Due >= 0 && Days.IsDate(cellsOf[record.Due])))
        {
            if (IsChange(record)) return true;
            if (record.IsOwn) cells.Stop("no-date", record.ColumnOf(0));
            return false;
        }
        if (record.IsSpell && Days.IsDate(first) && Days.IsDate(cellsOf[1]) && cellsOf[1] < first)
            cells.Stop("end-before-start", record.ColumnOf(1), EnglishDate.Format(Days.Date(cellsOf[1])), EnglishDate.Format(Days.Date(first)));
        return true;
    }

    private int Key(BoundRecord record, int subject, int[] cellsOf)
    {
        if (record.IsEntity || subject < 0) return subject;
        var day = cellsOf[0];
        if (count.ReturnYear is { } last && day is BoundList.DataDate or BoundList.FirstDay)
            day = Days.Of(day == BoundList.DataDate ? last : ReturnYears.FirstDay(last));
        if (!Days.IsDate(day) && record.Due >= 0 && Days.IsDate(cellsOf[record.Due])) day = cellsOf[record.Due];
        if (Days.IsDate(day)) return cells.Made(record, subject, day);
        var tell = cells.Tell(record);
        return _staging.Texts.Add($"{_staging.Texts[subject]}@{(day == BoundList.DataDate ? "data-date" : "first-day")}{(tell.Length > 0 ? "|" + tell : "")}".AsSpan());
    }

    private void Loaded()
    {
        cells.CountDays();
        count.Loaded++;
        if (!cells.HasNotes) return;
        foreach (var (code, column, kind, parts) in cells.Notes) Note(code, row.RowNumber, count.Column(column), kind, parts);
    }

    private void Note(string code, int at, string column, string kind, params object[] parts)
    {
        if (at > 0) count.Noted++;
        hand.Log.Add(code, count.File, count.Sheet, at, column, kind, parts);
    }
}
