namespace Bellwether.Publications.Packs;

/// <summary>What a section of a pack is made of.</summary>
public enum SectionKind
{
    /// <summary>Standing words of the template, which a person may write anew for one pack.</summary>
    Text,

    /// <summary>Words that a person types for each pack; "None" is an answer, silence is not.</summary>
    Typed,

    /// <summary>The list of sections with their pages.</summary>
    Contents,

    /// <summary>One page an indicator.</summary>
    IndicatorPages,

    /// <summary>One table of all indicators, this period beside the ends of earlier quarters.</summary>
    Monitoring,

    /// <summary>Published figures of England, the region and statistical neighbours beside the council's own.</summary>
    National,

    /// <summary>A sentence an indicator that changed its rating or is red, and what a person adds.</summary>
    KeyPoints,

    /// <summary>Indicators in the order of a child's way through the service, in sentences.</summary>
    Journey,

    /// <summary>Indicators that the rule picks out, each with target, result, cause and actions.</summary>
    Exceptions,

    /// <summary>A chart against target for each indicator, and what a person says of it.</summary>
    Charts,

    /// <summary>A table of districts for each indicator that has them.</summary>
    Districts,

    /// <summary>How many targets are met, and which are not.</summary>
    TargetsMet,

    /// <summary>The data notes of every indicator of the pack.</summary>
    DataNotes,

    /// <summary>Which pages there should be and what each still lacks.</summary>
    Checklist,
}

/// <summary>One section of a template.</summary>
/// <param name="Id">Letters, digits and hyphens; unique in the template.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Title">The heading.</param>
/// <param name="Text">Standing words; empty for none.</param>
/// <param name="Ask">What a person is asked to type; empty for none.</param>
/// <param name="IsNumbered">Carries a number of the document's own numbering.</param>
/// <param name="NewPage">Starts on a page of its own.</param>
/// <param name="Level">1 or 2.</param>
public sealed record TemplateSection(
    string Id, SectionKind Kind, string Title, string Text, string Ask, bool IsNumbered, bool NewPage, int Level);

/// <summary>The rules by which an indicator is an exception.</summary>
public enum ExceptionRule
{
    /// <summary>Red now.</summary>
    Red,

    /// <summary>Amber now and in the month before.</summary>
    TwoAmbers,

    /// <summary>Worse in each of the last three months.</summary>
    ThreeDeclines,

    /// <summary>Red now and not in the month before.</summary>
    NewlyRed,
}

/// <summary>How a pack is laid out: a file that an analyst can edit.</summary>
public sealed record PackTemplate
{
    /// <summary>The file's name without extension.</summary>
    public required string Id { get; init; }

    /// <summary>Which of the five papers it follows; decides which sections it must have.</summary>
    public required string Layout { get; init; }

    /// <summary>The title on the front, with placeholders.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for, one sentence, for the list of templates.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The scorecard whose indicators it shows; empty for the home's own.</summary>
    public string Scorecard { get; init; } = "";

    /// <summary>Months in tables, the period's own included.</summary>
    public int Months { get; init; } = 4;

    /// <summary>Months in charts, the period's own included.</summary>
    public int ChartMonths { get; init; } = 13;

    /// <summary>Empty for every indicator; else only those that one of the rules picks out.</summary>
    public IReadOnlyList<ExceptionRule> Only { get; init; } = [];

    /// <summary>Lines of the front in order: by, to, date, subject, classification, agenda-item, edition.</summary>
    public IReadOnlyList<string> Front { get; init; } = [];

    /// <summary>The council's own words for judging an indicator beside its rating; empty where it uses none.</summary>
    public IReadOnlyList<string> Judgements { get; init; } = [];

    /// <summary>In order.</summary>
    public required IReadOnlyList<TemplateSection> Sections { get; init; }

    /// <summary>The file as written, kept inside an edition.</summary>
    public string Written { get; init; } = "";
}
