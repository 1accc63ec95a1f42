namespace Bellwether.Example;

/// <summary>One period of care being told: its placements and legal statuses, and the episodes that both cut.</summary>
internal sealed class CareTrack
{
    private static readonly string[] Types = ["U6", "U4", "U3", "U1", "U5", "P1", "R1", "K1", "S1", "T0"];

    private readonly List<(DateOnly From, string Code)> _legal = [];
    private readonly List<(DateOnly From, string Type, string Reason)> _moves = [];

    public CareTrack(Case c, DateOnly start)
    {
        Case = c;
        Start = Scene.Promptly(c.Rng, start, c.Referral.Made.Recorded);
        Id = c.Scene.Id("CLA");
        Restless = c.Rng.Weighted(780, 145, 75);
    }

    public Case Case { get; }
    public Rng Rng => Case.Rng;
    public string Id { get; }
    public Entry Start { get; }
    public DateOnly EndsOn { get; private set; }
    public CareEnd Kind { get; private set; }
    public CarePeriod Period { get; private set; } = null!;
    /// <summary>0 settled, 1 unsettled, 2 on the move.</summary>
    public int Restless { get; }
    public AdoptionDates? Adoption { get; set; }
    public List<DateOnly> PlacementStarts { get; } = [];

    public int AgeOn(DateOnly day) => Case.AgeOn(day);

    /// <summary>The last day worth telling: the end, or the horizon.</summary>
    public DateOnly Until => Scene.Earlier(EndsOn, Case.Scene.To.AddDays(1));

    public void Finish(CareEnd kind, DateOnly end)
    {
        (Kind, EndsOn) = (kind, end);
        var reason = EndReason();
        var need = Case.Child.Uasc ? "N8" : Case.Referral.Need is "N9" or "N0" ? "N5" : Case.Referral.Need;
        Period = new CarePeriod(Id, Case.Referral, Case.Child, Start, Case.Scene.PromptEnd(Rng, end, Start), reason, need, false);
        Case.World.CarePeriods.Add(Period);
        Legal();
        Moves();
        Write(reason);
    }

    private string EndReason() => Kind switch
    {
        CareEnd.Home or CareEnd.Later => Rng.Chance(650) ? "E4A" : Rng.Chance(600) ? "E4B" : "E13",
        CareEnd.Guardian => Rng.Pick(["E45", "E46", "E47", "E41"]),
        CareEnd.Adopted => Rng.Chance(300) ? "E11" : "E12",
        CareEnd.Adult => EndsOn < Case.Adult ? "E47" : Rng.Pick(["E5", "E5", "E6", "E17", "E7", "E8"]),
        _ => Rng.Pick(["E8", "E3", "E9", "E8"]),
    };

    private void Legal()
    {
        var day = Start.On;
        var court = Kind is CareEnd.Guardian or CareEnd.Adopted || (Kind == CareEnd.Adult && AgeOn(day) < 13) || Rng.Chance(300);
        if (Case.Child.Uasc || !court)
        {
            _legal.Add((day, Rng.Chance(980) ? "V2" : "J1"));
            return;
        }
        if (Rng.Chance(180))
        {
            _legal.Add((day, Rng.Pick(["L1", "L2"])));
            day = day.AddDays(Rng.Between(2, 8));
        }
        else if (Rng.Chance(300))
        {
            _legal.Add((day, "V2"));
            day = day.AddDays(Rng.Between(20, 120));
        }
        _legal.Add((day, "C1"));
        var full = day.AddDays(Rng.Between(160, 280));
        if (Kind != CareEnd.Guardian && full < EndsOn) _legal.Add((Adoption is { } a && a.Order < full ? a.Order.AddDays(-5) : full, "C2"));
        if (Adoption is { } placing) _legal.Add((placing.Order, "E1"));
        if (Adoption is { Reversed: { } reversed }) _legal.Add((reversed, "C2"));
    }

    private void Moves()
    {
        var day = Start.On;
        _moves.Add((day, FirstPlace(day), ""));
        while (true)
        {
            var first = day == Start.On;
            var gap = Restless switch
            {
                0 => first && Rng.Chance(330) ? Rng.Between(15, 120) : Rng.Spread((100, 400, 1100), (900, 1300, 5000)),
                1 => Rng.Spread((300, 20, 120), (400, 121, 400), (300, 401, 900)),
                _ => Rng.Spread((350, 6, 50), (400, 51, 150), (250, 151, 420)),
            };
            day = day.AddDays(gap);
            if (Adoption is { Placed: { } placed } && day >= placed.AddDays(-20)) break;
            if (day >= EndsOn || day > Case.Scene.To) break;
            _moves.Add((day, Place(day), Rng.Pick(["CARPL", "CREQB", "CHILD", "LAREQ", "PLACE", "CREQO"])));
        }
        if (Adoption is { Placed: { } on } && on < EndsOn) _moves.Add((on, Adoption.ByCarer ? "A5" : "A6", "CARPL"));
    }

    private string FirstPlace(DateOnly day) => !Case.Child.Uasc ? Place(day) : Rng.Chance(600) ? Supported(day) : "U6";

    private static string Supported(DateOnly day) => day >= new DateOnly(2023, 10, 28) ? "K3" : "H5";

    private string Place(DateOnly day)
    {
        var age = AgeOn(day);
        if (age >= 16 && Rng.Chance(370)) return Supported(day);
        if (age >= 10 && Rng.Chance(230)) return "K2";
        return Types[Rng.Weighted(450, 170, 120, 70, 25, 65, 25, age >= 12 ? 8 : 0, age >= 8 ? 12 : 0, 15)];
    }

    private void Write(string endReason)
    {
        var scene = Case.Scene;
        var changes = new SortedSet<DateOnly>(_legal.Select(l => l.From).Concat(_moves.Select(m => m.From)));
        changes.RemoveWhere(d => d >= EndsOn || d > scene.To);
        var placements = Placements(changes);
        var legal = _legal.Where(l => changes.Contains(l.From)).OrderBy(l => l.From).ToList();
        var began = Start;
        for (var i = 0; i < legal.Count; i++)
        {
            var ended = i + 1 < legal.Count ? scene.PromptEnd(Rng, legal[i + 1].From, began) : Period.End;
            Case.World.LegalStatuses.Add(new LegalStatus(scene.Id("LEG"), Period, began, ended, legal[i].Code));
            began = ended ?? began;
        }
        began = Start;
        var days = changes.ToList();
        for (var i = 0; i < days.Count; i++)
        {
            var day = days[i];
            var moved = _moves.Exists(m => m.From == day);
            var law = _legal.Exists(l => l.From == day);
            var last = i + 1 == days.Count;
            var ended = last ? Period.End : scene.PromptEnd(Rng, days[i + 1], began);
            Case.World.CareEpisodes.Add(new CareEpisode(scene.Id("EPI"), Period, placements.Last(p => p.From <= day).Id, began,
                i == 0 ? "S" : moved && law ? "B" : moved ? "P" : "L", legal.Last(l => l.From <= day).Code, ended, last ? endReason : "X1"));
            began = ended ?? began;
        }
    }

    private List<(DateOnly From, string Id)> Placements(SortedSet<DateOnly> changes)
    {
        var scene = Case.Scene;
        var kept = _moves.Where(m => changes.Contains(m.From)).OrderBy(m => m.From).ToList();
        var ids = new List<(DateOnly, string)>();
        var began = Start;
        for (var i = 0; i < kept.Count; i++)
        {
            var (from, type, _) = kept[i];
            var ended = i + 1 < kept.Count ? scene.PromptEnd(Rng, kept[i + 1].From, began) : Period.End;
            var provider = type is "T0" ? "" : type is "P1" ? "PR0" : type is "K2" or "K3" or "H5" or "R1" or "S1" or "K1" ? (Rng.Chance(820) ? "PR4" : "PR1") : Rng.Chance(620) ? "PR1" : "PR4";
            var miles = Rng.Chance(15) ? 999.9m : Rng.Spread((550, 0, 90), (300, 91, 200), (150, 201, 1400)) / 10m;
            var placement = new Placement(scene.Id("PLC"), Period, began, ended, type, provider,
                type is "K2" or "K3" or "K1" ? "SC" + (400000 + Rng.Below(900)) : "", miles, Rng.Pick(Rng.Pick(Council.Districts).Sectors), i + 1 < kept.Count ? kept[i + 1].Reason : "");
            Case.World.Placements.Add(placement);
            PlacementStarts.Add(from);
            ids.Add((from, placement.Id));
            Meet(placement);
            began = ended ?? began;
        }
        return ids;
    }

    // A meeting before the placement starts, in time, late, or never.
    private void Meet(Placement placement)
    {
        var level = Levels.At(Level.Meetings, placement.Start.On, Case.District);
        var day = placement.Start.On;
        if (Rng.Chance(level)) day = Rng.Chance(220) ? day.AddDays(-Rng.Between(1, 6)) : OfficeDays.After(day, Rng.Between(1, 5));
        else if (Rng.Chance(600)) day = OfficeDays.After(day, Rng.Between(6, 25));
        else return;
        if (day < placement.Start.On && day < Start.On) day = Start.On;
        if (day <= Case.Scene.To) Case.World.Meetings.Add(new PlacementMeeting(placement, Scene.Enter(Rng, day, placement.Start.Recorded)));
    }
}
