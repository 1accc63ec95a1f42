namespace Bellwether.Example;

internal enum Route { NoAction, NotInNeed, InNeed, Protection, Care, Disabled }

/// <summary>A referral from its first day to its closing: front door, assessment, then whatever the assessment leads to.</summary>
internal static class Story
{
    private static readonly string[] Factors =
        ["3B", "3A", "4A", "4B", "2B", "1B", "16A", "17A", "5A", "6A", "7A", "10A", "11A", "13A", "14A", "15A", "18B", "18C", "19B", "19C", "24A", "20"];

    /// <returns>The true day the case closes, which may lie beyond the horizon.</returns>
    public static DateOnly Tell(Case c, Route route)
    {
        var day = c.Referral.Made.On;
        var closed = route == Route.NoAction ? Refuse(c, day) : Assess(c, route, day);
        if (closed <= c.Scene.To)
        {
            c.Referral.Closed = c.Scene.PromptEnd(c.Rng, closed, c.Referral.Made);
            c.Referral.CloseReason = c.Closing;
        }
        return closed;
    }

    private static DateOnly Refuse(Case c, DateOnly day)
    {
        var closed = OfficeDays.After(day, c.Rng.Between(0, 2));
        c.Hold("FD", day, closed);
        return closed == day ? day : closed;
    }

    private static DateOnly Assess(Case c, Route route, DateOnly day)
    {
        var r = c.Rng;
        var start = OfficeDays.After(day, r.Between(0, 1));
        var handover = OfficeDays.After(start, r.Between(1, 3));
        var inTime = Levels.At(Level.AssessedInTime, start, c.District);
        var length = r.Chance(inTime)
            ? r.Spread((60, 3, 10), (150, 11, 20), (220, 21, 30), (320, 31, 40), (250, 41, 45))
            : r.Spread((550, 46, 55), (300, 56, 70), (150, 71, 110));
        var authorised = OfficeDays.After(start, length);
        c.Hold("FD", day, handover);
        AddAssessment(c, start, authorised, route is Route.NotInNeed);
        var closed = route switch
        {
            Route.NotInNeed => EndAfterAssessment(c, authorised),
            Route.Protection => Protection.Run(c, OfficeDays.After(day, r.Between(0, 7)), authorised),
            Route.Care => Entering(c, day, authorised),
            _ => InNeed(c, route, day, authorised),
        };
        closed = Scene.Later(closed, authorised);
        c.HoldSocialWork(handover, closed);
        return closed;
    }

    private static void AddAssessment(Case c, DateOnly start, DateOnly authorised, bool noAction)
    {
        var r = c.Rng;
        if (start > c.Scene.To) return;
        var begun = Scene.Promptly(r, start, c.Referral.Made.Recorded);
        var factors = new SortedSet<string>(StringComparer.Ordinal);
        for (var n = r.Between(1, 4); n > 0; n--) factors.Add(Factors[Math.Min(r.Below(Factors.Length), r.Below(Factors.Length))]);
        if (c.Child.Uasc) factors.Add("9A");
        c.World.Assessments.Add(new Assessment(c.Scene.Id("ASM"), c.Referral, begun, c.Scene.PromptEnd(r, authorised, begun), r.Chance(965),
            noAction ? "NFA_FLAG" : "PROV_OF_SERVICES_FLAG", c.SocialTeam, [.. factors]));
    }

    private static DateOnly EndAfterAssessment(Case c, DateOnly authorised)
    {
        var r = c.Rng;
        if (r.Chance(150)) Protection.EnquiryOnly(c, OfficeDays.After(c.Referral.Made.On, r.Between(0, 6)));
        c.Closing = r.Chance(800) ? "RC8" : "RC9";
        var closed = authorised.AddDays(r.Spread((600, 0, 1), (300, 2, 7), (100, 8, 21)));
        if (c.Closing == "RC9") FrontDoor.Help(c.Scene, r, c.Child, closed);
        return closed;
    }

    private static DateOnly InNeed(Case c, Route route, DateOnly day, DateOnly authorised)
    {
        var r = c.Rng;
        if (r.Chance(190)) Protection.EnquiryOnly(c, OfficeDays.After(day, r.Between(0, 8)));
        return route == Route.Disabled ? Need.Disabled(c, authorised) : Need.Run(c, authorised, 0);
    }

    private static DateOnly Entering(Case c, DateOnly day, DateOnly authorised)
    {
        var r = c.Rng;
        var wait = c.Child.Uasc ? 0 : r.Spread((350, 0, 2), (250, 3, 30), (250, 31, 90), (150, 91, 200));
        var start = Scene.Later(day.AddDays(wait), c.Child.Born.AddDays(r.Between(0, 4)));
        if (!c.Child.Uasc && r.Chance(450))
        {
            var enquiry = OfficeDays.After(Scene.Later(day, start.AddDays(-30)), r.Between(0, 2));
            Protection.EnquiryOnly(c, enquiry);
        }
        if (start > authorised.AddDays(20)) Need.Plan(c, authorised, start);
        return Care.Run(c, start);
    }
}
