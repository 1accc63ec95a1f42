namespace Bellwether.Extracts;

/// <summary>
/// Why a file may be rejected before any heading is read: the codes that the readers of files bring. The message itself is more exact
/// (which part, line or cell); this says what each code means and what to do.
/// </summary>
public static class FileFaults
{
    /// <summary>Every code, in order.</summary>
    public static IReadOnlyList<FindingEntry> All { get; } =
    [
        Rejected("archive-without-tables", "A zip archive holds no table and no return.", "Load the archive that holds the extract."),
        Rejected("csv-encoding", "The file says it is UTF-16, and its bytes are not.", "Export it again, best as UTF-8."),
        Rejected("csv-mixed-encodings", "The file is written in UTF-8 and holds a byte that is not.", "Export it again, best as UTF-8."),
        Rejected("csv-nul", "There is a zero byte in a CSV file: it is damaged, is no text, or is UTF-16 without its mark.", "Export it again, best as UTF-8."),
        Rejected("csv-separator-unclear", "Two separators fit the headings of a CSV file equally well.", "Say which separates it, where that is asked; or export it again, separated by commas."),
        Rejected("csv-stray-quote", "A quote stands inside a field that is not quoted, or text stands after a closing quote.", "Put the whole field in quotes and double each quote in it."),
        Rejected("csv-unclosed-quote", "A quote is opened and never closed.", "Close it, or export the file again."),
        Rejected("file-bomb", "A part of the file unpacks to far more than any extract holds.", "Export the workbook again, with only the sheets needed."),
        Rejected("file-cut", "The workbook is incomplete, or something was added after its end.", "Export or copy it again."),
        Rejected("file-damaged", "The file is damaged.", "Export or copy it again."),
        Rejected("file-duplicate-part", "Two parts of the workbook have the same name.", "Export or copy it again."),
        Rejected("file-empty", "The file is empty.", "Export it again."),
        Rejected("file-encrypted", "The workbook is password-protected.", "Save it without a password, then load it again."),
        Rejected("file-macros", "The workbook holds macros.", "Save it as .xlsx, which holds none."),
        Rejected("file-nested-archive", "There is an archive inside the file, where no workbook has one.", "Export or copy it again."),
        Rejected("file-not-xlsx", "It is a file of another kind, whatever its name says.", "Save it as .xlsx or CSV, or load the file that the data is in."),
        Rejected("file-overlapping-parts", "Two parts of the workbook share the same bytes.", "Export or copy it again."),
        Rejected("file-part-name", "A part has a name that no workbook uses.", "Save the workbook again from Excel as .xlsx."),
        Rejected("file-too-large", "The file is larger than can be read.", "Export a shorter period, or one list at a time."),
        Rejected("file-too-many-parts", "The file declares far more parts than a workbook has.", "Export or copy it again."),
        Rejected("file-unreadable", "The file cannot be opened.", "Close it in other programs and check that you may read it."),
        Rejected("json-damaged", "The JSON is not well formed, or is cut short.", "Export the file again."),
        Rejected("json-depth", "Values of a JSON file are nested too deep.", "Export the file again."),
        Rejected("json-too-large", "A value, a child or the whole of a JSON file is larger than can be read.", "Export the file again."),
        Rejected("xls-worker-died", "An old Excel workbook (.xls) could not be read: it is damaged, or took too long or too much memory.", "Open it in Excel, save it as .xlsx, and load that."),
        Rejected("xlsx-cell-reference", "A cell's or a row's number does not fit its place.", "Save the workbook again from Excel."),
        Rejected("xlsx-depth", "Elements of the workbook are nested too deep.", "Save the workbook again from Excel as .xlsx."),
        Rejected("xlsx-dtd", "The workbook holds a document type declaration, which no workbook needs.", "Save the workbook again from Excel as .xlsx."),
        Rejected("xlsx-no-sheets", "The workbook has no worksheet.", "Export it again."),
        Rejected("xlsx-part-missing", "A part that the workbook names is missing.", "Export or copy it again."),
        Rejected("xlsx-row-order", "Rows are doubled or out of order.", "Save the workbook again from Excel."),
        Rejected("row-too-long", "A row or a record is longer than can be read: a quote or a line end may be missing.", "Check the quotes and line ends, or leave out columns of long text."),
        Rejected("too-many-cells", "A row has more cells than a workbook can have.", "Check the separator, or save the workbook again from Excel."),
        Rejected("too-many-rows", "The file or the sheet has more rows than can be read.", "Export a shorter period."),
        Rejected("value-too-long", "One value or tag of the workbook is longer than any honest one.", "Leave out columns of long text, or save the workbook again from Excel."),
        Rejected("xml-authority", "The return names another authority than this home's.", "Load the return of this authority, or correct la_code in authority.yaml of the home."),
        Rejected("xml-namespace", "The return's elements are of another namespace, so of another kind of file, whatever they are called.", "Export the return again from the case system."),
        Rejected("xml-year", "The return's year and its reference date contradict each other.", "Correct the one that is wrong in the header, or export the return again."),
        Rejected("xml-damaged", "The XML is not well formed, or a character is not of the encoding the file declares.", "Correct the place that is named, or export the return again."),
        Rejected("xml-depth", "Elements of an XML return are nested too deep.", "Export the return again."),
        Rejected("xml-dtd", "An XML return holds a document type declaration, which no return needs.", "Export the return again from the case system."),
        Rejected("xml-repeated-element", "An element that may stand once stands twice in one record.", "Leave the one that is right, and load again."),
        Rejected("xml-too-large", "A value, a record or the whole of an XML return is larger than can be read.", "Export a shorter period, or the return again."),
        Rejected("xlsx-xml", "The inside of the workbook is damaged.", "Export or copy it again."),
    ];

    private static FindingEntry Rejected(string code, string sentence, string toDo) => new(code, Outcome.Rejected, sentence, toDo);
}
