namespace Bellwether.Example;

/// <summary>Missing episodes and the interviews after them.</summary>
internal static class Absences
{
    public static void InCare(CareTrack t)
    {
        var runs = t.Restless == 2 ? 700 : t.Restless == 1 ? 330 : 130;
        if (t.AgeOn(t.Until) < 11 || !t.Rng.Chance(runs)) return;
        var from = Scene.Later(t.Start.On, t.Case.Child.Born.AddYears(11));
        Run(t.Case, from, t.Until, t.Rng.Pick([25, 45, 80, 140]), t.Start.Recorded);
    }

    /// <summary>Episodes between two days, <paramref name="mean"/> days apart on the whole.</summary>
    public static void Run(Case c, DateOnly from, DateOnly to, int mean, DateOnly notBefore)
    {
        var r = c.Rng;
        var day = from;
        while (true)
        {
            day = day.AddDays(1 + (int)(r.Wait() * mean));
            if (day >= to || day > c.Scene.To) return;
            var back = day.AddDays(r.Spread((300, 0, 0), (440, 1, 1), (180, 2, 4), (65, 5, 15), (15, 16, 60)));
            if (back > to) back = to;
            var start = Scene.Promptly(r, day, notBefore);
            var end = c.Scene.PromptEnd(r, back, start);
            Add(c, start, end, back);
            day = back.AddDays(1);
        }
    }

    private static void Add(Case c, Entry start, Entry? end, DateOnly back)
    {
        var r = c.Rng;
        var type = r.Chance(900) ? "Missing" : "Away";
        string offered = "", accepted = "";
        Entry? interview = null;
        if (end is { } e)
        {
            offered = r.Chance(930) ? "Y" : "N";
            var level = Levels.At(Level.Interviews, back, c.District);
            var fate = r.Below(1000);
            if (offered == "Y" && fate < level * 1000 / 930) interview = c.Scene.End(r, OfficeDays.After(back, r.Between(1, 3)), e);
            else if (offered == "Y" && fate < 940) interview = c.Scene.End(r, OfficeDays.After(back, r.Spread((700, 4, 8), (300, 9, 25))), e);
            accepted = offered == "N" ? "NA" : interview is not null ? "Y" : "N";
        }
        c.World.Missing.Add(new MissingEpisode(c.Scene.Id("MIS"), c.Child, start, end, type, offered, accepted, interview));
    }
}
