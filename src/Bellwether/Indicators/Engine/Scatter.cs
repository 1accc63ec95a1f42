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

/// <summary>One cut of a pass: each case under its member, or the pieces of each block cut by its axes in turn, is counted.</summary>
internal sealed class Sink(IReadOnlyList<Axis> axes, Counter counter)
{
    public void Take(Verdicts verdicts, Block cases, Pieces pieces)
    {
        var members = Members(cases);
        if (members is null)
            foreach (var axis in axes) pieces = axis.Cut(cases, pieces);
        counter.Take(verdicts, cases, pieces, members);
    }

    /// <summary>The member of each case under all axes; null where there are none, or a case may have several.</summary>
    private int[]? Members(Block cases)
    {
        int[]? all = null;
        foreach (var axis in axes)
        {
            if (axis.Members(cases) is not { } own) return null;
            if (all is null) all = own;
            else
                for (var i = 0; i < cases.Count; i++) all[i] = all[i] < 0 || own[i] < 0 ? -1 : (all[i] * axis.Count) + own[i];
        }
        return all;
    }
}

/// <summary>Counts cases by member of a cut and day asked.</summary>
internal abstract class Counter
{
    /// <summary>Takes in the pieces of the block last worked out.</summary>
    /// <param name="memberOf">The member of each case, −1 for one that belongs nowhere; null where each piece says its own.</param>
    public abstract void Take(Verdicts verdicts, Block cases, Pieces pieces, int[]? memberOf);

    /// <summary>The member a piece is counted under; below 0 for none.</summary>
    protected static int Under(in Piece piece, int[]? memberOf) => memberOf is null ? piece.Member : memberOf[piece.Entity];
}

/// <summary>Two counters of the same cut.</summary>
internal sealed class Both<TFirst, TSecond>(TFirst first, TSecond second) : Counter
    where TFirst : Counter
    where TSecond : Counter
{
    public TFirst First => first;

    public TSecond Second => second;

    public override void Take(Verdicts verdicts, Block cases, Pieces pieces, int[]? memberOf)
    {
        first.Take(verdicts, cases, pieces, memberOf);
        second.Take(verdicts, cases, pieces, memberOf);
    }
}
