using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bellwether.Extracts.Reading;

/// <summary>Where in 64 bytes a CSV separator, a quote or a line end stands: a bit each, the first byte's lowest.</summary>
internal static class Marks
{
    public const int Width = 64;

    // No code is made beforehand for vectors, and what is made at the first call should not be the slow kind.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of(ReadOnlySpan<byte> bytes, byte separator)
    {
        var sixteens = bytes[..Width];
        var split = Vector128.Create(separator);
        return Of(Vector128.Create(sixteens), split) | ((ulong)Of(Vector128.Create(sixteens[16..]), split) << 16)
            | ((ulong)Of(Vector128.Create(sixteens[32..]), split) << 32) | ((ulong)Of(Vector128.Create(sixteens[48..]), split) << 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Of(Vector128<byte> bytes, Vector128<byte> separator) =>
        (Vector128.Equals(bytes, separator) | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
        | Vector128.Equals(bytes, Vector128.Create((byte)'\r')) | Vector128.Equals(bytes, Vector128.Create((byte)'\n'))).ExtractMostSignificantBits();
}
