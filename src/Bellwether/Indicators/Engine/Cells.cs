using Bellwether.Calendar;

namespace Bellwether.Indicators.Engine;

/// <summary>How a value moves with the day looked at.</summary>
internal enum Motion
{
    /// <summary>It does not: flat, or in steps.</summary>
    Still,

    /// <summary>The day itself: <c>as_at</c>.</summary>
    Day,

    /// <summary><c>days(D, as_at)</c>.</summary>
    Days,

    /// <summary><c>working_days(D, as_at)</c>.</summary>
    WorkingDays,

    /// <summary><c>months(D, as_at)</c>.</summary>
    Months,

    /// <summary><c>age(as_at)</c>; D is the birth date.</summary>
    Age,
}

/// <summary>
/// A value for each entity of a block, as a function of the day: flat (none before a day, one value from it), steps (lists of from and
/// value, the first from day 0), or moving (<c>sign × motion(anchor, day) + plus</c>, compared by asking on which day it turns).
/// Numbers are thousandths; none and unknown are <see cref="Calendar.Days"/>'s.
/// </summary>
internal sealed class Cells
{
    public const long None = Days.None;
    public const long Unknown = Days.Unknown;

    public bool Flat { get; private set; }
    public int Count { get; private set; }
    public Motion Motion { get; private set; }
    public int Sign { get; private set; }

    /// <summary>The D of a motion; null for <see cref="Motion.Day"/>.</summary>
    public Cells? Anchor { get; private set; }

    /// <summary>What is added to a motion; null for nothing.</summary>
    public Cells? Plus { get; private set; }

    public long[] Value = new long[16];

    /// <summary>Flat: the day the value is first seen; none before.</summary>
    public int[] Seen = new int[16];

    public int[] Offset = new int[16];

    /// <summary>Steps: the day each begins to hold.</summary>
    public int[] From = new int[16];

    private int _used;

    public bool IsMoving => Motion != Motion.Still;

    public Cells AsFlat(int count)
    {
        (Flat, Count, Motion) = (true, count, Motion.Still);
        Value = Scratch.Room(Value, count);
        Seen = Scratch.Room(Seen, count);
        return this;
    }

    public Cells AsSteps()
    {
        (Flat, Count, Motion, _used) = (false, 0, Motion.Still, 0);
        return this;
    }

    public Cells AsMoving(int count, Motion motion, int sign, Cells? anchor, Cells? plus)
    {
        (Flat, Count, Motion, Sign, Anchor, Plus) = (false, count, motion, sign, anchor, plus);
        return this;
    }

    /// <summary>The entity being filled has this value from that day; days ascend, the first is 0.</summary>
    public void Add(int from, long value)
    {
        if (_used > Offset[Count])
        {
            if (Value[_used - 1] == value) return;
            if (From[_used - 1] == from)
            {
                Value[_used - 1] = value;
                return;
            }
        }
        From = Scratch.Room(From, _used);
        Value = Scratch.Room(Value, _used);
        From[_used] = from;
        Value[_used++] = value;
    }

    /// <summary>Ends the entity being filled.</summary>
    public void Close()
    {
        if (Offset[Count] == _used) Add(0, None);
        Offset = Scratch.Room(Offset, ++Count);
        Offset[Count] = _used;
    }

    /// <summary>The value at a day. Moving values are not asked here.</summary>
    public long At(int i, int day)
    {
        var reader = new StepReader(this, i);
        while (reader.Until <= day) reader.Next();
        return reader.Value;
    }
}

/// <summary>Walks the stretches of one entity's value: now <see cref="Value"/>, until (not including) <see cref="Until"/>.</summary>
internal struct StepReader
{
    private readonly Cells _cells;
    private readonly int _entity;
    private int _step;

    public StepReader(Cells cells, int entity)
    {
        (_cells, _entity) = (cells, entity);
        if (cells.Flat)
        {
            (Value, Until) = cells.Seen[entity] > 0 ? (Cells.None, cells.Seen[entity]) : (cells.Value[entity], Spans.Ever);
            return;
        }
        _step = cells.Offset[entity];
        Read();
    }

    public long Value { get; private set; }

    public int Until { get; private set; }

    /// <summary>The next stretch; the last one stays.</summary>
    public void Next()
    {
        if (Until == Spans.Ever) return;
        if (_cells.Flat)
        {
            (Value, Until) = (_cells.Value[_entity], Spans.Ever);
            return;
        }
        _step++;
        Read();
    }

    private void Read()
    {
        Value = _cells.Value[_step];
        Until = _step + 1 < _cells.Offset[_entity + 1] ? _cells.From[_step + 1] : Spans.Ever;
    }
}

/// <summary>Yes and unknown over a block: <paramref name="Maybe"/> holds the days of yes and of unknown, and is the same object where nothing is unknown.</summary>
internal readonly record struct Truth(Spans Yes, Spans Maybe)
{
    public bool Sure => ReferenceEquals(Yes, Maybe);
}

/// <summary>Up to a few hundred entities worked on together: cases, or (case, record) pairs inside an aggregate.</summary>
internal sealed class Block
{
    public int Count;
    public Codes.RecordKind Kind = null!;

    /// <summary>The block of cases, for a block of pairs; null for cases.</summary>
    public Block? Parent;

    /// <summary>The case of each pair.</summary>
    public int[] Up = new int[16];

    public int[] Row = new int[16];
    public int[] Subject = new int[16];

    /// <summary>The days that matter for the entity: <c>[From, To)</c>.</summary>
    public int[] From = new int[16];
    public int[] To = new int[16];

    /// <summary>The day a dated case counts on; for a pair, the record's own.</summary>
    public int[] Date = new int[16];

    public Block Begin(Codes.RecordKind kind, Block? parent)
    {
        (Count, Kind, Parent) = (0, kind, parent);
        return this;
    }

    public void Add(int row, int subject, int from, int to, int up = 0)
    {
        if (Count == Row.Length) Grow();
        (Row[Count], Subject[Count], From[Count], To[Count], Up[Count]) = (row, subject, from, to, up);
        Count++;
    }

    /// <summary>Writes a case in its place; <see cref="Count"/> stays.</summary>
    public void Put(int at, int row, int subject, int from, int to, int date)
    {
        if (at == Row.Length) Grow();
        (Row[at], Subject[at], From[at], To[at], Date[at]) = (row, subject, from, to, date);
    }

    /// <summary>Moves entity <paramref name="from"/> to place <paramref name="to"/>, when entities that can't matter are dropped.</summary>
    public void Move(int from, int to)
    {
        (Row[to], Subject[to], From[to], To[to], Up[to], Date[to]) =
            (Row[from], Subject[from], From[from], To[from], Up[from], Date[from]);
    }

    private void Grow()
    {
        var size = Row.Length * 2;
        Array.Resize(ref Row, size);
        Array.Resize(ref Subject, size);
        Array.Resize(ref From, size);
        Array.Resize(ref To, size);
        Array.Resize(ref Up, size);
        Array.Resize(ref Date, size);
    }
}
