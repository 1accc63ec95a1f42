namespace Bellwether.Extracts.Reading;

/// <summary>
/// A workbook, a CSV file or a return as XML or JSON, opened for reading and judged by its content. Nothing is written to disk, nothing is
/// fetched, no macro or formula is run.
/// </summary>
public sealed class TableFile : IDisposable
{
    private static readonly string[] WorkbookNames = [".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"];

    private readonly ReadingLimits limits;
    private readonly FileBytes? bytes;
    private readonly XlsxWorkbook? workbook;
    private readonly XlsWorkbook? xls;
    private readonly CsvSource? csv;
    private readonly XmlReturn? xml;

    private TableFile(FileSource source, ReadingLimits limits, XlsWorker? worker, byte? separator)
    {
        FileName = source.Name;
        this.limits = limits;
        using (var stream = source.Open())
        {
            Length = stream.CanSeek ? stream.Length : 0;
            if (Length > limits.FileBytes)
                throw new FileRejectedException("file-too-large", $"The file is larger than {limits.FileBytes >> 20} MB.", "Export a shorter period, or one list at a time.");
        }
        var looks = FileRecognition.Look(source);
        Kind = looks.Kind;
        switch (looks.Kind)
        {
            case FileKind.Zip:
                bytes = source.Bytes();
                try { workbook = XlsxWorkbook.Open(bytes, bytes.Length, limits); }
                catch (FileRejectedException)
                {
                    bytes.Dispose();
                    throw;
                }
                Kind = FileKind.Xlsx;
                break;
            case FileKind.Xls when worker is not null:
                xls = XlsWorkbook.Open(source, worker, limits);
                break;
            case FileKind.Csv when !WorkbookNames.Contains(Path.GetExtension(source.OwnName), StringComparer.OrdinalIgnoreCase):
                csv = CsvSource.Examine(source, separator);
                break;
            case FileKind.Xml or FileKind.Json:
                xml = XmlReturn.Examine(source, looks, limits);
                break;
            default:
                throw FileRecognition.NotATable(looks.Kind);
        }
    }

    /// <summary>The name without folders, fit for a line of text (<see cref="ShownName"/>).</summary>
    public string FileName { get; }

    /// <summary>Bytes of the file; 0 for a part of an archive.</summary>
    internal long Length { get; }

    /// <summary>Xlsx, Xls, Csv, Xml or Json.</summary>
    public FileKind Kind { get; }

    /// <summary>Sheets in the workbook's order, hidden ones included, chart sheets left out; for CSV one table named "",
    /// for a return one for each element that repeats, all named "".</summary>
    public IReadOnlyList<TableInfo> Tables => workbook?.Tables ?? xls?.Tables ?? (xml is null ? [new TableInfo("", false)] : [.. xml.Tables.Select(_ => new TableInfo("", false))]);

    /// <summary>Sentences for the receipt: encoding and separator, hidden sheets, links, pictures and other things not read.</summary>
    public IReadOnlyList<string> Notes => workbook?.Notes ?? xls?.Notes ?? csv?.Notes ?? xml!.Notes;

    /// <summary>It is a whole return as one file.</summary>
    public bool IsReturn => xml is not null;

    /// <summary>It holds only changes to what an earlier file told: what it lacks says nothing.</summary>
    public bool IsPartial => xml is { IsPartial: true };

    /// <summary>The reference date an XML return states; null elsewhere.</summary>
    public DateOnly? ReferenceDate => xml?.ReferenceDate;

    /// <summary>What a return's header says, by the name of the element; empty elsewhere.</summary>
    public IReadOnlyDictionary<string, string> Header => xml?.Header ?? new Dictionary<string, string>();

    /// <summary>The XPath of a column of a table read from XML; empty elsewhere.</summary>
    public string PathOf(int index, int column) => xml is null ? "" : xml.Tables[index].PlaceOf(column);

    /// <exception cref="FileRejectedException">It is no workbook, CSV text or known return, or is damaged, hostile or too large.</exception>
    public static TableFile Open(string path, ReadingLimits limits) => Open(FileSource.OnDisk(path, limits), limits);

    /// <exception cref="FileRejectedException">It is no workbook, CSV text or known return, or is damaged, hostile or too large.</exception>
    internal static TableFile Open(FileSource source, ReadingLimits limits, XlsWorker? worker = null, byte? separator = null)
    {
        try { return new TableFile(source, limits, worker, separator); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileRejectedException("file-unreadable", "The file cannot be opened.", "Close it in other programs and check that you may read it.");
        }
    }

    /// <summary>A new reader from the first row of a table. Several may be read one after another or side by side, while this is open.</summary>
    public TableReader Read(int index) =>
        workbook?.Read(index) ?? xls?.Read(index) ?? (xml is not null ? xml.Read(index) : new CsvReader(csv!, limits));

    public void Dispose() => bytes?.Dispose();
}
