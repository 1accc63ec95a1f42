using System.Buffers.Binary;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>A 128-bit fingerprint of a row's cells, to know exact copies; not for anything an enemy may choose.</summary>
internal static class RowHash
{
    public static UInt128 Of(TableReader row)
    {
        unchecked
        {
            ulong a = 0x9E3779B97F4A7C15, b = 0xC2B2AE3D27D4EB4F;
            var last = row.CellCount;
            while (last > 0 && row.Utf8(last - 1).IsEmpty) last--;
            for (var c = 0; c < last; c++)
            {
                var cell = row.Utf8(c);
                Mix(ref a, ref b, (ulong)cell.Length + 1);
                while (cell.Length >= 8)
                {
                    Mix(ref a, ref b, BinaryPrimitives.ReadUInt64LittleEndian(cell));
                    cell = cell[8..];
                }
                ulong rest = 0;
                for (var i = 0; i < cell.Length; i++) rest |= (ulong)cell[i] << (8 * i);
                Mix(ref a, ref b, rest);
            }
            return new UInt128(a, b);
        }
    }

    private static void Mix(ref ulong a, ref ulong b, ulong value)
    {
        unchecked
        {
            var high = Math.BigMul(a ^ value, 0xD6E8FEB86659FD93, out var low);
            a = high ^ low ^ b;
            b = (ulong.RotateLeft(b, 29) ^ value) * 0xA0761D6478BD642F;
        }
    }
}
