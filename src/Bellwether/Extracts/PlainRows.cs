using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts.Maps;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>
/// Reads the plain records of a CSV list a block at a time, each column by itself. What is unusual about a record (a word for a date, a blank id, an end
/// before its start) makes it odd: nothing of it is kept, and it is read row by row like those of any other file.
/// </summary>
internal sealed class PlainRows
{
    private const int FewestTries = 1, MostTries = 1024;

    private readonly CsvReader _csv;
    private readonly RowReading _cells;
    private readonly BoundList _list;
    private readonly Staging _staging;
    private readonly PlainBlock _block;
    private readonly PlainIds[] _ids;
    private readonly bool[] _odd = new bool[PlainBlock.Most];
    private int _pause, _tries = FewestTries;

    private PlainRows(CsvReader csv, BoundList list, Staging staging, RowReading cells)
    {
        (_csv, _list, _staging, _cells) = (csv, list, staging, cells);
        _block = new PlainBlock(list.Found.Headings.Count);
        var ids = new List<PlainIds>();
        Records = [.. list.Records.Select(r => new PlainRecord(r, Ids(r.Subject)!, Ids(r.Id)))];
        _ids = [.. ids];
        MostDays = Records.Sum(r => r.Happened.Length);

        PlainIds? Ids(int column)
        {
            if (column < 0) return null;
            if (ids.Find(i => i.Column == column) is { } known) return known;
            ids.Add(new PlainIds(column));
            return ids[^1];
        }
    }

    /// <summary>How many rows the block has.</summary>
    public int Count => _block.Count;

    /// <summary>The line of a row.</summary>
    public int Line(int row) => _block.FirstRow + row;

    /// <summary>The records that a row may make, in the order of its list.</summary>
    public PlainRecord[] Records { get; }

    /// <summary>Days on which something happened that a row may tell of.</summary>
    public int MostDays { get; }

    /// <summary>Null where the list, or its file, asks for more than this can do: then every row is read by itself.</summary>
    public static PlainRows? Of(TableReader row, BoundList list, ReceiptCount count, Staging staging, RowReading cells) =>
        row is CsvReader csv && count.ReturnYear is null && !count.IsPartial && staging.Crosswalk.IsEmpty && list.Deletes < 0
        && list.Found.List.NotUsed.Length == 0 && list.Records.Length > 0 && list.Child >= 0
        && !PlainIds.IsPlain(System.Text.Encoding.UTF8.GetBytes(list.Found.Headings[list.Child])) && list.Found.Headings.Count > 1
        && list.Records.Select(r => r.Table).Distinct().Count() == list.Records.Length && Array.TrueForAll(list.Records, PlainRecord.Can)
            ? new PlainRows(csv, list, staging, cells) : null;

    /// <summary>Reads the next block. False where the next row is no plain one, or the last were so seldom that trying does not pay.</summary>
    public bool Read()
    {
        if (_pause > 0)
        {
            _pause--;
            return false;
        }
        if (!_csv.ReadPlain(_block))
        {
            (_pause, _tries) = (_tries - 1, Math.Min(_tries * 2, MostTries));
            return false;
        }
        if (_block.Count > 1) _tries = FewestTries;
        Array.Clear(_odd);
        MarkFooters();
        foreach (var ids in _ids) ReadIds(ids);
        foreach (var record in Records) Read(record);
        return true;
    }

    /// <summary>The row is to be read by itself.</summary>
    public bool IsOdd(int row) => _odd[row];

    public ReadOnlySpan<byte> Cell(int row, int column) => _csv.Cell(_block, row, column);

    /// <summary>The row's bytes, without empty cells at its end.</summary>
    public ReadOnlySpan<byte> Bytes(int row) => _csv.Whole(_block, row).TrimEnd(_csv.Separator);

    /// <summary>Makes a row the reader's current one.</summary>
    public void GoTo(int row) => _csv.GoTo(_block, row);

    public void Leave() => _csv.Leave(_block);

    /// <summary>As <see cref="RowReading.Told"/> says.</summary>
    public int Told(PlainRecord record, int row)
    {
        if (!record.Bound.IsTold) return 0;
        GoTo(row);
        return _cells.Told(record.Bound);
    }

    private void MarkFooters()
    {
        for (var i = 0; i < _block.Count; i++)
        {
            if (!RowShape.MayBeFooter(Cell(i, 0))) continue;
            GoTo(i);
            if (RowShape.Fault(_csv, _list.Found.Headings, false) is not null) _odd[i] = true;
        }
    }

    private void ReadIds(PlainIds ids)
    {
        var (texts, last, isNew) = (_staging.Texts, ids.Last, false);
        for (var i = 0; i < _block.Count; i++)
        {
            var cell = Cell(i, ids.Column);
            var number = -1;
            if (ids.AreDigits[i] = TextForm.TryDigits(cell, out var digits))
            {
                // After a new id comes another: it is not among those near the last.
                var before = texts.Count;
                number = last = texts.Add(digits, isNew ? -1 : last);
                isNew = texts.Count > before;
            }
            else if (PlainIds.IsPlain(cell)) number = last = texts.Add(cell, last);
            else if (!cell.IsEmpty) _odd[i] = true;
            ids.Numbers[i] = number;
        }
        ids.Last = last;
    }

    private void Read(PlainRecord record)
    {
        var bound = record.Bound;
        for (var i = 0; i < _block.Count; i++)
        {
            var isThere = record.Subjects.Numbers[i] >= 0;
            if (!isThere && bound.IsOwn) _odd[i] = true;
            record.Fate[i] = isThere && Holds(bound.When, i) && IsAnyFilled(bound.Any, i) ? PlainFate.Made : PlainFate.NotRead;
        }
        foreach (var field in record.Fields)
        {
            if (field.Bound.Way == CellWay.Day) ReadDays(record, field);
            else ReadTexts(record, field);
        }
        Judge(record);
    }

    private bool Holds(BoundCondition[] conditions, int row)
    {
        foreach (var c in conditions)
            if (!c.Holds(CellValue.Trim(Cell(row, c.Column)))) return false;
        return true;
    }

    private bool IsAnyFilled(int[] columns, int row)
    {
        if (columns.Length == 0) return true;
        foreach (var column in columns)
            if (CellValue.State(CellValue.Trim(Cell(row, column))) == CellState.Filled) return true;
        return false;
    }

    private void ReadDays(PlainRecord record, PlainField field)
    {
        var (bound, values, fate) = (field.Bound, field.Values, record.Fate);
        for (var i = 0; i < _block.Count; i++)
        {
            if (fate[i] == PlainFate.NotRead) continue;
            if (bound.When.Length > 0 && !Holds(bound.When, i))
            {
                values[i] = bound.Otherwise;
                continue;
            }
            var cell = Cell(i, bound.Column);
            if (cell.IsEmpty)
            {
                values[i] = bound.Blank;
                continue;
            }
            // A date with a time, or with its month named, is no less plain; a word that stands for none is.
            if ((values[i] = PlainDay.Read(cell)) < 0 && (values[i] = CellValue.DayOf(cell = CellValue.Trim(cell))) < 0) _odd[i] = true;
            else if (_cells.Order.Wants(bound.Column, cell)) _cells.Order.Note(bound.Column, Line(i), cell);
        }
    }

    private void ReadTexts(PlainRecord record, PlainField field)
    {
        var (bound, values, fate) = (field.Bound, field.Values, record.Fate);
        for (var i = 0; i < _block.Count; i++)
        {
            if (fate[i] == PlainFate.NotRead) continue;
            if (bound.When.Length > 0 && !Holds(bound.When, i)) values[i] = bound.Otherwise;
            else if (bound.Way == CellWay.Constant) values[i] = bound.Constant;
            else
            {
                var column = bound.Else >= 0 && CellValue.State(CellValue.Trim(Cell(i, bound.Column))) == CellState.Blank ? bound.Else : bound.Column;
                var cell = Cell(i, column);
                if (cell.IsEmpty) values[i] = bound.Blank;
                else if (field.IsOften && CellMemory.TryKey(cell, out var key) && bound.Known.TryFind(key, out var known)) values[i] = known;
                else if (field.IsId && TextForm.TryDigits(cell, out var digits)) values[i] = field.Last = _staging.Texts.Add(digits, field.Last);
                else ReadText(record, field, column, i);
            }
        }
    }

    private void ReadText(PlainRecord record, PlainField field, int column, int row)
    {
        GoTo(row);
        if (!_cells.TryText(record.Bound, field.Bound, column, out field.Values[row])) _odd[row] = true;
    }

    /// <summary>Looks at what the dates of each record say together.</summary>
    private void Judge(PlainRecord record)
    {
        var bound = record.Bound;
        if (record.Start is { } start)
            for (var i = 0; i < _block.Count; i++)
            {
                if (record.Fate[i] == PlainFate.NotRead) continue;
                if (start[i] < 0)
                {
                    // A record may be known by the day it was due.
                    if (bound.IsOwn || bound.Due >= 0) _odd[i] = true;
                    record.Fate[i] = PlainFate.Read;
                }
                else if (record.End is { } end && end[i] >= 0 && end[i] < start[i]) _odd[i] = true;
            }
        if (record.Born is { } born)
            for (var i = 0; i < _block.Count; i++)
                if (record.Fate[i] == PlainFate.Made && born[i] < 0) _odd[i] = true;
    }
}
