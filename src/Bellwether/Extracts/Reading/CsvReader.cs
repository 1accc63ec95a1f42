using System.Buffers;
using System.Numerics;
using System.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// RFC 4180 records, with any line end (CR, LF, CRLF, mixed). Strict on quotes: a quote inside an unquoted field, text
/// after a closing quote and a quote never closed refuse the file, because every later field would be a guess.
/// </summary>
internal sealed partial class CsvReader : TableReader
{
    // Of the place of a field's closing quote: the opening one has come.
    private const int Open = -2;

    private readonly CsvSource source;
    private readonly ReadingLimits limits;
    private readonly Stream text;
    private readonly SearchValues<byte> specials;
    private readonly byte separator;
    private byte[] buffer = new byte[1 << 17];
    private (int Start, int Length)[] fields = new (int, int)[64];
    private long bufferOffset;
    private int position;
    private int end;
    private int consumed;
    private int line = 1;
    private int records;
    private bool sourceEnded;
    private int block = -1;
    private ulong marks;

    public CsvReader(CsvSource source, ReadingLimits limits)
        : base("")
    {
        this.source = source;
        this.limits = limits;
        separator = source.Separator;
        specials = SearchValues.Create([separator, (byte)'"', (byte)'\r', (byte)'\n']);
        text = source.OpenText();
        if (source.HasSeparatorLine)
            ReadRecord();
        records = 0;
    }

    public override bool CountsFields => true;

    public override bool Read()
    {
        do
        {
            if (!TryReadOneLine() && !ReadRecord())
                return false;
        }
        while (CellCount == 1 && fields[0].Length == 0);
        return true;
    }

    public byte Separator => separator;

    /// <summary>No field of the record stands in quotes.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>The bytes of a plain record, without its line end.</summary>
    public ReadOnlySpan<byte> Record => buffer.AsSpan(position, fields[CellCount - 1].Start + fields[CellCount - 1].Length);

    /// <summary>The field could not stand without quotes.</summary>
    public bool NeedsQuotes(ReadOnlySpan<byte> field) => field.ContainsAny(specials);

    public override ReadOnlySpan<byte> Utf8(int column) =>
        Holds(column) ? buffer.AsSpan(position + fields[column].Start, fields[column].Length) : default;

    public override CellKind Kind(int column) =>
        Holds(column) && fields[column].Length > 0 ? CellKind.Text : CellKind.Blank;

    public override int Day(int column) => int.MinValue;

    public override int SerialDay(int column) => int.MinValue;

    public override bool HasFormulaWithoutValue(int column) => false;

    public override string Place(int column) => $"line {RowNumber}, field {column + 1}";

    internal static FileRejectedException NotUtf16() => new(
        "csv-encoding", "The file says it is UTF-16, and its bytes are not.", "Export it again, best as UTF-8.");

    protected override void Close() => text.Dispose();

    /// <summary>
    /// Reads a record that lies whole in the buffer, on one line, and whose quotes are at the ends of fields: nearly all do. The bytes that
    /// mean something are found 64 at a time. False, and nothing has changed, for any other.
    /// </summary>
    private bool TryReadOneLine()
    {
        var start = position + consumed;
        var bytes = buffer.AsSpan(0, end);
        var (at, left) = (block, marks);
        if (at < 0)
        {
            if (start + Marks.Width > end) return false;
            (at, left) = (start, Marks.Of(bytes[start..], separator));
        }

        block = -1;
        var (from, closed, count, most, plain) = (start, -1, 0, Math.Min(fields.Length, limits.CellsInRow), true);
        int mark;
        while (true)
        {
            while (left == 0)
            {
                at += Marks.Width;
                if (at + Marks.Width > end) return false;
                left = Marks.Of(bytes[at..], separator);
            }

            mark = at + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            var b = bytes[mark];
            if (b == (byte)'"')
            {
                // A quote in a plain field, or right after a closing one, is for the other way to judge.
                if (closed >= 0 || (closed != Open && from != mark)) return false;
                (closed, plain) = (closed == Open ? mark : Open, false);
                continue;
            }

            if (closed == Open)
            {
                if (b == separator) continue;
                return false;
            }

            if (count == most || (closed >= 0 && closed + 1 != mark)) return false;
            fields[count++] = closed >= 0 ? (from + 1 - start, closed - from - 1) : (from - start, mark - from);
            (from, closed) = (mark + 1, -1);
            if (b != separator) break;
        }

        if (bytes[mark] == (byte)'\r')
        {
            if (from == end) return false;
            if (bytes[from] == (byte)'\n')
            {
                from++;
                if (left != 0) left &= left - 1;
                else
                {
                    at += Marks.Width;
                    if (at + Marks.Width > end) at = -1;
                    else left = Marks.Of(bytes[at..], separator) & ~1UL;
                }
            }
        }

        if (from - start > limits.CsvFieldBytes || records == limits.Rows) return false;
        records++;
        (block, marks, position, consumed, CellCount, RowNumber, IsPlain, Broken) = (at, left, start, from - start, count, line++, plain, null);
        return true;
    }

    private bool Has(int at) => position + at < end || Fill();

    // Moves the current record to the front and reads more after it.
    private bool Fill()
    {
        if (sourceEnded)
            return false;
        if (position > 0)
        {
            buffer.AsSpan(position, end - position).CopyTo(buffer);
            bufferOffset += position;
            end -= position;
            position = 0;
        }

        if (buffer.Length - end < 4096)
        {
            if (end > limits.RowBytes)
                throw Refused("row-too-long", $"The record that starts here is longer than {limits.RowBytes >> 20} MB: a quote or a line end may be missing.", "Check the quotes and line ends, or leave out columns of long text.", 0);
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        int got;
        try
        {
            got = text.Read(buffer, end, buffer.Length - end);
        }
        catch (DecoderFallbackException)
        {
            throw NotUtf16();
        }

        var zero = buffer.AsSpan(end, got).IndexOf((byte)0);
        if (zero >= 0)
            throw Refused("csv-nul", "There is a zero byte here: the file is damaged, is no text, or is UTF-16 without its mark.", "Export it again, best as UTF-8.", end + zero);
        end += got;
        sourceEnded = got == 0;
        return got > 0;
    }

    private FileRejectedException Refused(string code, string found, string whatToDo, int at) =>
        new(code, found, whatToDo, source.PlaceOf(bufferOffset + position + at));
}
