namespace Bellwether.Extracts.Reading;

/// <summary>A table whose dates have the month first, as one whose dates have the day first: 03/31/2024 is read as 31/03/2024.</summary>
internal sealed class MonthFirstReader(TableReader inner) : TableReader(inner.Sheet)
{
    public override bool CountsFields => inner.CountsFields;

    public override IReadOnlyList<string> MergedRanges => inner.MergedRanges;

    public override bool Read()
    {
        var more = inner.Read();
        (RowNumber, CellCount, FormulaCount, IsRowHidden, Broken, EndsWithoutLineEnd) =
            (inner.RowNumber, inner.CellCount, inner.FormulaCount, inner.IsRowHidden, inner.Broken, inner.EndsWithoutLineEnd);
        return more;
    }

    public override ReadOnlySpan<byte> Utf8(int column)
    {
        var text = inner.Utf8(column);
        var date = CellValue.Trim(text);
        // A first number above 12 is a day all the same, and is said to contradict.
        if (date.Length < 10 || date[2] != (byte)'/' || date[5] != (byte)'/' || Number(date) is < 1 or > 12 || Number(date[3..]) is < 1 or > 31) return text;
        return (byte[])[date[3], date[4], (byte)'/', date[0], date[1], .. date[5..]];
    }

    public override CellKind Kind(int column) => inner.Kind(column);

    public override int Day(int column) => inner.Day(column);

    public override int SerialDay(int column) => inner.SerialDay(column);

    public override bool HasFormulaWithoutValue(int column) => inner.HasFormulaWithoutValue(column);

    public override bool IsColumnHidden(int column) => inner.IsColumnHidden(column);

    public override string Place(int column) => inner.Place(column);

    protected override void Close() => inner.Dispose();

    private static int Number(ReadOnlySpan<byte> text) =>
        text[0] is >= (byte)'0' and <= (byte)'9' && text[1] is >= (byte)'0' and <= (byte)'9' ? ((text[0] - '0') * 10) + text[1] - '0' : -1;
}
