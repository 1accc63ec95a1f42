using Bellwether.Calendar;

namespace Bellwether.Extracts;

/// <summary>Rows of the source while their fate is open: rows after the data date and double birth dates are known only at the end.</summary>
internal sealed class SourceRows
{
    /// <summary>Rows that are looked at together.</summary>
    public const int Stretch = 1024;

    private const int ColumnBits = 14;
    private static readonly int Earliest = Days.Of(new DateOnly(1900, 1, 1));

    private readonly CellColumn _lines = new();
    private readonly CellColumn _rows = new();
    private readonly CellColumn _latest = new();
    private readonly CellColumn _subjects = new();
    private readonly CellColumn _people = new();

    public int Count => _lines.Count;

    /// <param name="line">Number of its receipt line.</param>
    /// <param name="row">The row a person sees.</param>
    /// <param name="latest">Its latest day on which something happened, and the column; <see cref="Days.None"/> where it has none.</param>
    /// <param name="subject">Whose row it is, in the text pool; -1 where the register need not hold it.</param>
    public int Add(int line, int row, (int Day, int Column) latest, int subject)
    {
        _lines.Add(line);
        _rows.Add(row);
        _latest.Add(Latest(latest.Day, latest.Column));
        _subjects.Add(subject);
        _people.Add(-1);
        return Count - 1;
    }

    /// <summary>Adds rows of one receipt line: for each the row a person sees, its latest day as <see cref="Latest(int, int)"/> gives it, whose it is, and the person whose birth it states.</summary>
    public void AddRange(int line, ReadOnlySpan<int> rows, ReadOnlySpan<int> latest, ReadOnlySpan<int> subjects, ReadOnlySpan<int> people)
    {
        _lines.AddSame(line, rows.Length);
        _rows.AddRange(rows);
        _latest.AddRange(latest);
        _subjects.AddRange(subjects);
        _people.AddRange(people);
    }

    /// <summary>A row's latest day on which something happened, and its column, in one number; <see cref="Days.None"/> where it has none.</summary>
    public static int Latest(int day, int column) => day < 0 ? -1 : ((day - Earliest) << ColumnBits) | column;

    /// <summary>True where none of the rows from one on, <see cref="Stretch"/> of them or to the end, has a later day than the last or states a birth.</summary>
    public bool IsQuiet(int from, int last)
    {
        Span<int> cells = stackalloc int[Stretch];
        cells = cells[..Math.Min(Stretch, Count - from)];
        _people.CopyTo(from, cells);
        if (cells.ContainsAnyExcept(-1)) return false;
        _latest.CopyTo(from, cells);
        var most = Latest(last, (1 << ColumnBits) - 1);
        foreach (var latest in cells)
            if (latest > most) return false;
        return true;
    }

    /// <summary>Receipt lines and rows of sources.</summary>
    public (CellColumn Lines, CellColumn Rows) Of(CellColumn sources) => (_lines.Pick(sources), _rows.Pick(sources));

    public int Line(int source) => _lines[source];

    public int Row(int source) => _rows[source];

    public int Latest(int source) => _latest[source] is >= 0 and var latest ? (latest >> ColumnBits) + Earliest : Days.None;

    public int LatestColumn(int source) => _latest[source] is >= 0 and var latest ? latest & ((1 << ColumnBits) - 1) : -1;

    public int Subject(int source) => _subjects[source];

    /// <summary>Staged person whose birth date the row states; -1 where it states none.</summary>
    public int Person(int source) => _people[source];

    public void StatesBirthOf(int source, int person) => _people[source] = person;

    /// <summary>Adds the rows of another, whose subjects are numbered otherwise.</summary>
    public void Join(SourceRows other, int[] here)
    {
        other._subjects.Renumber(here);
        _lines.AddRange(other._lines);
        _rows.AddRange(other._rows);
        _latest.AddRange(other._latest);
        _subjects.AddRange(other._subjects);
        _people.AddRange(other._people);
    }
}
