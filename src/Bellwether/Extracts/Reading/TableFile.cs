using Microsoft.Win32.SafeHandles;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// A workbook, a CSV file or a return as XML, opened for reading and judged by its content. Nothing is written to disk, nothing is
/// fetched, no macro or formula is run.
/// </summary>
public sealed class TableFile : IDisposable
{
    private static readonly string[] WorkbookNames = [".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"];

    private readonly SafeFileHandle file;
    private readonly ReadingLimits limits;
    private readonly XlsxWorkbook? workbook;
    private readonly CsvSource? csv;
    private readonly XmlReturn? xml;

    private TableFile(string path, SafeFileHandle file, ReadingLimits limits)
    {
        FileName = ShownName.Of(path);
        this.file = file;
        this.limits = limits;
        var length = RandomAccess.GetLength(file);
        var looks = length == 0 ? new FileLooks(FileKind.Empty) : FileRecognition.Look(file);
        var kind = looks.Kind;
        if (length > limits.FileBytes)
            throw new FileRejectedException("file-too-large", $"The file is larger than {limits.FileBytes >> 20} MB.", "Export a shorter period, or one list at a time.");
        switch (kind)
        {
            case FileKind.Zip:
                workbook = XlsxWorkbook.Open(file, length, limits);
                Kind = FileKind.Xlsx;
                break;
            case FileKind.Csv when !WorkbookNames.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase):
                csv = CsvSource.Examine(path);
                Kind = FileKind.Csv;
                break;
            case FileKind.Xml when looks.Root == CinCensusXml.Root:
                xml = XmlReturn.Examine(path, limits);
                Kind = FileKind.Xml;
                break;
            default:
                throw FileRecognition.NotATable(kind);
        }
    }

    /// <summary>The name without folders, fit for a line of text (<see cref="ShownName"/>).</summary>
    public string FileName { get; }

    /// <summary>Xlsx, Csv or Xml.</summary>
    public FileKind Kind { get; }

    /// <summary>Sheets in the workbook's order, hidden ones included, chart sheets left out; for CSV one table named "",
    /// for XML one for each element that repeats, all named "".</summary>
    public IReadOnlyList<TableInfo> Tables => workbook?.Tables ?? (xml is null ? [new TableInfo("", false)] : [.. xml.Tables.Select(_ => new TableInfo("", false))]);

    /// <summary>Sentences for the receipt: encoding and separator, hidden sheets, links, pictures and other things not read.</summary>
    public IReadOnlyList<string> Notes => workbook?.Notes ?? csv?.Notes ?? xml!.Notes;

    /// <summary>The reference date an XML return states; null elsewhere.</summary>
    public DateOnly? ReferenceDate => xml?.ReferenceDate;

    /// <summary>What a return's header says, by the name of the element; empty elsewhere.</summary>
    public IReadOnlyDictionary<string, string> Header => xml?.Header ?? new Dictionary<string, string>();

    /// <summary>The XPath of a column of a table read from XML; empty elsewhere.</summary>
    public string PathOf(int index, int column) => xml is null ? "" : xml.Tables[index].PlaceOf(column);

    /// <exception cref="FileRejectedException">It is no workbook, CSV text or known XML return, or is damaged, hostile or too large.</exception>
    public static TableFile Open(string path, ReadingLimits limits)
    {
        SafeFileHandle? file = null;
        try
        {
            file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return new TableFile(path, file, limits);
        }
        catch (Exception e)
        {
            file?.Dispose();
            if (e is IOException or UnauthorizedAccessException)
                throw new FileRejectedException("file-unreadable", "The file cannot be opened.", "Close it in other programs and check that you may read it.");
            throw;
        }
    }

    /// <summary>A new reader from the first row of a table. Several may be read one after another or side by side, while this is open.</summary>
    public TableReader Read(int index) =>
        workbook is not null ? workbook.Read(index) : xml is not null ? xml.Read(index) : new CsvReader(csv!, limits);

    public void Dispose() => file.Dispose();
}
