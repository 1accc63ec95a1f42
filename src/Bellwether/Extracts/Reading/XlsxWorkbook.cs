namespace Bellwether.Extracts.Reading;

/// <summary>What all sheets of a workbook share: the list of sheets, texts, styles, the date system.</summary>
internal sealed class XlsxWorkbook
{
    private readonly FileBytes file;
    private readonly ZipDirectory parts;
    private readonly ReadingLimits limits;
    private readonly List<(TableInfo Table, string Part)> sheets = [];
    private readonly List<string> notes = [];
    private SharedStrings? strings;
    private CellStyles? styles;

    private XlsxWorkbook(FileBytes file, ZipDirectory parts, ReadingLimits limits)
    {
        this.file = file;
        this.parts = parts;
        this.limits = limits;
    }

    public IReadOnlyList<TableInfo> Tables => sheets.ConvertAll(s => s.Table);

    public IReadOnlyList<string> Notes => notes;

    public DateSystem Dates { get; private set; } = new(is1904: false);

    public SharedStrings Strings => strings ??= ReadStrings();

    public CellStyles Styles => styles ??= ReadStyles();

    private string? StringsPart { get; set; }

    private string? StylesPart { get; set; }

    public static XlsxWorkbook Open(FileBytes file, long length, ReadingLimits limits)
    {
        var parts = ZipDirectory.Read(file, length, limits);
        parts.RefuseNested(file);
        ZipContents.RefuseOthers(parts);
        var workbook = new XlsxWorkbook(file, parts, limits);
        workbook.ReadWorkbook();
        ZipContents.Note(parts, workbook.notes);
        return workbook;
    }

    public XlsxSheetReader Read(int index)
    {
        var (table, part) = sheets[index];
        return new XlsxSheetReader(this, table.Name, OpenPart(part, limits.SheetBytes), limits);
    }

    public static bool IsTrue(ReadOnlySpan<byte> value) => value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8);

    /// <summary>A relationship of the workbook leads out of the file; it is told once and never followed.</summary>
    internal void NoteOutside()
    {
        const string Note = "A link to a place outside the file is in it; nothing is fetched.";
        if (!notes.Contains(Note))
            notes.Add(Note);
    }

    private void ReadWorkbook()
    {
        var path = Relationships.Read(this, "_rels/.rels", "").FirstOrDefault(r => r.Type == "officeDocument")?.Target ?? "xl/workbook.xml";
        var slash = path.LastIndexOf('/') + 1;
        var relations = Relationships.Read(this, $"{path[..slash]}_rels/{path[slash..]}.rels", path[..slash]);
        StringsPart = relations.FirstOrDefault(r => r.Type == "sharedStrings")?.Target;
        StylesPart = relations.FirstOrDefault(r => r.Type == "styles")?.Target;

        using var scanner = Scan(path, limits.OtherPartBytes);
        XmlNode node;
        while ((node = scanner.Next()) != XmlNode.Eof)
        {
            if (node != XmlNode.Start)
                continue;
            if (scanner.Depth == 1 && !scanner.Name.SequenceEqual("workbook"u8))
                throw scanner.Malformed("the workbook's main part holds something else");
            if (scanner.Name.SequenceEqual("workbookPr"u8) && scanner.Attribute("date1904"u8, out var is1904) && IsTrue(is1904))
                Dates = new DateSystem(is1904: true);
            else if (scanner.Depth == 3 && scanner.Name.SequenceEqual("sheet"u8))
                AddSheet(scanner, relations);
        }

        if (sheets.Count == 0)
            throw scanner.Failure("xlsx-no-sheets", "The workbook has no worksheet.", "Export it again.");
        var hidden = sheets.Where(s => s.Table.Hidden).Select(s => s.Table.Name).ToList();
        if (hidden.Count > 0)
            notes.Add($"Hidden sheets: {string.Join(", ", hidden)}.");
    }

    private void AddSheet(XmlScanner scanner, IReadOnlyList<Relationship> relations)
    {
        var name = scanner.AttributeText("name"u8);
        var hidden = scanner.Attribute("state"u8, out var state) && !state.SequenceEqual("visible"u8);
        var id = scanner.AttributeText("id"u8);
        var relation = relations.FirstOrDefault(r => r.Id == id);
        if (relation is null)
            throw scanner.Malformed("a sheet in its list has no part");
        if (relation.Type != "worksheet")
            return;
        if (sheets.Count == limits.ZipEntries)
            throw scanner.Malformed("it lists too many sheets");
        sheets.Add((new TableInfo(name.Length > 100 ? name[..100] : name, hidden), relation.Target));
    }

    internal XmlScanner? TryScan(string part) => parts.Find(part) is null ? null : Scan(part, limits.OtherPartBytes);

    private XmlScanner Scan(string part, long limit, Func<string>? place = null) => new(OpenPart(part, limit), limits, place);

    private ZipPart OpenPart(string name, long limit) =>
        parts.Find(name) is { } entry
            ? new ZipPart(file, entry, limit)
            : throw new FileRejectedException("xlsx-part-missing", "The workbook is incomplete: a part it names is missing.", "Export or copy it again.", name);

    private SharedStrings ReadStrings()
    {
        if (StringsPart is null)
            return new SharedStrings();
        var standing = 0;
        using var scanner = Scan(StringsPart, limits.SharedStringBytes, () => $"{StringsPart}, text {standing}");
        return SharedStrings.Read(scanner, limits, index => standing = index);
    }

    private CellStyles ReadStyles()
    {
        if (StylesPart is null)
            return new CellStyles();
        using var scanner = Scan(StylesPart, limits.OtherPartBytes);
        return CellStyles.Read(scanner);
    }
}
