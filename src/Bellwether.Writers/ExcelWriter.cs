using Bellwether.Publications.Documents;
using Bellwether.Writers.Xlsx;

namespace Bellwether.Writers;

/// <summary>
/// A document as a workbook: a front sheet, a sheet for each section with tables or charts, and "Figures", the long table. Counts stand in
/// cells, percentages are formulas over them with the exact value beside; nothing is hidden, and no text is ever a formula.
/// </summary>
public static class ExcelWriter
{
    /// <summary>Writes the workbook. Equal documents give equal bytes; memory does not grow with the rows of the long table.</summary>
    public static void Write(Document document, Stream to)
    {
        var head = document.Head;
        XlsxWriter.Write(to, new DocumentBook(document).Sheets(), new BookProperties(head.Title, head.Council, head.Built));
    }
}
