using Bellwether.Codes;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>
/// The published benchmarks: LAIT's values and dictionary, the statistical neighbour models of May 2025 and April 2021, and DfE
/// tables for the reasons of missing values. Files are read at first use, once; then every member only looks up. Safe to share
/// between threads.
/// </summary>
/// <param name="folder">The folder with <c>lait</c>, <c>neighbours</c> and <c>dfe</c>.</param>
public sealed class BenchmarkSet(string folder)
{
    private readonly Lazy<IReadOnlyList<LaitMeasure>> _measures = new(() => LaitMeasure.Load(Path.Combine(folder, "lait", "dictionary.csv")));
    private readonly Lazy<LaitValues> _values = new(() => LaitValues.Load(Path.Combine(folder, "lait", "values.csv")));
    private readonly Lazy<Neighbours>[] _models =
        [.. Enum.GetValues<NeighbourModel>().Select(m => new Lazy<Neighbours>(() => Neighbours.Load(Path.Combine(folder, "neighbours"), m)))];
    private Dictionary<string, PublishedArea>? _names;
    private readonly DfeSymbols _symbols = new(Path.Combine(folder, "dfe"));

    /// <summary>The benchmarks shipped with the product, in the shelf's folder <c>benchmarks</c>.</summary>
    public static BenchmarkSet Shipped() => new(Path.Combine(Shelf.Path(), "benchmarks"));

    /// <summary>Every measure that the dictionary still runs, in its order.</summary>
    /// <exception cref="ShelfException">The dictionary cannot be read.</exception>
    public IReadOnlyList<LaitMeasure> Measures => _measures.Value;

    /// <summary>Authorities of today and predecessors, in the order of the values.</summary>
    /// <exception cref="ShelfException">The values cannot be read.</exception>
    public IReadOnlyList<PublishedArea> Authorities => [.. _values.Value.Areas.Values.Where(a => a.IsAuthority)];

    /// <summary>A measure by its short name, case not counted; null for none.</summary>
    public LaitMeasure? Measure(string shortName) =>
        Measures.FirstOrDefault(m => m.Short.Equals(shortName.Trim(), StringComparison.Ordinal))
        ?? Measures.FirstOrDefault(m => m.Short.Equals(shortName.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>An authority by name (LAIT's or the neighbour lists', signs and case not counted) or by number; null for none.</summary>
    public PublishedArea? Authority(string name) => (_names ??= Names()).GetValueOrDefault(PublishedArea.Key(name));

    /// <summary>Short names like the one written, nearest first.</summary>
    public IReadOnlyList<string> MeasuresLike(string written) => Like(written, Measures.Select(m => m.Short));

    /// <summary>Authorities' names like the one written, nearest first.</summary>
    public IReadOnlyList<string> AuthoritiesLike(string written) => Like(written, Authorities.Select(a => a.Name));

    /// <summary>The measure's year labels, latest first; empty where the values have none.</summary>
    public IReadOnlyList<string> Years(LaitMeasure measure) => _values.Value.Of(measure.Short)?.Years ?? [];

    /// <summary>The comparison of one authority in one year.</summary>
    /// <param name="measure">One of <see cref="Measures"/>.</param>
    /// <param name="authority">One of <see cref="Authorities"/>.</param>
    /// <param name="year">A label of <see cref="Years"/>; null for the measure's latest, also where this authority has no value in it.</param>
    /// <param name="model">Whose list of neighbours.</param>
    /// <returns>Null where the values have no row of the measure, or none of that year.</returns>
    public Comparison? Compare(LaitMeasure measure, PublishedArea authority, string? year = null, NeighbourModel model = NeighbourModel.May2025)
    {
        if (_values.Value.Of(measure.Short) is not { } values || (year is not null && !values.Years.Contains(year))) return null;
        var asked = year ?? values.Latest;
        return new Comparing(measure, values, _values.Value.Areas, (area, label) => _symbols.At(measure.Short, area, label))
            .Compare(authority, asked, model, _models[(int)model].Value.Of(authority.Number));
    }

    /// <summary>The latest year of a measure that had ended by a day; null where none had, or where its labels are no years.</summary>
    public string? YearUpTo(LaitMeasure measure, DateOnly day) => Years(measure).FirstOrDefault(y => measure.EndOf(y) <= day);

    /// <summary>The short names in a definition's <c>benchmark</c>, in its order; none where nothing is published.</summary>
    public IReadOnlyList<string> NamesOf(Definition definition) => definition.Benchmark is not { Lait.Length: > 0 } mapping ? []
        // A short name may itself hold a comma: CPP_Total_Rateper10,000.
        : Measure(mapping.Lait) is not null ? [mapping.Lait] : mapping.Lait.Split(',', StringSplitOptions.TrimEntries);

    /// <summary>Every authority's value of a year, those without one left out.</summary>
    internal IEnumerable<double> Values(LaitMeasure measure, string year) =>
        Authorities.Select(a => _values.Value.Of(measure.Short)?.At(a.Number, year).Number).OfType<double>();

    /// <summary>The cases an authority's percentage stands on; null where the shipped tables do not say.</summary>
    internal decimal? Cases(LaitMeasure measure, PublishedArea area, string year) => _symbols.CasesAt(measure.Short, area.Number, year);

    /// <summary>One authority's cell of a year.</summary>
    internal PublishedCell Cell(LaitMeasure measure, PublishedArea area, string year) => _values.Value.Of(measure.Short)?.At(area.Number, year) ?? PublishedCell.NoRow;

    private Dictionary<string, PublishedArea> Names()
    {
        var names = new Dictionary<string, PublishedArea>(StringComparer.Ordinal);
        foreach (var area in Authorities) names[PublishedArea.Key(area.Name)] = names[$"{area.Number}"] = area;
        foreach (var area in Authorities)
            foreach (var model in _models)
                if (model.Value.Names.TryGetValue(area.Number, out var other)) names.TryAdd(PublishedArea.Key(other), area);
        return names;
    }

    private static IReadOnlyList<string> Like(string written, IEnumerable<string> names)
    {
        var all = names.ToList();
        var key = PublishedArea.Key(written);
        return [.. all.Where(n => key.Length > 2 && PublishedArea.Key(n).Contains(key, StringComparison.Ordinal)).Concat(Nearest.Few(written, all, 3)).Distinct().Take(5)];
    }
}
