using System.Buffers.Binary;

namespace Bellwether.Cli.Verbs;

/// <summary>
/// The cells of an old workbook that show an error, which the library's reader gives as empty: BIFF records ([MS-XLS] 2.4.24 BoolErr, 2.4.127
/// Formula, 2.5.10 Bes) in the main stream of a compound file ([MS-CFB] 2.2 to 2.6). Of a file that is none, is protected, or makes no sense
/// no cell is found: whether it can be read is the reader's to say.
/// </summary>
internal static class XlsErrorCells
{
    private const int BoundSheet = 0x0085, FilePass = 0x002F, Formula = 0x0006, BoolErr = 0x0205, Eof = 0x000A, Bof = 0x0809;
    private const int EntrySize = 128, SmallSector = 64, NamedInHeader = 109;

    private static readonly byte[] Magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Of each worksheet in turn what a cell shows, by row and column from 0, in the order of a page.</summary>
    public static IReadOnlyList<SortedDictionary<(int Row, int Column), string>> Of(byte[] file)
    {
        var sheets = new List<SortedDictionary<(int, int), string>>();
        try
        {
            var book = file.AsSpan().StartsWith(Magic) ? Stream(file) : [];
            foreach (var start in Worksheets(book)) sheets.Add(Errors(book, start));
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            return sheets;
        }
        return sheets;
    }

    private static List<int> Worksheets(byte[] book)
    {
        var starts = new List<int>();
        foreach (var (id, at, _) in Records(book, 0))
        {
            if (id == FilePass) return [];
            if (id == BoundSheet && book[at + 5] == 0) starts.Add(Int(book, at));
        }
        return starts;
    }

    private static SortedDictionary<(int, int), string> Errors(byte[] book, int start)
    {
        var found = new SortedDictionary<(int, int), string>();
        foreach (var (id, at, length) in Records(book, start))
        {
            var code = id == BoolErr && length >= 8 && book[at + 7] == 1 ? book[at + 6]
                : id == Formula && length >= 14 && book[at + 6] == 2 && Short(book, at + 12) == 0xFFFF ? book[at + 8] : -1;
            if (code >= 0) found[(Short(book, at), Short(book, at + 2))] = Shown(code);
        }
        return found;
    }

    /// <summary>What Excel shows for an error's code.</summary>
    private static string Shown(int code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2B => "#GETTING_DATA",
        _ => "#N/A",
    };

    /// <summary>The records of one part of the stream; a part within it, as a chart, is passed over.</summary>
    private static IEnumerable<(int Id, int At, int Length)> Records(byte[] book, int at)
    {
        for (var depth = 0; at + 4 <= book.Length;)
        {
            var (id, length) = (Short(book, at), Short(book, at + 2));
            at += 4;
            if (at + length > book.Length) yield break;
            if (id == Bof) depth++;
            if (id == Eof && --depth <= 0) yield break;
            if (depth == 1) yield return (id, at, length);
            at += length;
        }
    }

    /// <summary>The stream of the workbook, put together from its sectors; empty where the file holds none.</summary>
    private static byte[] Stream(byte[] file)
    {
        var sector = 1 << Short(file, 30);
        var follows = Follows(file, sector);
        var directory = Chain(file, sector, sector, Int(file, 48), follows, int.MaxValue);
        for (var entry = 0; entry + EntrySize <= directory.Length; entry += EntrySize)
        {
            if (Name(directory, entry) is not ("Workbook" or "Book")) continue;
            var (start, size) = (Int(directory, entry + 116), Int(directory, entry + 120));
            if (size >= Int(file, 56)) return Chain(file, sector, sector, start, follows, size);
            var small = Chain(file, sector, sector, Int(directory, 116), follows, int.MaxValue);
            return Chain(small, 0, SmallSector, start, Numbers(Chain(file, sector, sector, Int(file, 60), follows, int.MaxValue)), size);
        }
        return [];
    }

    /// <summary>Which sector follows which: the sectors that say so are named in the header, and in sectors of their own where they are many.</summary>
    private static int[] Follows(byte[] file, int sector)
    {
        var lists = new List<int>();
        for (var i = 0; i < NamedInHeader; i++) lists.Add(Int(file, 76 + (4 * i)));
        var more = Int(file, 68);
        for (var left = file.Length / sector; more >= 0 && left > 0; left--)
        {
            var at = checked((int)((more + 1L) * sector));
            for (var i = 0; i < (sector / 4) - 1; i++) lists.Add(Int(file, at + (4 * i)));
            more = Int(file, at + sector - 4);
        }
        return [.. lists.Where(l => l >= 0).SelectMany(l => Numbers(file.AsSpan(checked((int)((l + 1L) * sector)), sector).ToArray()))];
    }

    private static int[] Numbers(byte[] bytes) => [.. Enumerable.Range(0, bytes.Length / 4).Select(i => Int(bytes, 4 * i))];

    /// <summary>Sectors one after the other, until as many bytes are held as are wanted or none follows.</summary>
    /// <param name="first">Where sector 0 lies: in a file behind the header, which fills a sector.</param>
    private static byte[] Chain(byte[] of, int first, int sector, int start, int[] follows, int size)
    {
        using var chain = new MemoryStream();
        for (var (at, left) = (start, follows.Length + 1); at >= 0 && left > 0 && chain.Length < size; left--)
        {
            var from = checked((int)(first + (at * (long)sector)));
            chain.Write(of, from, Math.Min(sector, of.Length - from));
            at = at < follows.Length ? follows[at] : -1;
        }
        return chain.ToArray();
    }

    private static string Name(byte[] directory, int entry) =>
        System.Text.Encoding.Unicode.GetString(directory, entry, Math.Clamp(Short(directory, entry + 64) - 2, 0, 64));

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
}
