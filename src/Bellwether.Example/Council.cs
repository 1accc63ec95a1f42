namespace Bellwether.Example;

/// <summary>A district of the invented council: code, name, children aged 0 to 17, how busy and how good it is beside the others.</summary>
/// <param name="Demand">Referrals per child beside the county's, in permille.</param>
/// <param name="Quality">Added to every on-time level, in permille points.</param>
public sealed record District(string Code, string Name, int Children, int Demand, int Quality, string[] Sectors);

/// <summary>A team under one code. <see cref="Renamed"/> gives the later name and its date; a closed team names its successor.</summary>
public sealed record Team(string Code, string Name, string Kind, string Service, string Parent, string District)
{
    public (string Name, DateOnly From)? Renamed { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public string Successor { get; init; } = "";

    public string NameOn(DateOnly day) => Renamed is { } r && day >= r.From ? r.Name : Name;
}

/// <summary>The invented authority: Wessenshire, seven districts, 66,300 children, one front door, nine children's social work teams and five others.</summary>
public static class Council
{
    public const string Name = "Wessenshire";
    public const string LaCode = "997";
    /// <summary>Children aged 0 to 17, all districts, at the last mid-year.</summary>
    public const int Children = 66_300;

    public static readonly DateOnly TeamRenamedOn = new(2023, 9, 1);
    public static readonly DateOnly TeamClosedOn = new(2022, 4, 1);

    public static readonly District[] Districts =
    [
        new("WD1", "Aldermere", 12_400, 1160, -30, ["WZ1 1", "WZ1 2", "WZ1 3"]),
        new("WD2", "Brackenholt", 8_300, 820, 35, ["WZ2 1", "WZ2 2"]),
        new("WD3", "Casterley", 10_900, 1080, 5, ["WZ3 1", "WZ3 2", "WZ3 3"]),
        new("WD4", "Dunmarsh", 7_600, 1290, -55, ["WZ4 1", "WZ4 2"]),
        new("WD5", "Eastwick Vale", 9_200, 700, 45, ["WZ5 1", "WZ5 2"]),
        new("WD6", "Fennaby", 6_900, 900, 15, ["WZ6 1", "WZ6 2"]),
        new("WD7", "Greyminster", 11_000, 1030, -10, ["WZ7 1", "WZ7 2", "WZ7 3"]),
    ];

    public static readonly Team[] Teams =
    [
        new("FD", "Front Door", "DUTY", "Front Door", "FDS", ""),
        new("CS1A", "Aldermere North CSWT", "CSWT", "Children's Social Work", "CSS", "WD1"),
        new("CS1B", "Aldermere South CSWT", "CSWT", "Children's Social Work", "CSS", "WD1"),
        new("CS2", "Brackenholt CSWT", "CSWT", "Children's Social Work", "CSS", "WD2"),
        new("CS3", "Casterley CSWT", "CSWT", "Children's Social Work", "CSS", "WD3")
            { Renamed = ("Casterley and Villages CSWT", TeamRenamedOn) },
        new("CS4", "Dunmarsh CSWT", "CSWT", "Children's Social Work", "CSS", "WD4"),
        new("CS5", "Eastwick Vale CSWT", "CSWT", "Children's Social Work", "CSS", "WD5"),
        new("CS6", "Fennaby CSWT", "CSWT", "Children's Social Work", "CSS", "WD6"),
        new("CS7A", "Greyminster Quays CSWT", "CSWT", "Children's Social Work", "CSS", "WD7"),
        new("CS7B", "Greyminster Hill CSWT", "CSWT", "Children's Social Work", "CSS", "WD7") { ClosedOn = TeamClosedOn, Successor = "CS7A" },
        new("LACE", "Looked After Children East", "LAC", "Corporate Parenting", "CPS", ""),
        new("LACW", "Looked After Children West", "LAC", "Corporate Parenting", "CPS", ""),
        new("DCT", "Disabled Children's Team", "DCT", "Disabled Children", "DCS", ""),
        new("LCT", "Leaving Care Team", "LCT", "Corporate Parenting", "CPS", ""),
    ];

    public static readonly (string Code, string Name)[] Services =
        [("FDS", "Front Door Service"), ("CSS", "Children's Social Work Service"), ("CPS", "Corporate Parenting Service"), ("DCS", "Disabled Children's Service")];

    public static Team TeamOf(string code) => Array.Find(Teams, t => t.Code == code) ?? throw new ArgumentException($"no team {code}", nameof(code));

    /// <summary>The team's own children's social work team: a district with two shares its families between them.</summary>
    internal static string SocialWork(int district, int family) => district switch
    {
        0 => family % 2 == 0 ? "CS1A" : "CS1B",
        6 => family % 2 == 0 ? "CS7A" : "CS7B",
        _ => "CS" + (char)('1' + district),
    };

    /// <summary>Looked-after children's team by side of the county.</summary>
    internal static string LookedAfter(int district) => district is 0 or 2 or 4 or 6 ? "LACE" : "LACW";
}
