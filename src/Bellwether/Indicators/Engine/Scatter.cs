namespace Bellwether.Indicators.Engine;

/// <summary>Brings verdict timelines into tallies, cut where the breakdown's member changes.</summary>
internal sealed class Scatter(Pass pass, Membership members, Tallies tallies)
{
    private readonly Segments _segments = new();

    /// <summary>Counts the cases of rows from <paramref name="row"/> up to, not including, <paramref name="end"/>.</summary>
    public void Run(int row, int end)
    {
        var verdicts = new Verdicts(pass);
        var dated = pass.Indicator.Form == CaseForm.Dated;
        while (verdicts.Next(ref row, end, tallies.First, tallies.Last, _segments, out var cases))
        {
            for (var k = 0; k < _segments.Count; k++)
            {
                var (i, from, to, state) = (_segments.Entity[k], _segments.From[k], _segments.To[k], _segments.State[k]);
                if (dated) Put(verdicts, cases, i, members.At(cases, i, cases.Date[i]), from, to, state);
                else Cut(verdicts, cases, i, from, to, state);
            }
        }
    }

    private void Cut(Verdicts verdicts, Block cases, int i, int from, int to, State state)
    {
        var (starts, _, next, s) = members.Steps(cases, i);
        while (s + 1 < next && starts[s + 1] <= from) s++;
        for (; s < next && from < to; s++)
        {
            var until = s + 1 < next ? Math.Min(starts[s + 1], to) : to;
            Put(verdicts, cases, i, members.Member(cases, i, s), from, until, state);
            from = until;
        }
    }

    private void Put(Verdicts verdicts, Block cases, int i, int member, int from, int to, State state)
    {
        tallies.Add(member, state, from, to);
        if (state != State.Met) return;
        if (verdicts.Value is not { } value)
        {
            tallies.AddValue(member, from, to, 1000, 0);
            return;
        }
        if (pass.Indicator.Form == CaseForm.Dated)
        {
            tallies.AddValue(member, from, to, value.IsMoving ? 0 : value.At(i, pass.Horizon), 0);
            return;
        }
        for (var reader = new StepReader(value.IsMoving ? value.Anchor! : value, i); from < to; reader.Next())
        {
            if (reader.Until <= from) continue;
            var until = Math.Min(reader.Until, to);
            if (value.IsMoving) tallies.AddValue(member, from, until, -1000L * value.Sign * reader.Value, 1000L * value.Sign);
            else tallies.AddValue(member, from, until, reader.Value, 0);
            from = until;
        }
    }
}
