using System.Text;

namespace Bellwether.Tests.Extracts.Reading;

/// <summary>
/// Writes old workbooks (.xls) small enough for a test: BIFF8 records ([MS-XLS] 2.4) in one stream of a compound file ([MS-CFB] 2.2, 2.6).
/// Text, whole and broken numbers, dates, errors and formulas with their saved results; nothing else.
/// </summary>
internal static class OldBook
{
    private const int Sector = 512;

    public static byte[] Write(params (string Name, object?[][] Rows)[] sheets) => Write(new OldBookIs(), sheets);

    public static byte[] Write(OldBookIs book, params (string Name, object?[][] Rows)[] sheets) => Wrap(Records(book, sheets), book.HasMacros);

    private static byte[] Records(OldBookIs book, (string Name, object?[][] Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        using var to = new BinaryWriter(stream);
        Begin(to, 0x0005);
        // Encrypted by RC4 with the key of a password nobody has: FILEPASS.
        if (book.IsEncrypted) Record(to, 0x002F, [1, 0, 1, 0, 1, 0, .. new byte[48]]);
        if (book.Is1904) Record(to, 0x0022, [1, 0]);
        // Two cell formats: 0 plain, 1 a date (built-in format 14).
        foreach (var format in new ushort[] { 0, 14 }) Record(to, 0x00E0, [.. BitConverter.GetBytes((ushort)0), .. BitConverter.GetBytes(format), .. new byte[16]]);
        var pointers = new List<long>();
        foreach (var (name, _) in sheets)
        {
            pointers.Add(stream.Position + 4);
            Record(to, 0x0085, [.. new byte[4], (byte)(name == book.Hidden ? 1 : 0), 0, (byte)name.Length, 0, .. Encoding.Latin1.GetBytes(name)]);
        }
        Record(to, 0x000A, []);
        for (var s = 0; s < sheets.Length; s++)
        {
            var start = (int)stream.Position;
            stream.Position = pointers[s];
            to.Write(start);
            stream.Position = stream.Length;
            Begin(to, 0x0010);
            var rows = sheets[s].Rows;
            Record(to, 0x0200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows.Length), .. BitConverter.GetBytes((ushort)0), .. BitConverter.GetBytes((ushort)rows.Max(r => r.Length)), 0, 0]);
            for (var r = 0; r < rows.Length; r++)
                for (var c = 0; c < rows[r].Length; c++)
                    Cell(to, (ushort)r, (ushort)c, rows[r][c], book.Is1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, 30));
            Record(to, 0x000A, []);
        }
        return stream.ToArray();
    }

    private static void Cell(BinaryWriter to, ushort row, ushort column, object? value, DateOnly zero)
    {
        byte[] at = [.. BitConverter.GetBytes(row), .. BitConverter.GetBytes(column)];
        switch (value)
        {
            case string text:
                Record(to, 0x0204, [.. at, 0, 0, .. BitConverter.GetBytes((ushort)text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
                break;
            case DateOnly day:
                Record(to, 0x0203, [.. at, 1, 0, .. BitConverter.GetBytes((double)(day.DayNumber - zero.DayNumber))]);
                break;
            // The formula itself is a lone 1; what counts is the result that was saved with it.
            case OldFormula { Result: { } result }:
                Record(to, 0x0006, [.. at, 0, 0, .. BitConverter.GetBytes(result), 0, 0, .. new byte[4], 3, 0, 0x1E, 1, 0]);
                break;
            case OldError { Code: var code }:
                Record(to, 0x0205, [.. at, 0, 0, code, 1]);
                break;
            case bool isTrue:
                Record(to, 0x0205, [.. at, 0, 0, (byte)(isTrue ? 1 : 0), 0]);
                break;
            case OldFormula { Error: var shown }:
                Record(to, 0x0006, [.. at, 0, 0, 2, 0, shown, 0, 0, 0, 0xFF, 0xFF, 0, 0, .. new byte[4], 3, 0, 0x1E, 1, 0]);
                break;
            case int or double:
                Record(to, 0x0203, [.. at, 0, 0, .. BitConverter.GetBytes(Convert.ToDouble(value))]);
                break;
        }
    }

    private static void Begin(BinaryWriter to, ushort kind) =>
        Record(to, 0x0809, [.. BitConverter.GetBytes((ushort)0x0600), .. BitConverter.GetBytes(kind), .. BitConverter.GetBytes((ushort)0x0DBB), .. BitConverter.GetBytes((ushort)0x07CC), .. new byte[8]]);

    private static void Record(BinaryWriter to, ushort id, byte[] content)
    {
        to.Write(id);
        to.Write((ushort)content.Length);
        to.Write(content);
    }

    // The book's sectors, the directory, then the list of which sector follows which: up to 109 sectors of it, so 7 MB.
    private static byte[] Wrap(byte[] book, bool hasMacros)
    {
        // Below 4096 bytes a stream would lie in the small one.
        var size = Math.Max(book.Length, 4096);
        var sectors = (size + Sector - 1) / Sector;
        var lists = (sectors + 1 + 126) / 127;
        if (lists > 109) throw new ArgumentException("The book is larger than 7 MB.", nameof(book));
        using var file = new MemoryStream();
        using var to = new BinaryWriter(file);
        to.Write((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        to.Write(new byte[16]);
        foreach (var half in new ushort[] { 0x3E, 3, 0xFFFE, 9, 6 }) to.Write(half);
        to.Write(new byte[6]);
        foreach (var number in new[] { 0, lists, sectors, 0, 4096, -2, 0, -2, 0 }) to.Write(number);
        for (var i = 0; i < 109; i++) to.Write(i < lists ? sectors + 1 + i : -1);
        to.Write(book);
        to.Write(new byte[(sectors * Sector) - book.Length]);
        Entry(to, "Root Entry", 5, 1, -2, 0);
        Entry(to, "Workbook", 2, -1, 0, size);
        if (hasMacros) Entry(to, "_VBA_PROJECT_CUR", 1, -1, 0, 0);
        to.Write(new byte[Sector - (hasMacros ? 384 : 256)]);
        for (var i = 0; i < lists * 128; i++) to.Write(i < sectors - 1 ? i + 1 : i <= sectors ? -2 : i <= sectors + lists ? -3 : -1);
        return file.ToArray();
    }

    private static void Entry(BinaryWriter to, string name, byte type, int child, int start, int size)
    {
        var text = new byte[64];
        Encoding.Unicode.GetBytes(name).CopyTo(text, 0);
        to.Write(text);
        to.Write((ushort)((name.Length + 1) * 2));
        to.Write(type);
        to.Write((byte)1);
        to.Write(-1);
        to.Write(-1);
        to.Write(child);
        to.Write(new byte[36]);
        to.Write(start);
        to.Write((long)size);
    }
}

/// <summary>What is unusual about an old workbook.</summary>
/// <param name="Is1904">Its days count from 1904.</param>
/// <param name="IsEncrypted">It has a password.</param>
/// <param name="HasMacros">It holds a macro project.</param>
/// <param name="Hidden">The name of a hidden sheet.</param>
internal sealed record OldBookIs(bool Is1904 = false, bool IsEncrypted = false, bool HasMacros = false, string Hidden = "");

/// <summary>A formula; without a result it shows an error, #N/A where no other is said.</summary>
internal sealed record OldFormula(double? Result, byte Error = 0x2A);

/// <summary>An error as it is typed or pasted as a value.</summary>
internal sealed record OldError(byte Code);
