using Bellwether.Indicators;
using Bellwether.Scorecards;

namespace Bellwether.Web.Look;

/// <summary>What pages say beside <see cref="Publications.FigureWords"/>: tags and verdicts.</summary>
internal static class Said
{
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

    /// <summary>The verdict on a case.</summary>
    public static string Verdict(Verdict verdict) => verdict switch
    {
        Indicators.Verdict.Met => "Met",
        Indicators.Verdict.NotMet => "Not met",
        Indicators.Verdict.Unknown => "The record doesn’t say",
        Indicators.Verdict.Running => "Time still running",
        _ => "Not yet a case",
    };
}
