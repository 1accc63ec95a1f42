namespace Bellwether.Extracts.Reading;

/// <summary>
/// How a worker gives the cells of an old workbook: marks of one byte, each followed by what it announces. A sheet: its name, and whether it
/// is hidden. A row: its number, then its cells with a value, each with its place from 0, its kind and the value: texts as written, errors
/// as shown (#N/A), numbers as 64-bit floats, dates as day numbers, yes or no as a byte. The end, or the code and the words of a refusal.
/// </summary>
public sealed class XlsCells(Stream to) : IDisposable
{
    internal const char Sheet = 's';
    internal const char Row = 'r';
    internal const char Cell = 'c';
    internal const char End = 'e';
    internal const char Refused = 'x';

    private readonly BinaryWriter _to = new(to);

    public void BeginSheet(string name, bool isHidden)
    {
        _to.Write((byte)Sheet);
        _to.Write(name);
        _to.Write(isHidden);
    }

    /// <param name="number">The row a person sees, from 1.</param>
    public void BeginRow(int number)
    {
        _to.Write((byte)Row);
        _to.Write(number);
    }

    public void Text(int column, string text) => Begin(column, CellKind.Text).Write(text);

    public void Error(int column, string shown) => Begin(column, CellKind.Error).Write(shown);

    public void Number(int column, double number) => Begin(column, CellKind.Number).Write(number);

    public void Date(int column, DateOnly date) => Begin(column, CellKind.Date).Write(date.DayNumber);

    public void Boolean(int column, bool isTrue) => Begin(column, CellKind.Boolean).Write(isTrue);

    /// <summary>All was given.</summary>
    public void Done() => _to.Write((byte)End);

    /// <summary>The workbook cannot be read; what was given before counts for nothing.</summary>
    public void Refuse(string code, string found, string whatToDo)
    {
        _to.Write((byte)Row);
        _to.Write(-1);
        _to.Write(code);
        _to.Write(found);
        _to.Write(whatToDo);
        _to.Write((byte)Refused);
    }

    public void Dispose() => _to.Dispose();

    private BinaryWriter Begin(int column, CellKind kind)
    {
        _to.Write((byte)Cell);
        _to.Write(column);
        _to.Write((byte)kind);
        return _to;
    }
}
