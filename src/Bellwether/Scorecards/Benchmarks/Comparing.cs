using System.Globalization;

namespace Bellwether.Scorecards;

/// <summary>The arithmetic of a comparison, step for step as LAIT does it.</summary>
/// <param name="measure">Which.</param>
/// <param name="values">Its values.</param>
/// <param name="areas">Every area, by number.</param>
/// <param name="dfeText">What the DfE's own table has for an area and year; empty where none is shipped.</param>
internal sealed class Comparing(
    LaitMeasure measure, MeasureValues values, Dictionary<int, PublishedArea> areas, Func<int, string, string> dfeText)
{
    /// <param name="authority">Whose.</param>
    /// <param name="year">A label of the measure.</param>
    /// <param name="model">Named with the result.</param>
    /// <param name="neighbours">The list of that model.</param>
    public Comparison Compare(PublishedArea authority, string year, NeighbourModel model, IReadOnlyList<NeighbourEntry> neighbours)
    {
        // Rows sorted by year descending: the second row is the previous one, whatever year it is of.
        var before = values.Years.SkipWhile(y => y != year).Skip(1).FirstOrDefault();
        var own = At(authority.Number, year);
        var previous = before is null ? PublishedCell.NoRow : At(authority.Number, before);
        var ranked = areas.Values.Where(a => a.IsAuthority)
            .Select(a => (Area: a, values.At(a.Number, year).Number)).Where(v => v.Number is not null).Select(v => (v.Area, Number: v.Number!.Value)).ToList();
        var points = QuartileBands.Points(ranked.Select(v => v.Number));
        var listed = neighbours.Where(n => areas.ContainsKey(n.Number)).Select(n => new NeighbourValue(areas[n.Number], n.Closeness, At(n.Number, year))).ToList();
        var reported = listed.Select(n => n.Cell.Number).OfType<double>().ToList();
        var region = Region(authority, year);
        var comparison = new Comparison
        {
            Measure = measure,
            Authority = authority,
            Year = year,
            PreviousYear = before,
            Own = own,
            Previous = previous,
            Change = own.Number - previous.Number,
            Model = model,
            Neighbours = listed,
            NeighbourMean = Spread.Mean(reported),
            NeighbourMedian = Spread.Median(reported),
            RegionArea = region,
            Region = region is null ? PublishedCell.NoRow : values.At(region.Number, year),
            England = values.At(PublishedArea.England, year),
            Rank = own.Number is { } value && measure.Polarity != Polarity.Neutral
                ? 1 + ranked.Count(v => measure.Polarity == Polarity.High ? v.Number > value : v.Number < value)
                : null,
            Ranked = ranked.Count,
            Quartile = QuartileBands.Band(measure, own.Number, points),
            Points = points,
            Bands = QuartileBands.InWords(measure, points),
            LaitBands = QuartileBands.LaitLabels(measure, points),
            Highest = [.. ranked.Where(v => v.Number == points?.Highest).Select(v => v.Area)],
            Lowest = [.. ranked.Where(v => v.Number == points?.Lowest).Select(v => v.Area)],
        };
        List<string> warnings = [.. Warnings(comparison, year)];
        return comparison with { Notes = [.. Notes(comparison, year), .. warnings], Warnings = warnings };
    }

    /// <summary>A value, or why it is missing as far as the files say.</summary>
    private PublishedCell At(int area, string year)
    {
        var cell = values.At(area, year);
        return cell.Number is null && cell.HasRow ? cell with { DfeText = dfeText(area, year) } : cell;
    }

    private PublishedArea? Region(PublishedArea authority, string year)
    {
        if (PublishedArea.RegionNumber(authority.Region, areas.Values) is not { } number) return null;
        var isPartOfLondon = number > PublishedArea.London && authority.Region.Contains("London", StringComparison.Ordinal);
        return areas.GetValueOrDefault(isPartOfLondon && values.At(number, year).Number is null ? PublishedArea.London : number);
    }

    private IEnumerable<string> Notes(Comparison of, string year)
    {
        yield return of.Neighbours.Count == 0
            ? $"The model of {of.ModelName} lists no statistical neighbours of {of.Authority.Name}: no mean and no median."
            : $"Statistical neighbours by the model of {of.ModelName}: {of.NeighboursReported} of {of.Neighbours.Count} have a value. "
                + "The list changed in May 2025, so a comparison made with the other list is not comparable.";
        if (of.Measure.Polarity == Polarity.Neutral)
            yield return "LAIT takes neither high nor low as good here: no rank and no quartile.";
        foreach (var note in AreaHistory.Of(of.Authority)) yield return note;
        foreach (var note in AreaHistory.Joint(of.Authority, areas, a => values.At(a, year).Number)) yield return note;
    }

    private IEnumerable<string> Warnings(Comparison of, string year)
    {
        if (of.Own.Number is null)
            yield return of.Own.HasDfeNumber
                ? $"{of.Authority.Name} has no value for {year} in LAIT, while the DfE's own table has {of.Own.DfeText}: LAIT's file is used, so there is no rank and no quartile."
                : $"{of.Authority.Name} has no value for {year}: {of.Own.Meaning}. No older value stands in for it.";
        if (of.PreviousYear is { } before && int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var earlier)
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var now) && now - earlier != 1)
            yield return $"The row before {year} is of {before}: the change spans more than one year.";
        foreach (var note in values.Contradictions) yield return note;
    }
}
