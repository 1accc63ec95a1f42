using System.Globalization;

namespace Bellwether.Example;

/// <summary>A stretch of a child's case with one team; the allocation finds its worker.</summary>
internal sealed record Stage(Person Child, string ReferralId, string Team, DateOnly Start, DateOnly End, int Sibling);

/// <summary>
/// How late things are entered: most on the day, a tail of up to 60 days. Weights are in permille, days are after the true date. These are the only two
/// distributions in use: referrals, allocations and conferences are entered promptly, everything else as usual.
/// </summary>
internal static class LateEntry
{
    public static readonly (int Weight, int Low, int High)[] Usual = [(700, 0, 0), (150, 1, 2), (92, 3, 10), (46, 11, 30), (12, 31, 60)];
    public static readonly (int Weight, int Low, int High)[] Prompt = [(940, 0, 0), (45, 1, 1), (15, 2, 5)];
}

/// <summary>Where the stories are told: the world being filled, its horizon, and the running numbers of its records.</summary>
internal sealed class Scene(World world)
{
    private readonly Dictionary<string, int> _numbers = [];

    public World World { get; } = world;
    public DateOnly To { get; } = world.To;
    public List<Stage> Stages { get; } = [];

    public string Id(string prefix)
    {
        var n = _numbers.GetValueOrDefault(prefix) + 1;
        _numbers[prefix] = n;
        return prefix + n.ToString("D6", CultureInfo.InvariantCulture);
    }

    public static Entry Enter(Rng r, DateOnly on, DateOnly notBefore) => At(on, r.Spread(LateEntry.Usual), notBefore);

    public static Entry Promptly(Rng r, DateOnly on, DateOnly notBefore) => At(on, r.Spread(LateEntry.Prompt), notBefore);

    /// <summary>An end: missing when it lies beyond the horizon.</summary>
    public Entry? End(Rng r, DateOnly on, Entry start) => on > To ? null : Enter(r, on, start.Recorded);

    public Entry? PromptEnd(Rng r, DateOnly on, Entry start) => on > To ? null : Promptly(r, on, start.Recorded);

    private static Entry At(DateOnly on, int late, DateOnly notBefore)
    {
        var recorded = on.AddDays(late);
        return new Entry(on, recorded < notBefore ? notBefore : recorded);
    }

    public static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    public static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}

/// <summary>One child's referral while its story is told.</summary>
internal sealed class Case(Scene scene, Rng rng, Referral referral, int sibling)
{
    public Scene Scene { get; } = scene;
    public World World => Scene.World;
    public Rng Rng { get; } = rng;
    public Referral Referral { get; } = referral;
    public Person Child => Referral.Child;
    public int District => Child.District;
    /// <summary>Children referred together share a worker where they can.</summary>
    public int Sibling { get; } = sibling;
    public string SocialTeam { get; set; } = "";
    public DateOnly Adult => Child.Born.AddYears(18);
    /// <summary>The category of the child's latest protection plan.</summary>
    public bool HadPlan { get; set; }
    public string Closing { get; set; } = "RC7";
    /// <summary>Stretches held by a looked-after or leaving care team, in order.</summary>
    public List<(DateOnly Start, DateOnly End)> AwayFromSocialWork { get; } = [];

    public int AgeOn(DateOnly day)
    {
        var age = day.Year - Child.Born.Year;
        return day < Child.Born.AddYears(age) ? age - 1 : age;
    }

    public Entry Enter(DateOnly on) => Scene.Enter(Rng, on, Referral.Made.Recorded);

    /// <summary>The social work team holds the case but while a looked-after or leaving care team does.</summary>
    public void HoldSocialWork(DateOnly from, DateOnly closed)
    {
        foreach (var (start, end) in AwayFromSocialWork)
        {
            Hold(SocialTeam, from, start);
            from = from > end ? from : end;
        }
        Hold(SocialTeam, from, closed);
    }

    public void Hold(string team, DateOnly from, DateOnly to)
    {
        if (from < to && from <= Scene.To) Scene.Stages.Add(new Stage(Child, Referral.Id, team, from, to, Sibling));
    }
}
