namespace Bellwether.Extracts.Reading;

/// <summary>For each cell format of styles.xml, whether a number in it is shown as a date.</summary>
internal sealed class CellStyles
{
    private readonly List<bool> isDate = [];

    public bool IsDate(int style) => style >= 0 && style < isDate.Count && isDate[style];

    public static CellStyles Read(XmlScanner scanner)
    {
        var styles = new CellStyles();
        var custom = new Dictionary<int, bool>();
        var inCellFormats = false;
        XmlNode node;
        while ((node = scanner.Next()) != XmlNode.Eof)
        {
            if (node == XmlNode.End && scanner.Name.SequenceEqual("cellXfs"u8))
                inCellFormats = false;
            if (node != XmlNode.Start)
                continue;
            if (scanner.Name.SequenceEqual("cellXfs"u8))
                inCellFormats = true;
            else if (scanner.Name.SequenceEqual("numFmt"u8) && scanner.Depth == 3)
                custom[Number(scanner)] = ShowsDate(scanner.AttributeText("formatCode"u8));
            else if (inCellFormats && scanner.Name.SequenceEqual("xf"u8) && styles.isDate.Count < 100_000)
                styles.isDate.Add(custom.TryGetValue(Number(scanner), out var date) ? date : IsBuiltInDate(Number(scanner)));
        }

        return styles;
    }

    /// <summary>A format with a day, month or year letter in its first section, outside quotes, brackets and escapes.</summary>
    public static bool ShowsDate(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case ';':
                    return false;
                case '"':
                    i = format.IndexOf('"', i + 1) is var quote and >= 0 ? quote : format.Length;
                    break;
                case '[':
                    if (i + 1 < format.Length && format[i + 1] is 'h' or 'H' or 'm' or 'M' or 's' or 'S' && IsElapsed(format, i))
                        return false;
                    i = format.IndexOf(']', i + 1) is var bracket and >= 0 ? bracket : format.Length;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y':
                    return true;
            }
        }

        return false;
    }

    // [h], [mm], [ss]: a length of time, which is no date.
    private static bool IsElapsed(string format, int bracket)
    {
        var close = format.IndexOf(']', bracket);
        return close > 0 && format[(bracket + 1)..close].All(c => char.ToLowerInvariant(c) == char.ToLowerInvariant(format[bracket + 1]));
    }

    private static int Number(XmlScanner scanner) =>
        scanner.Attribute("numFmtId"u8, out var id) && CellReference.TryNumber(id, out var number) ? number : 0;

    // ECMA-376 part 1, 18.8.30, with the East Asian ones.
    private static bool IsBuiltInDate(int id) => id is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58;
}
