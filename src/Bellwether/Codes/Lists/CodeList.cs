using System.Collections.Concurrent;
using System.Collections.ObjectModel;

namespace Bellwether.Codes;

/// <summary>
/// A list of codes with their labels, and the safe way to read a cell that should hold one of them.
/// An index is the entry's place in the list, from 0; −1 is none.
/// Reading may be done from several threads.
/// </summary>
public sealed class CodeList
{
    // Real columns repeat a few dozen texts; a free-text column in the wrong place must not fill the memory.
    private const int MostTextsKept = 2_048;
    private const int LongestTextKept = 120;

    private readonly Dictionary<string, int> tokens = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> tokenLookup;
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> readLookup;

    /// <exception cref="InvalidDataException">Two entries share a code, a label or an alias, so that a cell could mean either.</exception>
    public CodeList(string name, IEnumerable<CodeEntry> entries)
    {
        Name = name;
        Entries = new ReadOnlyCollection<CodeEntry>([.. entries]);
        tokenLookup = tokens.GetAlternateLookup<ReadOnlySpan<char>>();
        readLookup = read.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < Entries.Count; i++) AddCode(Entries[i].Code, i);
        for (int i = 0; i < Entries.Count; i++) AddText(Entries[i].Label, i);
        for (int i = 0; i < Entries.Count; i++)
        {
            foreach (string alias in Entries[i].Aliases) AddAlias(alias, i);
        }
    }

    public string Name { get; }

    public IReadOnlyList<CodeEntry> Entries { get; }

    /// <summary>The index of exactly this code, whatever its case; −1 when the list has none. Labels and aliases don't count.</summary>
    public int Index(string code)
    {
        for (int i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Code.Equals(code, StringComparison.OrdinalIgnoreCase)) return i;
        }
        return -1;
    }

    /// <summary>
    /// Reads a cell: first a code token at its front (the list letter taken off), then the whole text as a label or alias, then a code
    /// with its own label or alias after it, then the only code with letters and digits that stands anywhere in it. Case, spaces, dashes and quotes don't matter;
    /// parts of words never match. False, and −1, for a blank and for what the list doesn't know: the caller tells them
    /// apart, notes the value, and keeps it as unknown.
    /// </summary>
    public bool TryRead(ReadOnlySpan<char> cell, out int index)
    {
        if (readLookup.TryGetValue(cell, out index)) return index >= 0;
        index = Find(CodeText.WithoutListLetter(cell));
        if (cell.Length <= LongestTextKept && read.Count < MostTextsKept) readLookup[cell] = index;
        return index >= 0;
    }

    /// <summary>Whether a return for this day may carry the code, by the dates of the entry, both included.</summary>
    public bool IsValidOn(int index, DateOnly date)
    {
        var entry = Entries[index];
        return !(date < entry.From) && !(date > entry.To);
    }

    /// <summary>The same list, its indices too, which also reads these texts as an authority's own words for a code.</summary>
    /// <exception cref="InvalidDataException">The list reads such a text as another code already.</exception>
    public CodeList With(IReadOnlyList<(string Text, int Index)> words) =>
        new(Name, Entries.Select((e, i) => e with { Aliases = [.. e.Aliases, .. words.Where(w => w.Index == i).Select(w => w.Text)] }));

    /// <summary>Whether a cell read so far said this text, however spaced and written; of the first few thousand different cells.</summary>
    public bool HasMet(string text)
    {
        string same = Same(text);
        return read.Keys.Any(cell => Same(cell) == same);
    }

    /// <summary>Texts are the same to a list where they differ only in case, spaces, dashes, quotes and a list letter.</summary>
    public static string Same(string text) => CodeText.Fold(CodeText.WithoutListLetter(text));

    private int Find(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return -1;
        if (tokenLookup.TryGetValue(CodeText.LeadingToken(text), out int index)) return index;
        string folded = CodeText.Fold(text);
        return texts.TryGetValue(folded, out index) ? index : CodeBeforeItsText(folded) is >= 0 and var said ? said : OnlyCodeWithin(folded);
    }

    /// <summary>"S Started to be looked after": letters alone stand for a code before a plain space only where its own words follow.</summary>
    private int CodeBeforeItsText(string folded) =>
        folded.IndexOf(' ') is > 0 and var gap && tokens.TryGetValue(folded[..gap], out int code) && texts.TryGetValue(folded[(gap + 1)..], out int words) && code == words ? code : -1;

    private int OnlyCodeWithin(string folded)
    {
        int only = -1;
        foreach (string word in folded.Split(' '))
        {
            bool mixed = word.AsSpan().ContainsAnyInRange('0', '9') && word.AsSpan().ContainsAnyInRange('a', 'z');
            if (!mixed || !tokens.TryGetValue(word, out int found) || found == only) continue;
            if (only >= 0) return -1;
            only = found;
        }
        return only;
    }

    private void AddCode(string code, int index)
    {
        if (!tokens.TryAdd(code, index)) throw Clash(code, tokens[code], index);
        AddText(code, index);
    }

    private void AddAlias(string alias, int index)
    {
        AddText(alias, index);
        // "1" and "A1" are codes of older systems, and stand where codes stand.
        bool isCode = alias.AsSpan().ContainsAnyInRange('0', '9') && CodeText.LeadingToken(alias).Length == alias.Length;
        if (isCode && !tokens.TryAdd(alias, index) && tokens[alias] != index) throw Clash(alias, tokens[alias], index);
    }

    private void AddText(string text, int index)
    {
        string folded = CodeText.Fold(text);
        if (folded.Length == 0) throw new InvalidDataException($"Code list {Name}: '{Entries[index].Code}' has a label or alias with no letter or digit.");
        if (!texts.TryAdd(folded, index) && texts[folded] != index) throw Clash(text, texts[folded], index);
    }

    private InvalidDataException Clash(string text, int first, int second) => new(
        $"Code list {Name}: '{text}' stands for both {Entries[first].Code} and {Entries[second].Code}. Give it to one of them.");
}
