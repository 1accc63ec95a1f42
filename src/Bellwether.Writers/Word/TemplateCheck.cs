using System.Text.RegularExpressions;
using Bellwether.Writers.Office;

namespace Bellwether.Writers.Word;

/// <summary>What a template must not carry into a published paper, with what to do about it.</summary>
internal static partial class TemplateCheck
{
    public static void Check(WordTemplate template)
    {
        if (!template.Has("[Content_Types].xml") || !template.Has("_rels/.rels")) throw new InvalidDataException("The template is not a Word file. Save it in Word as a document (.docx) and try again.");
        if (template.Text("[Content_Types].xml").Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || template.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw new InvalidDataException("The template has macros. Save it in Word as a document without macros (.docx).");
        var main = Main(template);
        if (!template.Has(main) || !template.Text(main).Contains(WordStyles.Main, StringComparison.Ordinal))
            throw new InvalidDataException("The template is not a Word file of the usual kind. Open it in Word and save it as a Word document (.docx), not as a strict one.");
        foreach (var name in template.Names.Where(n => n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && n.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
        {
            _ = template.Xml(name);
            var text = template.Text(name);
            if (Changes().IsMatch(text)) throw new InvalidDataException("The template has tracked changes. Accept or reject them all in Word and save it again.");
            if (Comments().IsMatch(text)) throw new InvalidDataException("The template has comments. Delete them all in Word and save it again.");
            // Styles may know hidden text; it is text that must not be.
            if (!name.EndsWith("styles.xml", StringComparison.OrdinalIgnoreCase) && Hidden().IsMatch(text)) throw new InvalidDataException("The template has hidden text. Show it in Word (File, Options, Display), delete it and save again.");
        }
        foreach (var relation in template.Names.Where(n => n.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).SelectMany(n => template.Xml(n).Root!.Elements(Wml.Rels + "Relationship")))
        {
            if ((string?)relation.Attribute("TargetMode") == "External" && !Harmless().IsMatch((string?)relation.Attribute("Type") ?? ""))
                throw new InvalidDataException("The template shows a picture or object that is kept in another file. Put it into the template itself (Insert, Picture) and save it again.");
        }
    }

    /// <summary>The name of the main part.</summary>
    public static string Main(WordTemplate template) => template.Xml("_rels/.rels").Root!.Elements(Wml.Rels + "Relationship")
        .Where(r => (string?)r.Attribute("Type") == Parts.Relation + "/officeDocument").Select(r => Wml.Target("", (string)r.Attribute("Target")!)).FirstOrDefault() ?? "";

    [GeneratedRegex("<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange|sectPrChange|tblPrChange|trPrChange|tcPrChange)[ >]")]
    private static partial Regex Changes();

    [GeneratedRegex("<w:comment(?:Reference|RangeStart)?[ >]")]
    private static partial Regex Comments();

    [GeneratedRegex("<w:vanish(?:/>| w:val=\"(?:1|true|on)\")")]
    private static partial Regex Hidden();

    // The address of the file a template was itself made from is dropped.
    [GeneratedRegex("/(?:hyperlink|attachedTemplate)$")]
    private static partial Regex Harmless();
}
