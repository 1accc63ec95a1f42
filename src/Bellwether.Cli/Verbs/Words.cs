using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Scorecards;

namespace Bellwether.Cli.Verbs;

/// <summary>Figures and ratings as a terminal prints them.</summary>
internal static class Words
{
    public static string Value(Figure figure, Shape shape) => figure.Value is { } value ? BandWords.Number(value, shape) : "no value";

    /// <summary>" (1,927 of 2,461)" where both counts are known and say more than the value.</summary>
    public static string Counts(Figure figure, Shape shape) =>
        figure is { Numerator: { } n, Denominator: { } d } && shape.Show != Show.Count ? $" ({BandWords.Plain(n)} of {BandWords.Plain(d)})" : "";

    public static string Rating(Judgement judgement) => judgement.Rating switch
    {
        Scorecards.Rating.Green => "● Green",
        Scorecards.Rating.Amber => "▲ Amber",
        Scorecards.Rating.Red => "■ Red",
        _ => "– Not rated",
    };

    public static string Asked(Figure figure) => figure.First == figure.Last
        ? $"At {EnglishDate.Format(figure.Last)}"
        : $"{EnglishDate.Format(figure.First)} to {EnglishDate.Format(figure.Last)}";
}
