using System.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>A CSV file as it was found to be: its encoding, its separator, where its records start.</summary>
internal sealed class CsvSource
{
    /// <summary>The code of a file whose separator a person must name.</summary>
    public const string Unclear = "csv-separator-unclear";

    private const int HeadBytes = 256 * 1024;

    private readonly FileSource file;
    private readonly List<string> notes = [];

    private CsvSource(FileSource file) => this.file = file;

    public CsvEncoding Encoding { get; private set; }

    public byte Separator { get; private set; } = (byte)',';

    /// <summary>The file begins with a line "sep=;", which is no record.</summary>
    public bool HasSeparatorLine { get; private set; }

    public IReadOnlyList<string> Notes => notes;

    /// <param name="file">The file.</param>
    /// <param name="separator">What a person said separates it; null to tell from its first lines.</param>
    public static CsvSource Examine(FileSource file, byte? separator = null)
    {
        var source = new CsvSource(file);
        var bytes = new CsvBytes();
        source.Encoding = bytes.Examine(file, source.PlaceOf);
        if (separator is { } said) source.Separator = said;
        else source.FindSeparator();
        source.notes.Add($"Read as {EncodingName(source.Encoding)}, separated by {SeparatorName(source.Separator)}.");
        if (bytes.TwiceEncoded > 0 && source.Encoding is CsvEncoding.Utf8 or CsvEncoding.Utf8Marked)
            source.notes.Add($"Text looks encoded twice (an é as two odd letters) in {bytes.TwiceEncoded} places, first at {source.PlaceOf(bytes.FirstTwiceEncoded)}; it is kept as it is.");
        return source;
    }

    /// <summary>The file as UTF-8 without its mark.</summary>
    public Stream OpenText() => OpenText(Encoding);

    /// <summary>Line and column, both from 1, of a byte of <see cref="OpenText()"/>; columns are counted in characters.</summary>
    public string PlaceOf(long offset) => PlaceOf(offset, Encoding);

    private string PlaceOf(long offset, CsvEncoding encoding)
    {
        using var text = OpenText(encoding);
        var buffer = new byte[65536];
        var (line, column, previous, left) = (1, 1, (byte)0, offset);
        int got;
        while (left > 0 && (got = text.Read(buffer, 0, (int)Math.Min(Math.Max(left, 3), buffer.Length))) > 0)
        {
            foreach (var b in buffer.AsSpan(0, (int)Math.Min(got, left)))
            {
                if (b == (byte)'\n' && previous == (byte)'\r')
                    column = 1;
                else if (b is (byte)'\n' or (byte)'\r')
                    (line, column) = (line + 1, 1);
                else if ((b & 0xC0) != 0x80)
                    column++;
                previous = b;
            }

            left -= got;
        }

        return $"line {line}, column {column}";
    }

    private Stream OpenText(CsvEncoding encoding)
    {
        var raw = file.Open();
        Span<byte> mark = stackalloc byte[encoding switch { CsvEncoding.Utf8Marked => 3, CsvEncoding.Utf16Little or CsvEncoding.Utf16Big => 2, _ => 0 }];
        raw.ReadExactly(mark);
        return encoding switch
        {
            CsvEncoding.Windows1252 => new Windows1252Stream(raw),
            CsvEncoding.Utf16Little => Utf16Text.Decode(raw, isBigEndian: false),
            CsvEncoding.Utf16Big => Utf16Text.Decode(raw, isBigEndian: true),
            _ => raw,
        };
    }

    private void FindSeparator()
    {
        var head = new byte[HeadBytes];
        int length;
        try
        {
            using var text = OpenText();
            length = text.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (DecoderFallbackException)
        {
            throw CsvReader.NotUtf16();
        }

        var all = head.AsSpan(0, length);
        if (all.Length >= 5 && all[..4].SequenceEqual("sep="u8) && all[4] < 0x80 && all[4] is not ((byte)'\r' or (byte)'\n' or (byte)'"') && (all.Length == 5 || all[5] is (byte)'\r' or (byte)'\n'))
        {
            (Separator, HasSeparatorLine) = (all[4], true);
            return;
        }

        Separator = CsvSeparators.Find(all) ?? throw new FileRejectedException(
            "csv-separator-unclear", "Two separators fit the headings equally well.",
            "Add a first line such as sep=; that names the separator.", "line 1");
    }

    private static string EncodingName(CsvEncoding encoding) => encoding switch
    {
        CsvEncoding.Windows1252 => "Windows-1252 (it is not valid UTF-8)",
        CsvEncoding.Utf16Little or CsvEncoding.Utf16Big => "UTF-16",
        _ => "UTF-8",
    };

    public static string SeparatorName(byte separator) => separator switch
    {
        (byte)',' => "commas",
        (byte)';' => "semicolons",
        (byte)'\t' => "tabs",
        (byte)'|' => "vertical bars",
        _ => "the character its first line names",
    };
}
