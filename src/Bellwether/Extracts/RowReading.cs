using System.Buffers;
using System.Text;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts.Maps;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>Why a row is left out: what the catalogue calls it, where, and the words to fill in.</summary>
internal sealed record RowFault(string Code, int Column, params object[] Parts);

/// <summary>
/// Reads the cells of one row of one table as the fields ask. A fault stops the row before anything of it is kept; notes wait until
/// the row is known to load.
/// </summary>
/// <param name="returnYear">The last day of a return's year, on which its codes must be valid; null for what is no return.</param>
internal sealed partial class RowReading(
    TableReader row, BoundList list, Staging staging, DayCounts days, Derivations derivations, DateOnly? returnYear)
{
    private const int LongestTell = 24;
    private static readonly SearchValues<char> DateSigns = SearchValues.Create("0123456789/-:. T");
    private static ReadOnlySpan<byte> Stated => "="u8;

    private readonly List<(string Code, int Column, string Kind, object[] Parts)> _notes = [];

    private readonly CsvReader? _csv = row as CsvReader;
    private readonly DayOrder _order = new();

    /// <summary>Days of events the row brings, each once, for working the data date out.</summary>
    private readonly List<int> _happened = [];

    /// <summary>The text each column held last: often the next row's too.</summary>
    private int[] _last = [];

    /// <summary>Something was to be said of the cell that was read last.</summary>
    private bool _isSaid;

    public RowFault? Fault { get; private set; }

    public IReadOnlyList<(string Code, int Column, string Kind, object[] Parts)> Notes => _notes;

    public bool HasNotes => _notes.Count > 0;

    /// <summary>What the dates read so far tell of which comes first.</summary>
    public DayOrder Order => _order;

    /// <summary>The end that the row states lies after the year of its return: on the last day of the year it had not come.</summary>
    public bool EndsLater { get; private set; }

    /// <summary>The row's latest day on which something happened, and its column.</summary>
    public (int Day, int Column) Latest { get; private set; }

    /// <summary>Counts the days on which things happened.</summary>
    public DayCounts Counts => days;

    /// <summary>Reads a filled cell of which the text alone decides, and remembers it; false where there is something to be said of it.</summary>
    public bool TryText(BoundRecord record, BoundField field, int column, out int value)
    {
        Begin();
        value = Remembered(record, field, column);
        return Fault is null && !HasNotes;
    }

    public void Begin()
    {
        Fault = null;
        EndsLater = false;
        if (_notes.Count > 0) _notes.Clear();
        _happened.Clear();
        Latest = (Days.None, -1);
    }

    /// <summary>Counts the row's days towards the data date: only rows that load have a say.</summary>
    public void CountDays()
    {
        foreach (var day in _happened) days.Count(day);
    }

    public ReadOnlySpan<byte> Text(int column) => CellValue.Trim(_csv is not null ? _csv.Utf8(column) : row.Utf8(column));

    /// <summary>An id as a number in the text pool; -1 where the cell is blank or at fault.</summary>
    public int Id(int column)
    {
        if (column < 0) return -1;
        // What follows changes nothing in a run of digits.
        if (_csv is not null && TextForm.TryDigits(_csv.Utf8(column), out var digits)) return Pool(column, digits);
        var text = Text(column);
        switch (State(column, text))
        {
            case CellState.Error:
                Stop("error-in-key-column", column, Encoding.UTF8.GetString(text));
                return -1;
            case CellState.Blank or CellState.SaysUnknown:
                return -1;
        }
        var id = CellValue.Id(text);
        if (CellValue.LostDigits(id, row.Kind(column)))
        {
            Stop("id-digits-lost", column);
            return -1;
        }
        return Pool(column, id);
    }

    /// <summary>A field's cell, encoded as <see cref="RecordField"/> says.</summary>
    public int Read(BoundRecord record, BoundField field, int subject)
    {
        if (field.When.Length > 0 && !Holds(field.When)) return field.Otherwise;
        switch (field.Way)
        {
            case CellWay.Constant: return field.Constant;
            case CellWay.Day when _csv is not null:
                var written = _csv.Utf8(field.Column);
                if (written.IsEmpty) return field.Blank;
                if (PlainDay.Read(written) is >= 0 and var day) return Dated(record, field, field.Column, day, written);
                break;
            case CellWay.Text when _csv is not null: return _csv.Utf8(field.Column).IsEmpty ? field.Blank : Remembered(record, field, field.Column);
        }
        if (field.ChildOn >= 0) return Day(record, field, field.ChildOn) is var on && Days.IsDate(on) ? staging.Texts.Made(subject, on, 0) : Days.Unknown;
        if (field.Of is not null)
        {
            var parent = field.By >= 0 ? Id(field.By) : -1;
            if (parent >= 0 && field.Of.ByKey[parent] is >= 0 and var found) return field.Of.Cells[field.OfField][found];
            return field.Column >= 0 ? Value(record, field, field.Column) : Days.Unknown;
        }
        if (field.Else >= 0 && State(field.Column, Text(field.Column)) == CellState.Blank) return Value(record, field, field.Else);
        return Value(record, field, field.Column);
    }

    /// <summary>A cell of which the text alone decides: a text that was read before, and of which nothing was to be said, stands for the same again.</summary>
    private int Remembered(BoundRecord record, BoundField field, int column)
    {
        if (!CellMemory.TryKey(_csv!.Utf8(column), out var key)) return Value(record, field, column);
        if (field.Known.TryFind(key, out var known)) return known;
        _isSaid = false;
        var value = Value(record, field, column);
        if (!_isSaid) field.Known.Keep(key, value);
        return value;
    }

    public bool Holds(BoundCondition[] conditions)
    {
        foreach (var c in conditions)
            if (!c.Holds(Text(c.Column))) return false;
        return true;
    }

    public bool IsFilled(int column) => State(column, Text(column)) == CellState.Filled;

    /// <summary>The key made from a subject, a day and what tells records apart where the source gives no id.</summary>
    public int Made(BoundRecord record, int subject, int day)
    {
        var told = Told(record);
        return told >= 0 ? staging.Texts.Made(subject, day, told) : staging.Texts.Made(subject, day, Tell(record));
    }

    /// <summary>The number of what tells the row's record apart; 0 for nothing, -1 where there are too many to number.</summary>
    public int Told(BoundRecord record)
    {
        if (!record.IsTold) return 0;
        // Where the map states it, it is the same for every row, and so is the key it is remembered by.
        var (isStated, isOne) = (record.TellColumns.Length == 0, record.TellColumns.Length == 1);
        var isKey = CellMemory.TryKey(isOne ? row.Utf8(record.TellColumns[0]) : Stated, out var cell) && (isStated || (isOne && _csv is not null));
        if (isKey && record.Tells.TryFind(cell, out var told)) return told;
        told = staging.Texts.Tell(Tell(record));
        if (isKey && told >= 0) record.Tells.Keep(cell, told);
        return told;
    }

    /// <summary>What tells records of one child and day apart. A key is an id, not a place for a sentence that somebody typed.</summary>
    public string Tell(BoundRecord record) =>
        record.TellColumns.Length == 0 ? Short(record.TellText) : string.Join('|', record.TellColumns.Select(c => Short(Encoding.UTF8.GetString(Text(c)))));

    private static string Short(string tell)
    {
        if (tell.Length <= LongestTell) return tell;
        return Headings.Squash(tell) is { Length: > LongestTell } squashed ? squashed[..LongestTell] : Headings.Squash(tell);
    }

    public void Stop(string code, int column, params object[] parts)
    {
        _isSaid = true;
        Fault ??= new RowFault(code, column, parts);
    }

    private int Halt(string code, int column, params object[] parts)
    {
        Stop(code, column, parts);
        return Days.Unknown;
    }

    private CellState State(int column, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty && row.HasFormulaWithoutValue(column)) Stop("formula-without-value", column);
        return row.Kind(column) == CellKind.Error ? CellState.Error : CellValue.State(text);
    }

    private int Pool(int column, ReadOnlySpan<byte> text)
    {
        var forbidden = ControlCharacters.FirstIn(text);
        if (forbidden >= 0) Stop("forbidden-character", column, forbidden.ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        if (column >= _last.Length) Grow(column);
        return _last[column] = staging.Texts.Add(text, _last[column]);
    }

    private int Pool(int column, ulong digits)
    {
        if (column >= _last.Length) Grow(column);
        return _last[column] = staging.Texts.Add(digits, _last[column]);
    }

    private void Grow(int column)
    {
        var from = _last.Length;
        Array.Resize(ref _last, column + 8);
        _last.AsSpan(from).Fill(-1);
    }

    private int Note(string code, int column, string kind, params object[] parts)
    {
        _isSaid = true;
        foreach (var n in _notes)
            if (n.Code == code && n.Column == column) return Days.Unknown;
        _notes.Add((code, column, kind, parts));
        return Days.Unknown;
    }

    /// <summary>A value fit for any screen: a short code or a run of digits as it stands, anything longer only by its length.</summary>
    internal static string Shown(ReadOnlySpan<byte> text, bool isPersonal)
    {
        if (isPersonal) return "The value";
        var said = Encoding.UTF8.GetString(text);
        if (said.Length <= 12 && !said.AsSpan().ContainsAny(" \u00A0")) return $"\"{said}\"";
        return said.Length <= 24 && !said.AsSpan().ContainsAnyExcept(DateSigns) ? $"\"{said}\"" : $"A text of {said.Length} characters";
    }
}
