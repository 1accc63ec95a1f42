namespace Bellwether.Extracts.Reading;

/// <summary>One relationship: its type is the last word of the type address, the same in strict and transitional files.</summary>
internal sealed record Relationship(string Id, string Type, string Target);

internal static class Relationships
{
    /// <summary>Those that stay inside the file, targets as part names; none when the part is absent. External ones are left out and never followed.</summary>
    public static IReadOnlyList<Relationship> Read(XlsxWorkbook workbook, string part, string folder)
    {
        using var scanner = workbook.TryScan(part);
        var found = new List<Relationship>();
        XmlNode node;
        while (scanner is not null && (node = scanner.Next()) != XmlNode.Eof)
        {
            if (node != XmlNode.Start || !scanner.Name.SequenceEqual("Relationship"u8))
                continue;
            if (scanner.AttributeText("TargetMode"u8) == "External")
            {
                workbook.NoteOutside();
                continue;
            }

            var type = scanner.AttributeText("Type"u8);
            if (found.Count == 20_000)
                throw scanner.Malformed("it has too many relationships");
            found.Add(new Relationship(
                scanner.AttributeText("Id"u8), type[(type.LastIndexOf('/') + 1)..], Resolve(folder, scanner.AttributeText("Target"u8))));
        }

        return found;
    }

    private static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        if (target.StartsWith('/'))
            return target[1..];
        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
                path = path.Count > 0 ? path[..^1] : path;
            else if (step != ".")
                path.Add(step);
        }

        return string.Join('/', path);
    }
}
