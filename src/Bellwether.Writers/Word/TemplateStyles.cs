using System.Xml.Linq;

namespace Bellwether.Writers.Word;

/// <summary>Our styles in a template: its own where it has one of that name, ours added where it has not.</summary>
internal static class TemplateStyles
{
    /// <summary>Adds what is missing; gives the template's id for each of our styles.</summary>
    public static IReadOnlyDictionary<string, string> Merge(XDocument styles)
    {
        var root = styles.Root!;
        var there = root.Elements(Wml.W + "style").ToList();
        var taken = there.Select(s => (string?)s.Attribute(Wml.W + "styleId") ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ids = new Dictionary<string, string>();
        var missing = new List<WordStyle>();
        foreach (var style in WordStyles.All)
        {
            var own = there.FirstOrDefault(s => (string?)s.Attribute(Wml.W + "type") == style.Type && string.Equals(s.Element(Wml.W + "name").Val(), style.Name, StringComparison.OrdinalIgnoreCase));
            if (own is not null)
            {
                ids[style.Id] = (string)own.Attribute(Wml.W + "styleId")!;
                continue;
            }
            ids[style.Id] = taken.Contains(style.Id) ? "Bw" + style.Id : style.Id;
            missing.Add(style);
        }
        foreach (var style in missing)
        {
            var added = Wml.Parsed(style.Xml).Single();
            added.SetAttributeValue(Wml.W + "styleId", ids[style.Id]);
            if (there.Any(s => (string?)s.Attribute(Wml.W + "type") == style.Type && (string?)s.Attribute(Wml.W + "default") is "1" or "true")) added.Attribute(Wml.W + "default")?.Remove();
            foreach (var reference in added.Elements().Where(e => e.Name.LocalName is "basedOn" or "next")) reference.SetAttributeValue(Wml.W + "val", ids[reference.Val()]);
            root.Add(added);
        }
        English(root);
        return ids;
    }

    /// <summary>A template that names no language is in English (UK).</summary>
    private static void English(XElement root)
    {
        if (root.Element(Wml.W + "docDefaults") is not { } defaults)
        {
            defaults = new XElement(Wml.W + "docDefaults");
            root.AddFirst(defaults);
        }
        if (defaults.Element(Wml.W + "rPrDefault") is not { } run)
        {
            run = new XElement(Wml.W + "rPrDefault");
            defaults.AddFirst(run);
        }
        if (run.Element(Wml.W + "rPr") is not { } look)
        {
            look = new XElement(Wml.W + "rPr");
            run.Add(look);
        }
        if (look.Element(Wml.W + "lang") is null) look.Add(new XElement(Wml.W + "lang", new XAttribute(Wml.W + "val", "en-GB")));
    }
}
