namespace Bellwether.Example;

/// <summary>Children in need: plan, visits, and how it ends.</summary>
internal static class Need
{
    /// <summary>From the assessment's authorisation, or from the end of a protection plan, to the closing of the case.</summary>
    public static DateOnly Run(Case c, DateOnly from, int depth)
    {
        var r = c.Rng;
        var length = depth > 0
            ? r.Spread((200, 20, 60), (500, 61, 150), (220, 151, 260), (80, 261, 400))
            : r.Spread((250, 30, 90), (410, 91, 200), (230, 201, 400), (110, 401, 850));
        var end = UpToAdult(c, from.AddDays(length));
        if (depth < 2 && end > from.AddDays(40) && from < c.Scene.To)
        {
            var fate = r.Weighted(800, 150, 30, 20);
            var when = OfficeDays.After(from.AddDays(r.Between(20, Math.Max(21, Math.Min(length, 300)))), 0);
            if (fate == 1 && when < end) Protection.EnquiryOnly(c, when);
            if (fate == 2 && when.AddDays(60) < c.Adult && when < end)
            {
                Plan(c, from, OfficeDays.After(when, 5));
                return Protection.Run(c, when, from);
            }
            if (fate == 3 && when < end && when.AddDays(30) < c.Adult && when > c.Child.Born)
            {
                Plan(c, from, when);
                return Care.Run(c, when);
            }
        }
        if (end > from.AddDays(10)) Plan(c, from, end);
        if (r.Chance(30)) c.Closing = r.Chance(500) ? "RC5" : "RC3";
        return end.AddDays(r.Spread((700, 0, 3), (300, 4, 21)));
    }

    /// <summary>A disabled child's long case, some with a series of short breaks.</summary>
    public static DateOnly Disabled(Case c, DateOnly from)
    {
        var r = c.Rng;
        var end = UpToAdult(c, from.AddDays(r.Spread((250, 200, 500), (400, 501, 1100), (350, 1101, 2600))));
        Plan(c, from, end);
        if (c.AgeOn(from) >= 5 && r.Chance(220)) ShortBreaks.Run(c, from.AddDays(r.Between(30, 120)), end);
        if (end >= c.Adult) c.Closing = "RC6";
        return end;
    }

    // One in six of those who come of age stays open for a while: the case nobody closed on the birthday.
    private static DateOnly UpToAdult(Case c, DateOnly end) =>
        end < c.Adult ? end : c.Rng.Chance(170) ? c.Adult.AddDays(c.Rng.Between(5, 150)) : c.Adult;

    /// <summary>A plan, drafted and then authorised, with its visits; some never get past the draft, some have none at all.</summary>
    public static void Plan(Case c, DateOnly from, DateOnly end)
    {
        var r = c.Rng;
        if (from > c.Scene.To) return;
        var level = Levels.At(Level.NeedPlans, from, c.District);
        var prompt = r.Chance(level);
        var start = from.AddDays(prompt ? r.Between(0, 3) : r.Spread((500, 15, 40), (300, 41, 90), (200, 91, 300)));
        var authorised = start.AddDays(prompt ? r.Spread((500, 0, 2), (350, 3, 10), (150, 11, 25)) : r.Spread((600, 5, 30), (400, 31, 120)));
        if (start < end && start <= c.Scene.To)
        {
            var begun = c.Enter(start);
            Entry? signed = authorised < end ? c.Scene.End(r, authorised, begun) : null;
            c.World.NeedPlans.Add(new NeedPlan(c.Scene.Id("CNP"), c.Referral, begun, signed, c.Scene.End(r, end, begun), c.SocialTeam));
        }
        Visits(c, from, end);
    }

    private static void Visits(Case c, DateOnly from, DateOnly end)
    {
        var r = c.Rng;
        var day = from;
        while (true)
        {
            day = OfficeDays.After(day, r.Spread((300, 8, 14), (480, 15, 20), (160, 21, 30), (60, 31, 55)));
            if (day >= end || day > c.Scene.To) return;
            var seen = r.Chance(930);
            var alone = seen && c.AgeOn(day) >= 4 && r.Chance(620);
            c.World.NeedVisits.Add(new Visit(c.Scene.Id("CNV"), c.Referral.Id, c.Child, c.Enter(day), seen, alone, seen && r.Chance(300)));
        }
    }
}
