namespace Bellwether.Example;

/// <summary>Short breaks (V3, V4): in every care table, in no measure of looked-after children.</summary>
internal static class ShortBreaks
{
    public static void Run(Case c, DateOnly from, DateOnly to)
    {
        var r = c.Rng;
        var agreement = r.Chance(700);
        var day = from;
        while (day < to && day <= c.Scene.To)
        {
            var end = agreement ? Scene.Earlier(to, day.AddDays(r.Between(300, 900))) : Scene.Earlier(to, day.AddDays(r.Between(2, 4)));
            Add(c, day, end, agreement ? "V4" : "V3");
            day = end.AddDays(agreement ? r.Between(20, 200) : r.Between(30, 90));
        }
    }

    private static void Add(Case c, DateOnly day, DateOnly end, string legal)
    {
        var s = c.Scene;
        var r = c.Rng;
        var start = s.PromptEnd(r, day, c.Referral.Made)!.Value;
        var ended = s.PromptEnd(r, end, start);
        var period = new CarePeriod(s.Id("CLA"), c.Referral, c.Child, start, ended, "E8", "N2", true);
        c.World.CarePeriods.Add(period);
        var place = new Placement(s.Id("PLC"), period, start, ended, r.Chance(500) ? "U6" : "K2", "PR1", "", r.Between(10, 120) / 10m, r.Pick(Council.Districts[c.District].Sectors), "");
        c.World.Placements.Add(place);
        c.World.LegalStatuses.Add(new LegalStatus(s.Id("LEG"), period, start, ended, legal));
        c.World.CareEpisodes.Add(new CareEpisode(s.Id("EPI"), period, place.Id, start, "S", legal, ended, "E8"));
    }
}
