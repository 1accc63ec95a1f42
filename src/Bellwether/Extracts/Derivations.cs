using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>
/// The readings a map may name because columns alone cannot say them: <c>opaque</c>, <c>district</c>, <c>json-flags</c>,
/// <c>json-plan</c>, <c>json-sole</c>, <c>json-codes</c>.
/// </summary>
internal sealed class Derivations(TextPool texts, PostcodeDistricts districts, ReadOnlyMemory<byte> key)
{
    /// <summary>The text could not be read.</summary>
    public const int Malformed = int.MinValue + 4;

    private readonly Dictionary<UInt128, int> _opaque = [];

    /// <summary>Of the set of codes read last: those in the list, and the texts that are not.</summary>
    public (List<int> Known, List<string> Others) LastCodes { get; } = ([], []);

    public int Read(string name, ReadOnlySpan<byte> text, CodeList? codes) => name switch
    {
        "opaque" => Opaque(text),
        "district" => districts.Of(text) is { } district ? texts.Add(district.AsSpan()) : Days.Unknown,
        "json-flags" => Flags(text) is { } flags ? flags.Count == 0 ? Days.Unknown : texts.Add(string.Join('|', flags).AsSpan()) : Malformed,
        "json-plan" => Flags(text) is { } plans ? plans.Count == 0 ? Days.Unknown : texts.Add(plans[0].ToLowerInvariant().AsSpan()) : Malformed,
        "json-sole" => Flags(text) is { } all ? all.Count == 0 ? Days.Unknown : all.Count == 1 ? 1 : 0 : Malformed,
        "json-codes" => Flags(text) is { } said ? Codes(said, codes!) : Malformed,
        _ => throw new InvalidOperationException($"No derivation is called {name}."),
    };

    /// <summary>A number that stands for a carer, school or organisation: the same text gives the same number in one home, and no name is kept.</summary>
    private int Opaque(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(key.Span, text, hash);
        var digest = new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
        if (_opaque.TryGetValue(digest, out var number)) return number;
        number = texts.Add((BitConverter.ToUInt64(hash) % 1_000_000_000_000).ToString("D12", System.Globalization.CultureInfo.InvariantCulture).AsSpan());
        _opaque.Add(digest, number);
        return number;
    }

    private int Codes(List<string> said, CodeList list)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        LastCodes.Known.Clear();
        LastCodes.Others.Clear();
        foreach (var s in said)
            if (list.TryRead(s, out var index))
            {
                codes.Add(list.Entries[index].Code);
                LastCodes.Known.Add(index);
            }
            else LastCodes.Others.Add(s);
        return codes.Count == 0 ? Days.Unknown : texts.Add(string.Join('|', codes).AsSpan());
    }

    /// <summary>
    /// The flags an SSD script sets: names whose value is yes in an object, or the texts of an array; in ordinal order. Null where it is
    /// no JSON: some scripts build it by joining strings.
    /// </summary>
    private static List<string>? Flags(ReadOnlySpan<byte> json)
    {
        var flags = new List<string>();
        var name = "";
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true });
            while (reader.Read())
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = reader.GetString()!;
                        break;
                    case JsonTokenType.String:
                        if (name.Length == 0) flags.Add(reader.GetString()!);
                        else if (CellValue.YesNo(CellValue.Trim(Encoding.UTF8.GetBytes(reader.GetString()!))) == 1) flags.Add(name);
                        break;
                    case JsonTokenType.True:
                    case JsonTokenType.Number when name.Length > 0 && !name.StartsWith("TOTAL", StringComparison.Ordinal)
                        && reader.TryGetInt32(out var n) && n == 1:
                        if (name.Length > 0) flags.Add(name);
                        break;
                }
        }
        catch (JsonException) { return null; }
        catch (InvalidOperationException) { return null; }
        flags.Sort(StringComparer.Ordinal);
        return flags;
    }
}
