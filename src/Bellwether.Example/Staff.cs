using System.Globalization;

namespace Bellwether.Example;

/// <summary>A worker's place in one team, and what lies on the desk.</summary>
internal sealed class Seat(Worker worker, string team, DateOnly start)
{
    public Worker Worker { get; } = worker;
    public string Team { get; } = team;
    public DateOnly Start { get; } = start;
    public List<Holding> Held { get; } = [];
    public bool Gone { get; set; }
    public decimal Load => Worker.Fte == 0 ? 0 : Held.Count / Worker.Fte;
}

/// <summary>A child's stage while somebody, or nobody, holds it.</summary>
internal sealed class Holding(Stage stage)
{
    public Stage Stage { get; } = stage;
    public string Team { get; set; } = stage.Team;
    public Seat? Seat { get; set; }
    public DateOnly Since { get; set; }
    public bool Open { get; set; }
    /// <summary>Is anything written down at all while nobody holds it?</summary>
    public bool Noted { get; set; } = true;
    /// <summary>The last end entered: the next start is entered with it.</summary>
    public Entry? Last { get; set; }
}

/// <summary>The people of the teams: hired towards the work there is, leaving as people do, counted at each month's end.</summary>
internal sealed class Staff(Scene scene, ulong seed)
{
    private static readonly string[] Titles = ["Social Worker", "Social Worker", "Social Worker", "Senior Social Worker", "Newly Qualified Social Worker", "Advanced Practitioner"];

    private readonly Rng _rng = new(seed, 2);
    private readonly Dictionary<string, decimal> _established = [];
    private int _number;

    public List<Seat> Seats { get; } = [];
    public Dictionary<string, List<Seat>> Workers { get; } = Council.Teams.ToDictionary(t => t.Code, _ => new List<Seat>());
    public Dictionary<string, Seat> Managers { get; } = [];
    public Dictionary<string, Seat> Assistants { get; } = [];
    public Seat? Tray { get; private set; }

    public void Begin(DateOnly day)
    {
        foreach (var team in Council.Teams)
        {
            Managers[team.Code] = Sit("Team Manager", 1, true, false, team.Code, day);
            Assistants[team.Code] = Sit("Social Work Assistant", 1, false, false, team.Code, day);
        }
        Tray = Sit("Duty Tray", 0, false, false, "FD", day);
    }

    /// <summary>Once a month: who leaves in it, who starts in it. Days are within the month.</summary>
    public IEnumerable<(DateOnly Day, Seat? Leaver, string HireFor)> Plan(DateOnly first, Func<string, int> work)
    {
        foreach (var team in Council.Teams)
        {
            if (team.ClosedOn <= first) continue;
            var seats = Workers[team.Code];
            var wanted = Wanted(team, work(team.Code), first);
            if (first.Month is 4 or 10 || !_established.ContainsKey(team.Code)) _established[team.Code] = Math.Ceiling(wanted * 2) / 2;
            var fte = seats.Sum(s => s.Worker.Fte);
            foreach (var seat in seats.ToArray())
            {
                var surplus = fte - seat.Worker.Fte > wanted + 1;
                if (!_rng.Chance(seat.Worker.Agency ? (surplus ? 300 : 35) : surplus ? 60 : 11) || seats.Count == 1) continue;
                fte -= seat.Worker.Fte;
                yield return (first.AddDays(_rng.Between(0, 27)), seat, "");
            }
            for (; fte + 0.4m < wanted; fte += 0.9m) yield return (first.AddDays(_rng.Between(0, 20)), null, team.Code);
        }
    }

    private static decimal Wanted(Team team, int work, DateOnly day)
    {
        var caseload = team.Kind switch { "CSWT" => Levels.At(Level.Caseload, day, -1) / 10m, "DUTY" => 12m, "LAC" => 15m, "DCT" => 20m, _ => 18m };
        if (team.District.Length > 0) caseload += -Council.Districts.First(d => d.Code == team.District).Quality / 25m;
        return Math.Max(1, work / caseload);
    }

    public Seat Hire(string team, DateOnly day) =>
        Sit(_rng.Pick(Titles), _rng.Weighted(700, 120, 100, 80) switch { 0 => 1m, 1 => 0.8m, 2 => 0.6m, _ => 0.5m }, true, _rng.Chance(150), team, day);

    private Seat Sit(string title, decimal fte, bool qualified, bool agency, string team, DateOnly day)
    {
        var n = ++_number;
        var worker = new Worker("W" + n.ToString("D4", CultureInfo.InvariantCulture), title, fte, qualified ? "SW" + (900_000 + (n * 13)).ToString(CultureInfo.InvariantCulture) : "", agency);
        scene.World.Workers.Add(worker);
        var seat = new Seat(worker, team, day);
        Seats.Add(seat);
        if (title is not ("Team Manager" or "Social Work Assistant" or "Duty Tray")) Workers[team].Add(seat);
        return seat;
    }

    public Seat Move(Seat seat, string team, DateOnly day)
    {
        Leave(seat, day);
        var moved = new Seat(seat.Worker, team, day);
        Seats.Add(moved);
        Workers[team].Add(moved);
        return moved;
    }

    public void Leave(Seat seat, DateOnly day)
    {
        seat.Gone = true;
        Workers[seat.Team].Remove(seat);
        seat.Worker.Posts.Add(new Post(seat.Worker, seat.Team, seat.Start, day));
    }

    public void Finish()
    {
        foreach (var seat in Seats)
            if (!seat.Gone) seat.Worker.Posts.Add(new Post(seat.Worker, seat.Team, seat.Start, null));
    }

    /// <summary>The establishment as at a month's last day.</summary>
    public void Count(DateOnly monthEnd)
    {
        var first = new DateOnly(monthEnd.Year, monthEnd.Month, 1);
        foreach (var team in Council.Teams)
        {
            if (team.ClosedOn <= monthEnd) continue;
            var seats = Workers[team.Code];
            decimal own = seats.Where(s => !s.Worker.Agency).Sum(s => s.Worker.Fte), agency = seats.Where(s => s.Worker.Agency).Sum(s => s.Worker.Fte);
            var starters = seats.Where(s => !s.Worker.Agency && s.Start >= first).Sum(s => s.Worker.Fte);
            var leavers = Seats.Where(s => s.Gone && s.Team == team.Code && !s.Worker.Agency && s.Worker.Posts[^1].End >= first).Sum(s => s.Worker.Fte);
            var established = Math.Max(_established.GetValueOrDefault(team.Code), own);
            scene.World.Establishment.Add(new EstablishmentLine(monthEnd, team.Code, "SW", established, own, agency, established - own, starters, leavers));
        }
    }
}
