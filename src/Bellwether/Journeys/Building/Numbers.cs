using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>Ids by number and the way from a text to its number. Ids given first keep their places, the rest follow in ordinal order.</summary>
internal sealed class Numbers
{
    private readonly int[] _of;         // number + 1, by text from the least that has one; 0 is none
    private readonly int _least;

    /// <param name="texts">The pool.</param>
    /// <param name="first">Texts that get the first numbers.</param>
    /// <param name="used">Texts that get one as well.</param>
    /// <param name="aliases">Texts that have the number of another, where that has one.</param>
    public Numbers(TextPool texts, IReadOnlyList<int> first, NumberSet used, IReadOnlyDictionary<int, int> aliases)
    {
        foreach (var text in first) used.Remove(text);
        var rest = used.ToArray();
        var least = int.MaxValue;
        var most = -1;
        foreach (var text in first.Concat(aliases.Keys).Concat(rest.Length == 0 ? [] : [rest[0], rest[^1]]))
            (least, most) = (Math.Min(least, text), Math.Max(most, text));
        IdOrder.Sort(texts, rest);
        Texts = [.. first, .. rest];
        (_least, _of) = (least, new int[most < 0 ? 0 : most - least + 1]);
        for (var n = 0; n < Texts.Length; n++) _of[Texts[n] - least] = n + 1;
        foreach (var (alias, of) in aliases) _of[alias - least] = this[of] + 1;
    }

    /// <summary>The text of each id.</summary>
    public int[] Texts { get; }

    public int Count => Texts.Length;

    /// <summary>The number of a text; -1 where it has none.</summary>
    public int this[int text]
    {
        get
        {
            var at = text - _least;
            return at >= 0 && at < _of.Length ? _of[at] - 1 : -1;
        }
    }
}

/// <summary>Ids as strings, made when they are asked for.</summary>
internal sealed class Ids(TextPool texts, int[] numbers) : IReadOnlyList<string>
{
    public int Count => numbers.Length;

    public string this[int index] => texts[numbers[index]];

    /// <summary>The numbers of these ids, ascending; no string is made.</summary>
    public IEnumerable<int> With(IEnumerable<string> ids)
    {
        var wanted = new NumberSet();
        foreach (var id in ids)
            if (texts.Find(id) is >= 0 and var text) wanted.Add(text);
        for (var n = 0; n < numbers.Length && wanted.Count > 0; n++)
            if (wanted.Contains(numbers[n])) yield return n;
    }

    public IEnumerator<string> GetEnumerator() => numbers.Select(n => texts[n]).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
