using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>What the gate reads beside figures: loads. Only the gate holds it.</summary>
/// <param name="Home">The home.</param>
/// <param name="Load">Number of the load that the figures know; 0 where nothing was loaded.</param>
/// <param name="LoadedAt">When that was.</param>
/// <param name="Turn">The lock around the home.</param>
internal sealed record Shelves(Home Home, int Load, DateTimeOffset? LoadedAt, Lock Turn)
{
    /// <summary>The day as at whose close things are known; null for now.</summary>
    public DateOnly? KnownAt { get; init; }

    /// <summary>What was known after another load.</summary>
    public Func<int, Knowledge> KnownAfter { get; init; } = load => Home.AsKnown(load);

    /// <summary>What each load told.</summary>
    public Tellings? Tellings { get; init; }

    /// <summary>Files that came through the browser; null where pages are not served.</summary>
    public Uploads? Uploads { get; init; }
}
