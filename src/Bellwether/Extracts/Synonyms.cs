using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>
/// A council's own words for codes, from synonyms.csv of its home. They are read beside the national ones and change none of them: a text that
/// a list reads already can't be given another meaning.
/// </summary>
internal sealed class Synonyms
{
    /// <summary>What stands for the code list where a line names a team.</summary>
    public const string Team = "team";

    private readonly IReadOnlyList<Mapping> _words;
    private readonly CodeLists _codes;

    /// <exception cref="ShelfException">A line names a source, a list or a code that is not known, or a text with a meaning already.</exception>
    public Synonyms(string file, CodeLists codes, IEnumerable<string> formats)
    {
        var lines = MappingFile.Lines(file, MappingOf.Code);
        (_codes, _words) = (codes, MappingFile.InForce(lines.Select(l => l.Mapping)));
        var known = formats.Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var (at, line) in lines)
        {
            if (!_words.Contains(line)) continue;
            if (!known.Contains(line.Source, StringComparer.OrdinalIgnoreCase)) throw at.Wrong("source", $"one of {string.Join(", ", known)}");
            if (line.List == Team) continue;
            if (!codes.TryGet(line.List, out var list)) throw at.Wrong("code_list", $"one of {string.Join(", ", codes.Names)}, {Team}");
            if (list!.Index(line.Means) < 0) throw at.Wrong("code", $"a code of the list {line.List}");
            if (list.TryRead(line.Found, out var index) && index != list.Index(line.Means)) throw at.Wrong("text", $"a text that the list {line.List} does not read as {list.Entries[index].Code} already");
        }
    }

    /// <summary>A list with a source's own words in it, and those words.</summary>
    public (CodeList Codes, IReadOnlyList<Mapping> Words) Bind(string format, CodeList codes)
    {
        var words = Of(format, codes.Name).Where(w => !codes.TryRead(w.Found, out _)).ToList();
        return words.Count == 0 ? (codes, []) : (codes.With([.. words.Select(w => (w.Found, codes.Index(w.Means)))]), words);
    }

    /// <summary>What a source's texts for a team mean.</summary>
    public IReadOnlyList<Mapping> Teams(string format) => [.. Of(format, Team)];

    /// <summary>What a code means, for a line of the receipt: the code with its label.</summary>
    public string Words(Mapping word) => word.List == Team || !_codes.TryGet(word.List, out var list) ? word.Means : $"{word.Means}, {list!.Entries[list.Index(word.Means)].Label}";

    private IEnumerable<Mapping> Of(string format, string list) => _words.Where(w => w.List == list && w.Source.Equals(format, StringComparison.OrdinalIgnoreCase));
}
