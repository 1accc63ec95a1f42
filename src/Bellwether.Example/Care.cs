namespace Bellwether.Example;

internal enum CareEnd { Home, Later, Guardian, Adopted, Adult, Other }

/// <summary>A period of care: why it begins, how long it lasts, how it ends, and what is due meanwhile.</summary>
internal static class Care
{
    private static readonly int[][] Ends =
    [
        /* under 1  */ [130, 50, 160, 560, 90, 30],
        /* 1 to 4   */ [240, 90, 200, 340, 130, 30],
        /* 5 to 9   */ [340, 130, 190, 10, 290, 40],
        /* 10 to 15 */ [350, 130, 45, 0, 415, 60],
        /* 16, 17   */ [210, 40, 0, 0, 700, 50],
    ];

    /// <returns>The day the whole case closes.</returns>
    public static DateOnly Run(Case c, DateOnly start)
    {
        var r = c.Rng;
        if (start > c.Scene.To || start >= c.Adult.AddDays(-7)) return Scene.Earlier(start.AddDays(30), c.Adult);
        var track = new CareTrack(c, start);
        var age = c.AgeOn(start);
        var kind = c.Child.Uasc ? CareEnd.Adult : (CareEnd)r.Weighted(Ends[age < 1 ? 0 : age < 5 ? 1 : age < 10 ? 2 : age < 16 ? 3 : 4]);
        if (kind == CareEnd.Adopted) kind = Adoption.Plan(track);
        var end = kind switch
        {
            CareEnd.Home => start.AddDays(r.Spread((250, 3, 20), (400, 21, 90), (350, 91, 240))),
            CareEnd.Later => start.AddDays(r.Between(241, 800)),
            CareEnd.Guardian => start.AddDays(r.Spread((700, 210, 520), (300, 521, 1000))),
            CareEnd.Adopted => track.Adoption!.Made,
            CareEnd.Other => start.AddDays(r.Between(40, 900)),
            _ => age < 12 && r.Chance(420) ? start.AddDays(r.Between(800, 2600)) : c.Adult,
        };
        if (end >= c.Adult) (end, kind) = (c.Adult, CareEnd.Adult);
        track.Finish(kind, end);
        CareReviews.Run(track);
        Health.Run(track);
        Absences.InCare(track);
        Adoption.OtherPlans(track);
        Adoption.Record(track);
        if (end > c.Scene.To)
        {
            Leaving.Run(c, start, end);
            HoldInCare(c, start, end);
            return end.AddDays(30);
        }
        return After(c, kind, start, end);
    }

    private static void HoldInCare(Case c, DateOnly start, DateOnly end)
    {
        var transfer = start.AddDays(c.Rng.Between(25, 75));
        if (c.SocialTeam == "DCT" || transfer >= end) return;
        c.Hold(Council.LookedAfter(c.District), transfer, end);
        c.AwayFromSocialWork.Add((transfer, end));
    }

    private static DateOnly After(Case c, CareEnd kind, DateOnly start, DateOnly end)
    {
        var r = c.Rng;
        HoldInCare(c, start, end);
        Leaving.Run(c, start, end);
        switch (kind)
        {
            case CareEnd.Adopted:
                c.Closing = "RC1";
                return end.AddDays(r.Between(0, 14));
            case CareEnd.Guardian:
                c.Closing = "RC4";
                return end.AddDays(r.Between(0, 60));
            case CareEnd.Adult:
                return AtEighteen(c, end);
            case CareEnd.Other:
                return end.AddDays(r.Between(0, 30));
            default:
                if (r.Chance(70) && end.AddDays(150) < c.Adult) return Run(c, end.AddDays(r.Between(20, 140)));
                return Need.Run(c, end, 1);
        }
    }

    // Most cases close at eighteen and go on as care leavers; some stay open for years, some for a few weeks more.
    private static DateOnly AtEighteen(Case c, DateOnly end)
    {
        var r = c.Rng;
        if (end < c.Adult) return end.AddDays(r.Between(0, 40));
        var closed = end.AddDays(r.Spread((680, 0, 10), (120, 11, 120), (200, 300, 1090)));
        if (closed > end.AddDays(10))
        {
            c.Hold("LCT", end, closed);
            c.AwayFromSocialWork.Add((end, closed));
        }
        return closed;
    }
}
