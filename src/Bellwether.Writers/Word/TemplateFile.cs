using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Office;

namespace Bellwether.Writers.Word;

/// <summary>A document written into a council's own file: its parts as they are, save those that our text changes.</summary>
internal sealed class TemplateFile
{
    private readonly WordTemplate _template;
    private readonly Document _document;
    private readonly string _main;
    private readonly HashSet<string> _ofFile;
    private readonly Dictionary<string, XDocument> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, byte[] Bytes)> _added = [];
    private readonly XDocument _types;
    private readonly XDocument _relations;

    public TemplateFile(Document document, WordTemplate template)
    {
        (_document, _template) = (document, template);
        _main = TemplateCheck.Main(template);
        _types = Open("[Content_Types].xml");
        _ofFile = template.Xml("_rels/.rels").Root!.Elements(Wml.Rels + "Relationship").Where(r => (string?)r.Attribute("TargetMode") != "External")
            .Select(r => Wml.Target("", (string)r.Attribute("Target")!)).Where(t => t != _main).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var relations = Wml.RelationsOf(_main);
        _relations = template.Has(relations) ? Open(relations) : New(relations, new XElement(Wml.Rels + "Relationships"));
    }

    public void Write(Parts parts)
    {
        var main = Open(_main);
        var body = main.Root!.Element(Wml.W + "body")!;
        var styles = TemplateStyles.Merge(OpenRelated("styles") ?? AddRelated("styles", new XElement(Wml.W + "styles")));
        var numbering = OpenRelated("numbering") ?? AddRelated("numbering", new XElement(Wml.W + "numbering"));
        var lists = new WordNumbering(
            Wml.Highest(numbering.Root!.Elements(Wml.W + "abstractNum"), Wml.W + "abstractNumId", -1) + 1, Wml.Highest(numbering.Root.Elements(Wml.W + "num"), Wml.W + "numId", 0) + 1);
        var drawings = main.Descendants().Where(e => e.Name.LocalName == "docPr");
        var firstId = Math.Max(Wml.Highest(main.Descendants(Wml.W + "bookmarkStart"), Wml.W + "id", 0), Wml.Highest(drawings, "id", 0)) + 1;
        var paper = WordPaper.Of(body.Elements(Wml.W + "sectPr").LastOrDefault());
        var text = new WordBody(_document, styles, lists, firstId, paper, isTemplate: true);
        Insert(body, [.. Wml.Parsed(text.Write())]);
        Number(numbering.Root, lists);
        new TemplateMargins(this, _document.Head, styles, paper).Mark(main);
        Tidy();
        foreach (var (chart, i) in text.Charts.Select((c, i) => (c, i + 1))) Add(chart, i);
        foreach (var (link, i) in text.Links.Select((l, i) => (l, i + 1))) Relate(WordBody.LinkRelation(i), "hyperlink", link, isExternal: true);
        Properties();
        foreach (var name in _template.Names.Where(n => !IsDropped(n))) parts.Add(name, _changed.TryGetValue(name, out var xml) ? Bytes(xml) : _template.Bytes(name));
        foreach (var (name, xml) in _changed.Where(c => !_template.Has(c.Key))) parts.Add(name, Bytes(xml));
        foreach (var (name, bytes) in _added) parts.Add(name, bytes);
    }

    /// <summary>A part of the template to be changed.</summary>
    public XDocument Open(string name) => _changed.TryGetValue(name, out var open) ? open : _changed[name] = _template.Xml(name);

    /// <summary>The part that the main part names by this relationship; null for none.</summary>
    public string? Related(string id) => _relations.Root!.Elements(Wml.Rels + "Relationship").Where(r => (string?)r.Attribute("Id") == id)
        .Select(r => Wml.Target(_main, (string)r.Attribute("Target")!)).FirstOrDefault();

    public XDocument? OpenRelated(string type) => _relations.Root!.Elements(Wml.Rels + "Relationship").Where(r => (string?)r.Attribute("Type") == $"{Parts.Relation}/{type}")
        .Select(r => Open(Wml.Target(_main, (string)r.Attribute("Target")!))).FirstOrDefault();

    /// <summary>A new part beside the main one, such as a header; its relationship's id is <paramref name="id"/>.</summary>
    public void AddRelated(string id, string type, string xml)
    {
        var name = $"bellwether-{id}.xml";
        Relate(id, type, name, isExternal: false);
        Override(Beside(name), $"{Wml.Prefix}{type}+xml");
        _added.Add((Beside(name), Encoding.UTF8.GetBytes(xml)));
    }

    private XDocument AddRelated(string type, XElement root)
    {
        root.Add(new XAttribute(XNamespace.Xmlns + "w", Wml.W));
        Relate("bw-" + type, type, $"bellwether-{type}.xml", isExternal: false);
        Override(Beside($"bellwether-{type}.xml"), $"{Wml.Prefix}{type}+xml");
        return New(Beside($"bellwether-{type}.xml"), root);
    }

    private static void Insert(XElement body, List<XElement> content)
    {
        var mark = body.Descendants(Wml.W + "bookmarkStart").FirstOrDefault(b => (string?)b.Attribute(Wml.W + "name") == WordTemplate.Bookmark);
        if (mark is null)
        {
            var end = body.Elements(Wml.W + "sectPr").LastOrDefault();
            if (end is null) body.Add(content);
            else end.AddBeforeSelf(content);
            return;
        }
        var place = mark.AncestorsAndSelf().First(e => e.Parent == body);
        place.AddAfterSelf(content);
        body.Descendants(Wml.W + "bookmarkEnd").Where(e => (string?)e.Attribute(Wml.W + "id") == (string?)mark.Attribute(Wml.W + "id")).ToList().ForEach(e => e.Remove());
        mark.Remove();
        // The paragraph that held nothing but the bookmark goes with it, unless a section of the template ends there.
        if (place.Name == Wml.W + "p" && place.Value.Trim().Length == 0 && !place.Descendants().Any(e => e.Name.LocalName is "sectPr" or "drawing" or "pict" or "br")) place.Remove();
    }

    private static void Number(XElement numbering, WordNumbering lists)
    {
        var abstracts = Wml.Parsed(lists.Abstracts);
        if (numbering.Elements(Wml.W + "num").FirstOrDefault() is { } first) first.AddBeforeSelf(abstracts);
        else numbering.Add(abstracts);
        numbering.Elements(Wml.W + "num").Concat(numbering.Elements(Wml.W + "abstractNum")).Last().AddAfterSelf(Wml.Parsed(lists.Numbers));
    }

    /// <summary>What settings say of people and machines goes.</summary>
    private void Tidy()
    {
        if (OpenRelated("settings") is not { } settings) return;
        foreach (var element in new[] { "rsids", "attachedTemplate", "docVars", "mailMerge", "trackRevisions", "saveThroughXslt" }) settings.Root!.Elements(Wml.W + element).Remove();
        var name = _changed.First(c => ReferenceEquals(c.Value, settings)).Key;
        if (_template.Has(Wml.RelationsOf(name))) Open(Wml.RelationsOf(name)).Root!.Elements().Where(r => ((string?)r.Attribute("Type"))?.EndsWith("/attachedTemplate", StringComparison.Ordinal) == true).Remove();
    }

    private void Add(WordChart chart, int i)
    {
        var number = i.ToString(CultureInfo.InvariantCulture);
        Relate(WordBody.ChartRelation(i), "chart", $"bellwether-chart{number}.xml", isExternal: false);
        Override(Beside($"bellwether-chart{number}.xml"), Parts.ChartType);
        if (!_types.Root!.Elements(Wml.Types + "Default").Any(d => string.Equals((string?)d.Attribute("Extension"), "xlsx", StringComparison.OrdinalIgnoreCase)))
            _types.Root.AddFirst(new XElement(Wml.Types + "Default", new XAttribute("Extension", "xlsx"), new XAttribute("ContentType", WordChart.WorkbookType)));
        _added.AddRange(chart.Parts(Beside($"bellwether-chart{number}.xml"), $"bellwether-chart{number}.xlsx"));
    }

    /// <summary>The council's name and the edition's day take the place of whatever the template said of its own making.</summary>
    private void Properties()
    {
        var package = Open("_rels/.rels").Root!;
        // Author, company, thumbnail, signature: whatever belongs to the file and not to its text.
        package.Elements(Wml.Rels + "Relationship").Where(r => (string?)r.Attribute("Type") != Parts.Relation + "/officeDocument").Remove();
        package.Add(new XElement(Wml.Rels + "Relationship", new XAttribute("Id", "bwCore"), new XAttribute("Type", Parts.Package + "relationships/metadata/core-properties"), new XAttribute("Target", "docProps/core.xml")));
        _relations.Root!.Elements(Wml.Rels + "Relationship").Where(r => (string?)r.Attribute("TargetMode") != "External" && IsDropped(Wml.Target(_main, (string)r.Attribute("Target")!))).Remove();
        _types.Root!.Elements(Wml.Types + "Override").Where(o => IsDropped(((string)o.Attribute("PartName")!).TrimStart('/'))).Remove();
        // A template (.dotx) becomes a document.
        foreach (var part in _types.Root.Elements(Wml.Types + "Override").Where(o => (string?)o.Attribute("ContentType") == Wml.Prefix + "template.main+xml")) part.SetAttributeValue("ContentType", Wml.Prefix + "document.main+xml");
        Override("docProps/core.xml", Parts.CoreType);
        _added.Add(("docProps/core.xml", Encoding.UTF8.GetBytes(Parts.Core(_document.Head.Title, _document.Head.Council, _document.Head.Built))));
    }

    private bool IsDropped(string name) => _ofFile.Contains(name) || name.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("word/people", StringComparison.OrdinalIgnoreCase) || name.StartsWith("docMetadata/", StringComparison.OrdinalIgnoreCase);

    private void Relate(string id, string type, string target, bool isExternal) => _relations.Root!.Add(new XElement(Wml.Rels + "Relationship",
        new XAttribute("Id", id), new XAttribute("Type", $"{Parts.Relation}/{type}"), new XAttribute("Target", target), isExternal ? new XAttribute("TargetMode", "External") : null));

    private void Override(string name, string type) => _types.Root!.Add(new XElement(Wml.Types + "Override", new XAttribute("PartName", "/" + name), new XAttribute("ContentType", type)));

    private string Beside(string name) => _main[..(_main.LastIndexOf('/') + 1)] + name;

    private XDocument New(string name, XElement root) => _changed[name] = new XDocument(root);

    private static byte[] Bytes(XDocument xml)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = false, OmitXmlDeclaration = true }))
        {
            writer.WriteProcessingInstruction("xml", "version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"");
            xml.Root!.WriteTo(writer);
        }
        return bytes.ToArray();
    }
}
