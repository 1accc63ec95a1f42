using System.Buffers.Binary;
using System.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// The list of parts, read from the central directory and compared with every part's own header. Nothing is
/// unpacked here. Layout: PKWARE APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16, 4.5.3.
/// </summary>
internal sealed class ZipDirectory
{
    private readonly Dictionary<string, ZipEntry> entries = new(StringComparer.OrdinalIgnoreCase);

    private ZipDirectory() { }

    public IReadOnlyCollection<string> Names => entries.Keys;

    public IReadOnlyCollection<ZipEntry> Entries => entries.Values;

    public ZipEntry? Find(string name) => entries.GetValueOrDefault(name);

    public static ZipDirectory Read(FileBytes file, long length, ReadingLimits limits)
    {
        var (count, offset, size, end) = FindEnd(file, length);
        if (count > limits.ZipEntries)
            throw Refused("file-too-many-parts", $"The file declares {count} parts; a workbook has a few dozen.");
        if (offset < 0 || size < 0 || offset > end - size || size > (long)limits.ZipEntries * 2048)
            throw Damaged("Its list of parts points outside the file.");
        var bytes = new byte[size];
        ReadExactly(file, bytes, offset);

        var directory = new ZipDirectory();
        var at = 0;
        for (var i = 0L; i < count; i++)
        {
            if (bytes.Length - at < 46 || !bytes.AsSpan(at, 4).SequenceEqual("PK\x01\x02"u8))
                throw Damaged("Its list of parts breaks off.");
            var head = bytes.AsSpan(at);
            int nameLength = U16(head, 28), extraLength = U16(head, 30), commentLength = U16(head, 32);
            if (head.Length < 46 + nameLength + extraLength + commentLength)
                throw Damaged("Its list of parts breaks off.");
            directory.Add(file, head[..(46 + nameLength + extraLength)], nameLength, offset);
            at += 46 + nameLength + extraLength + commentLength;
        }

        if (at != bytes.Length)
            throw Damaged("Its list of parts is longer than it declares.");
        directory.RefuseOverlaps(offset);
        return directory;
    }

    /// <summary>A workbook holds no archives; an archive of extracts may hold workbooks.</summary>
    public void RefuseNested(FileBytes file)
    {
        foreach (var entry in entries.Values)
            if (ZipNames.IsNestedArchive(entry.Name) || (entry.Method == 0 && StartsAsZip(file, entry) && !ZipNames.IsEmbedding(entry.Name)))
                throw Refused("file-nested-archive", "There is an archive inside the file, where no workbook has one.", entry.Name);
    }

    private void Add(FileBytes file, ReadOnlySpan<byte> head, int nameLength, long directoryOffset)
    {
        var name = ZipNames.Checked(Encoding.UTF8.GetString(head.Slice(46, nameLength)), U32(head, 38));
        long packed = U32(head, 20), size = U32(head, 24), header = U32(head, 42);
        ReadLargeSizes(head[(46 + nameLength)..], ref size, ref packed, ref header);
        if ((U16(head, 8) & 1) != 0)
            throw new FileRejectedException("file-encrypted", "The file is password-protected.", "Save it without a password, then load it again.", name);
        if (packed < 0 || size < 0 || header < 0 || header > directoryOffset - 30)
            throw Damaged("A part lies outside the file.", name);

        Span<byte> local = stackalloc byte[30];
        ReadExactly(file, local, header);
        if (!local[..4].SequenceEqual("PK\x03\x04"u8))
            throw Damaged("A part does not start where the list of parts says.", name);
        var data = header + 30 + U16(local, 26) + U16(local, 28);
        if (data > directoryOffset - packed)
            throw Damaged("A part lies outside the file.", name);
        var localName = new byte[U16(local, 26)];
        ReadExactly(file, localName, header + 30);
        if (!localName.AsSpan().SequenceEqual(head.Slice(46, nameLength)))
            throw Damaged("A part's own name differs from its name in the list of parts.", name);
        RefuseSizeLies(local, U32(head, 20), U32(head, 24), name);

        var entry = new ZipEntry(name, U16(head, 10), U32(head, 16), packed, size, header, data);
        if (!entries.TryAdd(name, entry))
            throw Refused("file-duplicate-part", "Two parts have the same name.", name);
    }

    // Without a data descriptor (bit 3) the part's own header states sizes too; two answers are one too many.
    private static void RefuseSizeLies(ReadOnlySpan<byte> local, uint packed, uint size, string name)
    {
        if ((U16(local, 6) & 8) != 0 || U32(local, 18) == uint.MaxValue || U32(local, 22) == uint.MaxValue)
            return;
        if (U32(local, 18) != packed || U32(local, 22) != size)
            throw Damaged("A part's own size differs from its size in the list of parts.", name);
    }

    private void RefuseOverlaps(long directoryOffset)
    {
        var previousEnd = 0L;
        foreach (var entry in entries.Values.OrderBy(e => e.HeaderOffset))
        {
            if (entry.HeaderOffset < previousEnd)
                throw Refused("file-overlapping-parts", "Two parts share the same bytes.", entry.Name);
            previousEnd = entry.DataOffset + entry.Packed;
        }

        if (previousEnd > directoryOffset)
            throw Damaged("Its last part runs into the list of parts.");
    }

    private static bool StartsAsZip(FileBytes file, ZipEntry entry)
    {
        Span<byte> start = stackalloc byte[4];
        return entry.Packed >= 4 && file.Read(start, entry.DataOffset) == 4 && start.SequenceEqual("PK\x03\x04"u8);
    }

    private static (long Count, long Offset, long Size, long End) FindEnd(FileBytes file, long length)
    {
        var tail = new byte[(int)Math.Min(length, 65_557)];
        ReadExactly(file, tail, length - tail.Length);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || tail.Length - at < 22)
            throw new FileRejectedException("file-cut", "The workbook is incomplete: its end is missing.", "Export or copy it again.");
        var end = tail.AsSpan(at);
        var position = length - tail.Length + at;
        if (position + 22 + U16(end, 20) != length)
            throw new FileRejectedException("file-cut", "The workbook is incomplete, or something was added after its end.", "Export or copy it again.");
        if (U16(end, 4) != 0 || U16(end, 6) != 0)
            throw Damaged("It is one piece of a split archive.");
        long count = U16(end, 10), size = U32(end, 12), offset = U32(end, 16);
        if (count != ushort.MaxValue && size != uint.MaxValue && offset != uint.MaxValue)
            return (count, offset, size, position);

        Span<byte> locator = stackalloc byte[20];
        Span<byte> large = stackalloc byte[56];
        if (position < 20)
            return (count, offset, size, position);
        ReadExactly(file, locator, position - 20);
        if (!locator[..4].SequenceEqual("PK\x06\x07"u8))
            return (count, offset, size, position);
        var largeAt = I64(locator, 8);
        if (largeAt < 0 || largeAt > position - 76)
            throw Damaged("Its list of parts points outside the file.");
        ReadExactly(file, large, largeAt);
        return large[..4].SequenceEqual("PK\x06\x06"u8) && I64(large, 32) >= 0
            ? (I64(large, 32), I64(large, 48), I64(large, 40), largeAt)
            : throw Damaged("The end of its list of parts is unreadable.");
    }

    private static void ReadLargeSizes(ReadOnlySpan<byte> extra, ref long size, ref long packed, ref long header)
    {
        while (extra.Length >= 4)
        {
            int id = U16(extra, 0), length = U16(extra, 2);
            if (length > extra.Length - 4)
                return;
            var field = extra.Slice(4, length);
            if (id == 1)
            {
                Take(ref field, ref size);
                Take(ref field, ref packed);
                Take(ref field, ref header);
                return;
            }

            extra = extra[(4 + length)..];
        }

        static void Take(ref ReadOnlySpan<byte> field, ref long value)
        {
            if (value != uint.MaxValue || field.Length < 8)
                return;
            value = I64(field, 0);
            field = field[8..];
        }
    }

    private static void ReadExactly(FileBytes file, Span<byte> bytes, long offset)
    {
        while (!bytes.IsEmpty)
        {
            var got = file.Read(bytes, offset);
            if (got == 0)
                throw Damaged("It ends early.");
            offset += got;
            bytes = bytes[got..];
        }
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
    private static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);

    private static FileRejectedException Damaged(string found, string? place = null) =>
        new("file-damaged", $"The file is damaged. {found}", "Export or copy it again.", place);

    private static FileRejectedException Refused(string code, string found, string? place = null) =>
        new(code, found, "Save the workbook again from Excel as .xlsx.", place);
}
