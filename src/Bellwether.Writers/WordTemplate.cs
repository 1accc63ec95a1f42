using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Bellwether.Writers.Word;

namespace Bellwether.Writers;

/// <summary>
/// A council's own Word file whose styles, header, footer, paper and logo our text takes on. The text goes in where the file has a bookmark
/// named "Bellwether", and at its end where it has none. The marking, the edition and "Page X of Y" are added to its headers and
/// footers where they lack them.
/// </summary>
public sealed class WordTemplate
{
    /// <summary>The bookmark that says where the text goes.</summary>
    public const string Bookmark = "Bellwether";

    private const string Unreadable = "The template cannot be read as a Word file. Save it in Word as a document (.docx) and try again.";
    private const int MostParts = 500;
    private const long MostBytes = 50_000_000;

    private readonly List<string> _order;
    private readonly Dictionary<string, byte[]> _parts;

    private WordTemplate(List<string> order, Dictionary<string, byte[]> parts) => (_order, _parts) = (order, parts);

    /// <summary>Its parts' names, in the file's order.</summary>
    internal IReadOnlyList<string> Names => _order;

    /// <summary>Reads a .docx or .dotx, and looks whether it may be used.</summary>
    /// <exception cref="InvalidDataException">It is no Word file, or carries what a published paper must not: macros, tracked changes, comments, hidden text, pictures kept elsewhere. The message says what to do.</exception>
    public static WordTemplate Read(Stream from)
    {
        var template = Unzipped(from);
        try
        {
            TemplateCheck.Check(template);
        }
        catch (XmlException e)
        {
            throw new InvalidDataException(Unreadable, e);
        }
        return template;
    }

    internal bool Has(string name) => _parts.ContainsKey(name);

    internal byte[] Bytes(string name) => _parts[name];

    /// <summary>A part as XML, a copy that may be changed. No entity is ever resolved.</summary>
    internal XDocument Xml(string name)
    {
        using var reader = XmlReader.Create(new MemoryStream(_parts[name]), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>A part as text, for a quick look.</summary>
    internal string Text(string name) => Encoding.UTF8.GetString(_parts[name]);

    private static WordTemplate Unzipped(Stream from)
    {
        var (order, parts, left) = (new List<string>(), new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase), MostBytes);
        try
        {
            using var zip = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
            {
                left -= entry.Length;
                if (left < 0 || order.Count == MostParts) break;
                using var part = entry.Open();
                using var bytes = new MemoryStream();
                part.CopyTo(bytes);
                if (parts.TryAdd(entry.FullName, bytes.ToArray())) order.Add(entry.FullName);
            }
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException(Unreadable, e);
        }
        return left >= 0 && order.Count < MostParts ? new WordTemplate(order, parts)
            : throw new InvalidDataException("The template is too large: a Word file with at most 50 MB of text and pictures is wanted.");
    }
}
