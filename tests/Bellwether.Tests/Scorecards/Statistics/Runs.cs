using Bellwether.Calendar;
using Bellwether.Scorecards;

namespace Bellwether.Tests.Scorecards.Statistics;

/// <summary>Series for tests, month after month from April 2024.</summary>
internal static class Runs
{
    public static readonly Month First = new(2024, 4);

    public static IReadOnlyList<SeriesPoint> Of(params decimal[] values) => [.. values.Select((v, i) => new SeriesPoint(First.Add(i), v))];

    public static IReadOnlyList<SeriesPoint> Shares(params (decimal N, decimal D)[] shares) =>
        [.. shares.Select((s, i) => new SeriesPoint(First.Add(i), 100 * s.N / s.D, s.N, s.D))];

    public static decimal[] Repeat(int times, params decimal[] values) => [.. Enumerable.Repeat(values, times).SelectMany(v => v)];
}
