using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Bellwether.Tests.Extracts.Reading;

/// <summary>One entry of a zip, with every lie that a test may want to tell.</summary>
internal sealed record RawEntry(string Name, byte[] Data)
{
    public bool Stored { get; init; }
    public uint? DeclaredSize { get; init; }
    public uint? LocalSize { get; init; }
    public uint? Crc { get; init; }
    public int Flags { get; init; }
    public uint Attributes { get; init; }
    public int? SameBytesAs { get; init; }
    public string? LocalName { get; init; }

    public RawEntry(string name, string text)
        : this(name, Encoding.UTF8.GetBytes(text))
    {
    }
}

/// <summary>Writes zips byte by byte, honest ones and others.</summary>
internal static class RawZip
{
    public static byte[] Write(IReadOnlyList<RawEntry> entries)
    {
        var file = new MemoryStream();
        var offsets = new List<uint>();
        var sizes = new List<(uint Packed, uint Size, uint Crc)>();
        foreach (var entry in entries)
        {
            var packed = entry.Stored ? entry.Data : Deflate(entry.Data);
            sizes.Add(((uint)packed.Length, entry.DeclaredSize ?? (uint)entry.Data.Length, entry.Crc ?? Crc(entry.Data)));
            offsets.Add(entry.SameBytesAs is { } other ? offsets[other] : (uint)file.Length);
            if (entry.SameBytesAs is not null)
                continue;
            var name = Encoding.UTF8.GetBytes(entry.LocalName ?? entry.Name);
            Put(file, 0x04034b50, 4);
            Header(file, entry, sizes[^1] with { Size = entry.LocalSize ?? sizes[^1].Size }, name.Length);
            file.Write(name);
            file.Write(packed);
        }

        var start = (uint)file.Length;
        for (var i = 0; i < entries.Count; i++)
        {
            var name = Encoding.UTF8.GetBytes(entries[i].Name);
            Put(file, 0x02014b50, 4);
            Put(file, 20, 2);
            Header(file, entries[i], sizes[i], name.Length);
            Put(file, 0, 6);
            Put(file, entries[i].Attributes, 4);
            Put(file, offsets[i], 4);
            file.Write(name);
        }

        var size = (uint)file.Length - start;
        Put(file, 0x06054b50, 4);
        Put(file, 0, 4);
        Put(file, (uint)entries.Count & 0xFFFF, 2);
        Put(file, (uint)entries.Count & 0xFFFF, 2);
        Put(file, size, 4);
        Put(file, start, 4);
        Put(file, 0, 2);
        return file.ToArray();
    }

    public static byte[] Deflate(byte[] data)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(data);
        return packed.ToArray();
    }

    private static void Header(Stream file, RawEntry entry, (uint Packed, uint Size, uint Crc) size, int nameLength)
    {
        Put(file, 20, 2);
        Put(file, (uint)entry.Flags, 2);
        Put(file, entry.Stored ? 0u : 8u, 2);
        Put(file, 0x58210000, 4);
        Put(file, size.Crc, 4);
        Put(file, size.Packed, 4);
        Put(file, size.Size, 4);
        Put(file, (uint)nameLength, 2);
        Put(file, 0, 2);
    }

    private static void Put(Stream file, uint value, int bytes)
    {
        Span<byte> into = stackalloc byte[8];
        into.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(into, value);
        file.Write(into[..bytes]);
    }

    // Bit by bit on purpose: a second opinion on the readers' own table.
    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var k = 0; k < 8; k++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
