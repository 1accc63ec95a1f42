using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>An indicator that hangs together with another, with its own figure of the day.</summary>
/// <param name="How">drives, outcome of or quality of: how the other stands to this one.</param>
/// <param name="Found">This one.</param>
/// <param name="Rated">Its figure in its own first window, rated by its own target; no rating of the other rests on it.</param>
public sealed record Linked(string How, Found Found, Rated Rated)
{
    /// <summary>Those that a definition names under <c>related</c>, in its order. One that can't be computed from any file is left out.</summary>
    public static IReadOnlyList<Linked> Of(Performance performance, Definition definition, DateOnly day) =>
        [.. definition.Related.All.Select(r => (r.Word, Found: performance.Catalogue.Find(r.Id))).Where(r => r.Found is { Bound: not null })
            .Select(r => new Linked(r.Word, r.Found!, performance.At(r.Found!, day)))];

    /// <summary>How it is shown.</summary>
    public Shape Shape => Performance.ShapeOf(Found);
}
