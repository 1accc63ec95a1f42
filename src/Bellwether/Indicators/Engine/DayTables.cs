using System.Runtime.CompilerServices;
using Bellwether.Calendar;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Day arithmetic as table look-ups: for each limit or timescale, the last day within it from any day, worked out once a day number.
/// </summary>
/// <param name="timescale">The limit of a timescale in force on a day; null where it has no row.</param>
/// <param name="swapped">Timescales a variant swaps.</param>
internal sealed class DayTables(Func<string, DateOnly, Limit?> timescale, IReadOnlyDictionary<string, Limit> swapped)
{
    private const int First = 719_162;      // 1 January 1970 to 31 December 2070, both in
    private const int Last = 756_051;
    private const int Latest = 3_652_058;   // DateOnly.MaxValue

    /// <summary>How many days tables are kept for.</summary>
    public const int Size = Last - First + 1;

    /// <summary>A day's place in such a table; below 0 for one that is in none.</summary>
    public static int Index(int day) => day < First || day > Last ? -1 : day - First;

    private readonly Lock _making = new();
    private Made[] _tables = [];
    private Made _last = new(null, []);

    /// <summary>
    /// The last day of a length added to a day, inclusive; for subtraction (days only) the day so many before.
    /// None and unknown come back as they are; a timescale without a row on that day gives unknown.
    /// </summary>
    public int Add(Length length, int day, bool minus = false)
    {
        if (!Days.IsDate(day)) return day;
        if (minus) return Math.Max(0, day - (length.Fixed.Unit == LimitUnit.Week ? length.Fixed.Length * 7 : length.Fixed.Length));
        if (day < First || day > Last) return Work(length, day);
        // Several threads may fill one table: each cell has one right value.
        ref var cell = ref Table(length)[day - First];
        if (cell == 0) cell = Work(length, day);
        return cell;
    }

    /// <summary><see cref="Add"/> of one length, for many days.</summary>
    public LastDays Of(Length length) => new(this, length, Table(length), First);

    /// <summary>The first day on which an event of a day no longer counts, as <see cref="Windows.LetGo"/> has it.</summary>
    public static int LetGo(Window window, int day)
    {
        if (day < First || day > Last) return Days.Of(Windows.LetGo(window, Days.Date(day)));
        var table = Volatile.Read(ref Gone[(int)window]);
        if (table is null) Volatile.Write(ref Gone[(int)window], table = new int[Last - First + 1]);
        ref var cell = ref table[day - First];
        if (cell == 0) cell = Days.Of(Windows.LetGo(window, Days.Date(day)));
        return cell;
    }

    private static readonly int[]?[] Gone = new int[]?[(int)Window.Rolling3Years + 1];

    /// <summary>The limit in force on a day; null where a timescale has no row.</summary>
    public Limit? Of(Length length, int day) =>
        length.Timescale.Length == 0 ? length.Fixed
        : swapped.Count > 0 && swapped.TryGetValue(length.Timescale, out var other) ? other
        : timescale(length.Timescale, Days.Date(day));

    private static readonly Lock Making = new();
    private static Turned[] _allReached = [];

    /// <summary>The first day on which a motion from an anchor reaches n or more.</summary>
    public static int Reaches(Motion motion, int anchor, long n)
    {
        // Thresholds are few and anchors many: an age, a number of months. Each cell has one right value, whichever thread writes it.
        if (motion is Motion.Day or Motion.Days || anchor < First || anchor > Last || n is < 0 or > Tabled) return Work(motion, anchor, n);
        var last = _reached;
        if (last is null || last.Motion != motion || last.N != n)
            _reached = last = Reached(motion, n);
        ref var cell = ref last.Table[anchor - First];
        if (cell == 0) cell = Work(motion, anchor, n);
        return cell;
    }

    /// <summary>The table behind <see cref="Reaches"/>, by <see cref="Index"/>, 0 for what is not worked out yet; null where none is kept.</summary>
    public static int[]? TableOf(Motion motion, long n) => motion is Motion.Day or Motion.Days || n is < 0 or > Tabled ? null : Reached(motion, n).Table;

    private static Turned Reached(Motion motion, long n)
    {
        if (Found() is { } there) return there;
        lock (Making)
        {
            if (Found() is { } made) return made;
            _allReached = [.. _allReached, new Turned(motion, n, new int[Last - First + 1])];
            return _allReached[^1];
        }

        Turned? Found()
        {
            foreach (var one in Volatile.Read(ref _allReached))
                if (one.Motion == motion && one.N == n) return one;
            return null;
        }
    }

    private const int Tabled = 1200;

    [ThreadStatic]
    private static Turned? _reached;

    private sealed record Turned(Motion Motion, long N, int[] Table);

    /// <summary>What <see cref="Reaches"/> looks up.</summary>
    public static int Work(Motion motion, int anchor, long n)
    {
        if (motion is Motion.Day or Motion.Days)
            return (int)Math.Clamp(motion == Motion.Day ? n : anchor + n, 0, Spans.Ever);
        if (Math.Abs(n) > 100_000) return n < 0 ? 0 : Spans.Ever;
        var from = Days.Date(anchor);
        var step = (int)n;
        return motion switch
        {
            Motion.WorkingDays => anchor + (2L * n) + 40 > Latest ? Spans.Ever
                : anchor + (2L * n) - 40 < 0 ? 0 : WorkingDays.LastDayWithin(from, step - 1).DayNumber + 1,
            Motion.Months => from.Year + (step / 12) > 9998 ? Spans.Ever : from.Year + (step / 12) < 2 ? 0 : Months.Add(from, step).DayNumber,
            Motion.Age => from.Year + n > 9998 ? Spans.Ever : from.Year + n < 1 ? 0 : Ages.Birthday(from, step).DayNumber,
            _ => throw new InvalidOperationException($"No such motion: {motion}."),
        };
    }

    /// <summary>A motion's value on a day, in its own whole units.</summary>
    public static long At(Motion motion, int anchor, int day) => motion switch
    {
        Motion.Day => day,
        Motion.Days => (long)day - anchor,
        Motion.WorkingDays => WorkingDays.Between(Days.Date(anchor), Days.Date(day)),
        Motion.Months => Months.Between(Days.Date(anchor), Days.Date(day)),
        Motion.Age => Ages.On(Days.Date(anchor), Days.Date(day)),
        _ => throw new InvalidOperationException($"No such motion: {motion}."),
    };

    private int[] Table(Length length)
    {
        var last = _last;
        if (ReferenceEquals(last.Length, length)) return last.Table;
        if (Found() is { } there) return (_last = there).Table;
        lock (_making)
        {
            if (Found() is { } late) return (_last = late).Table;
            var made = new Made(length, new int[Size]);
            _tables = [.. _tables, made];
            return (_last = made).Table;
        }

        Made? Found()
        {
            foreach (var one in Volatile.Read(ref _tables))
                if (one.Length!.Fixed.Unit == length.Fixed.Unit && one.Length.Fixed.Length == length.Fixed.Length && one.Length.Timescale == length.Timescale) return one;
            return null;
        }
    }

    private sealed record Made(Length? Length, int[] Table);

    private int Work(Length length, int day)
    {
        if (Of(length, day) is not { } limit) return Days.Unknown;
        var longest = limit.Unit switch { LimitUnit.Day => 1, LimitUnit.WorkingDay => 2, LimitUnit.Week => 7, LimitUnit.Month => 31, _ => 366 };
        return day > Latest - 60 - ((long)limit.Length * longest) ? Latest : limit.LastDayFrom(Days.Date(day)).DayNumber;
    }
}

/// <summary>For any day the last day of one length from it; none and unknown come back as they are.</summary>
internal readonly struct LastDays(DayTables tables, Length length, int[] table, int first)
{
    public int this[int day]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => unchecked((uint)(day - first)) < (uint)table.Length && table[day - first] is not 0 and var last ? last : tables.Add(length, day);
    }
}

/// <summary><see cref="DayTables.Reaches"/> of one motion for many anchors, most often of one number.</summary>
internal struct Reaching(Motion motion)
{
    private long _n = long.MinValue;
    private int[]? _table;

    public int On(int anchor, long n)
    {
        if (n != _n) (_n, _table) = (n, DayTables.TableOf(motion, n));
        if (_table is null || DayTables.Index(anchor) is not (>= 0 and var at)) return DayTables.Reaches(motion, anchor, n);
        ref var cell = ref _table[at];
        if (cell == 0) cell = DayTables.Work(motion, anchor, n);
        return cell;
    }
}
