namespace Bellwether.Journeys.Building;

/// <summary>A part of the work that no other part waits for.</summary>
/// <param name="Rows">How many rows it goes through.</param>
/// <param name="Do">Finds into what it is given.</param>
internal sealed record Part(int Rows, Action<FoundThings> Do);

/// <summary>Runs parts on as many threads as there are processors. What they find stands in the order of the parts, whoever is done first.</summary>
internal static class SideBySide
{
    // Fewer rows are done before a thread has started.
    private const int WorthAThread = 20_000;

    public static void Run(IReadOnlyList<Part> parts, FoundThings found)
    {
        FoundThings[] own = [.. parts.Select(_ => found.Part())];
        int[] largestFirst = [.. Enumerable.Range(0, own.Length).OrderByDescending(p => parts[p].Rows)];
        var next = -1;
        var threads = parts.Sum(p => (long)p.Rows) < WorthAThread ? 1 : Math.Min(Environment.ProcessorCount, own.Length);
        Task[] others = [.. Enumerable.Range(1, Math.Max(threads, 1) - 1).Select(_ => Task.Run(Take))];
        try { Take(); }
        finally { Task.WaitAll(others); }
        foreach (var part in own) found.Add(part);

        void Take()
        {
            for (int at; (at = Interlocked.Increment(ref next)) < largestFirst.Length;) parts[largestFirst[at]].Do(own[largestFirst[at]]);
        }
    }
}
