namespace Bellwether.Example;

/// <summary>Households that ask to adopt: a pipeline of enquiry, two stages, approval, match and placing, with some who leave it.</summary>
internal static class Adopting
{
    private const double HouseholdsAYear = 24;

    public static void Run(Scene scene, ulong seed)
    {
        var r = new Rng(seed, 5);
        var w = scene.World;
        double next = r.Wait(), clock = 0;
        for (var day = w.From; day <= w.To; day = day.AddDays(1))
            for (clock += HouseholdsAYear * w.Size / 365.25; clock >= next; next += r.Wait()) Household(scene, r, day);
    }

    private static void Household(Scene scene, Rng r, DateOnly day)
    {
        var family = scene.Id("ADF");
        var steps = new Entry?[9];
        var last = Scene.Enter(r, day, day);
        steps[0] = last;
        int[] low = [5, 40, 3, 80, 1, 10, 30, 10];
        int[] high = [40, 75, 30, 130, 5, 30, 300, 40];
        var left = r.Chance(350) ? r.Between(1, 6) : 9;
        Entry? gone = null;
        for (var i = 1; i < steps.Length; i++)
        {
            var on = last.On.AddDays(r.Between(low[i - 1], high[i - 1]));
            if (on > scene.To) break;
            var entry = Scene.Enter(r, on, last.Recorded);
            if (i >= left)
            {
                gone = entry;
                break;
            }
            steps[i] = last = entry;
        }
        var reason = r.Pick(["1 - Adopter withdrew from process", "2 - Process put on hold", "3 - Application refused"]);
        var ethnicity = r.Pick(["WBRI", "WBRI", "WBRI", "WOTH", "AIND", "BCRB"]);
        for (var n = r.Chance(780) ? 2 : 1; n > 0; n--)
            scene.World.Adopters.Add(new Adopter(scene.Id("ADP"), family, n == 2 ? "F" : r.Chance(750) ? "M" : "F", ethnicity, steps[0]!.Value, steps[1], steps[2], steps[3], steps[4], steps[5], steps[6], steps[7], steps[8], gone, reason));
    }
}
