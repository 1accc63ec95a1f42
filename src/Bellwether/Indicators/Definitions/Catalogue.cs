using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Definitions;

/// <summary>One indicator: what the file says, and its expressions bound.</summary>
/// <param name="Definition">As the file has it.</param>
/// <param name="Bound">The definition; null where a message says why it can't be used.</param>
/// <param name="Variants">The variants that bind, by name.</param>
/// <param name="Fallbacks">For data that cannot tell the definition or a variant itself, the best first, as <see cref="FallbackName"/> names them.</param>
public sealed record CatalogueEntry(
    Definition Definition, BoundIndicator? Bound, IReadOnlyDictionary<string, BoundIndicator> Variants, IReadOnlyList<BoundIndicator> Fallbacks)
{
    /// <summary>What a fallback is called: <c>fallback</c>, <c>fallback-2</c> and so on; of a variant with its name before it, <c>anyone/fallback</c>.</summary>
    /// <param name="variant">Whose; empty for the definition's.</param>
    /// <param name="number">From 0, the best.</param>
    public static string FallbackName(string variant, int number) =>
        (variant.Length == 0 ? "" : variant + "/") + (number == 0 ? "fallback" : string.Create(CultureInfo.InvariantCulture, $"fallback-{number + 1}"));

    /// <summary>The fallbacks of the definition, or of a variant, the best first.</summary>
    public IEnumerable<BoundIndicator> FallbacksOf(string variant) =>
        Fallbacks.Where(f => f.Variant.AsSpan(0, Math.Max(0, f.Variant.LastIndexOf('/'))).SequenceEqual(variant));
}

/// <summary>What a name or code stands for: an indicator, perhaps one of its variants.</summary>
/// <param name="Entry">The indicator.</param>
/// <param name="Variant">The name of the variant or fallback; empty for the definition.</param>
public sealed record Found(CatalogueEntry Entry, string Variant)
{
    /// <summary>What <see cref="Catalogue.Find"/> finds it by: <c>cin-with-plan</c>, <c>cin-with-plan/drafts</c>.</summary>
    public string Name => Variant.Length > 0 ? $"{Entry.Definition.Id}/{Variant}" : Entry.Definition.Id;

    /// <summary>The definition or the variant, bound; null where it can't be used.</summary>
    public BoundIndicator? Bound =>
        Variant.Length == 0 ? Entry.Bound : Entry.Variants.GetValueOrDefault(Variant) ?? Entry.Fallbacks.FirstOrDefault(f => f.Variant == Variant);
}

/// <summary>A scorecard file: which indicators stand on it, in what order, from when.</summary>
/// <param name="Id">File name without extension.</param>
/// <param name="Title">As printed.</param>
/// <param name="Committee">Who receives it; may be empty.</param>
/// <param name="Lists">Dated lists, earliest first.</param>
public sealed record Scorecard(string Id, string Title, string Committee, IReadOnlyList<ScorecardList> Lists)
{
    /// <summary>The indicators on the scorecard at a day; before the first list, the first list.</summary>
    public IReadOnlyList<string> On(DateOnly day) => (Lists.LastOrDefault(l => l.From is null || l.From <= day) ?? Lists[0]).Indicators;
}

/// <summary>The indicators from a day on, in order; an id may name a variant: <c>cin-with-plan/drafts</c>.</summary>
public sealed record ScorecardList(DateOnly? From, IReadOnlyList<string> Indicators);

/// <summary>Every definition of a shelf and a home, bound, with what lint has to say. A home's file takes the place of the shipped one of its name.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, Found> _names = new(StringComparer.OrdinalIgnoreCase);

    internal Catalogue(
        IReadOnlyList<CatalogueEntry> entries, IReadOnlyDictionary<string, Timescale> timescales, IReadOnlyList<BoundClock> clocks,
        IReadOnlyList<Scorecard> scorecards, RecordKinds kinds, IReadOnlyList<LintMessage> messages)
    {
        (Entries, Timescales, Clocks, Scorecards, Kinds, Messages) = (entries, timescales, clocks, scorecards, kinds, messages);
        foreach (var entry in entries)
            foreach (var (name, variant) in CatalogueNames.Of(entry.Definition))
                _names.TryAdd(name, new Found(entry, variant));
    }

    /// <summary>Every indicator: the shipped ones by id, then the home's own by id.</summary>
    public IReadOnlyList<CatalogueEntry> Entries { get; }

    /// <summary>Every timescale by id.</summary>
    public IReadOnlyDictionary<string, Timescale> Timescales { get; }

    /// <summary>Every clock by id.</summary>
    public IReadOnlyList<BoundClock> Clocks { get; }

    /// <summary>Every scorecard by id.</summary>
    public IReadOnlyList<Scorecard> Scorecards { get; }

    /// <summary>The record kinds, those that clocks make included.</summary>
    public RecordKinds Kinds { get; }

    /// <summary>The plans and strategies that indicators serve, by id.</summary>
    public IReadOnlyDictionary<string, Priority> Priorities { get; internal init; } = new Dictionary<string, Priority>();

    /// <summary>By indicator id: what data it takes, from which format, and what its figures were held against. The file coverage.yaml.</summary>
    public IReadOnlyDictionary<string, DataNeed> Needs { get; internal init; } = new Dictionary<string, DataNeed>();

    /// <summary>What lint says, in order of file and line.</summary>
    public IReadOnlyList<LintMessage> Messages { get; }

    /// <summary>The indicator or variant of an id (<c>cin-with-plan</c>, <c>cin-with-plan/drafts</c>) or a catalogue code (<c>CN04</c>); null where there is none.</summary>
    public Found? Find(string idOrCode) => _names.GetValueOrDefault(idOrCode);

    /// <summary>The names nearest to one that isn't there, for "did you mean".</summary>
    public IReadOnlyList<string> NearestTo(string written) => Nearest.Few(written, _names.Keys, 3);

    /// <summary>A timescale's length in force on a day; null where it has no row then, or chooses among rows by condition.</summary>
    public Limit? LimitOn(string timescale, DateOnly day) =>
        Timescales.TryGetValue(timescale, out var scale) ? scale.LimitOn(day) : null;

    /// <summary>The scorecard of that id; null where there is none.</summary>
    public Scorecard? FindScorecard(string id) => Scorecards.FirstOrDefault(s => s.Id == id);

    /// <summary>What stands on a scorecard on a day and can be computed, in its order.</summary>
    public IEnumerable<Found> On(Scorecard scorecard, DateOnly day) => scorecard.On(day).Select(Find).OfType<Found>().Where(f => f.Bound is not null);

    /// <summary>The scorecard of that id, as a home names its own, else the first; null where there is none at all.</summary>
    public Scorecard? ScorecardOrFirst(string id) => FindScorecard(id) ?? (Scorecards.Count > 0 ? Scorecards[0] : null);

    /// <summary>Reads indicators, timescales, clocks and scorecards. An analyst's mistake is a message, never an exception.</summary>
    /// <param name="shelfFolder">The shipped definitions.</param>
    /// <param name="homeFolder">A home's own folder of definitions, laid out the same; null for none.</param>
    /// <param name="kinds">The record kinds.</param>
    /// <param name="codes">The code lists that code literals are checked against.</param>
    public static Catalogue Load(string shelfFolder, string? homeFolder, RecordKinds kinds, CodeLists codes) =>
        CatalogueLoader.Load(homeFolder is null ? [shelfFolder] : [shelfFolder, homeFolder], kinds, codes);
}

/// <summary>The names that definitions answer to.</summary>
public static class CatalogueNames
{
    /// <summary>Every catalogue code of a definition: its own, its siblings', its variants'.</summary>
    public static IEnumerable<string> CodesOf(Definition definition) =>
        [.. new[] { definition.Code }.Where(c => c.Length > 0), .. definition.Siblings, .. definition.Variants.SelectMany(v => v.Codes)];

    /// <summary>Every name a definition and its variants answer to.</summary>
    public static IEnumerable<(string Name, string Variant)> Of(Definition definition)
    {
        yield return (definition.Id, "");
        if (definition.Code.Length > 0) yield return (definition.Code, "");
        foreach (var code in definition.Siblings) yield return (code, "");
        foreach (var variant in definition.Variants)
        {
            yield return ($"{definition.Id}/{variant.Name}", variant.Name);
            if (definition.Code.Length > 0) yield return ($"{definition.Code}/{variant.Name}", variant.Name);
            foreach (var code in variant.Codes) yield return (code, variant.Name);
        }
    }
}
