using Bellwether.Calendar;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>The journeys with the clocks' turns in them, for one set of swapped limits: a variant that swaps a limit has clocks of its own.</summary>
internal sealed class World(
    Journeys.Journeys journeys, LookUps lookUps, DayTables tables, IReadOnlyDictionary<string, Limit> swapped,
    IReadOnlyDictionary<string, Timescale> timescales, IReadOnlyList<BoundClock> clocks, Scratch scratch)
{
    public DayTables Tables => tables;

    public Journeys.Journeys Journeys { get; private set; } = journeys;

    /// <summary>The journeys with every clock that an indicator asks about.</summary>
    public Journeys.Journeys For(BoundIndicator indicator)
    {
        foreach (var kind in TreeWalk.Kinds(indicator))
        {
            if (clocks.FirstOrDefault(c => c.Id == kind.Name) is not { } clock || Journeys.Kinds.Find(kind.Name) is not null) continue;
            var turns = new BoundIndicator(clock.Id, "", clock.For, CaseForm.Open, null, [], null, null, null, null, Per.Record, Show.Count, true, false, swapped);
            var pass = new Pass(Journeys, lookUps, tables, turns, Window.Snapshot, Journeys.DataDate.DayNumber, Spans.Ever, scratch);
            Journeys = Journeys.With(new ClockRun(pass, clock, timescales).Run());
        }
        return Journeys;
    }
}
