using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>
/// Fingerprints rows in 64 bits, to know exact copies; not for anything an enemy may choose. Of two rows that are not the same one in 18 quintillion
/// pairs is taken for a copy. Empty cells at the end count for nothing, nor does whether a cell stands in quotes.
/// </summary>
internal sealed class RowHash
{
    private const ulong One = 0x9E3779B97F4A7C15, Two = 0xD6E8FEB86659FD93, Three = 0xA0761D6478BD642F;
    private byte[] _joined = new byte[256];

    public ulong Of(TableReader row)
    {
        if (row is not CsvReader csv) return OfCells(row);
        if (csv.IsPlain) return OfBytes(csv.Record.TrimEnd(csv.Separator));
        var length = 0;
        for (var c = 0; c < csv.CellCount; c++)
        {
            var cell = csv.Utf8(c);
            if (csv.NeedsQuotes(cell)) return OfCells(row);
            if (length + cell.Length + 1 > _joined.Length) Array.Resize(ref _joined, (length + cell.Length + 1) * 2);
            cell.CopyTo(_joined.AsSpan(length));
            length += cell.Length;
            _joined[length++] = csv.Separator;
        }
        return OfBytes(((ReadOnlySpan<byte>)_joined)[..length].TrimEnd(csv.Separator));
    }

    /// <summary>That of a plain row of a CSV file, given without the separators at its end.</summary>
    public static ulong OfBytes(ReadOnlySpan<byte> bytes) => Of(bytes, 0);

    private static ulong OfCells(TableReader row)
    {
        var print = 1ul;
        var last = row.CellCount;
        while (last > 0 && row.Utf8(last - 1).IsEmpty) last--;
        for (var c = 0; c < last; c++) print = Of(row.Utf8(c), print);
        return print;
    }

    // As with vectors, the code for a multiplication of 128 bits is made at the first call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Of(ReadOnlySpan<byte> bytes, ulong start)
    {
        unchecked
        {
            var print = start ^ One ^ ((ulong)bytes.Length << 32);
            for (; bytes.Length > 16; bytes = bytes[16..]) print = Fold(print ^ MemoryMarshal.Read<ulong>(bytes), Two ^ MemoryMarshal.Read<ulong>(bytes[8..]));
            _ = CellMemory.TryKey(bytes, out var rest);
            print = Fold(print ^ rest.Low, Three ^ rest.High);
            return Fold(print ^ Two, One);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong a, ulong b) => Math.BigMul(a, b, out var low) ^ low;
}
