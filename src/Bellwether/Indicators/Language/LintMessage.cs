namespace Bellwether.Indicators.Language;

/// <summary>How bad it is.</summary>
public enum Severity
{
    /// <summary>The definition can't be used.</summary>
    Error,

    /// <summary>It can be used, and may not say what was meant.</summary>
    Warning,
}

/// <summary>Something an analyst should change in a definition file: where, what was found, what to write instead.</summary>
/// <param name="Severity">Error or warning.</param>
/// <param name="At">File, line and column.</param>
/// <param name="Text">What was found and what to write.</param>
public sealed record LintMessage(Severity Severity, Spot At, string Text)
{
    /// <summary><c>cp-visit-in-time.yaml:7:12: error: …</c></summary>
    public override string ToString() =>
        $"{At.File}:{At.Line}:{At.Column}: {(Severity == Severity.Error ? "error" : "warning")}: {Text}";
}

/// <summary>Gathers messages while files are read; the same words at the same spot are kept once.</summary>
internal sealed class Lint
{
    private readonly HashSet<LintMessage> _seen = [];
    private readonly List<LintMessage> _messages = [];

    public IReadOnlyList<LintMessage> Messages => _messages;

    public int Errors { get; private set; }

    public void Error(Spot at, string text) => Add(new LintMessage(Severity.Error, at, text));

    public void Warn(Spot at, string text) => Add(new LintMessage(Severity.Warning, at, text));

    private void Add(LintMessage message)
    {
        if (!_seen.Add(message)) return;
        _messages.Add(message);
        if (message.Severity == Severity.Error) Errors++;
    }
}

/// <summary>Nearest words, for "did you mean".</summary>
internal static class Nearest
{
    /// <summary>The word nearest to <paramref name="written"/>; null where none is near.</summary>
    public static string? To(string written, IEnumerable<string> known)
    {
        var best = known.Select(word => (Word: word, Steps: Distance(written, word)))
            .OrderBy(p => p.Steps).ThenBy(p => p.Word, StringComparer.Ordinal).FirstOrDefault();
        var allowed = Math.Max(2, written.Length / 2);
        return best.Word is not null && best.Steps <= allowed ? best.Word : null;
    }

    /// <summary>The <paramref name="count"/> nearest words, nearest first; ties in the order given.</summary>
    public static IReadOnlyList<string> Few(string written, IEnumerable<string> known, int count) =>
        [.. known.OrderBy(word => Distance(written, word)).Take(count)];

    /// <summary>Letters to change, add or take away, case not counted.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (same ? 0 : 1));
                corner = above;
            }
        }
        return row[b.Length];
    }
}
