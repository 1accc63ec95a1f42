namespace Bellwether.Example;

/// <summary>Contacts, early help, and the sources and needs that referrals come with.</summary>
internal static class FrontDoor
{
    private static readonly string[] Sources = ["6", "2A", "3A", "3B", "3E", "3F", "5B", "5D", "1A", "1D", "4", "7", "8", "9", "2B", "5C"];
    private static readonly int[] SourceWeights = [290, 200, 30, 25, 50, 60, 70, 50, 70, 20, 15, 30, 45, 15, 15, 15];
    private static readonly string[] Needs = ["N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9", "N0"];

    public static string Source(Rng r) => Sources[r.Weighted(SourceWeights)];

    public static string Need(Rng r) => Needs[r.Weighted(570, 40, 30, 95, 175, 30, 8, 20, 17, 15)];

    public static void Contact(Scene s, Rng r, Person child, DateOnly day, string source, string outcome)
    {
        if (day <= s.To) s.World.Contacts.Add(new Contact(s.Id("CON"), child, Scene.Promptly(r, day, day), source, outcome));
    }

    /// <summary>An early help episode, by the council or a partner.</summary>
    public static void Help(Scene s, Rng r, Person child, DateOnly from)
    {
        if (from > s.To) return;
        var start = Scene.Enter(r, from.AddDays(r.Between(0, 10)), from);
        if (start.On > s.To) return;
        var end = start.On.AddDays(r.Between(50, 330));
        s.World.EarlyHelp.Add(new EarlyHelp(s.Id("EHE"), child, start, s.End(r, end, start), r.Pick(["Family support", "Parenting", "School attendance", "Domestic abuse"]),
            r.Pick(["Needs met", "Needs met", "Stepped up", "Consent withdrawn"]), r.Pick(["Local authority", "School", "Health visiting", "Voluntary organisation"])));
    }
}
