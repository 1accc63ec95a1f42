namespace Bellwether.Extracts.Reading;

/// <summary>
/// Some records of a CSV file that follow each other, each on a line of its own, without a quote, and with as many fields as the headings: nearly all
/// are such. Valid until the reader reads on.
/// </summary>
/// <param name="cells">Fields of each record.</param>
internal sealed class PlainBlock(int cells)
{
    /// <summary>Records at most: few enough for their bytes and what is made of them to stay in the nearest memory.</summary>
    public const int Most = 256;

    /// <summary>Fields of each record.</summary>
    public int Cells { get; } = cells;

    /// <summary>How many records.</summary>
    public int Count { get; set; }

    /// <summary>The line of the first; each is on the line after the one before.</summary>
    public int FirstRow { get; set; }

    /// <summary>Where the record after the last begins.</summary>
    public int End { get; set; }

    /// <summary>For each record where its fields begin, and one past its last field's end: field c of record i ends one before the next begins. [Most × (cells + 1)]</summary>
    public int[] Starts { get; } = new int[Most * (cells + 1)];
}
