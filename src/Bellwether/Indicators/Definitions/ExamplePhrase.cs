using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Definitions;

/// <summary>The words of one phrase after the kind: dates, and fields with their values.</summary>
internal sealed class ExamplePhrase
{
    private readonly RecordKind _kind;
    private readonly string[] _words;
    private readonly List<string> _problems;

    public ExamplePhrase(RecordKind kind, string[] words, List<string> problems)
    {
        (_kind, _words, _problems) = (kind, words, problems);
        for (var at = 0; at < words.Length;) at = Read(at);
    }

    /// <summary>Dates that stand alone.</summary>
    public List<string> Dates { get; } = [];

    /// <summary>Field values as text; "yes", "no" and "unknown" among them.</summary>
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    private int Read(int at)
    {
        var word = _words[at];
        if (DateText.TryParse(word, out _))
        {
            Dates.Add(word);
            return at + 1;
        }
        if (word is "from" or "to" && at + 1 < _words.Length)
        {
            Values[word == "from" ? _kind.Fields[0].Name : "end"] = _words[at + 1];
            return at + 2;
        }
        var denied = word is "no" or "unknown";
        var (field, length) = Field(denied ? at + 1 : at);
        if (field is null)
        {
            _problems.Add($"\"{word}\" says nothing about {EnglishText.Spoken(_kind.Name)}. It has: {KindWords.Fields(_kind)}; dates are written 2024-03-01.");
            return at + 1;
        }
        var after = at + length + (denied ? 1 : 0);
        if (denied) Values[field] = word;
        else if (YesNo(field) && !(after < _words.Length && _words[after] is "yes" or "no" && !Denies(after))) Values[field] = "yes";
        else if (after < _words.Length) Values[field] = _words[after++];
        else _problems.Add($"{field} has no value after it.");
        return after;
    }

    private bool Denies(int at) => _words[at] == "no" && at + 1 < _words.Length && Field(at + 1).Name is not null;

    /// <summary>A field in one word or two: <c>seen_alone</c>, <c>seen-alone</c>, <c>seen alone</c>. The post's worker and team are its own.</summary>
    private (string? Name, int Length) Field(int at)
    {
        if (at >= _words.Length) return (null, 0);
        for (var length = Math.Min(3, _words.Length - at); length > 0; length--)
        {
            var name = string.Join('_', _words[at..(at + length)]).Replace('-', '_');
            if (_kind.IndexOf(name) >= 0 || (length == 1 && name is "worker" && _kind.Subject == SubjectKind.Worker) || (length == 1 && name == "team" && _kind.Subject == SubjectKind.Team))
                return (name, length);
        }
        return (null, 0);
    }

    private bool YesNo(string field) => _kind.IndexOf(field) is var number and >= 0 && _kind.Fields[number].Type == FieldType.YesNo;
}
