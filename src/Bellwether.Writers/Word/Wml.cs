using System.Globalization;
using System.Xml.Linq;
using Bellwether.Writers.Office;

namespace Bellwether.Writers.Word;

/// <summary>Names in the XML of Word files, and the few looks at it that a template needs.</summary>
internal static class Wml
{
    public static readonly XNamespace W = WordStyles.Main;
    public static readonly XNamespace R = Parts.Relation;
    public static readonly XNamespace Rels = Parts.Package + "relationships";
    public static readonly XNamespace Types = Parts.Package + "content-types";
    public const string Prefix = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public static string Val(this XElement? element) => (string?)element?.Attribute(W + "val") ?? "";

    /// <summary>The highest number an attribute has in these elements; <paramref name="none"/> where there is none.</summary>
    public static int Highest(IEnumerable<XElement> elements, XName attribute, int none) => elements
        .Select(e => int.TryParse((string?)e.Attribute(attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : none).DefaultIfEmpty(none).Max();

    /// <summary>Markup of ours as elements.</summary>
    public static IEnumerable<XElement> Parsed(string xml)
    {
        var root = XElement.Parse($"<x {WordFrame.Namespaces}>{xml}</x>", LoadOptions.PreserveWhitespace);
        var all = root.Elements().ToList();
        foreach (var element in all) element.Remove();
        return all;
    }

    /// <summary>The part that a relationship's target names, seen from the part that has the relationship.</summary>
    public static string Target(string from, string target) => target.StartsWith('/') ? target[1..]
        : new Uri(new Uri("x:/" + from), target).AbsolutePath.TrimStart('/');

    /// <summary>Where a part's relationships stand.</summary>
    public static string RelationsOf(string part) => $"{Path.GetDirectoryName(part)!.Replace('\\', '/')}/_rels/{Path.GetFileName(part)}.rels".TrimStart('/');
}
