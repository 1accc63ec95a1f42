using System.Globalization;

namespace Bellwether.Example;

/// <summary>A family: its mother and children, where it lives, and what has happened to it so far.</summary>
internal sealed class Family(int number, Rng rng, int district, Person mother)
{
    public int Number { get; } = number;
    public Rng Rng { get; } = rng;
    public int District { get; } = district;
    public Person Mother { get; } = mother;
    public List<Person> Children { get; } = [];
    public bool HadPlan { get; set; }
    public Dictionary<Person, DateOnly> ClosedOn { get; } = [];
}

/// <summary>Makes families whose children are a given age on the day they are first heard of.</summary>
internal sealed class Families(Scene scene, ulong seed)
{
    private static readonly string[] Ethnicities =
        ["WBRI", "WOTH", "MWBC", "MWAS", "MWBA", "MOTH", "APKN", "AIND", "ABAN", "AOTH", "BAFR", "BCRB", "BOTH", "OOTH", "WIRI", "WROM", "WIRT", "CHNE", "REFU", "NOBT"];
    private static readonly int[] EthnicityWeights = [690, 60, 30, 12, 15, 20, 25, 18, 15, 18, 35, 12, 10, 15, 4, 5, 3, 4, 3, 15];
    private static readonly string[] Disabilities = ["LD", "AUT", "MOB", "COMM", "BEH", "HAND", "PC", "INC", "HEAR", "VIS", "CON", "DDA"];

    private int _families;
    private int _people;

    public Family Make(DateOnly day)
    {
        var number = ++_families;
        var r = new Rng(seed, (ulong)number + 1000);
        var weights = Array.ConvertAll(Council.Districts, d => d.Children * d.Demand / 1000);
        var district = r.Weighted(weights);
        var sector = r.Pick(Council.Districts[district].Sectors);
        var ethnicity = Ethnicities[r.Weighted(EthnicityWeights)];
        var size = 1 + r.Weighted(540, 265, 125, 50, 20);
        // A uniform age with a lean to the youngest and to the teens, as referrals have.
        var ages = new int[size];
        for (var i = 0; i < size; i++) ages[i] = r.Spread((130, 10, 364), (560, 365, 4380), (310, 4381, 6250));
        Array.Sort(ages, (a, b) => b - a);
        var twins = size > 1 && r.Chance(28);
        if (twins) ages[size - 1] = ages[size - 2];
        var unborn = r.Chance(55);
        var oldest = ages[0];
        var mother = Add(r, number, district, sector, day.AddDays(-oldest - r.Between(6600, 12500)), ethnicity, true, null);
        var family = new Family(number, r, district, mother);
        foreach (var age in ages)
        {
            if (unborn && age == ages[size - 1] && !twins) family.Children.Add(Unborn(r, family, day));
            else family.Children.Add(Add(r, number, district, sector, day.AddDays(-age), ethnicity, false, mother));
        }
        return family;
    }

    /// <summary>An unaccompanied child of sixteen or seventeen, alone.</summary>
    public Person Unaccompanied(DateOnly day)
    {
        var number = ++_families;
        var r = new Rng(seed, (ulong)number + 1000);
        var district = r.Below(Council.Districts.Length);
        var p = Describe(r, number, district, r.Pick(Council.Districts[district].Sectors), day.AddDays(-r.Between(5500, 6480)), r.Pick(["OOTH", "BAFR", "AOTH", "BOTH"]), false, null, true, r.Chance(960) ? "M" : "F");
        scene.World.People.Add(p);
        return p;
    }

    private Person Unborn(Rng r, Family f, DateOnly day)
    {
        var expected = day.AddDays(r.Between(20, 150));
        var born = expected.AddDays(r.Between(-21, 10));
        var p = new Person
        {
            Id = NextId(),
            Family = f.Number,
            District = f.District,
            Sector = f.Mother.Sector,
            Born = born,
            Expected = expected,
            BirthRecorded = born.AddDays(r.Between(0, 14)),
            Sex = r.Chance(510) ? "M" : "F",
            Ethnicity = f.Mother.Ethnicity,
            Disabilities = [],
            Mother = f.Mother,
        };
        scene.World.People.Add(p);
        return p;
    }

    private Person Add(Rng r, int family, int district, string sector, DateOnly born, string ethnicity, bool isMother, Person? mother)
    {
        var p = Describe(r, family, district, sector, born, ethnicity, isMother, mother, false, isMother || r.Chance(485) ? "F" : "M");
        scene.World.People.Add(p);
        return p;
    }

    private Person Describe(Rng r, int family, int district, string sector, DateOnly born, string ethnicity, bool isMother, Person? mother, bool uasc, string sex)
    {
        string[] disabilities = [];
        if (!isMother && r.Chance(95)) disabilities = r.Chance(600) ? [Disabilities[r.Weighted(400, 300, 60, 60, 60, 20, 20, 20, 20, 20, 10, 10)]] : ["LD", r.Pick(["AUT", "COMM", "MOB", "BEH"])];
        return new Person { Id = NextId(), Family = family, District = district, Sector = sector, Born = born, Sex = sex, Ethnicity = ethnicity, Disabilities = disabilities, IsMother = isMother, Mother = mother, Uasc = uasc };
    }

    // Ids look like a case system's: seven digits with gaps, never in the order of referral alone.
    private string NextId()
    {
        var n = ++_people;
        return (1_000_000 + (n * 7) + (n % 5)).ToString(CultureInfo.InvariantCulture);
    }
}
