namespace Bellwether.Indicators.Engine;

/// <summary>What each case met is worth on each day asked, by member, in thousandths: what a median is taken of.</summary>
internal sealed class Worths(Pass pass, Places places, int members) : Counter
{
    private readonly List<long>[] _values = [.. Enumerable.Range(0, members * places.Count).Select(_ => new List<long>())];

    public override void Take(Verdicts verdicts, Block cases, Pieces pieces, int[]? memberOf)
    {
        foreach (ref readonly var piece in pieces.All)
        {
            if (piece.State != State.Met || Under(piece, memberOf) is not (>= 0 and var member)) continue;
            for (int p = piece.From; p < piece.To; p++)
                _values[(member * places.Count) + p].Add(verdicts.ValueOf(piece.Entity, pass.Indicator.Form == CaseForm.Dated ? pass.Horizon : places.Day(p)));
        }
    }

    /// <summary>By member and day, the days in the order asked.</summary>
    public static List<long>[][] Of(IReadOnlyList<Worths> counted, int members, Places places)
    {
        var result = new List<long>[members][];
        for (var m = 0; m < members; m++)
        {
            result[m] = new List<long>[places.Count];
            for (var p = 0; p < places.Count; p++) result[m][places.Order[p]] = [.. counted.SelectMany(own => own._values[(m * places.Count) + p])];
        }
        return result;
    }
}
