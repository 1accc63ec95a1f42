using System.Xml.Linq;
using Bellwether.Publications.Documents;

namespace Bellwether.Writers.Word;

/// <summary>The marking in every header of a template, the edition and the page number in every footer; headers and footers of ours where it has none.</summary>
internal sealed class TemplateMargins(TemplateFile file, DocumentHead head, IReadOnlyDictionary<string, string> styles, int paper)
{
    public void Mark(XDocument main)
    {
        var sections = main.Descendants(Wml.W + "sectPr").ToList();
        if (sections.Count == 0)
        {
            sections.Add(new XElement(Wml.W + "sectPr"));
            main.Root!.Element(Wml.W + "body")!.Add(sections[0]);
        }
        foreach (var part in Parts(sections, "headerReference")) Head(part);
        foreach (var part in Parts(sections, "footerReference")) Foot(part);
        // A later section without a header of some kind takes the one before it: only the first needs them all.
        var isEven = file.OpenRelated("settings")?.Root!.Element(Wml.W + "evenAndOddHeaders") is not null;
        foreach (var kind in new[] { "default", sections.Any(s => s.Element(Wml.W + "titlePg") is not null) ? "first" : "", isEven ? "even" : "" }.Where(k => k.Length > 0))
        {
            Complete(sections[0], "footer", kind, () => WordFrame.Footer(head, styles["Footer"], paper));
            Complete(sections[0], "header", kind, () => WordFrame.Header(head, styles["Header"], paper));
        }
    }

    private List<XElement> Parts(List<XElement> sections, string reference) =>
    [
        .. sections.Elements(Wml.W + reference).Select(r => file.Related((string?)r.Attribute(Wml.R + "id") ?? "")).OfType<string>().Distinct().Select(p => file.Open(p).Root!),
    ];

    private void Head(XElement header)
    {
        if (head.Marking.Length > 0) header.AddFirst(Wml.Parsed(WordFrame.Line(styles["Header"], paper, WordText.Run(head.Marking, "<w:b/>"))));
    }

    private void Foot(XElement footer)
    {
        var hasPage = footer.Descendants(Wml.W + "instrText").Select(i => i.Value).Concat(footer.Descendants(Wml.W + "fldSimple").Select(f => (string?)f.Attribute(Wml.W + "instr") ?? ""))
            .Any(i => i.Trim().StartsWith("PAGE", StringComparison.OrdinalIgnoreCase));
        var runs = WordText.Run(head.Edition) + (hasPage ? "" : (head.Edition.Length > 0 ? WordText.Run("  ") : "") + WordFrame.PageOf);
        if (runs.Length > 0) footer.Add(Wml.Parsed(WordFrame.Line(styles["Footer"], paper, runs)));
    }

    private void Complete(XElement section, string place, string kind, Func<string> xml)
    {
        if (section.Elements(Wml.W + (place + "Reference")).Any(r => (string?)r.Attribute(Wml.W + "type") == kind)) return;
        var id = $"bw-{place}-{kind}";
        file.AddRelated(id, place, xml());
        section.AddFirst(new XElement(Wml.W + (place + "Reference"), new XAttribute(Wml.W + "type", kind), new XAttribute(Wml.R + "id", id)));
    }
}
