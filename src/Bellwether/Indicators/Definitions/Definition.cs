using Bellwether.Calendar;

namespace Bellwether.Indicators.Definitions;

/// <summary>Which way is good.</summary>
public enum Better
{
    Higher,
    Lower,
    Neutral,
}

/// <summary>One indicator file, read but for its expressions, which stand bound in <see cref="CatalogueEntry"/>.</summary>
public sealed record Definition
{
    /// <summary>The file's name without extension.</summary>
    public required string Id { get; init; }

    /// <summary>The path of the file it was read from.</summary>
    public string File { get; init; } = "";

    /// <summary>The folder the file lies in: <c>front-door</c>, <c>care</c>; <c>indicators</c> where it lies in no stage.</summary>
    public string Stage => Path.GetFileName(Path.GetDirectoryName(File)) ?? "";

    /// <summary>Code in the catalogue of indicators: CP10. Empty for a local indicator.</summary>
    public string Code { get; init; } = "";

    /// <summary>Further codes that mean this same definition.</summary>
    public IReadOnlyList<string> Siblings { get; init; } = [];

    public string Title { get; init; } = "";

    /// <summary>Why it matters, for someone who must act on it.</summary>
    public string Why { get; init; } = "";

    public Better Better { get; init; } = Better.Neutral;

    /// <summary>Decimals shown; never used for rating.</summary>
    public int Decimals { get; init; }

    /// <summary>Which way is good for the definition or a variant of it.</summary>
    public Better BetterOf(string variant) => Variants.FirstOrDefault(v => v.Name == variant)?.Better ?? Better;

    /// <summary>Decimals of a variant: its own; of one that shows another thing, none for counts and sums and one for the rest; else the definition's.</summary>
    /// <param name="variant">Its name; empty for the definition, and a fallback is shown as the definition is.</param>
    public int DecimalsOf(string variant) => Variants.FirstOrDefault(v => v.Name == variant)?.Decimals ?? Decimals;

    /// <summary>First day on which a value may be shown; null for always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day on which a value may be shown; null for always.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Windows it may be asked for; the first is the default.</summary>
    public IReadOnlyList<Window> Windows { get; init; } = [];

    /// <summary>Attributes that may break it down.</summary>
    public IReadOnlyList<string> Breakdowns { get; init; } = [];

    /// <summary>Every way to show it, as written; the first is the headline.</summary>
    public IReadOnlyList<string> Shows { get; init; } = [];

    /// <summary>The expressions as written, by key: cases, where, met, value, over, split.</summary>
    public IReadOnlyDictionary<string, string> Written { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<Variant> Variants { get; init; } = [];

    /// <summary>What each fallback is called where it is shown, by name, the best first.</summary>
    public IReadOnlyDictionary<string, string> Fallbacks { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>How it compares nationally; null where nothing national does.</summary>
    public Benchmark? Benchmark { get; init; }

    /// <summary>What it serves: ids of <see cref="Catalogue.Priorities"/>.</summary>
    public IReadOnlyList<string> Priorities { get; init; } = [];

    /// <summary>Other indicators it hangs together with.</summary>
    public Related Related { get; init; } = Related.None;

    /// <summary>The keys in which the home's file in the folder overrides differs from the definition it lies over; empty where there is none.</summary>
    public IReadOnlyList<string> Overridden { get; init; } = [];

    /// <summary>Who answers for it; the home names people.</summary>
    public string Owner { get; init; } = "";

    /// <summary>When the definition is looked at again.</summary>
    public string Review { get; init; } = "";

    /// <summary>What changed, oldest first.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    public IReadOnlyList<Example> Examples { get; init; } = [];

    /// <summary>Systems the figures come from, for the data notes.</summary>
    public string DataSource { get; init; } = "";

    /// <summary>Nothing closes the verdict, on purpose: a past figure may still rise.</summary>
    public bool Unbounded { get; init; }

    /// <summary>Rate × 12 / months of the window.</summary>
    public bool Annualise { get; init; }

    /// <summary>The line over the finished figures that is the figure, as written; empty for the figures themselves.</summary>
    public string Series { get; init; } = "";

    /// <summary>What a reader must know beside the generated notes.</summary>
    public string Note { get; init; } = "";
}

/// <summary>The same question asked differently.</summary>
/// <param name="Name">In the file: <c>without-uasc</c>.</param>
/// <param name="Title">For readers; the name in words where the file gives none.</param>
/// <param name="Codes">Catalogue codes that this variant answers to.</param>
/// <param name="Shows">As <see cref="Definition.Shows"/>.</param>
/// <param name="Windows">As <see cref="Definition.Windows"/>.</param>
/// <param name="Written">Only the expressions that differ, by key; <c>also</c> and <c>use</c> among them.</param>
public sealed record Variant(
    string Name, string Title, IReadOnlyList<string> Codes, IReadOnlyList<string> Shows, IReadOnlyList<Window> Windows,
    IReadOnlyDictionary<string, string> Written)
{
    /// <summary>Decimals shown; null for the definition's, or where it shows another thing, what that is usually shown with.</summary>
    public int? Decimals { get; init; }

    /// <summary>Which way is good, where the variant says so; null for the definition's.</summary>
    public Better? Better { get; init; }

    /// <summary>It differs by a line over the finished figures, and nothing else.</summary>
    public bool IsLineAlone { get; init; }
}

/// <summary>Where the same measure is published for every authority.</summary>
/// <param name="Lait">Short name in the Local Authority Interactive Tool; empty for none.</param>
/// <param name="Csv">Table and column of the DfE's open data; empty for none.</param>
/// <param name="Note">What differs.</param>
public sealed record Benchmark(string Lait, string Csv, string Note);

/// <summary>Indicators that one hangs together with: ids, each perhaps with a variant.</summary>
/// <param name="Drives">What moves after it.</param>
/// <param name="OutcomeOf">What it moves after.</param>
/// <param name="QualityOf">The counts or shares whose quality it tells.</param>
public sealed record Related(IReadOnlyList<string> Drives, IReadOnlyList<string> OutcomeOf, IReadOnlyList<string> QualityOf)
{
    /// <summary>None stated.</summary>
    public static Related None { get; } = new([], [], []);

    /// <summary>Every id with the word that says how: drives, outcome of, quality of.</summary>
    public IEnumerable<(string Word, string Id)> All =>
        Drives.Select(id => ("drives", id)).Concat(OutcomeOf.Select(id => ("outcome of", id))).Concat(QualityOf.Select(id => ("quality of", id)));
}

/// <summary>One change of a definition.</summary>
public sealed record Change(DateOnly On, string What);

/// <summary>A worked example: shown to readers, run as a test.</summary>
/// <param name="Given">Records of one child, as <see cref="ExampleText"/> reads them.</param>
/// <param name="At">The day asked, at its close. Dated definitions may leave it out: then six months after the last date given.</param>
/// <param name="Expect">The verdict, of the latest case where the records hold several; <see cref="Verdict.Met"/> also for <c>case</c>, where there is no <c>met</c>.</param>
/// <param name="Variant">Which variant is judged; empty for the definition.</param>
/// <param name="Bucket">The near-miss bucket the case falls in: not met by the definition, met by this variant. Empty where none is stated.</param>
/// <param name="Due">The due date the worklist prints; null where none is stated.</param>
/// <param name="Note">A word to the reader.</param>
/// <param name="Line">1-based line in the file.</param>
public sealed record Example(
    string Given, DateOnly At, Verdict Expect, string Variant, string Bucket, DateOnly? Due, string Note, int Line);
