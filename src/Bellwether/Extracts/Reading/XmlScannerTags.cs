namespace Bellwether.Extracts.Reading;

/// <summary>Tags: names, attributes, and the elements that stand open.</summary>
internal sealed partial class XmlScanner
{
    private bool TryTakeStartTag()
    {
        var bytes = buffer.AsSpan(0, end);
        var at = position + 1;
        while (at < bytes.Length && !IsNameEnd(bytes[at]))
            at++;
        if (at == bytes.Length)
            return false;
        var (start, length) = (position + 1, at - position - 1);
        if (length == 0)
            throw Malformed("an element has no name");
        attributes.Clear();
        while (true)
        {
            while (at < bytes.Length && IsSpace(bytes[at]))
                at++;
            if (at >= bytes.Length)
                return false;
            if (bytes[at] == (byte)'>')
                return Open(start, length, at + 1, empty: false);
            if (bytes[at] == (byte)'/')
            {
                if (at + 1 == bytes.Length)
                    return false;
                return bytes[at + 1] == (byte)'>' ? Open(start, length, at + 2, empty: true) : throw Malformed("a tag is not well formed");
            }

            var name = at;
            while (at < bytes.Length && bytes[at] != (byte)'=' && !IsNameEnd(bytes[at]))
                at++;
            var nameEnd = at;
            while (at < bytes.Length && IsSpace(bytes[at]))
                at++;
            if (at >= bytes.Length)
                return false;
            if (bytes[at] != (byte)'=' || nameEnd == name)
                throw Malformed("an attribute is not well formed");
            at++;
            while (at < bytes.Length && IsSpace(bytes[at]))
                at++;
            if (at >= bytes.Length)
                return false;
            var quote = bytes[at];
            if (quote is not ((byte)'"' or (byte)'\''))
                throw Malformed("an attribute is not well formed");
            var value = ++at;
            while (at < bytes.Length && bytes[at] != quote)
            {
                if (bytes[at] == (byte)'<')
                    throw Malformed("an attribute is not well formed");
                at++;
            }

            if (at >= bytes.Length)
                return false;
            if (!attributes.Add(name, nameEnd - name, value, at - value))
                throw Malformed($"an element has more than {XmlAttributes.Most:N0} attributes");
            at++;
        }
    }

    private bool Open(int start, int length, int next, bool empty)
    {
        if (Depth == 0 && rootSeen)
            throw Malformed("there is a second root element");
        if (Depth == limits.XmlDepth)
            throw Failure("xlsx-depth", $"Its elements are nested deeper than {limits.XmlDepth}.", "Save the workbook again from Excel as .xlsx.");
        rootSeen = true;
        Depth++;
        openNames.Add(buffer.AsSpan(start, length));
        openLengths[Depth] = length;
        SetName(start, length);
        position = next;
        endPending = empty;
        return true;
    }

    private void SetName(int start, int length)
    {
        var colon = buffer.AsSpan(start, length).IndexOf((byte)':');
        (nameStart, nameLength) = (start + colon + 1, length - colon - 1);
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private static bool IsNameEnd(byte b) => b is (byte)'>' or (byte)'/' || IsSpace(b);

    private void TakeEndTag()
    {
        int close;
        while ((close = buffer.AsSpan(position, end - position).IndexOf((byte)'>')) < 0)
            Need();
        var name = buffer.AsSpan(position + 2, close - 2).TrimEnd(" \t\r\n"u8);
        if (Depth == 0 || !openNames.Slice(openNames.Count - openLengths[Depth], openLengths[Depth]).SequenceEqual(name))
            throw Malformed("its elements are not closed in order");
        SetName(position + 2, name.Length);
        position += close + 1;
        closing = true;
    }

    private void Close()
    {
        closing = false;
        openNames.CutTo(openNames.Count - openLengths[Depth]);
        Depth--;
    }
}
