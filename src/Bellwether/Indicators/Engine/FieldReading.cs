using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Reads fields, through links, as values over a block. A date is none until its day, a field known from another date until that day;
/// a linked record is not there before its own date. A worker is read through the post open on the day
/// (of a dated case, on its date), a team by its dated entries.
/// </summary>
internal sealed class FieldReading(Journeys.Journeys journeys, LookUps lookUps)
{
    private readonly LookUps _lookUps = lookUps;
    private RecordKind? _kind;
    private KindRows? _rows;

    /// <summary>The last day on which anything recorded is known: what is dated after it is not there. Planned dates stay.</summary>
    public int Cutoff { get; set; } = Spans.Ever;

    /// <summary>The one day whose knowledge serves every day; -1 where each day has its own.</summary>
    public int KnownAt { get; set; } = -1;

    /// <summary>True for dated cases: a worker or team is read as on the case's date, so that a worker who leaves later changes no figure of before.</summary>
    public bool LooksUpOnCaseDate { get; init; }

    /// <summary>A child's birth date; unknown where it is not recorded or the case is no child.</summary>
    public int Born(int child) => _lookUps.Born(child);

    public Cells Read(FieldOf field, Block block, Cells into)
    {
        if (ReferenceEquals(field.Kind, Vocabulary.Workers) || ReferenceEquals(field.Kind, Vocabulary.Teams) ||
            field.Kind.Name == Vocabulary.Workers.Name || field.Kind.Name == Vocabulary.Teams.Name)
            return ReadLookedUp(field, block, into);
        if (IsLate(field)) return ReadLate(field, block, into);
        var kind = field.From == Reader.Child ? _lookUps.People : block.Kind;
        into.AsFlat(block.Count);
        if (field.Hops.Count == 0 && field.Kind.Fields[field.Field].KnownFrom.Length == 0)
        {
            ReadOwn(field, block, into);
            return into;
        }
        for (var i = 0; i < block.Count; i++)
        {
            var (row, seen, absent) = Follow(field, block, i, kind, field.Hops.Count);
            if (absent != 0) (into.Value[i], into.Seen[i]) = (absent, seen);
            else into.Value[i] = Cell(field.Kind, field.Field, row, ref seen, into, i);
        }
        return into;
    }

    /// <summary>A field of the record itself, or of its child, that is known from no other date: most of them.</summary>
    private void ReadOwn(FieldOf field, Block block, Cells into)
    {
        int[] column = field.From == Reader.Child && _lookUps.HasNoPeople ? [] : RowsOf(field.Kind).Field(field.Field);
        var isDate = field.Kind.Fields[field.Field].Type == FieldType.Date;
        var values = into.Value.AsSpan(0, block.Count);
        var seen = into.Seen.AsSpan(0, block.Count);
        if (field.From == Reader.Child)
        {
            for (var i = 0; i < values.Length; i++)
            {
                var row = _lookUps.PersonRow(block.Subject[i]);
                values[i] = row < 0 ? Days.Unknown : column[row];
            }
        }
        else
        {
            var rows = block.Row;
            for (var i = 0; i < values.Length; i++) values[i] = column[rows[i]];
        }
        if (isDate)
            for (var i = 0; i < seen.Length; i++) seen[i] = values[i] is Days.None or Days.Unknown ? 0 : values[i] > Cutoff ? Spans.Ever : (int)Math.Max(values[i], 0);
        else seen.Clear();
        if (KnownAt < 0) return;
        for (var i = 0; i < seen.Length; i++) seen[i] = seen[i] <= KnownAt ? 0 : Spans.Ever;
    }

    /// <summary>True for a date of the record itself that is known from no other date.</summary>
    public static bool IsOwn(FieldOf field) =>
        field is { From: not Reader.Child, Hops.Count: 0 } && field.Kind.Fields[field.Field] is { Type: FieldType.Date, KnownFrom: "" };

    private KindRows RowsOf(RecordKind kind)
    {
        if (!ReferenceEquals(kind, _kind)) (_kind, _rows) = (kind, journeys.Rows(kind.Name));
        return _rows!;
    }

    /// <summary>The row a chain of links leads to and the day from which it can be followed, or the absence it ends in.</summary>
    private (int Row, int Seen, long Absent) Follow(FieldOf field, Block block, int i, RecordKind kind, int hops)
    {
        var row = field.From == Reader.Child ? _lookUps.PersonRow(block.Subject[i]) : block.Row[i];
        var seen = 0;
        if (row < 0) return (row, 0, Cells.Unknown);
        for (var h = 0; h < hops; h++)
        {
            var link = kind.Fields[field.Hops[h]];
            var cell = ReadCell(kind, field.Hops[h], row, ref seen);
            if (cell is Cells.None or Cells.Unknown) return (row, seen, cell);
            row = (int)cell;
            if (link.Type != FieldType.Link) continue;
            kind = journeys.Kinds[link.Of];
            if (kind.Shape == RecordShape.Entity) continue;
            var first = journeys.Rows(kind.Name).First[row];
            if (Days.IsDate(first)) seen = Math.Max(seen, first > Cutoff ? Spans.Ever : first);
        }
        return (row, seen, 0);
    }

    private long Cell(RecordKind kind, int field, int row, ref int seen, Cells into, int i)
    {
        var cell = ReadCell(kind, field, row, ref seen);
        into.Seen[i] = seen;
        return cell;
    }

    /// <summary>One cell, and the day from which it is known.</summary>
    private long ReadCell(RecordKind kind, int field, int row, ref int seen)
    {
        var rows = RowsOf(kind);
        var says = kind.Fields[field];
        var cell = rows.Field(field)[row];
        if (cell is Days.None or Days.Unknown) return Absent(cell, kind, says, rows, row, ref seen);
        if (says.Type == FieldType.Date) seen = Math.Max(seen, cell > Cutoff ? Spans.Ever : cell);
        return Absent(cell, kind, says, rows, row, ref seen);
    }

    private long Absent(int cell, RecordKind kind, RecordField says, KindRows rows, int row, ref int seen)
    {
        if (says.KnownFrom.Length == 0) return cell;
        var from = kind.IndexOf(says.KnownFrom);
        var day = rows.Field(from)[row];
        if (day == Days.Unknown) return Cells.Unknown;
        if (day == Days.None) return Cells.None;
        seen = Math.Max(seen, day > Cutoff && kind.Fields[from].Type == FieldType.Date ? Spans.Ever : day);
        return cell;
    }

    /// <summary>A clock's <c>late</c> (see <see cref="BoundClock"/>): no through the due date, the cell from the day after.</summary>
    private static bool IsLate(FieldOf field) =>
        field.Field == BoundClock.LateField && field.Kind.Fields[field.Field] is { Name: "late", KnownFrom: "due" };

    private Cells ReadLate(FieldOf field, Block block, Cells into)
    {
        var rows = journeys.Rows(field.Kind.Name);
        into.AsSteps();
        for (var i = 0; i < block.Count; i++)
        {
            var (row, seen, absent) = Follow(field, block, i, block.Kind, field.Hops.Count);
            if (seen > 0) into.Add(0, Cells.None);
            if (absent != 0) into.Add(seen, absent);
            else if (seen < Spans.Ever)
            {
                var due = rows.Field(BoundClock.DueField)[row];
                var cell = rows.Field(BoundClock.LateField)[row];
                into.Add(seen, due == Days.Unknown ? Cells.Unknown : 0);
                if (Days.IsDate(due)) into.Add(Math.Max(seen, due + 1), cell);
            }
            into.Close();
        }
        return into;
    }

    private Cells ReadLookedUp(FieldOf field, Block block, Cells into)
    {
        var steps = field.Kind.Name == Vocabulary.Workers.Name
            ? _lookUps.Worker(field.Kind.Fields[field.Field].Name)
            : _lookUps.Team(field.Kind.Fields[field.Field].Name);
        var kind = field.From == Reader.Child ? _lookUps.People : block.Kind;
        into.AsSteps();
        for (var i = 0; i < block.Count; i++)
        {
            var (at, seen, absent) = Follow(field, block, i, kind, field.Hops.Count);
            if (seen > 0) into.Add(0, Cells.None);
            if (absent != 0) into.Add(seen, absent);
            else if (LooksUpOnCaseDate) into.Add(seen, steps.On(at, block.Parent is { } cases ? cases.Date[block.Up[i]] : block.Date[i]));
            else
            {
                for (var s = steps.Offset[at]; s < steps.Offset[at + 1]; s++)
                {
                    var until = s + 1 < steps.Offset[at + 1] ? steps.From[s + 1] : Spans.Ever;
                    if (until > seen && seen < Spans.Ever) into.Add(Math.Max(seen, steps.From[s]), steps.Value[s]);
                }
            }
            into.Close();
        }
        return into;
    }
}
