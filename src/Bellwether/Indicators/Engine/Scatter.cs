namespace Bellwether.Indicators.Engine;

/// <summary>Brings the verdict timelines of one pass into the counts of several cuts at once.</summary>
internal sealed class Scatter(Pass pass, IReadOnlyList<Sink> sinks, Places places)
{
    private readonly Verdicts _verdicts = new(pass, places);
    private readonly Segments _segments = new();
    private readonly Pieces _whole = new();

    /// <summary>Counts the cases of rows from <paramref name="row"/> up to, not including, <paramref name="end"/>; no child's rows may be cut in two.</summary>
    public void Run(int row, int end)
    {
        while (_verdicts.Next(ref row, end, _segments, out var cases))
            if (_whole.Of(_segments, places).Count > 0)
                foreach (var sink in sinks) sink.Take(_verdicts, cases, _whole);
    }
}

/// <summary>One cut of a pass: the pieces of each block, cut by its axes in turn, are counted.</summary>
internal sealed class Sink(IReadOnlyList<Axis> axes, Counter counter)
{
    public void Take(Verdicts verdicts, Block cases, Pieces pieces)
    {
        foreach (var axis in axes) pieces = axis.Cut(cases, pieces);
        counter.Take(verdicts, cases, pieces);
    }
}

/// <summary>Counts cases by member of a cut and day asked.</summary>
internal abstract class Counter
{
    /// <summary>Takes in the pieces of the block last worked out.</summary>
    public abstract void Take(Verdicts verdicts, Block cases, Pieces pieces);
}
