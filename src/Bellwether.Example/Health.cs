namespace Bellwether.Example;

/// <summary>Health assessments (28 days, then every 6 months under five and 12 from five), dental checks and strengths-and-difficulties scores.</summary>
internal static class Health
{
    public static void Run(CareTrack t)
    {
        Assessments(t);
        var r = t.Rng;
        for (var day = t.Start.On.AddDays(r.Between(60, 200)); day < t.Until; day = day.AddDays(r.Spread((850, 160, 350), (150, 351, 560))))
            if (t.AgeOn(day) >= 1) Add(t, OfficeDays.OnOrBefore(day), "Dental Check", "Completed");
        for (var day = t.Start.On.AddDays(365); day < t.Until; day = day.AddDays(r.Between(330, 400)))
        {
            if (t.AgeOn(day) is < 4 or > 16 || r.Chance(180)) continue;
            var refused = r.Chance(60);
            t.Case.World.Sdqs.Add(new Sdq(t.Case.Scene.Id("SDQ"), t.Case.Child, Scene.Enter(r, OfficeDays.OnOrBefore(day), t.Start.Recorded),
                refused ? null : Math.Min(40, r.Between(0, 16) + r.Between(0, 14)), refused ? "SDQ2" : "SDQ1"));
        }
    }

    private static void Assessments(CareTrack t)
    {
        var r = t.Rng;
        var last = t.Start.On;
        for (var n = 0; ; n++)
        {
            var limit = n == 0 ? last.AddDays(28) : last.AddMonths(t.AgeOn(last.AddMonths(6)) < 5 ? 6 : 12);
            var level = Levels.At(Level.Health, last, t.Case.District) - (n == 0 ? 90 : 0) - (t.Case.Child.Uasc ? 250 : 0);
            var day = r.Chance(level) ? limit.AddDays(-r.Between(0, n == 0 ? 14 : 25)) : limit.AddDays(r.Spread((600, 3, 30), (300, 31, 90), (100, 91, 240)));
            day = OfficeDays.OnOrBefore(day);
            if (day <= last) day = last.AddDays(1);
            if (day >= t.Until) return;
            if (r.Chance(t.AgeOn(day) >= 13 ? 60 : 10)) Add(t, day.AddDays(-5), "Health Assessment", t.AgeOn(day) >= 13 ? "Refused" : "Cancelled");
            Add(t, day, "Health Assessment", "Completed");
            last = day;
        }
    }

    private static void Add(CareTrack t, DateOnly day, string type, string status)
    {
        if (day >= t.Start.On) t.Case.World.HealthChecks.Add(new HealthCheck(t.Case.Scene.Id("HLT"), t.Case.Child, Scene.Enter(t.Rng, day, t.Start.Recorded), type, status));
    }
}
