namespace Bellwether.Extracts.Reading;

/// <summary>The way for any record, field by field: over several lines, past the end of the buffer, and where something is wrong.</summary>
internal sealed partial class CsvReader
{
    private bool ReadRecord()
    {
        block = -1;
        IsPlain = false;
        position += consumed;
        consumed = 0;
        CellCount = 0;
        if (position == end && !Fill())
            return false;
        if (++records > limits.Rows)
            throw Refused("too-many-rows", $"The file has more than {limits.Rows} records.", "Export a shorter period.", 0);
        RowNumber = line;
        Broken = null;
        var at = 0;
        while (true)
        {
            at = Has(at) && buffer[position + at] == (byte)'"' ? TakeQuoted(at) : TakePlain(at);
            if (!Has(at))
            {
                EndsWithoutLineEnd = true;
                break;
            }

            var b = buffer[position + at++];
            if (b == separator)
                continue;
            if (b == (byte)'\r' && Has(at) && buffer[position + at] == (byte)'\n')
                at++;
            line++;
            break;
        }

        consumed = at;
        return true;
    }

    private int TakePlain(int start)
    {
        var at = start;
        while (true)
        {
            int found;
            while ((found = buffer.AsSpan(position + at, end - position - at).IndexOfAny(specials)) < 0)
            {
                at = end - position;
                NoteLong(start, at);
                if (!Fill())
                {
                    Add(start, at - start);
                    return at;
                }
            }

            at += found;
            NoteLong(start, at);
            if (buffer[position + at] != (byte)'"')
                break;
            // Programs that separate by tabs or bars, such as bcp and psql, write quotes as they stand.
            if (separator is not ((byte)'\t' or (byte)'|'))
                throw Refused("csv-stray-quote", "There is a quote inside a field that does not start with one.", "Put the whole field in quotes and double the quote, or export again with a tool that does.", at);
            at++;
        }

        Add(start, at - start);
        return at;
    }

    // Returns where the field's separator or line end stands.
    private int TakeQuoted(int opening)
    {
        var start = opening + 1;
        var at = start;
        var doubled = false;
        while (true)
        {
            var found = buffer.AsSpan(position + at, end - position - at).IndexOf((byte)'"');
            if (found < 0)
            {
                at = end - position;
                NoteLong(start, at);
                if (!Fill())
                    throw Unclosed(opening);
                continue;
            }

            at += found;
            if (!Has(at + 1) || buffer[position + at + 1] != (byte)'"')
                break;
            doubled = true;
            at += 2;
            if (!Has(at))
                throw Unclosed(opening);
        }

        NoteLong(start, at);
        var lineEnds = LineEnds(buffer.AsSpan(position + start, at - start));
        if (Has(at + 1) && buffer[position + at + 1] is var next && next != separator && next is not ((byte)'\r' or (byte)'\n'))
        {
            throw lineEnds > 0
                ? Unclosed(opening)
                : Refused("csv-stray-quote", "There is text after a closing quote.", "Double each quote inside a quoted field, or export again with a tool that does.", at + 1);
        }

        line += lineEnds;
        Add(start, doubled ? Undouble(buffer.AsSpan(position + start, at - start)) : at - start);
        return at + 1;
    }

    private void Add(int start, int length)
    {
        if (CellCount == limits.CellsInRow)
            throw Refused("too-many-cells", $"The record has more than {limits.CellsInRow} fields.", "Check the separator, or export again.", start);
        if (CellCount == fields.Length)
            Array.Resize(ref fields, CellCount * 2);
        fields[CellCount++] = (start, length);
    }

    private static int Undouble(Span<byte> field)
    {
        var to = 0;
        for (var from = 0; from < field.Length; from++)
        {
            field[to++] = field[from];
            if (field[from] == (byte)'"')
                from++;
        }

        return to;
    }

    private static int LineEnds(ReadOnlySpan<byte> field)
    {
        var count = 0;
        int at;
        while ((at = field.IndexOfAny((byte)'\r', (byte)'\n')) >= 0)
        {
            count++;
            field = field[(at + (field[at..] is [(byte)'\r', (byte)'\n', ..] ? 2 : 1))..];
        }

        return count;
    }

    private void NoteLong(int start, int at)
    {
        if (at - start > limits.CsvFieldBytes)
            Broken ??= ("cell-too-long", CellCount);
    }

    private FileRejectedException Unclosed(int opening) =>
        Refused("csv-unclosed-quote", "The quote that opens here is never closed.", "Close it, or export the file again.", opening);
}
