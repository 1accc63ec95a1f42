using System.Numerics;

namespace Bellwether.Extracts.Reading;

/// <summary>Plain records by the block: what is done with a cell is then done for many, one after the other.</summary>
internal sealed partial class CsvReader
{
    /// <summary>
    /// Reads the plain records that come next and lie whole in the buffer. False where the next one is not such: <see cref="Read"/> it. No record is the
    /// current one afterwards but by <see cref="GoTo"/>.
    /// </summary>
    public bool ReadPlain(PlainBlock block)
    {
        var bytes = buffer.AsSpan(0, end);
        var (start, cells, starts) = (position + consumed, block.Cells, block.Starts);
        var most = Math.Min(PlainBlock.Most, limits.Rows - records);
        if (cells < 2 || cells > limits.CellsInRow || start + Marks.Width > end) return false;
        var (next, count, field, into) = (start, 0, 0, 0);
        starts[0] = start;
        var (at, left) = (start, Marks.Of(bytes[start..], separator));
        while (count < most)
        {
            while (left == 0)
            {
                at += Marks.Width;
                if (at + Marks.Width > end) goto full;
                left = Marks.Of(bytes[at..], separator);
            }

            var mark = at + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            var b = bytes[mark];
            if (b == separator)
            {
                if (++field == cells) break;
                starts[into + field] = mark + 1;
                continue;
            }

            if (b == (byte)'"' || field != cells - 1 || mark - next > limits.CsvFieldBytes) break;
            var after = mark + 1;
            if (b == (byte)'\r')
            {
                if (after == end) break;
                if (bytes[after] == (byte)'\n')
                {
                    after++;
                    if (left != 0) left &= left - 1;
                    else
                    {
                        at += Marks.Width;
                        if (at + Marks.Width > end) at = end;
                        else left = Marks.Of(bytes[at..], separator) & ~1UL;
                    }
                }
            }

            starts[into + cells] = mark + 1;
            (next, field, into) = (after, 0, into + cells + 1);
            if (++count == most) break;
            starts[into] = after;
        }

        full:
        if (count == 0) return false;
        (block.Count, block.FirstRow, block.End) = (count, line, next);
        (records, line) = (records + count, line + count);
        Leave(block);
        return true;
    }

    /// <summary>Makes a record of the block the current one.</summary>
    public void GoTo(PlainBlock block, int record)
    {
        var starts = block.Starts.AsSpan(record * (block.Cells + 1), block.Cells + 1);
        if (fields.Length < block.Cells) Array.Resize(ref fields, block.Cells);
        for (var c = 0; c < block.Cells; c++) fields[c] = (starts[c] - starts[0], starts[c + 1] - 1 - starts[c]);
        (position, consumed, CellCount, RowNumber, IsPlain, Broken) = (starts[0], starts[block.Cells] - starts[0], block.Cells, block.FirstRow + record, true, null);
    }

    /// <summary>Goes on after the block's last record.</summary>
    public void Leave(PlainBlock block) => (position, consumed, this.block) = (block.End, 0, -1);

    /// <summary>A field of a record of the block.</summary>
    public ReadOnlySpan<byte> Cell(PlainBlock block, int record, int field)
    {
        var at = record * (block.Cells + 1) + field;
        var from = block.Starts[at];
        return buffer.AsSpan(from, block.Starts[at + 1] - 1 - from);
    }

    /// <summary>The bytes of a record of the block, without its line end.</summary>
    public ReadOnlySpan<byte> Whole(PlainBlock block, int record)
    {
        var at = record * (block.Cells + 1);
        var from = block.Starts[at];
        return buffer.AsSpan(from, block.Starts[at + block.Cells] - 1 - from);
    }
}
