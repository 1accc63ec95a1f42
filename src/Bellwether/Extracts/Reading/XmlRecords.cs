using System.Text;
using System.Xml;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// Reads the records of an XML return one after another, each as a small tree, so that memory does not grow with the file. Nothing is
/// fetched: no resolver, and a file with a document type declaration is refused. Depth, size of a record, of a value and of the whole, and
/// attributes of an element are bounded by <see cref="ReadingLimits"/>. What is wrong is said with line and column.
/// </summary>
internal sealed class XmlRecords : ReturnRecords
{
    private const int MostAttributes = 64;
    private const int MostHeaders = 100;
    private readonly ReadingLimits _limits;
    private readonly FileSource _source;
    private readonly IReadOnlySet<string> _names;
    private readonly IReadOnlyDictionary<string, int> _ids;
    private readonly Stream _file;
    private readonly XmlReader _reader;
    private readonly char[] _chunk = new char[4096];
    private readonly StringBuilder _text = new();

    /// <param name="file">The file.</param>
    /// <param name="names">The elements that are records.</param>
    /// <param name="ids">Numbers of the names that the form knows.</param>
    /// <param name="limits">What it may hold at most.</param>
    public XmlRecords(FileSource file, IReadOnlySet<string> names, IReadOnlyDictionary<string, int> ids, ReadingLimits limits)
    {
        (_source, _names, _ids, _limits) = (file, names, ids, limits);
        _file = file.Open();
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.FileBytes,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = false,
        };
        // The runtime knows UTF-8, UTF-16, ASCII and Latin-1; a reader of text passes over what the declaration says of the encoding.
        _reader = IsWindows1252(file)
            ? XmlReader.Create(new StreamReader(new TagGuard(new Windows1252Stream(_file), MostAttributes)), settings)
            : XmlReader.Create(new TagGuard(_file, MostAttributes), settings);
    }

    private static bool IsWindows1252(FileSource file)
    {
        var head = Encoding.Latin1.GetString(file.Head(200));
        return head.StartsWith("<?xml", StringComparison.Ordinal)
            && head[..(head.IndexOf("?>", StringComparison.Ordinal) + 1)].Contains("windows-1252", StringComparison.OrdinalIgnoreCase);
    }

    private IXmlLineInfo At => (IXmlLineInfo)_reader;

    public override XmlElement? Next()
    {
        try
        {
            var name = "";
            while (_reader.Read())
                switch (_reader.NodeType)
                {
                    case XmlNodeType.Element:
                        Check();
                        name = _reader.LocalName;
                        if (_names.Contains(name)) return Take();
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA when name.Length > 0 && Header.Count < MostHeaders:
                        Header.TryAdd(name, Value().Trim());
                        break;
                    case XmlNodeType.EndElement:
                        name = "";
                        break;
                }
            return null;
        }
        catch (XmlException e)
        {
            throw Refused(e);
        }
    }

    protected override void Close()
    {
        _reader.Dispose();
        _file.Dispose();
    }

    private XmlElement Element(XmlElement? around) => new(_reader.LocalName, _ids.GetValueOrDefault(_reader.LocalName, -1), At.LineNumber, around);

    private XmlElement Take()
    {
        var depth = _reader.Depth;
        var record = Element(null);
        var at = record;
        var nodes = 0;
        if (_reader.IsEmptyElement) return record;
        while (_reader.Read() && _reader.Depth > depth)
        {
            if (++nodes > _limits.XmlNodesInCell)
                throw Failure("xml-too-large", $"One {record.Name} holds more than {_limits.XmlNodesInCell:N0} elements and texts.", "Export the return again.");
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    Check();
                    var inner = Element(at);
                    at.Add(inner);
                    if (_reader.HasAttributes && _reader.GetAttribute("nil", "http://www.w3.org/2001/XMLSchema-instance") is "true" or "1") inner.IsNil = true;
                    at.Text = "";
                    if (!_reader.IsEmptyElement) at = inner;
                    break;
                case XmlNodeType.EndElement:
                    at = at.Around ?? record;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when at.Within.Count == 0:
                    at.Text = at.Text.Length == 0 ? Value() : at.Text + Value();
                    if (at.Text.Length > _limits.CellCharacters)
                        throw Failure("xml-too-large", $"A value is longer than {_limits.CellCharacters:N0} characters.", "Shorten the text, or export the return again.");
                    break;
            }
        }
        return record;
    }

    /// <summary>The text the reader stands on, in chunks, so that no long one is ever held.</summary>
    private string Value()
    {
        var got = _reader.ReadValueChunk(_chunk, 0, _chunk.Length);
        if (got < _chunk.Length / 2) return new string(_chunk, 0, got);
        _text.Clear();
        do
        {
            if (_text.Length <= _limits.CellCharacters) _text.Append(_chunk, 0, got);
        }
        while ((got = _reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0);
        return _text.ToString();
    }

    private void Check()
    {
        if (_reader.Depth == 0 && _reader.NamespaceURI.Length > 0)
            throw Failure("xml-namespace", "The return's elements are of a namespace, and those of a return are of none.", "Export the return again from the case system.");
        if (_reader.Depth >= _limits.XmlDepth)
            throw Failure("xml-depth", $"Elements are nested deeper than {_limits.XmlDepth}.", "Export the return again.");
        if (_reader.AttributeCount > MostAttributes)
            throw Failure("xml-too-large", $"An element has more than {MostAttributes} attributes.", "Export the return again.");
    }

    private FileRejectedException Refused(XmlException e)
    {
        var place = e.LineNumber > 0 ? $"line {e.LineNumber}, column {e.LinePosition}" : $"line {DeclarationLine()}";
        return e.Message.Contains("DTD", StringComparison.Ordinal)
            ? new FileRejectedException("xml-dtd", "The file holds a document type declaration, which no return needs.", "Export the return again from the case system.", place)
            : new FileRejectedException("xml-damaged", "The XML is not well formed here, or a character is not of the encoding the file declares.", "Correct the place, or export the return again.", place);
    }

    /// <summary>The reader refuses a document type declaration without saying where: it stands near the start.</summary>
    private int DeclarationLine()
    {
        var read = _source.Head(1 << 16).AsSpan();
        return read[..Math.Max(0, read.IndexOf("<!DOCTYPE"u8))].Count((byte)'\n') + 1;
    }

    private FileRejectedException Failure(string code, string found, string toDo) =>
        new(code, found, toDo, $"line {At.LineNumber}, column {At.LinePosition}");
}
