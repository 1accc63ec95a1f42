using Bellwether.Journeys;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Shares the rows of a kind among threads, whole subjects to each share. Every thread counts into something of its own, made once for it;
/// sums of whole numbers come out the same in any order.
/// </summary>
/// <param name="rows">The rows to share.</param>
/// <param name="threads">How many threads at most.</param>
/// <param name="leastRows">How many rows a thread must have to be worth starting.</param>
internal sealed class Shares(KindRows rows, int threads, int leastRows)
{
    public List<T> Run<T>(Func<int, T> make, Action<T, int, int> count)
        where T : class
    {
        var first = make(0);
        var wanted = Math.Min(threads, rows.Count / leastRows);
        if (wanted < 2)
        {
            count(first, 0, rows.Count);
            return [first];
        }
        var bounds = Bounds(wanted * 4);
        var made = new List<T> { first };
        var next = -1;
        for (var t = 1; t < wanted; t++) made.Add(make(t));
        Parallel.ForEach(made, new ParallelOptions { MaxDegreeOfParallelism = wanted }, own =>
        {
            for (int share; (share = Interlocked.Increment(ref next)) + 1 < bounds.Count;) count(own, bounds[share], bounds[share + 1]);
        });
        return made;
    }

    private List<int> Bounds(int shares)
    {
        var bounds = new List<int> { 0 };
        for (var s = 1; s < shares; s++)
        {
            var at = (int)((long)rows.Count * s / shares);
            while (at < rows.Count && at > 0 && rows.Subject[at] == rows.Subject[at - 1]) at++;
            if (at > bounds[^1]) bounds.Add(at);
        }
        bounds.Add(rows.Count);
        return bounds;
    }
}
