using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Publications;
using Bellwether.Scorecards;

namespace Bellwether.Web.Look;

/// <summary>What pages say beside <see cref="FigureWords"/>: tags and verdicts.</summary>
internal static class Said
{
    /// <inheritdoc cref="FigureWords.Unit"/>
    public static string Unit(Shape shape) => FigureWords.Unit(shape);

    /// <inheritdoc cref="FigureWords.UnitWords"/>
    public static string UnitWords(Shape shape) => FigureWords.UnitWords(shape);

    /// <inheritdoc cref="FigureWords.Value"/>
    public static string Value(Figure figure, Shape shape) => FigureWords.Value(figure, shape);

    /// <inheritdoc cref="FigureWords.Counts"/>
    public static string Counts(Figure figure) => FigureWords.Counts(figure);

    /// <inheritdoc cref="FigureWords.NextBand"/>
    public static string NextBand(Judgement judgement, Shape shape) => FigureWords.NextBand(judgement, shape);

    /// <inheritdoc cref="FigureWords.Target"/>
    public static string Target(Target? target, Shape shape) => FigureWords.Target(target, shape);

    /// <inheritdoc cref="FigureWords.Kind"/>
    public static string Kind(string kind) => FigureWords.Kind(kind);

    /// <inheritdoc cref="FigureWords.Better"/>
    public static string Better(Better better) => FigureWords.Better(better);

    /// <inheritdoc cref="FigureWords.Change"/>
    public static string Change(decimal? change, Shape shape) => FigureWords.Change(change, shape);

    /// <inheritdoc cref="FigureWords.Way"/>
    public static string Way(decimal? change, Shape shape) => FigureWords.Way(change, shape);

    /// <summary>The tag of a rating, with its reason where there is none.</summary>
    public static RatingTag Tag(Judgement judgement) =>
        judgement.Rating is { } rating ? new RatingTag(LookOf(rating)) : new RatingTag(RatingLook.NotRated, judgement.Reason);

    public static RatingLook LookOf(Rating? rating) => rating switch
    {
        Rating.Red => RatingLook.Red,
        Rating.Amber => RatingLook.Amber,
        Rating.Green => RatingLook.Green,
        _ => RatingLook.NotRated,
    };

    /// <inheritdoc cref="FigureWords.Word"/>
    public static string Word(Rating? rating) => FigureWords.Word(rating);

    /// <summary>The verdict on a case.</summary>
    public static string Verdict(Verdict verdict) => verdict switch
    {
        Indicators.Verdict.Met => "Met",
        Indicators.Verdict.NotMet => "Not met",
        Indicators.Verdict.Unknown => "The record doesn’t say",
        Indicators.Verdict.Running => "Time still running",
        _ => "Not yet a case",
    };

    /// <summary>A whole number with its separators.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="FigureWords.WindowName"/>
    public static string WindowName(Window window) => FigureWords.WindowName(window);
}
