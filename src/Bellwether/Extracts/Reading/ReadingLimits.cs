namespace Bellwether.Extracts.Reading;

/// <summary>
/// What the readers accept at most; all bounds inclusive. Above one of them the file is rejected, so that a
/// hostile or broken file costs bounded time and memory. Sizes are counted on the bytes as they come out,
/// never taken from what the file declares.
/// </summary>
public sealed record ReadingLimits
{
    public static ReadingLimits Default { get; } = new();

    /// <summary>Bytes of the file itself.</summary>
    public long FileBytes { get; init; } = 2L << 30;

    /// <summary>Bytes that all files of one archive unpack to.</summary>
    public long ArchiveBytes { get; init; } = 2L << 30;

    /// <summary>Bytes of a workbook in an archive, which is held in memory.</summary>
    public long HeldBytes { get; init; } = 128L << 20;

    /// <summary>Inflated bytes of one sheet.</summary>
    public long SheetBytes { get; init; } = 600L << 20;

    /// <summary>Inflated bytes of the table of shared strings, which is held in memory.</summary>
    public long SharedStringBytes { get; init; } = 256L << 20;

    /// <summary>Inflated bytes of any other part that is read (workbook, styles, relationships).</summary>
    public long OtherPartBytes { get; init; } = 64L << 20;

    /// <summary>Parts in the zip.</summary>
    public int ZipEntries { get; init; } = 10_000;

    /// <summary>Strings in the table of shared strings.</summary>
    public int SharedStrings { get; init; } = 8_000_000;

    /// <summary>Cells in one row; also the last column Excel has (XFD).</summary>
    public int CellsInRow { get; init; } = 16_384;

    /// <summary>Rows of one sheet or records of one CSV file.</summary>
    public int Rows { get; init; } = 1_100_000;

    /// <summary>Characters in one workbook cell.</summary>
    public int CellCharacters { get; init; } = 32_767;

    /// <summary>Bytes of one CSV field.</summary>
    public int CsvFieldBytes { get; init; } = 1 << 20;

    /// <summary>Bytes of one CSV record, or of all cells of one workbook row.</summary>
    public int RowBytes { get; init; } = 16 << 20;

    /// <summary>Depth of nested elements.</summary>
    public int XmlDepth { get; init; } = 64;

    /// <summary>Bytes of one tag or one run of text.</summary>
    public int XmlTokenBytes { get; init; } = 1 << 20;

    /// <summary>Elements and texts within one cell or one shared text.</summary>
    public int XmlNodesInCell { get; init; } = 100_000;

    /// <summary>Elements of one part that hold no row and no cell, and comments.</summary>
    public int XmlIdleNodes { get; init; } = 1_000_000;
}
