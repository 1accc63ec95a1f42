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
