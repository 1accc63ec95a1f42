using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bellwether.Storage;

/// <summary>
/// How entries hang together: SHA-256 over the hash before (32 bytes) and the entry's cells, each as UTF-8 with its length before it as four
/// bytes, most significant first; the first cell says the form. Anybody can work it out again from an export.
/// </summary>
internal static class AuditChain
{
    /// <summary>The cells that are hashed, in order: number first, product last.</summary>
    public const string Columns = "number, at, who, name, role, scope, action, kind, object, filter, listed, ids, reason, refused, product";

    /// <summary>The same read as texts, whatever somebody put in them.</summary>
    public const string AsTexts = "cast(number as text), at, who, name, role, scope, action, kind, object, filter, cast(listed as text), ids, reason, cast(refused as text), product";

    /// <summary>How many.</summary>
    public const int Cells = 15;

    private const string Form = "bellwether audit 1";

    /// <summary>The hash of an entry, in hexadecimal.</summary>
    /// <param name="previous">Hash of the entry before, in hexadecimal.</param>
    /// <param name="authority">Whose log it is.</param>
    /// <param name="cells">As texts.</param>
    public static string Hash(string previous, string authority, ReadOnlySpan<string> cells)
    {
        Span<byte> room = stackalloc byte[2048];
        var most = 32 + Most(Form) + Most(authority);
        foreach (var cell in cells) most += Most(cell);
        var all = most <= room.Length ? room : new byte[most];
        if (previous.Length != 64 || Convert.FromHexString(previous, all, out _, out _) != OperationStatus.Done) all[..32].Clear();
        var at = 32;
        Add(Form, all, ref at);
        Add(authority, all, ref at);
        foreach (var cell in cells) Add(cell, all, ref at);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(all[..at], hash);
        return Convert.ToHexStringLower(hash);
    }

    private static int Most(string cell) => 4 + (3 * cell.Length);

    private static void Add(string cell, Span<byte> to, ref int at)
    {
        var length = Encoding.UTF8.GetBytes(cell, to[(at + 4)..]);
        BinaryPrimitives.WriteInt32BigEndian(to[at..], length);
        at += 4 + length;
    }
}
