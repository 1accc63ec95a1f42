using Bellwether.Publications.Documents;
using Bellwether.Storage;
using Bellwether.Writers;
using Bellwether.Writers.Pdf;

namespace Bellwether.Web.Packs;

/// <summary>The files a pack is handed out as.</summary>
public static class PackFormats
{
    /// <summary>The name of the source: the document whole.</summary>
    public const string Source = "document.json";

    /// <summary>The name of the PDF, which alone is not the same bytes twice.</summary>
    public const string Pdf = "pack.pdf";

    /// <summary>The council's own Word file that lies in its home; null where there is none.</summary>
    /// <exception cref="IOException">It can't be used; the message says why and what to do.</exception>
    public static WordTemplate? TemplateOf(string home)
    {
        var file = Path.Combine(home, "template.docx");
        if (!File.Exists(file)) return null;
        using var stream = File.OpenRead(file);
        try { return WordTemplate.Read(stream); }
        catch (InvalidDataException e) { throw new IOException($"template.docx of this home: {e.Message}", e); }
    }

    /// <summary>Every file but the PDF, in the order told. Equal documents give equal bytes from the same version and Word template.</summary>
    public static IReadOnlyList<EditionFile> Files(Document document, WordTemplate? template = null) =>
    [
        new("pack.docx", to => WordWriter.Write(document, to, template)), new("pack.xlsx", to => ExcelWriter.Write(document, to)),
        new("pack.html", to => HtmlWriter.Write(document, to)), new("pack.csv", to => CsvWriter.Write(document, to)),
        new("figures.csv", to => TidyTable.Write(document, to)), new(Source, to => DocumentJson.Write(document, to)),
    ];

    /// <summary>The PDF, printed by the machine's browser; null with what to do where there is none or it fails.</summary>
    public static byte[]? Print(Document document, string work, out string fault)
    {
        fault = "";
        using var pdf = new MemoryStream();
        try { PdfWriter.Write(document, pdf, work); }
        catch (BrowserException e)
        {
            fault = e.Message;
            return null;
        }
        return pdf.ToArray();
    }

    /// <summary>What a file is, for people.</summary>
    public static string NameOf(string file) => file switch
    {
        "pack.docx" => "Word",
        "pack.xlsx" => "Excel",
        Pdf => "PDF",
        "pack.html" => "Web page",
        "pack.csv" => "CSV with the Department’s symbols",
        "figures.csv" => "Long table for Excel and Power BI",
        Source => "JSON",
        "grounds.json" => "Definitions, targets, loads, texts and decisions",
        _ => file,
    };

    /// <summary>The media type of a file.</summary>
    public static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".pdf" => "application/pdf",
        ".html" => "text/html; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        _ => "application/json",
    };
}
