using Bellwether.Codes;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>
/// A CSV of ours or of a publisher, headings in line 1 in any order, read once from front to back. Unlike an extract it is expected to be
/// right: what is wrong is an exception that names file and line.
/// </summary>
public sealed class HeadedTable : IDisposable
{
    private readonly string _path;
    private readonly TableFile _file;
    private readonly TableReader _reader;
    private readonly List<string> _headings;

    private HeadedTable(string path, TableFile file, TableReader reader, List<string> headings) =>
        (_path, _file, _reader, _headings) = (path, file, reader, headings);

    /// <summary>The headings, trimmed, in the order of the columns.</summary>
    public IReadOnlyList<string> Headings => _headings;

    /// <summary>1-based line of the row read last.</summary>
    public int At => _reader.RowNumber;

    /// <summary>Opens a table and reads its headings.</summary>
    /// <exception cref="ShelfException">The file is missing, empty or damaged.</exception>
    public static HeadedTable Open(string path)
    {
        if (!File.Exists(path)) throw new ShelfException(path, 0, "The file is missing.");
        TableFile? file = null;
        TableReader? reader = null;
        try
        {
            file = TableFile.Open(path, ReadingLimits.Default);
            reader = file.Read(0);
            if (!reader.Read()) throw new ShelfException(path, 1, "The file is empty.");
            var headings = new List<string>();
            for (var c = 0; c < reader.CellCount; c++) headings.Add(reader.Text(c).Trim());
            var table = new HeadedTable(path, file, reader, headings);
            (file, reader) = (null, null);
            return table;
        }
        catch (FileRejectedException e)
        {
            throw new ShelfException(path, 0, e.Message);
        }
        finally
        {
            reader?.Dispose();
            file?.Dispose();
        }
    }

    /// <summary>The column under a heading, case not counted.</summary>
    /// <exception cref="ShelfException">There is none.</exception>
    public int Column(string heading) =>
        _headings.FindIndex(h => h.Equals(heading, StringComparison.OrdinalIgnoreCase)) is var at and >= 0
            ? at
            : throw new ShelfException(_path, 1, $"The heading {heading} is missing.");

    /// <summary>Moves to the next row; false at the end.</summary>
    /// <exception cref="ShelfException">The file is damaged here.</exception>
    public bool Read()
    {
        try { return _reader.Read(); }
        catch (FileRejectedException e) { throw new ShelfException(_path, 0, e.Message); }
    }

    /// <summary>A cell's text, trimmed; empty for a blank.</summary>
    public string Text(int column) => _reader.Text(column).Trim();

    /// <summary>A cell's bytes as the file has them; good until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => _reader.Utf8(column);

    public void Dispose()
    {
        _reader.Dispose();
        _file.Dispose();
    }
}
