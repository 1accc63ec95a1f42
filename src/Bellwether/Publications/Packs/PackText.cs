using Bellwether.Calendar;

namespace Bellwether.Publications.Packs;

/// <summary>How far a text is on its way.</summary>
public enum TextState
{
    /// <summary>Being written; half of it may be missing.</summary>
    Draft,

    /// <summary>Given to someone else to read.</summary>
    Review,

    /// <summary>A named person stands by it.</summary>
    Agreed,

    /// <summary>Fixed for its edition.</summary>
    Locked,
}

/// <summary>The states as people say them.</summary>
public static class TextStates
{
    /// <summary>"draft", "in review", "agreed", "locked".</summary>
    public static string Word(this TextState state) => state switch
    {
        TextState.Draft => "draft",
        TextState.Review => "in review",
        TextState.Agreed => "agreed",
        _ => "locked",
    };
}

/// <summary>Which text: what it is about, in which period and for which edition.</summary>
/// <param name="Period">The month.</param>
/// <param name="Edition">From 1.</param>
/// <param name="Subject">
/// An indicator's id, with "/variant" where it is one; <c>context</c> for what to know of the whole period; <c>template:section</c> for a
/// section of a pack.
/// </param>
public sealed record TextKey(Month Period, int Edition, string Subject)
{
    /// <summary>The subject of the note on the whole period.</summary>
    public const string Context = "context";

    /// <summary>The subject of a section of a template.</summary>
    public static string Section(PackTemplate template, TemplateSection section) => $"{template.Id}:{section.Id}";

    /// <summary>True for a section's text, which has no prompts.</summary>
    public bool IsSection => Subject.Contains(':', StringComparison.Ordinal) || Subject == Context;
}

/// <summary>What a person answered to a question about a number or name in the text.</summary>
/// <param name="About">The words in question, as they stand in the text.</param>
/// <param name="Because">Where it comes from, or why it may stand.</param>
/// <param name="By">Who says so.</param>
public sealed record TextAnswer(string About, string Because, string By);

/// <summary>The words of a text, as written.</summary>
public sealed record TextWords
{
    /// <summary>Nothing written.</summary>
    public static TextWords Empty { get; } = new();

    /// <summary>A line that takes the place of the generated headline; empty for that one.</summary>
    public string Headline { get; init; } = "";

    /// <summary>Why it is so: paragraphs, lists, bold, italic and links.</summary>
    public string Body { get; init; } = "";

    /// <summary>What is being done.</summary>
    public string Action { get; init; } = "";

    /// <summary>Who does it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>By when.</summary>
    public string ByWhen { get; init; } = "";

    /// <summary>What it should change.</summary>
    public string Effect { get; init; } = "";

    /// <summary>A word from the council's own list, by a person; stands beside the rating and never instead of it.</summary>
    public string Judgement { get; init; } = "";

    /// <summary>Answers to questions about this text.</summary>
    public IReadOnlyList<TextAnswer> Answers { get; init; } = [];

    /// <summary>Every part that is checked, with its name for places.</summary>
    public IEnumerable<(string Part, string Text)> Parts() =>
        new[] { ("headline", Headline), ("text", Body), ("action", Action), ("owner", Owner), ("by when", ByWhen), ("expected effect", Effect) }.Where(p => p.Item2.Length > 0);

    /// <summary>True where nothing at all was written.</summary>
    public bool IsEmpty => Judgement.Length == 0 && !Parts().Any();
}

/// <summary>Who did something to a text, and when.</summary>
public sealed record Signature(string Name, DateTimeOffset At);

/// <summary>A text with its state and who signed.</summary>
/// <param name="Key">Which.</param>
/// <param name="Version">Counts every change, from 1.</param>
/// <param name="Words">As written.</param>
/// <param name="State">How far it is.</param>
/// <param name="Written">Who wrote the words last.</param>
/// <param name="Submitted">Who gave it to review; null before, and again after a change.</param>
/// <param name="Agreed">Who stands by it; null as above.</param>
/// <param name="Locked">Who locked it; null as above.</param>
public sealed record PackText(
    TextKey Key, int Version, TextWords Words, TextState State, Signature Written, Signature? Submitted, Signature? Agreed, Signature? Locked);
