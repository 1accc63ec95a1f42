using Bellwether.Calendar;

namespace Bellwether.Extracts;

/// <summary>Rows of the source while their fate is open: rows after the data date and double birth dates are known only at the end.</summary>
internal sealed class SourceRows
{
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
        _latest.Add(latest.Day < 0 ? -1 : ((latest.Day - Earliest) << ColumnBits) | latest.Column);
        _subjects.Add(subject);
        _people.Add(-1);
        return Count - 1;
    }

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
