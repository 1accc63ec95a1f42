using System.Text;

namespace Bellwether.Extracts;

/// <summary>Each different text once, by number: ids, team codes, short local codes. Numbers follow first appearance.</summary>
public sealed class TextPool
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _spans;
    private readonly List<string> _texts = [];

    public TextPool() => _spans = _index.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many different texts there are.</summary>
    public int Count => _texts.Count;

    /// <summary>The text of that number.</summary>
    public string this[int number] => _texts[number];

    /// <summary>The number of a text, given one if it is new.</summary>
    public int Add(ReadOnlySpan<char> text)
    {
        if (_spans.TryGetValue(text, out var number)) return number;
        number = _texts.Count;
        var kept = text.ToString();
        _texts.Add(kept);
        _index.Add(kept, number);
        return number;
    }

    /// <summary>The number of a UTF-8 text, given one if it is new.</summary>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > 512) return Add(Encoding.UTF8.GetString(utf8).AsSpan());
        Span<char> chars = stackalloc char[utf8.Length];
        return Add(chars[..Encoding.UTF8.GetChars(utf8, chars)]);
    }

    /// <summary>The number of a text, or -1 where it never appeared.</summary>
    public int Find(ReadOnlySpan<char> text) => _spans.TryGetValue(text, out var number) ? number : -1;
}
