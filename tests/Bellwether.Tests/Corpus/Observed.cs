using System.Globalization;
using Bellwether.Extracts;
using Bellwether.Tests.Extracts;

namespace Bellwether.Tests.Corpus;

/// <summary>What came of a case, in the manifest's words.</summary>
internal sealed record Observed(string Outcome, IReadOnlyList<string> Findings, string Rows = "", string Known = "", string Twin = "")
{
    /// <summary>What was seen of an extract: the worst outcome, every finding with its place, and what became of the rows.</summary>
    public static Observed Of(Extract extract, IEnumerable<Finding> more)
    {
        Finding[] all = [.. extract.Findings.Concat(more)];
        var outcome = all.Length == 0 ? "accepted" : Asked(all) ? "asked" : Word(all.Min(f => f.Outcome));
        var lines = extract.Receipt;
        var rows = string.Create(CultureInfo.InvariantCulture,
            $"{lines.Sum(l => l.Rows)}={lines.Sum(l => l.Loaded)}+{lines.Sum(l => l.Repeated)}+{lines.Sum(l => l.Blank)}+{lines.Sum(l => l.SetAside)}");
        return new Observed(outcome, [.. all.OrderBy(f => f.Outcome).Select(Place)], extract.IsRejected ? "" : rows);
    }

    /// <summary>Nothing is loaded, and a person's answer is all that lacks.</summary>
    private static bool Asked(Finding[] all) => all.Any(f => f.Choices.Count > 0) && all.Where(f => f.Outcome == Bellwether.Extracts.Outcome.Rejected).All(f => f.Choices.Count > 0);

    /// <summary>Code and place: <c>no-date a.xlsx | List 1 | 3 | F "Date of Contact"</c>, without the parts that are empty at the end.</summary>
    public static string Place(Finding f) =>
        $"{f.Code} {string.Join(" | ", f.File, f.Sheet, f.Row == 0 ? "" : f.Row.ToString(CultureInfo.InvariantCulture), f.Column).TrimEnd(' ', '|')}".Trim();

    public static string Word(Outcome outcome) => outcome switch
    {
        Bellwether.Extracts.Outcome.Rejected => "rejected",
        Bellwether.Extracts.Outcome.SetAside => "set aside",
        _ => "noted",
    };

    /// <summary>Every record as words: equal exactly when two extracts say the same.</summary>
    public static string Content(Extract extract) => string.Join('\n', extract.Records.Tables
        .SelectMany(t => Enumerable.Range(0, t.Count).Select(r => $"{t.Kind.Name} {extract.Records.Row(t.Kind.Name, r)}")).Order(StringComparer.Ordinal));
}
