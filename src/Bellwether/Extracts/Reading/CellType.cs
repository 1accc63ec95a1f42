namespace Bellwether.Extracts.Reading;

/// <summary>How a cell's value is stored: attribute t of c (ECMA-376 part 1, 18.18.11).</summary>
internal enum CellType
{
    Number,
    SharedText,
    FormulaText,
    InlineText,
    Boolean,
    Error,
    IsoDate,
}

internal static class CellTypes
{
    /// <summary>An unknown type reads as text, so that nothing is guessed.</summary>
    public static CellType Of(ReadOnlySpan<byte> t) => t switch
    {
        _ when t.SequenceEqual("s"u8) => CellType.SharedText,
        _ when t.SequenceEqual("n"u8) => CellType.Number,
        _ when t.SequenceEqual("str"u8) => CellType.FormulaText,
        _ when t.SequenceEqual("b"u8) => CellType.Boolean,
        _ when t.SequenceEqual("e"u8) => CellType.Error,
        _ when t.SequenceEqual("d"u8) => CellType.IsoDate,
        _ => CellType.InlineText,
    };
}
