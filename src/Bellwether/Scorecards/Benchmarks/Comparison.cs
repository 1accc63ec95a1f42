namespace Bellwether.Scorecards;

/// <summary>
/// One authority's published value of one measure beside England, region and statistical neighbours, as LAIT computes it.
/// Values are unrounded doubles; print with Print. A null number is missing, never zero; its symbol says why.
/// </summary>
public sealed record Comparison
{
    public required LaitMeasure Measure { get; init; }

    public required PublishedArea Authority { get; init; }

    /// <summary>The year's label: the latest of the measure, or the one asked.</summary>
    public required string Year { get; init; }

    /// <summary>The label of the row before; null where there is none. A missing year between is spanned.</summary>
    public string? PreviousYear { get; init; }

    public PublishedCell Own { get; init; }

    public PublishedCell Previous { get; init; }

    /// <summary>Own less previous; null where either is missing.</summary>
    public double? Change { get; init; }

    /// <summary>LAIT's arrow: the sign of the exact change, however small; null without a change.</summary>
    public string? Trend => Change switch { null => null, > 0 => "Increase", < 0 => "Decrease", _ => "No trend" };

    /// <summary>The change is for the better; false for the worse; null without a change, for no change, and for a neutral measure.</summary>
    public bool? Improved => Change is null or 0 || Measure.Polarity == Polarity.Neutral ? null : Change > 0 == (Measure.Polarity == Polarity.High);

    public required NeighbourModel Model { get; init; }

    /// <summary>The model by its date: "May 2025".</summary>
    public string ModelName => Model == NeighbourModel.May2025 ? "May 2025" : "April 2021";

    /// <summary>Neighbours, nearest first, with their values; empty for an authority that the model does not know.</summary>
    public IReadOnlyList<NeighbourValue> Neighbours { get; init; } = [];

    /// <summary>Mean of the neighbours that have a value, each weighing the same; null where none has.</summary>
    public double? NeighbourMean { get; init; }

    /// <summary>Median of the same; the DfE's dashboard shows this one, LAIT the mean.</summary>
    public double? NeighbourMedian { get; init; }

    /// <summary>How many neighbours have a value.</summary>
    public int NeighboursReported => Neighbours.Count(n => n.Cell.Number is not null);

    /// <summary>The region shown: Inner or Outer London where it has a value, else London.</summary>
    public PublishedArea? RegionArea { get; init; }

    public PublishedCell Region { get; init; }

    public PublishedCell England { get; init; }

    /// <summary>Competition rank, 1 best, ties sharing the least; null without a value or for a neutral measure.</summary>
    public int? Rank { get; init; }

    /// <summary>As LAIT prints it: the rank, "-" for a neutral measure; null without a value.</summary>
    public string? RankText => Measure.Polarity == Polarity.Neutral ? "-" : Rank?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Authorities with a value in the year: those a rank is out of.</summary>
    public int Ranked { get; init; }

    /// <summary>A to D; "-" for a neutral measure or a range too small; null without a value.</summary>
    public string? Quartile { get; init; }

    /// <summary>Null where no authority has a value.</summary>
    public QuartilePoints? Points { get; init; }

    /// <summary>The bands in words, by letter; <c>none</c> with the reason where there are none.</summary>
    public required IReadOnlyDictionary<string, string> Bands { get; init; }

    /// <summary>LAIT's labels of the bands, which may disagree with a value on a point.</summary>
    public required IReadOnlyDictionary<string, string> LaitBands { get; init; }

    /// <summary>Every authority with the greatest value.</summary>
    public IReadOnlyList<PublishedArea> Highest { get; init; } = [];

    /// <summary>Every authority with the least value.</summary>
    public IReadOnlyList<PublishedArea> Lowest { get; init; } = [];

    /// <summary>Every authority with the best value; empty for a neutral measure.</summary>
    public IReadOnlyList<PublishedArea> Best => Measure.Polarity switch { Polarity.High => Highest, Polarity.Low => Lowest, _ => [] };

    /// <summary>Every authority with the worst value; empty for a neutral measure.</summary>
    public IReadOnlyList<PublishedArea> Worst => Measure.Polarity switch { Polarity.High => Lowest, Polarity.Low => Highest, _ => [] };

    /// <summary>Sentences a reader must see beside the comparison.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The notes that make a number doubtful or explain its absence: a missing value, files that disagree, a year spanned.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>A value as the DfE prints it; "not available" and the like where missing.</summary>
    public string Print(PublishedCell cell) => cell.Number is { } number ? Print(number) : cell.Meaning;

    /// <summary>A number as the DfE prints it; "no value" for null.</summary>
    public string Print(double? value) => value is { } number ? DfeRounding.Print(number, Measure.Decimals) : "no value";
}

/// <summary>A statistical neighbour with its value.</summary>
public sealed record NeighbourValue(PublishedArea Area, string Closeness, PublishedCell Cell);
