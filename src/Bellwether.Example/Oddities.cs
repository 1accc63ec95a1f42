namespace Bellwether.Example;

/// <summary>What every real extract has a few of: a child opened twice, and two numbers that turned out to be one child.</summary>
internal static class Oddities
{
    public static void Plant(Scene scene, ulong seed)
    {
        var w = scene.World;
        var r = new Rng(seed, 4);
        OpenTwice(scene, r, w);
        Merge(r, w);
    }

    // About one a year for the whole council: a second referral made while the first is open, closed as a mistake some weeks later.
    private static void OpenTwice(Scene scene, Rng r, World w)
    {
        var wanted = Math.Max(2, (int)(10 * w.Size));
        var lasting = w.Referrals.Where(x => x.Made.On > w.From && (x.Closed is not { } c || c.On > x.Made.On.AddDays(200))).ToArray();
        var open = lasting.Where(x => x.Closed is null && x.Made.On.AddDays(60) < w.To).ToArray();
        for (var i = 0; i < wanted && open.Length > 0 && lasting.Length > 0; i++)
        {
            // Two of them are still there on the last day.
            var still = i < 2;
            var first = r.Pick(still ? open : lasting);
            var day = OfficeDays.OnOrBefore(still ? w.To.AddDays(-r.Between(10, 30)) : first.Made.On.AddDays(r.Between(40, 150)));
            if (day > w.To) continue;
            var again = new Referral(scene.Id("REF"), first.Child, Scene.Promptly(r, day, first.Made.Recorded), "6", "N1", "SINGLE_ASSESSMENT_FLAG", "FD");
            var closed = day.AddDays(still ? 60 : r.Between(10, 45));
            again.Closed = scene.End(r, closed, again.Made);
            again.CloseReason = again.Closed is null ? "" : "RC7";
            w.Referrals.Add(again);
            FrontDoor.Contact(scene, r, first.Child, day, "6", "NEW_REFERRAL_FLAG");
        }
    }

    private static void Merge(Rng r, World w)
    {
        var wanted = Math.Max(1, (int)(6 * w.Size));
        var twice = w.Referrals.Where(x => x.Made.On > w.From.AddMonths(8)).GroupBy(x => x.Child).Where(g => g.Count() >= 2).ToArray();
        for (var i = 0; i < wanted && twice.Length > 0; i++)
        {
            var g = r.Pick(twice);
            var second = g.OrderBy(x => x.Made.On).ElementAt(1);
            if (g.OrderBy(x => x.Made.On).First().Closed is not { } ended || ended.Recorded >= second.Made.On || g.Key.Former is not null) continue;
            g.Key.Former = ($"9{g.Key.Id}", second.Made.On, second.Made.On.AddDays(r.Between(20, 400)));
        }
    }
}
