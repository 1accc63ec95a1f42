using Bellwether.Codes;
using Bellwether.Extracts.Maps;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>What a row makes of one of its list's records.</summary>
internal enum PlainFate : byte
{
    /// <summary>Its condition does not hold, or it is nobody's.</summary>
    NotRead,

    /// <summary>Its cells count, but it has no date to stand on.</summary>
    Read,

    Made,
}

/// <summary>A column of ids: for each row of a block its number in the text pool, -1 for a blank.</summary>
internal sealed class PlainIds(int column)
{
    public int Column { get; } = column;

    public int[] Numbers { get; } = new int[PlainBlock.Most];

    /// <summary>The row's id is digits alone, of which it has no more than can be a number.</summary>
    public bool[] AreDigits { get; } = new bool[PlainBlock.Most];

    /// <summary>The one read last: often the next row's too, or next to it.</summary>
    public int Last { get; set; } = -1;

    /// <summary>Letters and digits, one digit at least: no word that stands for nothing, no footer, nothing that a spreadsheet makes of a number.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > TextPool.LongestOnStack) return false;
        var hasDigit = false;
        foreach (var b in cell)
        {
            if (b is >= (byte)'0' and <= (byte)'9') hasDigit = true;
            else if ((b | 0x20) is < 'a' or > 'z') return false;
        }
        return hasDigit;
    }
}

/// <summary>A field that a list's columns fill.</summary>
internal sealed class PlainField(BoundField bound)
{
    public BoundField Bound { get; } = bound;

    /// <summary>Its cell of each row of the block; of no meaning where the record was not read.</summary>
    public int[] Values { get; } = new int[PlainBlock.Most];

    /// <summary>An id that is no code: digits stand for themselves.</summary>
    public bool IsId { get; } = bound.Field.Type is FieldType.Link or FieldType.Worker or FieldType.Team && bound.Unknown.Length == 0 && bound.Map.Read.Length == 0;

    /// <summary>The same texts come again and again: not so the ids of other records.</summary>
    public bool IsOften { get; } = bound.Field.Type != FieldType.Link;

    public int Last { get; set; } = -1;
}

/// <summary>One of the records that a row of a list may make, as <see cref="PlainRows"/> reads it.</summary>
internal sealed class PlainRecord
{
    // What every row has in the fields that no column fills, and which those are.
    private readonly int[] _cells, _fixed;

    public PlainRecord(BoundRecord bound, PlainIds subjects, PlainIds? ids)
    {
        (Bound, Subjects, Ids) = (bound, subjects, ids);
        Fields = [.. bound.Fields.Where(f => !IsFixed(f)).Select(f => new PlainField(f))];
        _cells = [.. bound.Template];
        foreach (var field in bound.Fields.Where(IsFixed)) _cells[field.Number] = field.Constant;
        _fixed = [.. Enumerable.Range(0, _cells.Length).Where(f => Values(f) is null)];
        Start = bound.IsEntity ? null : Values(0);
        End = bound.IsSpell ? Values(1) : null;
        Born = bound.IsPeople ? Values(bound.Born) : null;
        Happened = [.. Fields.Where(f => f.Bound is { Way: CellWay.Day, IsPlanned: false, IsBirthday: false, Map.Future: Future.Fault })];
        Kept = [.. Fields.Where(f => f.Bound is { Way: CellWay.Day, IsPlanned: false, IsBirthday: false, Map.Future: Future.Kept })];
    }

    public BoundRecord Bound { get; }

    public PlainIds Subjects { get; }

    /// <summary>The source's own ids; null where it gives none.</summary>
    public PlainIds? Ids { get; }

    public PlainField[] Fields { get; }

    /// <summary>Dates of what has happened: they say how late the extract is.</summary>
    public PlainField[] Happened { get; }

    /// <summary>Dates that may lie in the future and stay.</summary>
    public PlainField[] Kept { get; }

    public int[]? Start { get; }

    public int[]? End { get; }

    public int[]? Born { get; }

    public PlainFate[] Fate { get; } = new PlainFate[PlainBlock.Most];

    /// <summary>Rows of the block whose record waits to be kept, their keys, and the place of each among the rows that do.</summary>
    public int[] Rows { get; } = new int[PlainBlock.Most];

    public int[] Keys { get; } = new int[PlainBlock.Most];

    public int[] Places { get; } = new int[PlainBlock.Most];

    public int Waiting { get; set; }

    /// <summary>True where the text of one cell decides each field, and rows do not add to records of others.</summary>
    public static bool Can(BoundRecord record) =>
        record.Map.Again is Again.Last or Again.Fill && record.Subject >= 0 && record.TellColumns.Length < 2
        && Array.TrueForAll(record.Fields, f => f.Way != CellWay.Ordinary || IsEither(f))
        && record.Fields.Select(f => f.Number).Distinct().Count() == record.Fields.Length
        && (record.IsEntity || Array.Exists(record.Fields, f => f.Number == 0 && f.Way == CellWay.Day));

    /// <summary>Keeps those that wait.</summary>
    /// <param name="firstSource">Number of the first of the rows that make something.</param>
    public void Keep(int firstSource)
    {
        if (Waiting == 0) return;
        var table = Bound.Table;
        ReadOnlySpan<int> rows = Rows.AsSpan(0, Waiting);
        Span<int> some = stackalloc int[PlainBlock.Most];
        some = some[..Waiting];
        table.Keys.AddRange(Keys.AsSpan(0, Waiting));
        table.Subjects.AddRange(Pick(Subjects.Numbers, rows, some));
        for (var w = 0; w < some.Length; w++) some[w] = firstSource + Places[w];
        table.Sources.AddRange(some);
        foreach (var f in _fixed) table.Cells[f].AddSame(_cells[f], Waiting);
        foreach (var field in Fields) table.Cells[field.Bound.Number].AddRange(Pick(field.Values, rows, some));
        Waiting = 0;
    }

    private static ReadOnlySpan<int> Pick(int[] values, ReadOnlySpan<int> rows, Span<int> into)
    {
        if (rows[^1] - rows[0] == rows.Length - 1) return values.AsSpan(rows[0], rows.Length);
        for (var w = 0; w < rows.Length; w++) into[w] = values[rows[w]];
        return into;
    }

    // A second column stands in where the first is blank: a code, else its description.
    private static bool IsEither(BoundField field) =>
        field is { Else: >= 0, And: < 0, ChildOn: < 0, Of: null } && field.Field.Type is not (FieldType.Date or FieldType.PlannedDate);

    private static bool IsFixed(BoundField field) => field.Way == CellWay.Constant && field.When.Length == 0;

    private int[]? Values(int number) => Array.Find(Fields, f => f.Bound.Number == number)?.Values;
}
