using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Counts different values of a field among cases, by member and day asked. Stretches are kept while the pass runs; then each value's own
/// are counted as differences, and a day on which any is open counts one.
/// </summary>
internal sealed class Different(Pass pass, Node of, int members, Places places) : Counter
{
    private readonly Expressions _expressions = new(pass);
    private Stretch[] _stretches = new Stretch[256];
    private int _count, _most;
    private Cells _values = null!;

    public override void Begin(Verdicts verdicts, Block cases) => _values = _expressions.Still(of, cases);

    public override void Put(int i, int member, int from, int to, State state)
    {
        if (state != State.Met) return;
        for (var reader = new StepReader(_values, i); from < to; reader.Next())
        {
            if (reader.Until <= from) continue;
            var until = Math.Min(reader.Until, to);
            var (first, next) = (places.Place(from), places.Place(until));
            if (reader.Value is not (Cells.None or Cells.Unknown) && first < next)
            {
                _stretches = Scratch.Room(_stretches, _count);
                _stretches[_count++] = new Stretch((int)reader.Value, member, (ushort)first, (ushort)next);
                _most = Math.Max(_most, (int)reader.Value);
            }
            from = until;
        }
    }

    /// <summary>By member, in the order in which the days were asked.</summary>
    public static long[][] Counts(IReadOnlyList<Different> counted, Places places)
    {
        var (width, members) = (places.Count + 1, counted[0].Members);
        var (counts, open) = (new int[members * width], new int[members * width]);
        var touched = new List<int>();
        var isTouched = new bool[members];
        var all = ByValue(counted);
        for (var s = 0; s < all.Length; s++)
        {
            var (value, member, from, to) = all[s];
            if (!isTouched[member])
            {
                isTouched[member] = true;
                touched.Add(member);
            }
            open[(member * width) + from]++;
            open[(member * width) + to]--;
            if (s + 1 == all.Length || all[s + 1].Value != value) Close();
        }
        var result = new long[members][];
        for (var m = 0; m < members; m++)
        {
            result[m] = new long[places.Count];
            for (var p = 0; p < places.Count; p++) result[m][places.Order[p]] = counts[(m * width) + p];
        }
        return result;

        void Close()
        {
            foreach (var member in touched)
            {
                var (at, now) = (member * width, 0);
                for (var p = 0; p < places.Count; p++)
                {
                    now += open[at + p];
                    if (now > 0) counts[at + p]++;
                }
                open.AsSpan(at, width).Clear();
                isTouched[member] = false;
            }
            touched.Clear();
        }
    }

    private int Members => members;

    /// <summary>Every stretch, those of one value together: a counting sort.</summary>
    private static Stretch[] ByValue(IReadOnlyList<Different> counted)
    {
        var most = counted.Max(own => own._most);
        var next = new int[most + 2];
        foreach (var own in counted)
            foreach (ref readonly var stretch in own._stretches.AsSpan(0, own._count)) next[stretch.Value + 1]++;
        for (var v = 0; v <= most; v++) next[v + 1] += next[v];
        var sorted = new Stretch[next[most + 1]];
        foreach (var own in counted)
            foreach (ref readonly var stretch in own._stretches.AsSpan(0, own._count)) sorted[next[stretch.Value]++] = stretch;
        return sorted;
    }

    private readonly record struct Stretch(int Value, int Member, ushort From, ushort To);
}
