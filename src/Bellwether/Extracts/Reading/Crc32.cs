using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// The checksum of zip parts (ISO 3309, reflected polynomial EDB88320): where the processor multiplies without carries, 64 bytes at a step
/// (Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel 2009), else eight.
/// </summary>
internal static class Crc32
{
    private const int Lane = 16;
    private static readonly uint[] Table = Build();

    // x to the power of 4·128±32, 128±32 and 64 modulo the polynomial, reflected; then the polynomial and its inverse.
    private static readonly Vector128<ulong> By512 = Vector128.Create(Power(544), Power(480));
    private static readonly Vector128<ulong> By128 = Vector128.Create(Power(160), Power(96));
    private static readonly Vector128<ulong> By64 = Vector128.Create(Power(64), 0ul);
    private static readonly Vector128<ulong> Reduction = Vector128.Create(0x1DB710641ul, 0x1F7011641ul);

    /// <summary>Continues a checksum; start with 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> data)
    {
        if (!Pclmulqdq.IsSupported || data.Length < 8 * Lane)
            return ~ByTable(~crc, data);
        var folded = data.Length & ~(Lane - 1);
        return ~ByTable(Fold(~crc, MemoryMarshal.Cast<byte, Vector128<ulong>>(data[..folded])), data[folded..]);
    }

    /// <summary>The same without the processor's help; the checksum is inverted before and after by the caller.</summary>
    internal static uint ByTable(uint c, ReadOnlySpan<byte> data)
    {
        var table = Table;
        while (data.Length >= 8)
        {
            var low = c ^ BinaryPrimitives.ReadUInt32LittleEndian(data);
            var high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            c = table[0x700 + (int)(low & 0xFF)] ^ table[0x600 + (int)((low >> 8) & 0xFF)]
                ^ table[0x500 + (int)((low >> 16) & 0xFF)] ^ table[0x400 + (int)(low >> 24)]
                ^ table[0x300 + (int)(high & 0xFF)] ^ table[0x200 + (int)((high >> 8) & 0xFF)]
                ^ table[0x100 + (int)((high >> 16) & 0xFF)] ^ table[(int)(high >> 24)];
            data = data[8..];
        }

        foreach (var b in data)
            c = table[(int)((c ^ b) & 0xFF)] ^ (c >> 8);
        return c;
    }

    // At least eight lanes.
    private static uint Fold(uint c, ReadOnlySpan<Vector128<ulong>> lanes)
    {
        var (one, two, three, four) = (lanes[0] ^ Vector128.CreateScalar((ulong)c), lanes[1], lanes[2], lanes[3]);
        var rest = lanes[4..];
        for (; rest.Length >= 4; rest = rest[4..])
        {
            one = Shift(one, By512) ^ rest[0];
            two = Shift(two, By512) ^ rest[1];
            three = Shift(three, By512) ^ rest[2];
            four = Shift(four, By512) ^ rest[3];
        }

        one = Shift(Shift(Shift(one, By128) ^ two, By128) ^ three, By128) ^ four;
        foreach (var lane in rest)
            one = Shift(one, By128) ^ lane;

        // 128 bits to 64, then by Barrett to 32.
        var half = Vector128.Create(uint.MaxValue, 0, uint.MaxValue, 0).AsUInt64();
        one = Pclmulqdq.CarrylessMultiply(one, By128, 0x10) ^ Sse2.ShiftRightLogical128BitLane(one, 8);
        one = Pclmulqdq.CarrylessMultiply(one & half, By64, 0x00) ^ Sse2.ShiftRightLogical128BitLane(one, 4);
        var quotient = Pclmulqdq.CarrylessMultiply(one & half, Reduction, 0x10) & half;
        return (one ^ Pclmulqdq.CarrylessMultiply(quotient, Reduction, 0x00)).AsUInt32()[1];
    }

    private static Vector128<ulong> Shift(Vector128<ulong> lane, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(lane, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(lane, by, 0x11);

    // x^n modulo the polynomial, its bits reflected over 33.
    private static ulong Power(int n)
    {
        var rest = 0x80000000u;
        for (var i = 0; i < n; i++)
            rest = (rest & 1) != 0 ? 0xEDB88320 ^ (rest >> 1) : rest >> 1;
        return (ulong)rest << 1;
    }

    private static uint[] Build()
    {
        var table = new uint[8 * 256];
        for (var n = 0u; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }

        for (var n = 256; n < table.Length; n++)
            table[n] = table[table[n - 256] & 0xFF] ^ (table[n - 256] >> 8);
        return table;
    }
}
