namespace Bellwether.Writers.Svg;

/// <summary>Where a trend will stand: how wide it is drawn and how high its plot, in drawing units of which type is 14 high.</summary>
public sealed record ChartPlace(double Width, double PlotHeight)
{
    /// <summary>On a page of the site.</summary>
    public static ChartPlace Page { get; } = new(760, 230);

    /// <summary>In a document: across A4 at most 6 cm high with type near 11 point.</summary>
    public static ChartPlace Document { get; } = new(640, 140);
}
