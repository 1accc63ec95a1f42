using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;

namespace Bellwether.Scorecards;

/// <summary>What an own group of authorities has.</summary>
/// <param name="Group">Which.</param>
/// <param name="Members">Its authorities that the tables know, with their values.</param>
/// <param name="Mean">Of those with a value, each weighing the same; null where none has.</param>
/// <param name="Median">Of the same.</param>
/// <param name="Unknown">Names that the tables do not have.</param>
public sealed record GroupSpread(ComparatorGroup Group, IReadOnlyList<NeighbourValue> Members, double? Mean, double? Median, IReadOnlyList<string> Unknown)
{
    /// <summary>How many have a value.</summary>
    public int Reported => Members.Count(m => m.Cell.Number is not null);
}

/// <summary>One published measure beside an indicator's figure of a month.</summary>
public sealed record BenchmarkBeside
{
    /// <summary>The published values and how far they compare.</summary>
    public required BenchmarkLine Line { get; init; }

    /// <summary>The figure it stands beside; null where it has none, or is of another unit.</summary>
    public decimal? Now { get; init; }

    /// <summary>The own figure now less the own published one; null where either is missing.</summary>
    public decimal? Since { get; init; }

    /// <summary>That change is for the better by the definition's polarity; null for none that prints, or where neither way is better.</summary>
    public bool? Improved { get; init; }

    /// <summary>The rank that the figure now would have among the published values; null where nothing ranks.</summary>
    public int? WouldRank { get; init; }

    /// <summary>Neighbours and the authority by number of cases; none where the tables do not say how many, or too few have a value.</summary>
    public FunnelPlot? Funnel { get; init; }

    /// <summary>Own groups.</summary>
    public IReadOnlyList<GroupSpread> Groups { get; init; } = [];

    /// <summary>What is published for an indicator beside its figure, by the latest year that had ended by the figure's last day.</summary>
    /// <param name="set">The published tables.</param>
    /// <param name="row">The line of the indicator.</param>
    /// <param name="authority">Whose.</param>
    /// <param name="groups">Own groups.</param>
    /// <param name="model">Whose list of neighbours.</param>
    /// <returns>One for each measure the definition names; one that says so where it names none.</returns>
    public static IReadOnlyList<BenchmarkBeside> Of(BenchmarkSet set, FilledRow row, Authority authority, ComparatorGroups groups, NeighbourModel model = NeighbourModel.May2025)
    {
        var names = set.NamesOf(row.Definition);
        if (names.Count == 0 || row.Variant.Length > 0) return [new() { Line = BenchmarkLine.None("", row.Variant.Length > 0 ? "what is published is of the definition, not of its variants." : "nothing like it is published for every authority.") }];
        return [.. names.Select(name => set.Measure(name) is { } measure ? One(set, measure, row, authority, groups, model)
            : new BenchmarkBeside { Line = BenchmarkLine.None(name, $"LAIT has no measure {name}. Nearest: {string.Join(", ", set.MeasuresLike(name))}.") })];
    }

    private static BenchmarkBeside One(BenchmarkSet set, LaitMeasure measure, FilledRow row, Authority authority, ComparatorGroups groups, NeighbourModel model)
    {
        var day = row.Now.Figure.Last;
        var area = set.Authority(authority.LaCode) ?? set.Authority(authority.Name);
        var years = set.Years(measure);
        var year = set.YearUpTo(measure, day);
        if (year is null && years.Any(y => measure.EndOf(y) is not null))
            return new() { Line = BenchmarkLine.None(measure.Short, $"the tables here begin with {years[^1]}, after {EnglishDate.Format(day)}.") };
        if (set.Compare(measure, area ?? new PublishedArea(-1, authority.Name, ""), year, model) is not { } comparison)
            return new() { Line = BenchmarkLine.None(measure.Short, $"LAIT has no values of {measure.Short}.") };
        var line = BenchmarkLine.Of(comparison, row.Definition.Benchmark!.Note, row.Window);
        if (area is null) line = line with { TagText = $"{line.TagText} The published tables have no authority {authority.LaCode} or \"{authority.Name}\": England and the spread of authorities stand here alone." };
        var isSameUnit = measure.HasUnitOf(row.Shape.Show);
        if (!isSameUnit) line = line with { Tag = Comparability.NotComparable, TagText = $"Not comparable: published as {Unit(measure)}, beside {OwnUnit(row.Shape)}. The published values are shown by themselves." };
        else if ((measure.Polarity, row.Shape.Better) is (Polarity.Low, Indicators.Definitions.Better.Higher) or (Polarity.High, Indicators.Definitions.Better.Lower))
        {
            // In touch and not in touch are both percentages, and each is what the other leaves out.
            isSameUnit = false;
            var (published, here) = measure.Polarity == Polarity.Low ? ("low", "higher") : ("high", "lower");
            line = line with
            {
                Tag = Comparability.NotComparable,
                TagText = $"Not comparable: {published} is good in what is published, and {here} is better here, so the two count opposite things. {row.Definition.Benchmark!.Note}".TrimEnd(),
            };
        }
        var now = isSameUnit ? row.Now.Figure.Value : null;
        var since = now is { } n && comparison.Own.Number is { } own ? n - (decimal)own : (decimal?)null;
        return new()
        {
            Line = line,
            Now = now,
            Since = since,
            Improved = Better(since, measure, row.Shape.Better),
            WouldRank = now is { } value && measure.Polarity != Polarity.Neutral ? Rank(set, measure, comparison, (double)value) : null,
            Funnel = measure.Unit == "%" ? FunnelPlot.Of([.. comparison.Neighbours.Select(n => n.Area).Prepend(comparison.Authority)
                .Select(a => (a.Name, Value: set.Cell(measure, a, comparison.Year).Number, Cases: set.Cases(measure, a, comparison.Year)))
                .Where(a => a is { Value: not null, Cases: > 0 }).Select(a => (a.Name, (decimal)a.Value!.Value * a.Cases!.Value / 100, a.Cases.Value))]).Value : null,
            Groups = [.. groups.All.Select(g => SpreadOf(set, measure, g, comparison.Year))],
        };
    }

    private static bool? Better(decimal? since, LaitMeasure measure, Better better)
    {
        if (since is not { } by || better == Indicators.Definitions.Better.Neutral) return null;
        var printed = Math.Round(by, measure.Decimals, MidpointRounding.AwayFromZero);
        return printed == 0 ? null : printed > 0 == (better == Indicators.Definitions.Better.Higher);
    }

    private static int Rank(BenchmarkSet set, LaitMeasure measure, Comparison comparison, double value) =>
        1 + set.Values(measure, comparison.Year).Count(v => measure.Polarity == Polarity.High ? v > value : v < value);

    private static GroupSpread SpreadOf(BenchmarkSet set, LaitMeasure measure, ComparatorGroup group, string year)
    {
        var known = group.Authorities.Select(name => (Name: name, Area: set.Authority(name))).ToList();
        List<NeighbourValue> members = [.. known.Where(k => k.Area is not null).Select(k => new NeighbourValue(k.Area!, "", set.Cell(measure, k.Area!, year)))];
        var values = members.Select(m => m.Cell.Number).OfType<double>().ToList();
        return new(group, members, Spread.Mean(values), Spread.Median(values), [.. known.Where(k => k.Area is null).Select(k => k.Name)]);
    }

    private static string Unit(LaitMeasure measure) => measure.Unit switch { "%" => "a percentage", "per 10,000" => "a rate per 10,000", "average" => "an average", _ => "a number" };

    private static string OwnUnit(Shape shape) => shape.Show switch
    {
        Indicators.Show.Percentage or Indicators.Show.PercentageOf => "a percentage",
        Indicators.Show.Rate => "a rate per 10,000",
        Indicators.Show.Mean or Indicators.Show.Median or Indicators.Show.Ratio => "an average",
        _ => "a number",
    };
}
