namespace Bellwether.Example;

/// <summary>Section 47 enquiries, conferences, plans, their reviews and visits.</summary>
internal static class Protection
{
    private static readonly string[] Categories = ["NEG", "EMO", "PHY", "SAB", "MUL"];

    /// <summary>An enquiry that leads to no conference.</summary>
    public static void EnquiryOnly(Case c, DateOnly start) => Enquire(c, start, start.AddDays(c.Rng.Between(3, 20)), "NFA_CONTINUE_SINGLE_FLAG");

    /// <summary>Enquiry, conference and, mostly, a plan; then the step down. <paramref name="needFrom"/> is where a plan refused would leave the child in need.</summary>
    public static DateOnly Run(Case c, DateOnly enquiry, DateOnly needFrom)
    {
        var r = c.Rng;
        var inTime = r.Chance(Levels.At(Level.ConferenceInTime, enquiry, c.District));
        var conference = OfficeDays.After(enquiry, inTime ? r.Spread((150, 5, 9), (450, 10, 13), (400, 14, 15)) : r.Spread((700, 16, 20), (300, 21, 38)));
        var made = r.Chance(840);
        var s47 = Enquire(c, enquiry, OfficeDays.After(enquiry, r.Between(3, 9)), "CP_CONFERENCE_FLAG");
        if (conference > c.Scene.To || s47 is null) return needFrom.AddDays(r.Between(120, 300)) is var d && d > conference ? d : conference.AddDays(200);
        var plan = made ? c.Scene.Id("CPP") : "";
        var held = Scene.Promptly(r, conference, s47.Start.Recorded);
        c.World.Conferences.Add(new Conference(c.Scene.Id("ICP"), Meeting(c, conference), s47, c.Referral, held, OfficeDays.After(enquiry, 15), false, made, plan, c.SocialTeam));
        return made ? Planned(c, plan, c.World.Conferences[^1].Id, held, false) : Need.Run(c, Scene.Later(needFrom, conference), 1);
    }

    /// <summary>A plan that came with the family from another authority: a conference without an enquiry here.</summary>
    public static DateOnly MovedIn(Case c, DateOnly conference)
    {
        var plan = c.Scene.Id("CPP");
        var held = Scene.Promptly(c.Rng, conference, c.Referral.Made.Recorded);
        c.World.Conferences.Add(new Conference(c.Scene.Id("ICP"), Meeting(c, conference), null, c.Referral, held, OfficeDays.After(c.Referral.Made.On, 15), true, true, plan, c.SocialTeam));
        return Planned(c, plan, c.World.Conferences[^1].Id, held, false);
    }

    /// <summary>Another authority's plan for a child who stays here for a time; not ours to count.</summary>
    public static DateOnly OtherAuthority(Case c, DateOnly start)
    {
        var begun = c.Enter(start);
        var end = start.AddDays(c.Rng.Between(30, 200));
        c.World.ProtectionPlans.Add(new ProtectionPlan(c.Scene.Id("CPP"), c.Referral, "", begun, c.Scene.End(c.Rng, end, begun), true, "NEG", "NEG"));
        c.Closing = "RC5";
        return end.AddDays(c.Rng.Between(1, 14));
    }

    private static string Meeting(Case c, DateOnly day) => $"MTG{day.DayNumber:D6}F{c.Child.Family:D5}";

    private static Section47? Enquire(Case c, DateOnly start, DateOnly end, string outcome)
    {
        if (start > c.Scene.To || start >= c.Adult) return null;
        var begun = Scene.Promptly(c.Rng, start, c.Referral.Made.Recorded);
        var s47 = new Section47(c.Scene.Id("S47"), c.Referral, begun, c.Scene.PromptEnd(c.Rng, end, begun), outcome, c.SocialTeam);
        c.World.Enquiries.Add(s47);
        return s47;
    }

    private static DateOnly Planned(Case c, string id, string conference, Entry start, bool second)
    {
        var r = c.Rng;
        var reviews = new List<(DateOnly Due, DateOnly Held)>();
        var from = start.On;
        DateOnly end;
        for (var n = 0; ; n++)
        {
            var due = from.AddMonths(n == 0 ? 3 : 6);
            var inTime = r.Chance(Levels.At(Level.ProtectionReviews, from, c.District) + 15);
            var held = OfficeDays.OnOrBefore(inTime ? due.AddDays(-r.Between(0, 16)) : due.AddDays(r.Between(3, 40)));
            reviews.Add((due, held));
            var ends = r.Chance(n switch { 0 => 190, 1 => 660, <= 4 => 480, _ => 900 });
            end = ends ? held : held.AddDays(r.Between(20, 90));
            if (ends || (n > 0 && r.Chance(50)) || end >= c.Adult || held > c.Scene.To) break;
            from = held;
        }
        if (end >= c.Adult) end = OfficeDays.OnOrBefore(c.Adult.AddDays(-1));
        if (end <= start.On) end = start.On.AddDays(14);
        var toCare = r.Chance(60) && end.AddDays(60) < c.Adult && end > c.Child.Born.AddDays(2);
        var entry = toCare ? Scene.Later(start.On.AddDays(15), end.AddDays(-r.Between(0, 90))) : end;
        if (entry < c.Child.Born) toCare = false;
        var ended = c.Scene.End(r, end, start);
        var category = Categories[r.Weighted(480, 380, 75, 45, 20)];
        c.World.ProtectionPlans.Add(new ProtectionPlan(id, c.Referral, conference, start, ended, false, category, r.Chance(880) ? category : Categories[r.Weighted(500, 400, 50, 30, 20)]));
        Reviews(c, id, start, ended, end, reviews);
        Visits(c, id, start, end);
        c.HadPlan = true;
        if (end > c.Scene.To && !toCare) return end.AddDays(100);
        if (toCare) return Scene.Later(Care.Run(c, entry), end);
        if (end.AddDays(45) >= c.Adult) return Scene.Earlier(end.AddDays(20), c.Adult);
        if (r.Chance(110)) return end.AddDays(r.Between(1, 20));
        if (!second && r.Chance(50)) return Again(c, end);
        if (r.Chance(40))
        {
            c.Closing = "RC5";
            return end.AddDays(r.Between(0, 5));
        }
        return Need.Run(c, end, 1);
    }

    private static DateOnly Again(Case c, DateOnly ended)
    {
        var enquiry = OfficeDays.After(ended.AddDays(c.Rng.Between(60, 220)), 0);
        Need.Plan(c, ended, OfficeDays.After(enquiry, 5));
        return enquiry.AddDays(90) < c.Adult ? Run(c, enquiry, ended) : Scene.Earlier(enquiry, c.Adult);
    }

    private static void Reviews(Case c, string plan, Entry start, Entry? ended, DateOnly end, List<(DateOnly Due, DateOnly Held)> reviews)
    {
        var known = start.Recorded;
        foreach (var (due, on) in reviews)
        {
            if (known > c.Scene.To) return;
            Entry? held = on > c.Scene.To || on > end ? null : Scene.Promptly(c.Rng, on, known);
            c.World.ProtectionReviews.Add(new ProtectionReview(c.Scene.Id("CPR"), plan, c.Child, known, due, held, ended, on < end, c.Rng.Chance(960)));
            if (held is not { } h) return;
            known = h.Recorded;
        }
    }

    private static void Visits(Case c, string plan, Entry start, DateOnly end)
    {
        var r = c.Rng;
        var day = start.On;
        while (true)
        {
            var lapse = 940 - Levels.At(Level.ProtectionVisits, day, c.District);
            day = OfficeDays.After(day, r.Chance(Math.Max(lapse, 10) * 3 / 2) ? r.Spread((600, 11, 14), (300, 15, 22), (100, 23, 40)) : r.Spread((200, 4, 7), (800, 8, 10)));
            if (day > end || day > c.Scene.To) return;
            var seen = r.Chance(970);
            var alone = seen && c.AgeOn(day) >= 4 && r.Chance(700);
            c.World.ProtectionVisits.Add(new Visit(c.Scene.Id("CPV"), plan, c.Child, Scene.Enter(r, day, start.Recorded), seen, alone, seen && r.Chance(550)));
        }
    }
}
