using Bellwether.Writers.Xlsx;

namespace Bellwether.Example;

/// <summary>
/// Makes of a clean Annex A workbook what councils send: every mess that data-formats section 2 lists, once each, with a manifest. Besides the three outcomes
/// of <see cref="PlantedFault"/> there is "read": ugly, but the reader must understand it without a finding.
/// </summary>
public static class AnnexAMess
{
    /// <summary>Writes the world's workbook with every mess in it, and the manifest beside it.</summary>
    public static IReadOnlyList<PlantedFault> Write(World world, DateOnly extractedOn, string path, string manifestPath)
    {
        var (sheets, planted) = Inject(AnnexAWorkbook.Sheets(world, extractedOn));
        XlsxWriter.Write(path, sheets);
        Faults.WriteManifest(manifestPath, planted);
        return planted;
    }

    /// <param name="clean">Sheets of the template layout: a title in row 1, headings in row 2.</param>
    public static (IReadOnlyList<Sheet> Sheets, IReadOnlyList<PlantedFault> Planted) Inject(IReadOnlyList<Sheet> clean)
    {
        var book = new MessyBook(clean);
        Structure(book);
        MessyValues.Inject(book);
        MessyHeadings.Inject(book);
        return (book.Sheets(), book.Planted);
    }

    private static void Structure(MessyBook b)
    {
        b[3].Insert(0, []);
        b[3].Insert(0, [Cell.Text("Wessenshire"), Cell.Blank, Cell.Text("Referrals")]);
        b.HeadingRow[3] = 3;
        b.Note("headings in row 4", 3, 4, "", "headings are looked for", "read");
        b[2].RemoveAt(0);
        b.HeadingRow[2] = 0;
        b.Note("headings in row 1", 2, 1, "", "headings are looked for", "read");
        b[2].Insert(3, []);
        b.Note("blank row", 2, 4, "", "blank rows are passed over", "read");
        b[1].Add([]);
        b[1].Add([Cell.Text(" "), Cell.Blank, Cell.Text("\u00A0")]);
        b.Note("row of spaces", 1, b[1].Count, "", "blank rows are passed over", "read");
        b.Name[7] = "Child Protection";
        b.Note("sheet named by its content", 7, 0, "", "the list is known by its headings", "read");
        b.Name[2] = "List 2 Early Help ";
        b.Note("sheet name with a blank", 2, 0, "", "the list is known by its number", "read");
        b.First = 10;
        b.Note("sheets out of order", 10, 0, "", "list 10 is not list 1", "read");
    }
}

/// <summary>The workbook while it is being spoilt: lists by number, headings by their clean text.</summary>
internal sealed class MessyBook
{
    private readonly List<List<List<Cell>>> _lists;
    private readonly HashSet<(int, int)> _used = [];

    public MessyBook(IReadOnlyList<Sheet> clean)
    {
        _lists = [.. clean.Select(s => s.Rows.Select(r => r.ToList()).ToList())];
        Name = clean.Select((s, i) => (s, i)).ToDictionary(p => p.i + 1, p => p.s.Name);
        HeadingRow = clean.Select((_, i) => i + 1).ToDictionary(n => n, _ => 1);
    }

    public Dictionary<int, string> Name { get; }
    /// <summary>Index, from 0, of the row with the headings.</summary>
    public Dictionary<int, int> HeadingRow { get; }
    public int First { get; set; } = 1;
    public List<PlantedFault> Planted { get; } = [];

    public List<List<Cell>> this[int list] => _lists[list - 1];

    public int Column(int list, string heading) => this[list][HeadingRow[list]].FindIndex(c => c.Value == heading) is var at && at >= 0 ? at : throw new ArgumentException($"list {list} has no heading {heading}", nameof(heading));

    public void Note(string fault, int list, int row, string child, string finding, string outcome) =>
        Planted.Add(new PlantedFault(fault, $"List {list}", row, child, finding, outcome));

    /// <summary>Puts a cell in the next untouched row that has a value in that column; child ids stand in column 1.</summary>
    public void Put(string fault, int list, string heading, Cell cell, string finding, string outcome)
    {
        var column = Column(list, heading);
        var row = Free(list, r => r.Count > column && r[column].Kind != CellKind.Blank);
        var child = this[list][row][0].Value;
        this[list][row][column] = cell;
        Note(fault, list, row + 1, column == 0 ? cell.Value : child, finding, outcome);
    }

    /// <summary>Adds at the end a copy of a row, changed.</summary>
    public void Copy(string fault, int list, Action<List<Cell>> change, string finding, string outcome)
    {
        var copy = this[list][Free(list, r => r.Count > 0)].ToList();
        change(copy);
        this[list].Add(copy);
        _used.Add((list, this[list].Count - 1));
        Note(fault, list, this[list].Count, copy[0].Value, finding, outcome);
    }

    private int Free(int list, Func<List<Cell>, bool> rule)
    {
        var rows = this[list];
        for (var i = HeadingRow[list] + 1; i < rows.Count; i++)
            if (rows[i].Count > 3 && rule(rows[i]) && _used.Add((list, i))) return i;
        throw new InvalidOperationException($"list {list} has no row left to spoil");
    }

    public IReadOnlyList<Sheet> Sheets()
    {
        var sheets = _lists.Select((rows, i) => new Sheet(Name[i + 1], [.. rows.Select(r => (IReadOnlyList<Cell>)r)])).ToList();
        if (First > 1)
        {
            var moved = sheets[First - 1];
            sheets.RemoveAt(First - 1);
            sheets.Insert(0, moved);
        }
        return sheets;
    }
}
