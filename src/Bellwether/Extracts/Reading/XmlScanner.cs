namespace Bellwether.Extracts.Reading;

/// <summary>
/// A forward scanner for the XML of workbook parts: UTF-8 in, spans out, no allocation per node. It checks nesting,
/// depth, token size and that a part ends where its root does; it knows no DTD and so no entities but the five and
/// character references. Names are compared without their prefix.
/// </summary>
internal sealed partial class XmlScanner : IDisposable
{
    private readonly ZipPart part;
    private readonly ReadingLimits limits;
    private readonly Func<string> place;
    private readonly ByteList openNames = new(256);
    private readonly int[] openLengths;
    private byte[] buffer = new byte[65536];
    private int position;
    private int end;
    private bool sourceEnded;
    private bool endPending;
    private bool closing;
    private bool rootSeen;
    private int nameStart;
    private int nameLength;
    private readonly XmlAttributes attributes = new();
    private int comments;
    private int textStart;
    private int textLength;

    // place: where the reader stands, asked for only when something is wrong.
    public XmlScanner(ZipPart part, ReadingLimits limits, Func<string>? place = null)
    {
        this.part = part;
        this.limits = limits;
        this.place = place ?? (() => part.Name);
        openLengths = new int[limits.XmlDepth + 1];
        Fill();
        if (end >= 2 && (buffer[0], buffer[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
            throw Failure("xlsx-xml", "The part is written in UTF-16.", "Save the workbook again from Excel as .xlsx.");
        if (end >= 3 && buffer.AsSpan(0, 3).SequenceEqual("\uFEFF"u8))
            position = 3;
    }

    public ReadingLimits Limits => limits;

    /// <summary>Open elements, the current one included at Start and at End.</summary>
    public int Depth { get; private set; }

    /// <summary>Name of the element, prefix left out; at Start and, for the same element, at End.</summary>
    public ReadOnlySpan<byte> Name => buffer.AsSpan(nameStart, nameLength);

    /// <summary>Text as written: references not yet replaced unless it came from a CDATA section.</summary>
    public ReadOnlySpan<byte> Text => buffer.AsSpan(textStart, textLength);

    public bool IsCData { get; private set; }

    public XmlNode Next()
    {
        if (endPending)
        {
            endPending = false;
            closing = true;
            return XmlNode.End;
        }

        if (closing)
            Close();

        while (true)
        {
            if (position == end && !Fill())
                return Depth == 0 && rootSeen ? XmlNode.Eof : throw Malformed("the part ends early");
            if (buffer[position] != (byte)'<')
            {
                TakeText();
                if (Depth > 0)
                    return XmlNode.Text;
                if (Text.IndexOfAnyExcept(" \t\r\n"u8) >= 0)
                    throw Malformed("there is text outside the root element");
                continue;
            }

            while (end - position < 2)
                Need();
            switch (buffer[position + 1])
            {
                case (byte)'/':
                    TakeEndTag();
                    return XmlNode.End;
                case (byte)'?':
                    RefuseIdle(++comments, limits.XmlIdleNodes);
                    SkipPast("?>"u8, 2);
                    continue;
                case (byte)'!':
                    if (TakeDeclaration())
                        return XmlNode.Text;
                    continue;
                default:
                    while (!TryTakeStartTag())
                        Need();
                    return XmlNode.Start;
            }
        }
    }

    /// <summary>
    /// What is read in and not yet looked at, between two nodes; empty where the element the scanner stands on ends at once. Who knows whole
    /// elements there by their bytes may <see cref="Pass"/> them.
    /// </summary>
    public ReadOnlySpan<byte> Ahead()
    {
        if (endPending)
            return default;
        if (closing)
            Close();
        return buffer.AsSpan(position, end - position);
    }

    /// <summary>Passes over bytes of <see cref="Ahead"/>: whole elements with all that stands in them.</summary>
    public void Pass(int bytes) => position += bytes;

    /// <summary>Value of an attribute without prefix, as written; false when there is none.</summary>
    public bool Attribute(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value) => attributes.Find(buffer, name, out value);

    /// <summary>Value of an attribute whatever its prefix, references replaced; empty when there is none.</summary>
    public string AttributeText(ReadOnlySpan<byte> name)
    {
        if (!attributes.FindAnyPrefix(buffer, name, out var value))
            return "";
        var into = new ByteList(Math.Max(16, value.Length));
        if (!XmlText.Append(into, value, raw: false))
            throw Malformed("a character in it is not valid");
        return System.Text.Encoding.UTF8.GetString(into.Slice(0, into.Count));
    }

    /// <summary>At Start: passes over everything up to and including the element's End.</summary>
    public void Skip()
    {
        var (depth, nodes) = (Depth, 0);
        while (Next() != XmlNode.End || Depth != depth)
            RefuseIdle(++nodes, limits.XmlNodesInCell);
    }

    /// <summary>Refuses a part that goes on and on without saying anything.</summary>
    public void RefuseIdle(int count, int most)
    {
        if (count > most)
            throw Failure("file-bomb", $"Here stand more than {most:N0} elements or comments without any data.", "Save the workbook again from Excel as .xlsx.");
    }

    /// <summary>Refuses one text, made of any number of runs, that is longer than any cell could hold.</summary>
    public void RefuseLong(int bytes)
    {
        if (bytes > limits.XmlTokenBytes)
            throw TooLong();
    }

    public FileRejectedException Malformed(string what) =>
        Failure("xlsx-xml", $"The workbook is damaged: {what}.", "Export or copy it again.");

    public FileRejectedException Failure(string code, string found, string whatToDo)
    {
        if (!sourceEnded)
            part.Drain();
        return new FileRejectedException(code, found, whatToDo, place());
    }

    public void Dispose() => part.Dispose();

    private void TakeText()
    {
        var searched = 0;
        int length;
        while ((length = buffer.AsSpan(position + searched, end - position - searched).IndexOf((byte)'<')) < 0)
        {
            searched = end - position;
            if (!Fill())
                break;
        }

        textStart = position;
        textLength = length < 0 ? searched : searched + length;
        position += textLength;
        IsCData = false;
    }

    // True when a CDATA section with text was taken; comments are passed over.
    private bool TakeDeclaration()
    {
        while (end - position < 9)
            Need();
        var start = buffer.AsSpan(position, 9);
        if (start.StartsWith("<!--"u8))
        {
            RefuseIdle(++comments, limits.XmlIdleNodes);
            SkipPast("-->"u8, 4);
            return false;
        }

        if (!start.SequenceEqual("<![CDATA["u8))
            throw Failure("xlsx-dtd", "The workbook holds a document type declaration, which no workbook needs.", "Save the workbook again from Excel as .xlsx.");
        if (Depth == 0)
            throw Malformed("there is text outside the root element");
        var length = SkipPast("]]>"u8, 9);
        textStart = position - length - 3;
        textLength = length;
        IsCData = true;
        return true;
    }

    // Returns the length of what lay between.
    private int SkipPast(ReadOnlySpan<byte> mark, int from)
    {
        var searched = from;
        while (true)
        {
            if (end - position > searched)
            {
                var at = buffer.AsSpan(position + searched, end - position - searched).IndexOf(mark);
                if (at >= 0)
                {
                    position += searched + at + mark.Length;
                    return searched + at - from;
                }

                searched = Math.Max(from, end - position - mark.Length + 1);
            }

            Need();
        }
    }

    private FileRejectedException TooLong() =>
        Failure("value-too-long", $"A value or a tag is longer than {limits.XmlTokenBytes >> 10} KB.", "Shorten the text, or leave the column out.");

    private void Need()
    {
        if (!Fill())
            throw Malformed("the part ends early");
    }

    // Moves the unread rest to the front and reads more; what lies before the position is gone.
    private bool Fill()
    {
        if (sourceEnded)
            return false;
        if (position > 0)
        {
            buffer.AsSpan(position, end - position).CopyTo(buffer);
            end -= position;
            position = 0;
        }

        if (end == buffer.Length)
        {
            if (end >= limits.XmlTokenBytes)
                throw TooLong();
            Array.Resize(ref buffer, end * 2);
        }

        var got = part.Read(buffer.AsSpan(end));
        sourceEnded = got == 0;
        end += got;
        return got > 0;
    }
}
