namespace Bellwether.Web.Look;

/// <summary>The four things a rating can look like.</summary>
public enum RatingLook { Green, Amber, Red, NotRated }

/// <summary>
/// A rating as it is drawn: colour word, meaning, and a shape whose outline differs from the others', so that it is read in grey
/// print and by ear. <paramref name="Reason"/> is required reading where there is no rating ("no target"), and is shown only there.
/// </summary>
public sealed record RatingTag(RatingLook Look, string? Reason = null)
{
    public string Name => Look == RatingLook.NotRated ? "Not rated" : Look.ToString();

    public string? Meaning => Look switch
    {
        RatingLook.Green => "on target",
        RatingLook.Amber => "within tolerance",
        RatingLook.Red => "off target",
        _ => null,
    };

    public string Shape => Look switch { RatingLook.Green => "●", RatingLook.Amber => "▲", RatingLook.Red => "■", _ => "–" };

    /// <summary>Last part of the class names: bw-rating--green, bw-count--green.</summary>
    public string Class => Look == RatingLook.NotRated ? "none" : Look.ToString().ToLowerInvariant();
}

/// <summary>How many indicators have a rating, and how many more (or fewer, below zero) than the period before; null when there was none.</summary>
public sealed record RatingCount(RatingLook Look, int Count, int? Change);
