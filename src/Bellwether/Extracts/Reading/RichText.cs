namespace Bellwether.Extracts.Reading;

/// <summary>The text of an si or is element: its t, or the t of all its runs, never that of phonetic guides.</summary>
internal static class RichText
{
    /// <summary>At Start of the element; stands on its End after.</summary>
    public static void Append(XmlScanner scanner, ByteList into)
    {
        var (depth, start, nodes) = (scanner.Depth, into.Count, 0);
        while (true)
        {
            var node = scanner.Next();
            if (node == XmlNode.End && scanner.Depth == depth)
                return;
            scanner.RefuseLong(into.Count - start);
            scanner.RefuseIdle(++nodes, scanner.Limits.XmlNodesInCell);
            if (node != XmlNode.Start)
                continue;
            if (scanner.Name.SequenceEqual("rPh"u8))
                scanner.Skip();
            else if (scanner.Name.SequenceEqual("t"u8))
                AppendElement(scanner, into);
        }
    }

    /// <summary>At Start of an element that holds text only; stands on its End after.</summary>
    public static void AppendElement(XmlScanner scanner, ByteList into)
    {
        var start = into.Count;
        while (true)
        {
            scanner.RefuseLong(into.Count - start);
            switch (scanner.Next())
            {
                case XmlNode.End:
                    return;
                case XmlNode.Text:
                    if (!XmlText.Append(into, scanner.Text, scanner.IsCData))
                        throw scanner.Malformed("a character in it is not valid");
                    break;
                case XmlNode.Start:
                    scanner.Skip();
                    break;
            }
        }
    }
}
