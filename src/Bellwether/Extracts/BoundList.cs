using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts.Maps;

namespace Bellwether.Extracts;

/// <summary>A list's map tied to the columns of one table, so that a row is read without looking a name up.</summary>
internal sealed class BoundList
{
    /// <summary>Stands for the data date until it is known.</summary>
    public const int DataDate = int.MinValue + 2;

    /// <summary>Stands for the first day the extract speaks for.</summary>
    public const int FirstDay = int.MinValue + 3;

    private readonly CodeLists _codes;
    private readonly Staging _staging;
    private readonly Synonyms _synonyms;

    public BoundList(Recognised found, Staging staging, CodeLists codes, Synonyms synonyms)
    {
        (_codes, _staging, _synonyms) = (codes, staging, synonyms);
        Found = found;
        Child = Column(found.List.Child);
        Deletes = Column(found.List.Deletes);
        Key = [.. found.List.Key.Select(Column)];
        Records = [.. found.List.Records.Select((r, i) => Bind(r, i == 0))];
    }

    public Recognised Found { get; }

    public int Child { get; }

    /// <summary>The column that asks for the record's deletion; -1 where there is none.</summary>
    public int Deletes { get; }

    public int[] Key { get; }

    public BoundRecord[] Records { get; }

    /// <summary>The place of a column in the table; -1 where it is missing or not named.</summary>
    public int Column(string name)
    {
        var i = name.Length == 0 ? -1 : Found.List.IndexOf(name);
        return i < 0 ? -1 : Found.Ordinals[i];
    }

    private BoundRecord Bind(RecordMap map, bool isOwn)
    {
        var table = _staging.Table(map.Kind);
        var template = table.Kind.Fields.Select(Absent).ToArray();
        var fields = map.Fields.Select(f => Bind(table, f)).Where(f => f is not null).Select(f => f!).ToArray();
        var tell = map.TellApart.StartsWith('=') ? map.TellApart[1..] : "";
        return new BoundRecord(map, table, isOwn, Column(map.Id), Column(map.Of),
            map.OfParent.Length > 0 ? _staging.Table(map.OfParent) : null, Column(map.OfParentBy),
            tell, tell.Length > 0 ? [] : [.. map.TellColumns.Select(Column).Where(c => c >= 0)], Bind(map.When), [.. map.Any.Select(Column).Where(c => c >= 0)],
            Column(map.Latest), Column(map.PartStart), fields, template);
    }

    private BoundField? Bind(StagedTable table, FieldMap map)
    {
        var number = table.Kind.IndexOf(map.Field);
        var field = table.Kind.Fields[number];
        int from = Column(map.From), other = Column(map.Else), on = Column(map.ChildOn), by = Column(map.By);
        if (map.Constant.Length == 0 && from < 0 && other < 0 && on < 0 && by < 0) return null;
        if (map.Constant.Length > 0 && map.When.Count > 0 && map.When.All(w => Column(w.Column) < 0)) return null;
        if (map.Future == Future.Planned) table.Planned.Add(number);
        if (map.Future == Future.Expected) table.MayBeExpected = true;
        var (codes, words) = field.Type is FieldType.Code or FieldType.CodeSet ? _synonyms.Bind(Found.Map.Format, _codes[field.Of]) : (null, []);
        return new BoundField(map, number, field, from < 0 ? other : from, from < 0 ? -1 : other, Column(map.And), Constant(field, map.Constant),
            map.Otherwise.Length == 0 ? Blank(field) : Constant(field, map.Otherwise), Blank(field),
            codes, Bind(map.When),
            [.. map.Yes.Select(Headings.Squash)], [.. map.No.Select(Headings.Squash)], on, by,
            map.Of.Length > 0 ? _staging.Table(map.Of) : null, map.Of.Length > 0 ? _staging.Table(map.Of).Kind.IndexOf(map.OfField) : -1)
        { Words = words };
    }

    private BoundCondition[] Bind(IReadOnlyList<Condition> conditions) =>
        [.. conditions.Select(c => new BoundCondition(Column(c.Column), c.Matches)).Where(c => c.Column >= 0)];

    /// <summary>What a blank cell of a field stands for.</summary>
    private int Blank(RecordField field) => field.Blank.Length > 0 ? Constant(field, field.Blank) : field.BlankIsNone ? Days.None : Days.Unknown;

    /// <summary>What holds where the source has no such column.</summary>
    private int Absent(RecordField field) => field.Absent.Length > 0 ? Constant(field, field.Absent) : Days.Unknown;

    private int Constant(RecordField field, string text) => text switch
    {
        "" or "unknown" => Days.Unknown,
        "none" => Days.None,
        "@data-date" => DataDate,
        "@first-day" => FirstDay,
        _ => field.Type switch
        {
            FieldType.YesNo => text == "yes" ? 1 : 0,
            FieldType.Code => _codes[field.Of].TryRead(text, out var index) ? index
                : throw new ShelfException(Found.List.File, 0, $"\"{text}\" is not in the list {field.Of}."),
            FieldType.Number => (int)(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) * 1000),
            _ => _staging.Texts.Add(text),
        },
    };
}

internal sealed record BoundCondition(int Column, System.Text.RegularExpressions.Regex Matches)
{
    private readonly CellMemory _known = new();
    private readonly bool _holdsBlank = Matches.IsMatch("");

    /// <summary>True where the text matches; short texts are remembered, as such columns hold few.</summary>
    public bool Holds(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return _holdsBlank;
        var isKey = CellMemory.TryKey(text, out var key);
        if (isKey && _known.TryFind(key, out var known)) return known != 0;
        var holds = Matches.IsMatch(System.Text.Encoding.UTF8.GetString(text));
        if (isKey) _known.Keep(key, holds ? 1 : 0);
        return holds;
    }
}

internal sealed record BoundRecord(
    RecordMap Map, StagedTable Table, bool IsOwn, int Id, int Subject, StagedTable? Parent, int ParentBy, string TellText, int[] TellColumns,
    BoundCondition[] When, int[] Any, int Latest, int PartStart, BoundField[] Fields, int[] Template)
{
    /// <summary>Records that came as fill-only rows: the latest date that filled each.</summary>
    public Dictionary<int, int> FilledOn { get; } = [];

    /// <summary>Something tells records of one child and day apart.</summary>
    public bool IsTold { get; } = TellColumns.Length > 0 || TellText.Length > 0;

    public bool IsPeople { get; } = Map.Kind == "people";
    public bool IsEntity { get; } = Table.Kind.Shape == RecordShape.Entity;
    public bool IsSpell { get; } = Table.Kind.Shape == RecordShape.Spell;
    public bool IsOfChild { get; } = Table.Kind.Subject == SubjectKind.Child;

    /// <summary>Field numbers of the kind; -1 where it has no such field.</summary>
    public int Due { get; } = Table.Kind.IndexOf("due");
    public int Born { get; } = Table.Kind.IndexOf("born");
    public int Sex { get; } = Table.Kind.IndexOf("sex");
    public int StartCode { get; } = Table.Kind.IndexOf("start_code");

    /// <summary>Fields that are known only from the spell's end on.</summary>
    public BoundField[] WithEnd { get; } = [.. Fields.Where(f => f.Field.KnownFrom == "end")];

    /// <summary>Fields that hold a link made from a child and a day.</summary>
    public BoundField[] LinkedByStart { get; } = [.. Fields.Where(f => f.ChildOn >= 0)];

    /// <summary>Numbers of what tells records apart, by cell.</summary>
    public CellMemory Tells { get; } = new();

    /// <summary>The column of a field; -1 where the list does not bring it.</summary>
    public int ColumnOf(int field) => Array.Find(Fields, f => f.Number == field)?.Column ?? -1;
}

/// <summary>How a field's cell is read.</summary>
internal enum CellWay
{
    /// <summary>More than one column has a say, or the field's own rules.</summary>
    Ordinary,

    /// <summary>The map states it.</summary>
    Constant,

    /// <summary>A date of one column.</summary>
    Day,

    /// <summary>The text of one column decides.</summary>
    Text,
}

internal sealed record BoundField(
    FieldMap Map, int Number, RecordField Field, int Column, int Else, int And, int Constant, int Otherwise, int Blank, CodeList? Codes,
    BoundCondition[] When, string[] Yes, string[] No, int ChildOn, int By, StagedTable? Of, int OfField)
{
    /// <summary>The council's own words that <see cref="Codes"/> reads besides the national ones.</summary>
    public IReadOnlyList<Mapping> Words { get; init; } = [];

    /// <summary>Every filled cell that is not a no is a yes: written <c>yes: ["*"]</c>.</summary>
    public bool IsYesOtherwise { get; } = Map.Yes.Contains("*");

    /// <summary>A filled cell that is neither yes nor no is noted as unknown, and its row stays: written <c>unknown: ["*"]</c>.</summary>
    public bool IsUnknownOtherwise { get; } = Map.Unknown.Contains("*");

    /// <summary>Texts that stand for unknown in this column alone.</summary>
    public byte[][] Unknown { get; } = [.. Map.Unknown.Select(System.Text.Encoding.UTF8.GetBytes)];

    public CellWay Way { get; } = Map.Constant.Length > 0 ? CellWay.Constant
        : ChildOn >= 0 || Of is not null || Else >= 0 || And >= 0 ? CellWay.Ordinary
        : Field.Type is FieldType.Date or FieldType.PlannedDate ? CellWay.Day : CellWay.Text;

    /// <summary>Every column that has a say; a constant without a condition has none.</summary>
    public int[] Columns { get; } = [.. new[] { Column, Else, And, ChildOn, By }.Where(c => c >= 0).Concat(When.Select(w => w.Column)).Distinct()];

    /// <summary>The cell is a birth date and stands for the birthday in the return's year.</summary>
    public bool IsBirthday { get; } = Map.Read == "birthday";

    public bool IsPlanned { get; } = Field.Type == FieldType.PlannedDate || Map.Field == "born";

    /// <summary>What texts of the column stand for; of <see cref="CellWay.Text"/> alone.</summary>
    public CellMemory Known { get; } = new();
}
