using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>Records read so far, before the data date is known.</summary>
internal sealed class Staging(RecordKinds kinds, TextPool texts, StoredKey? stored = null)
{
    private readonly Dictionary<string, StagedTable> _tables = new(StringComparer.Ordinal);

    // Kinds in order of first use, by any hand.
    private List<string> _order = [];

    public TextPool Texts { get; } = texts;

    /// <summary>Which child an id of a source means.</summary>
    public Crosswalk Crosswalk { get; init; } = new("", texts, []);

    /// <summary>The rows that made records.</summary>
    public SourceRows Rows { get; } = new();

    /// <summary>Links made from a child and a day, to be turned into the key of the record that starts there.</summary>
    public List<(StagedTable Table, int Row, int Field, string Kind, int Subject, int Day)> LinksByStart { get; } = [];

    /// <summary>Every id of the person table, of rows set aside too; empty where the extract has no such table.</summary>
    public NumberSet Register { get; } = new();

    /// <summary>Rows whose id has lost its leading zeros, and the width it should have.</summary>
    public List<(int Source, int Width)> LostZeros { get; } = [];

    /// <summary>For the lines of yearly returns, by number, the last day of their year.</summary>
    public Dictionary<int, DateOnly?> ReturnYears { get; } = [];

    /// <summary>Ids that were merged into others: their old records are right to stand without a person.</summary>
    public HashSet<int> Merged { get; } = [];

    /// <summary>What fill-only rows tell of records that are not in this extract and that the store holds.</summary>
    public List<Fill> Fills { get; } = [];

    /// <summary>Fills a record of the store; false where it holds none.</summary>
    public bool FillStored(BoundRecord record, int key, int subject, int[] cells, int day)
    {
        var kind = record.Table.Kind;
        if (stored is null || stored(kind.Name, Texts[key], subject >= 0 ? Texts[subject] : "", cells[0]) is not { } found) return false;
        Fills.Add(new Fill(kind.Name, found,
            [.. record.Fields.Where(f => cells[f.Number] != Days.Unknown && (f.Number > 0 || kind.Shape == RecordShape.Entity)).Select(f => (f.Number, cells[f.Number]))], day));
        return true;
    }

    /// <summary>Changes fields of a record of the store, the one of that very key; false where it holds none.</summary>
    public bool ChangeStored(BoundRecord record, int key, int subject, int[] cells, int[] fields)
    {
        var kind = record.Table.Kind.Name;
        if (stored is null || stored(kind, Texts[key], Texts[subject], cells[0]) is not { } found || found != Texts[key]) return false;
        if (fields.Length > 0) Fills.Add(new Fill(kind, found, [.. fields.Select(f => (f, cells[f]))], int.MaxValue) { IsChange = true });
        return true;
    }

    /// <summary>The tables, in order of first use.</summary>
    public IEnumerable<StagedTable> Tables => _order.Select(k => _tables[k]);

    public StagedTable Table(string kind)
    {
        if (_tables.TryGetValue(kind, out var table)) return table;
        _tables.Add(kind, table = new StagedTable(kinds[kind]));
        if (!_order.Contains(kind)) _order.Add(kind);
        return table;
    }

    /// <summary>An empty staging for kinds that this one does not gather, to be joined to it.</summary>
    public Staging Beside() => new(kinds, new TextPool()) { _order = _order };

    /// <summary>Takes over all that one beside it has gathered.</summary>
    public void Join(Staging beside)
    {
        var (here, before) = (Texts.AddAll(beside.Texts), Rows.Count);
        Rows.Join(beside.Rows, here);
        foreach (var (kind, table) in beside._tables)
        {
            table.Renumber(here, before);
            _tables.Add(kind, table);
        }
        LinksByStart.AddRange(beside.LinksByStart.Select(l => l with { Subject = here[l.Subject] }));
        LostZeros.AddRange(beside.LostZeros.Select(l => (l.Source + before, l.Width)));
        Register.Join(beside.Register, here);
        Merged.UnionWith(beside.Merged.Select(m => here[m]));
        foreach (var (line, year) in beside.ReturnYears) ReturnYears.Add(line, year);
    }
}

/// <summary>Records of one kind being gathered, found again by key.</summary>
internal sealed class StagedTable(RecordKind kind)
{
    private Dictionary<(int Subject, int Start), int>? _byStart;
    private RowsByKey? _byKey = new();

    public RecordKind Kind { get; } = kind;

    public CellColumn Keys { get; } = new();

    public CellColumn Subjects { get; } = new();

    /// <summary>Number in <see cref="Staging.Rows"/> of the row that made it.</summary>
    public CellColumn Sources { get; } = new();

    public CellColumn[] Cells { get; } = [.. kind.Fields.Select(_ => new CellColumn())];

    /// <summary>Row numbers by key.</summary>
    public RowsByKey ByKey => _byKey ??= Indexed();

    /// <summary>Fields whose date, where it lies after the data date, is planned and has not happened.</summary>
    public HashSet<int> Planned { get; } = [];

    /// <summary>A birth after the data date is an expected one.</summary>
    public bool MayBeExpected { get; set; }

    /// <summary>People whose rows give different birth dates.</summary>
    public HashSet<int> InConflict { get; } = [];

    /// <summary>As <see cref="RecordTable.EndsUntold"/> says.</summary>
    public HashSet<int> EndsUntold { get; } = [];

    /// <summary>First and last part of a spell made of parts.</summary>
    public Dictionary<int, (int First, int Last)> Parts { get; } = [];

    public int Add(int key, int subject, int source, ReadOnlySpan<int> cells)
    {
        var row = Keys.Count;
        Keys.Add(key);
        Subjects.Add(subject);
        Sources.Add(source);
        for (var f = 0; f < Cells.Length; f++) Cells[f].Add(cells[f]);
        ByKey[key] = row;
        _byStart = null;
        return row;
    }

    /// <summary>Puts the texts' and the source rows' numbers of another staging in place of its own.</summary>
    /// <param name="here">What each text is numbered there.</param>
    /// <param name="rowsBefore">How many source rows come before its own.</param>
    public void Renumber(int[] here, int rowsBefore)
    {
        Keys.Renumber(here);
        Subjects.Renumber(here);
        for (var f = 0; f < Cells.Length; f++)
            if (Kind.Fields[f].Type is FieldType.CodeSet or FieldType.Text or FieldType.Link or FieldType.Worker or FieldType.Team) Cells[f].Renumber(here);
        for (var row = 0; row < Sources.Count; row++) Sources[row] += rowsBefore;
        (_byKey, _byStart) = (null, null);
    }

    private RowsByKey Indexed()
    {
        var rows = new RowsByKey();
        for (var row = 0; row < Keys.Count; row++) rows[Keys[row]] = row;
        return rows;
    }

    /// <summary>Leaves out every row that is not among these, which ascend. Nothing is found by key afterwards.</summary>
    public void KeepOnly(List<int> rows)
    {
        foreach (var column in (IEnumerable<CellColumn>)[Keys, Subjects, Sources, .. Cells]) column.KeepOnly(rows);
    }

    /// <summary>The record of a subject that starts, or happened, on a day; -1 where there is none.</summary>
    public int Starting(int subject, int day)
    {
        if (_byStart is null)
        {
            _byStart = [];
            for (var r = 0; r < Keys.Count; r++) _byStart[(Subjects[r], Cells[0][r])] = r;
        }
        return _byStart.GetValueOrDefault((subject, day), -1);
    }
}
