namespace Bellwether.Example;

/// <summary>Looked-after reviews (20 working days, 3 months, then 6 months) and social work visits (a week after each placement, then 6 weeks).</summary>
internal static class CareReviews
{
    public static void Run(CareTrack t)
    {
        var due = OfficeDays.After(t.Start.On, 20);
        var known = t.Start.Recorded;
        for (var n = 0; known <= t.Case.Scene.To; n++)
        {
            var r = t.Rng;
            var inTime = r.Chance(Levels.At(Level.CareReviews, due, t.Case.District));
            var held = OfficeDays.OnOrBefore(inTime ? due.AddDays(-r.Between(0, n == 0 ? 5 : 18)) : due.AddDays(r.Between(3, 45)));
            if (held <= t.Start.On) held = due;
            if (r.Chance(12)) t.Case.World.CareReviews.Add(new CareReview(t.Case.Scene.Id("CLR"), t.Period, known, due, null, "CANCELLED"));
            Entry? took = held < t.Until ? Scene.Promptly(r, held, known) : null;
            t.Case.World.CareReviews.Add(new CareReview(t.Case.Scene.Id("CLR"), t.Period, known, due, took, took is null ? "" : Participation(t, held)));
            if (took is not { } h) break;
            known = h.Recorded;
            due = held.AddMonths(n == 0 ? 3 : 6);
        }
        Visits(t);
    }

    private static string Participation(CareTrack t, DateOnly day) =>
        t.AgeOn(day) < 4 ? "PN0" : t.Rng.Pick(["PN1", "PN1", "PN1", "PN2", "PN3", "PN5", "PN6", "PN6", "PN7", "PN4"]);

    private static void Visits(CareTrack t)
    {
        var r = t.Rng;
        for (var i = 0; i < t.PlacementStarts.Count; i++)
        {
            var next = i + 1 < t.PlacementStarts.Count ? t.PlacementStarts[i + 1] : t.Until;
            var day = t.PlacementStarts[i];
            var wait = r.Chance(880) ? r.Between(0, 7) : r.Between(8, 20);
            while (true)
            {
                day = OfficeDays.OnOrBefore(day.AddDays(wait));
                if (day >= next) break;
                if (day >= t.PlacementStarts[i])
                {
                    var seen = r.Chance(965);
                    t.Case.World.CareVisits.Add(new Visit(t.Case.Scene.Id("CLV"), t.Id, t.Case.Child, Scene.Enter(r, day, t.Start.Recorded),
                        seen, seen && t.AgeOn(day) >= 4 && r.Chance(740), seen && r.Chance(400)));
                }
                wait = r.Chance(Levels.At(Level.CareVisits, day, t.Case.District)) ? r.Between(24, 42) : r.Between(43, 75);
            }
        }
    }
}
