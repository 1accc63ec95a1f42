using Bellwether.Calendar;

namespace Bellwether.Scorecards;

/// <summary>A load, as a time at which figures were told.</summary>
/// <param name="Load">Its number.</param>
/// <param name="On">The day it was loaded.</param>
/// <param name="DataDate">The day its extract was taken.</param>
public sealed record Telling(int Load, DateOnly On, DateOnly DataDate)
{
    /// <summary>Whole months that had passed since a month when this was told: 0 at its own end. Below zero where the month was not over.</summary>
    public int LagOf(Month month) => DataDate < month.Last ? -1 : Month.Of(DataDate).Since(month);
}

/// <summary>A figure as one load told it.</summary>
/// <param name="Value">Unrounded.</param>
/// <param name="Numerator">Null where not known.</param>
/// <param name="Denominator">Null where not known, and for counts.</param>
public sealed record ToldFigure(decimal Value, decimal? Numerator, decimal? Denominator);

/// <summary>One indicator's months as every load told them.</summary>
/// <param name="Tellings">Loads, oldest first.</param>
/// <param name="Figures">For each load, the months it told.</param>
public sealed record ReportedSeries(IReadOnlyList<Telling> Tellings, IReadOnlyList<IReadOnlyDictionary<Month, ToldFigure>> Figures)
{
    /// <summary>Every month told of, oldest first.</summary>
    public IReadOnlyList<Month> Months => [.. Figures.SelectMany(f => f.Keys).Distinct().Order()];

    /// <summary>The first load that told of a month after its end, and what it told; null where none did.</summary>
    public (Telling Telling, ToldFigure Figure)? First(Month month) => Told(month).Select(t => ((Telling, ToldFigure)?)t).FirstOrDefault();

    /// <summary>The last load that told of a month, and what it told; null where none did.</summary>
    public (Telling Telling, ToldFigure Figure)? Now(Month month) => Told(month).Select(t => ((Telling, ToldFigure)?)t).LastOrDefault();

    /// <summary>Every load that told of a month after its end, oldest first.</summary>
    public IEnumerable<(Telling Telling, ToldFigure Figure)> Told(Month month)
    {
        for (var l = 0; l < Tellings.Count; l++)
            if (Tellings[l].LagOf(month) >= 0 && Figures[l].TryGetValue(month, out var figure)) yield return (Tellings[l], figure);
    }

    /// <summary>The months of a line that have a figure of their own.</summary>
    public static Dictionary<Month, ToldFigure> Read(IEnumerable<Rated> trend) => trend
        .Where(r => r.Figure.Value is not null && r.Figure.Last == r.Month.Last)
        .ToDictionary(r => r.Month, r => new ToldFigure(r.Figure.Value!.Value, r.Figure.Numerator, r.Figure.Denominator));
}
