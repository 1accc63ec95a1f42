namespace Bellwether.Formats;

/// <summary>A spell with its end, where it has one by the end of the year.</summary>
internal readonly record struct Spell(DateOnly Start, DateOnly? End);

/// <summary>
/// An invented child of the collection year 2023 to 2024, the same for the same number on every machine: what a census, a return or a daily flow
/// says of a child, in about the amounts that they do. Nothing here stands for anybody.
/// </summary>
internal sealed class Invented
{
    public static readonly DateOnly From = new(2023, 4, 1);
    public static readonly DateOnly To = new(2024, 3, 31);
    private static readonly string[] Groups = ["WBRI", "WBRI", "WBRI", "WOTH", "MWBC", "APKN", "BAFR", "AIND", "OOTH", "MOTH"];
    private static readonly string[] Factors = ["1A", "1B", "1C", "2B", "3A", "3B", "4A", "4B", "5A", "6A", "7A", "8B", "10A", "13A", "19B"];
    private ulong _state;

    public Invented(int number)
    {
        _state = unchecked((ulong)number * 0xD1342543DE82EF95);
        Number = number;
        Born = To.AddDays(-Draw(17 * 365) - 60);
        Sex = Draw(2) == 0 ? "M" : "F";
        Ethnicity = Groups[Draw(Groups.Length)];
        Disabled = Draw(8) == 0;
        Referrals = [.. Enumerable.Range(0, Draw(5) == 0 ? 2 : 1).Select(i => new Referral(this, i))];
        Care = new Spell(Day(From.AddYears(-2), 900), null);
        for (int i = 0, most = 1 + Draw(3); i < most; i++) Placements.Add(Care.Start.AddDays(i * (50 + Draw(60))));
        if (Draw(4) == 0) Care = Care with { End = To.AddDays(-Draw(90)) };
        Postcode = $"WX{1 + Draw(40)} {Draw(10)}{(char)('A' + Draw(26))}{(char)('A' + Draw(26))}";
    }

    public int Number { get; }
    public string Id => $"{100_000 + Number}";
    public string Upn => $"A{820_000_000_000L + Number}";
    public DateOnly Born { get; }
    public string Sex { get; }
    public string Ethnicity { get; }
    public bool Disabled { get; }
    public string Postcode { get; }
    public IReadOnlyList<Referral> Referrals { get; }
    /// <summary>A period of care, for those returns that are about it.</summary>
    public Spell Care { get; }
    /// <summary>When each of its placements begins.</summary>
    public List<DateOnly> Placements { get; } = [];

    /// <summary>The number to 0 up to below most: splitmix64.</summary>
    private int Draw(int most)
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)most);
        }
    }

    private DateOnly Day(DateOnly from, int within) => from.AddDays(Draw(within));

    private Spell Within(Spell around, int days)
    {
        var start = around.Start.AddDays(Draw(30));
        var end = start.AddDays(5 + Draw(days));
        return new Spell(start, end <= To ? end : null);
    }

    /// <summary>A referral and what follows from it.</summary>
    internal sealed class Referral
    {
        public Referral(Invented child, int number)
        {
            var start = child.Day(From.AddDays(number * 150), 140);
            var end = start.AddDays(40 + child.Draw(400));
            Open = new Spell(start, end <= To ? end : null);
            Source = child.Draw(3) switch { 0 => "1A", 1 => "6", _ => "3A" };
            Assessed = child.Within(Open, 50);
            Factors = [.. Enumerable.Range(0, 1 + child.Draw(4)).Select(_ => Invented.Factors[child.Draw(Invented.Factors.Length)]).Distinct()];
            if (child.Draw(2) == 0) Planned = child.Within(Open, 200);
            if (child.Draw(2) == 0) Enquiry = child.Within(Open, 20);
            if (Enquiry is { } enquiry && child.Draw(2) == 0)
            {
                Protected = child.Within(enquiry, 300);
                for (var day = Protected.Value.Start.AddDays(80); day <= (Protected.Value.End ?? To); day = day.AddDays(170)) Reviews.Add(day);
            }
        }

        public Spell Open { get; }
        public string Source { get; }
        public Spell Assessed { get; }
        public IReadOnlyList<string> Factors { get; }
        public Spell? Planned { get; }
        public Spell? Enquiry { get; }
        public Spell? Protected { get; }
        public List<DateOnly> Reviews { get; } = [];
    }
}
