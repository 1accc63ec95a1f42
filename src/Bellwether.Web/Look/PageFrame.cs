using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Bellwether.Web.Look;

/// <summary>A line of the service navigation; <paramref name="Current"/> marks the part that the reader is in.</summary>
public sealed record NavLink(string Text, string Href, bool Current = false);

/// <summary>
/// What stands around every page. Each page sets one by <see cref="Set"/> before it is drawn. <see cref="Period"/>,
/// <see cref="DataTo"/> and <see cref="Status"/> are words for the bar under the navigation; null leaves the entry out, as on pages
/// that hold no figures. <see cref="Notice"/> is the banner that no page may drop ("You are Alex Reed, an invented person …").
/// </summary>
public sealed record PageFrame
{
    private const string Key = "Bellwether.PageFrame";

    public string Product { get; init; } = "Bellwether";

    public required string Council { get; init; }

    /// <summary>The page's own name, first in the browser's title.</summary>
    public required string Title { get; init; }

    public IReadOnlyList<NavLink> Navigation { get; init; } = [];

    public string? Period { get; init; }

    public string? DataTo { get; init; }

    public string? Status { get; init; }

    public string? Notice { get; init; }

    /// <summary>A warning on every page that the data is old; null where it is not.</summary>
    public string? Stale { get; init; }

    /// <summary>Prints on A4 lying: for the scorecard.</summary>
    public bool Landscape { get; init; }

    /// <summary>The parts of the product, with the one named <paramref name="current"/> marked. The scorecard's link keeps to the latest period.</summary>
    public static IReadOnlyList<NavLink> Parts(string? current) =>
    [
        new("Scorecard", "/scorecard", current == "Scorecard"),
        new("Worklists", "/worklists", current == "Worklists"),
        new("Benchmarks", "/benchmarks", current == "Benchmarks"),
        new("Targets", "/targets", current == "Targets"),
        new("Packs", "/packs", current == "Packs"),
        new("Data loads", "/loads", current == "Data loads"),
        new("Definitions", "/definitions", current == "Definitions"),
        new("Audit", "/audit", current == "Audit"),
    ];

    public void Set(ViewDataDictionary data)
    {
        ArgumentNullException.ThrowIfNull(data);
        data[Key] = this;
    }

    /// <summary>The frame that the page set. A page without one is a fault of ours: it would hide the notice, so it is not drawn.</summary>
    public static PageFrame Of(ViewDataDictionary data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data[Key] as PageFrame ?? throw new InvalidOperationException("This page set no PageFrame.");
    }

    /// <summary>The entries of the bar in their order, those without words left out.</summary>
    public IEnumerable<(string Term, string Words)> Bar()
    {
        yield return ("Authority", Council);
        if (Period is not null) yield return ("Period", Period);
        if (DataTo is not null) yield return ("Data to", DataTo);
        if (Status is not null) yield return ("Status", Status);
    }
}
