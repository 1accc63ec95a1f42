using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>A 128-bit fingerprint of a row's cells: no <see cref="UInt128"/>, for which no code is made beforehand.</summary>
internal readonly record struct RowPrint(ulong High, ulong Low)
{
    /// <summary>The bits are as good as random.</summary>
    public override int GetHashCode() => unchecked((int)Low);
}

/// <summary>
/// Fingerprints rows, to know exact copies; not for anything an enemy may choose. Empty cells at the end count for nothing, nor does whether
/// a cell stands in quotes.
/// </summary>
internal sealed class RowHash
{
    private byte[] _joined = new byte[256];

    public RowPrint Of(TableReader row)
    {
        if (row is not CsvReader csv) return OfCells(row);
        if (csv.IsPlain) return Of(csv.Record.TrimEnd(csv.Separator), default);
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
        return Of(((ReadOnlySpan<byte>)_joined)[..length].TrimEnd(csv.Separator), default);
    }

    private static RowPrint OfCells(TableReader row)
    {
        var print = new RowPrint(0, 1);
        var last = row.CellCount;
        while (last > 0 && row.Utf8(last - 1).IsEmpty) last--;
        for (var c = 0; c < last; c++) print = Of(row.Utf8(c), print);
        return print;
    }

    // As with vectors, the code for a multiplication of 128 bits is made at the first call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static RowPrint Of(ReadOnlySpan<byte> bytes, RowPrint start)
    {
        unchecked
        {
            var a = start.Low ^ 0x9E3779B97F4A7C15 ^ ((ulong)bytes.Length << 32);
            var b = start.High ^ 0xC2B2AE3D27D4EB4F;
            for (; bytes.Length > 16; bytes = bytes[16..]) Mix(ref a, ref b, MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[8..]));
            _ = CellMemory.TryKey(bytes, out var rest);
            Mix(ref a, ref b, rest.Low, rest.High);
            Mix(ref a, ref b, b, a);
            return new RowPrint(a, b);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(ref ulong a, ref ulong b, ulong first, ulong second)
    {
        unchecked
        {
            var high = Math.BigMul(a ^ first, second ^ 0xD6E8FEB86659FD93, out var low);
            var higher = Math.BigMul(b ^ second, first ^ 0xA0761D6478BD642F, out var lower);
            (a, b) = (high ^ low ^ ulong.RotateLeft(b, 29), higher ^ lower ^ a);
        }
    }
}
