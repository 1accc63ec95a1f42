using Bellwether.Calendar;
using Bellwether.Writers.Xlsx;

namespace Bellwether.Example;

/// <summary>What the lists share: the window, the prefix of every row, and who holds a child on the day.</summary>
internal sealed class AnnexView
{
    private readonly Dictionary<Person, Involvement> _holder = [];

    public AnnexView(World world, DateOnly on)
    {
        Extract = new Extract(world, on);
        SixMonths = on.AddMonths(-6);
        Year = on.AddYears(-1);
        foreach (var i in world.Involvements)
        {
            if (i.Role != "CW" || i.Start.Recorded > on || Extract.Ended(i.End)) continue;
            if (!_holder.TryGetValue(i.Child, out var other) || other.Start.On < i.Start.On) _holder[i.Child] = i;
        }
    }

    public Extract Extract { get; }
    public World World => Extract.World;
    public DateOnly On => Extract.On;
    public DateOnly SixMonths { get; }
    public DateOnly Year { get; }

    public bool Lately(Entry e) => e.Recorded <= On && e.On > SixMonths;

    /// <summary>Open on the day, or ended in the last six months, as known.</summary>
    public bool Current(Entry start, Entry? end) => start.Recorded <= On && (!Extract.Ended(end) || end!.Value.On > SixMonths);

    public Cell Day(Entry? e) => e is { } d && d.Recorded <= On ? Cell.Date(d.On) : Cell.Blank;

    public Cell[] Prefix(Person p, DateOnly recordDate)
    {
        var known = p.BirthKnownBy(On) && p.Born <= On;
        return
        [
            Cell.Text(p.IdFor(recordDate, On)), Cell.Text(AnnexCodes.Gender(known ? p.Sex : "U")), Cell.Text(AnnexCodes.Ethnicity(p.Ethnicity)),
            Cell.Date(known ? p.Born : p.Expected), Cell.Number(known ? Ages.On(p.Born, On) : -1),
        ];
    }

    public static Cell[] Disabled(Person p) => [Cell.Text(AnnexCodes.Yes(p.Disabilities.Length > 0))];

    /// <summary>Team name and worker id on the day; both blank where nobody holds the child.</summary>
    public Cell[] Allocated(Person p) => !_holder.TryGetValue(p, out var i)
        ? [Cell.Blank, Cell.Blank]
        : [Cell.Text(Council.TeamOf(i.Team).NameOn(On)), Cell.Text(i.Worker?.Id ?? "")];

    /// <summary>How many of a child's dates fall in the twelve months before the day, the current one left out.</summary>
    public int Earlier(IEnumerable<DateOnly> dates) => Math.Max(0, dates.Count(d => d > Year && d <= On) - 1);
}
