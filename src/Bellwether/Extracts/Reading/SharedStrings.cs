namespace Bellwether.Extracts.Reading;

/// <summary>
/// The workbook's table of texts, each once, as UTF-8 in one run of memory. Grows by what is read; the count that the
/// part declares is not believed. Phonetic guides (rPh) are left out.
/// </summary>
internal sealed class SharedStrings
{
    private readonly ByteList bytes = new(4096);
    private int[] starts = new int[256];

    public int Count { get; private set; }

    /// <summary>Bounds are the caller's to check against <see cref="Count"/>.</summary>
    public ReadOnlySpan<byte> this[int index] => bytes.Slice(starts[index], starts[index + 1] - starts[index]);

    public static SharedStrings Read(XmlScanner scanner, ReadingLimits limits, Action<int> standing)
    {
        var strings = new SharedStrings();
        XmlNode node;
        while ((node = scanner.Next()) != XmlNode.Eof)
        {
            if (node != XmlNode.Start || scanner.Depth != 2 || !scanner.Name.SequenceEqual("si"u8))
                continue;
            standing(strings.Count);
            if (strings.Count == limits.SharedStrings)
                throw scanner.Failure("file-bomb", $"The workbook holds more than {limits.SharedStrings} different texts.", "Export it again, with only the sheets needed.");
            var start = strings.bytes.Count;
            RichText.Append(scanner, strings.bytes);
            XmlText.ReplaceEscapes(strings.bytes, start);
            strings.Close();
        }

        return strings;
    }

    private void Close()
    {
        Count++;
        if (Count == starts.Length)
            Array.Resize(ref starts, Count * 2);
        starts[Count] = bytes.Count;
    }
}
