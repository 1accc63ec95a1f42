using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Bellwether.Writers.Office;

/// <summary>
/// The parts of an Office file going into their zip. Every part is stamped 1 January 1980 and nobody is named, so the same parts give
/// the same bytes. (They may differ between builds of the deflate library; the parts do not.)
/// </summary>
internal sealed class Parts : IDisposable
{
    public const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    public const string Package = "http://schemas.openxmlformats.org/package/2006/";
    public const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";
    public const string ChartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

    private readonly ZipArchive _zip;

    public Parts(Stream to) => _zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);

    public void Add(string name, string xml) => Add(name, Encoding.UTF8.GetBytes(xml));

    public void Add(string name, byte[] bytes)
    {
        using var part = Open(name);
        part.Write(bytes);
    }

    /// <summary>A part to be written as it goes; closed before the next one is opened.</summary>
    public Stream Open(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>A part's relationships: id, the end of the type's address, target.</summary>
    public static string Relations(params IEnumerable<(string Id, string Type, string Target)> relations)
    {
        var xml = new StringBuilder(Head).Append("<Relationships xmlns=\"").Append(Package).Append("relationships\">");
        foreach (var (id, type, target) in relations)
        {
            var address = type == "core-properties" ? Package + "relationships/metadata/core-properties" : $"{Relation}/{type}";
            xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"{id}\" Type=\"{address}\" Target=\"{XmlText.Escape(target)}\"{(type == "hyperlink" ? " TargetMode=\"External\"" : "")}/>");
        }
        return xml.Append("</Relationships>").ToString();
    }

    /// <summary>The file's properties: the council is its author, and its day is the edition's.</summary>
    public static string Core(string title, string author, DateOnly built)
    {
        var day = built.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        return $"{Head}<cp:coreProperties xmlns:cp=\"{Package}metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + $"<dc:title>{XmlText.Escape(title)}</dc:title><dc:creator>{XmlText.Escape(author)}</dc:creator><cp:lastModifiedBy>{XmlText.Escape(author)}</cp:lastModifiedBy>"
            + $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>";
    }
}
