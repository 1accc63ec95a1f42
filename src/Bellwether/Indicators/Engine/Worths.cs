using Bellwether.Calendar;

namespace Bellwether.Indicators.Engine;

/// <summary>What each case met is worth on each day asked, by member, in thousandths: what a median is taken of.</summary>
internal sealed class Worths(Pass pass, Places places, int members) : Counter
{
    private readonly List<long>[] _values = [.. Enumerable.Range(0, members * places.Count).Select(_ => new List<long>())];
    private Verdicts _verdicts = null!;

    public override void Begin(Verdicts verdicts, Block cases) => _verdicts = verdicts;

    public override void Put(int i, int member, int from, int to, State state)
    {
        if (state != State.Met) return;
        for (int p = places.Place(from), end = places.Place(to); p < end; p++)
            _values[(member * places.Count) + p].Add(_verdicts.ValueOf(i, pass.Indicator.Form == CaseForm.Dated ? pass.Horizon : places.Day(p)));
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
