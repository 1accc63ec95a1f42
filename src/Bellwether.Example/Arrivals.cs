namespace Bellwether.Example;

/// <summary>Who comes to the front door, day by day: new families, families that come back, and unaccompanied children.</summary>
internal sealed class Arrivals(Scene scene, ulong seed, double size)
{
    // New families a year for the whole council; with those that return this gives England's referral rate.
    private const double FamiliesAYear = 880;
    private const double UnaccompaniedAYear = 22;
    private const double OtherContactsAYear = 2000;

    private readonly Families _families = new(scene, seed);
    private readonly Rng _rng = new(seed, 1);
    private readonly PriorityQueue<(Family Family, Person[] Children), (DateOnly, int)> _returns = new();
    private int _queued;

    public void Run(DateOnly from)
    {
        double clock = 0, next = _rng.Wait(), uasc = _rng.Wait(), other = _rng.Wait(), alone = 0, calls = 0;
        for (var day = from; day <= scene.To; day = day.AddDays(1))
        {
            var share = (OfficeDays.IsOpen(day) ? 1.4 : 0.15) * Levels.At(Level.Demand, day, -1) / 1000 * Season(day.Month) / 365.25 * size;
            for (clock += FamiliesAYear * share; clock >= next; next += _rng.Wait()) Refer(_families.Make(day), null, day);
            for (alone += UnaccompaniedAYear / 365.25 * size; alone >= uasc; uasc += _rng.Wait()) Unaccompanied(day);
            while (_returns.TryPeek(out var back, out var when) && when.Item1 <= day)
            {
                _returns.Dequeue();
                Refer(back.Family, back.Children, day);
            }
            if (day < scene.World.From) continue;
            for (calls += OtherContactsAYear * share; calls >= other; other += _rng.Wait()) ContactOnly(day);
        }
    }

    // Schools close in August; autumn and early spring are busy.
    private static double Season(int month) => month switch { 8 => 0.78, 7 => 0.95, 12 => 0.92, 10 or 11 or 3 => 1.09, 5 or 6 => 1.04, _ => 1.02 };

    private void Refer(Family f, Person[]? only, DateOnly day)
    {
        var r = f.Rng;
        var source = FrontDoor.Source(r);
        var children = (only ?? [.. f.Children]).Where(p => p.Born.AddYears(17).AddDays(200) > day).ToArray();
        if (children.Length == 0) return;
        var need = FrontDoor.Need(r);
        var route = Choose(f);
        var special = r.Weighted(978, 7, 5, 10);
        foreach (var child in children)
        {
            if (f.ClosedOn.TryGetValue(child, out var closed) && closed > day) continue;
            if (only is null && f.ClosedOn.Count > 0 && r.Chance(80)) continue;
            FrontDoor.Contact(scene, r, child, r.Chance(700) ? day : day.AddDays(-1), source, "NEW_REFERRAL_FLAG");
            var own = child.Disabilities.Length > 0 && route is Route.InNeed && r.Chance(420) ? Route.Disabled : Vary(r, route);
            f.ClosedOn[child] = Tell(f, child, day, source, own == Route.Disabled ? "N2" : need, own, special);
        }
        Return(f, day);
    }

    private DateOnly Tell(Family f, Person child, DateOnly day, string source, string need, Route route, int special)
    {
        var r = f.Rng;
        var outcome = route switch { Route.NoAction => "NFA_FLAG", Route.Protection => "STRATEGY_DISCUSSION_FLAG", Route.Care when child.Uasc => "CLA_REQUEST_FLAG", _ => "SINGLE_ASSESSMENT_FLAG" };
        if (special == 1) outcome = "CP_TRANSFER_IN_FLAG";
        var referral = new Referral(scene.Id("REF"), child, Scene.Promptly(r, day, day), source, need, outcome, "FD");
        scene.World.Referrals.Add(referral);
        var c = new Case(scene, r, referral, (f.Number * 40) + (day.DayNumber % 40))
        { SocialTeam = route == Route.Disabled ? "DCT" : Council.SocialWork(child.District, f.Number), HadPlan = f.HadPlan };
        if (special is 0 or 3 || route is Route.NoAction or Route.Disabled || child.Born.AddYears(17) < day) return Finish(f, c, Story.Tell(c, route));
        var handover = OfficeDays.After(day, 2);
        c.Hold("FD", day, handover);
        var closed = special == 1 ? Protection.MovedIn(c, OfficeDays.After(day, r.Between(8, 15))) : Protection.OtherAuthority(c, day);
        c.HoldSocialWork(handover, closed);
        if (closed <= scene.To)
        {
            referral.Closed = scene.End(r, closed, referral.Made);
            referral.CloseReason = c.Closing;
        }
        return Finish(f, c, closed);
    }

    private static DateOnly Finish(Family f, Case c, DateOnly closed)
    {
        f.HadPlan |= c.HadPlan;
        if (c.HadPlan is false && c.AgeOn(c.Referral.Made.On) >= 12 && c.Rng.Chance(25))
            Absences.Run(c, c.Referral.Made.On, closed, 60, c.Referral.Made.Recorded);
        return closed;
    }

    private static Route Choose(Family f) => f.HadPlan
        ? (Route)f.Rng.Weighted(40, 200, 390, 310, 55)
        : (Route)f.Rng.Weighted(68, 335, 479, 62, 44);

    private static Route Vary(Rng r, Route route) => route switch
    {
        Route.Protection => r.Chance(920) ? route : Route.InNeed,
        Route.Care => r.Chance(620) ? route : r.Chance(500) ? Route.Protection : Route.InNeed,
        Route.InNeed => r.Chance(950) ? route : Route.NotInNeed,
        _ => route,
    };

    // Families whose case closes come back, half of them within a year of the last referral.
    private void Return(Family f, DateOnly day)
    {
        var r = f.Rng;
        var closed = f.ClosedOn.Values.Max();
        if (closed > scene.To) return;
        var fate = r.Weighted(468, 180, 352);
        if (fate == 2) return;
        var back = closed.AddDays(fate == 0 ? r.Spread((480, 5, 90), (330, 91, 200), (190, 201, 365)) : r.Between(366, 1500));
        if (back <= day) back = day.AddDays(1);
        var who = f.Children.Where(_ => r.Chance(880)).ToArray();
        if (who.Length == 0) who = [.. f.Children];
        _returns.Enqueue((f, who), (OfficeDays.After(back, 0), _queued++));
    }

    private void Unaccompanied(DateOnly day)
    {
        var child = _families.Unaccompanied(day);
        var f = new Family(child.Family, new Rng(seed, (ulong)child.Family + 500_000), child.District, child);
        FrontDoor.Contact(scene, f.Rng, child, day, "6", "NEW_REFERRAL_FLAG");
        f.ClosedOn[child] = Tell(f, child, day, "6", "N8", Route.Care, 0);
    }

    // Contacts that are no referral: mostly about families nobody here knows.
    private void ContactOnly(DateOnly day)
    {
        var f = _families.Make(day);
        var outcome = f.Rng.Pick(["NFA_FLAG", "NFA_FLAG", "ADVICE_FLAG", "ADVICE_FLAG", "OTHER_OUTCOMES_EXIST_FLAG"]);
        var source = FrontDoor.Source(f.Rng);
        foreach (var child in f.Children)
        {
            if (child.Expected is not null) continue;
            FrontDoor.Contact(scene, f.Rng, child, day, source, outcome);
            if (outcome == "OTHER_OUTCOMES_EXIST_FLAG" && f.Rng.Chance(800)) FrontDoor.Help(scene, f.Rng, child, day);
        }
    }
}
