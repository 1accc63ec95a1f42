namespace Bellwether.Example;

/// <summary>The preferred spellings of the Annex A template: a letter, a bracket, the national code and its words.</summary>
internal static class AnnexCodes
{
    private const string Ethnicities = "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU";
    private static readonly Dictionary<string, string> Sources = Read(
        "a) 1A: Individual|b) 1B: Individual (acquaintance)|c) 1C: Individual (self)|d) 1D: Individual (other)|e) 2A: Schools|f) 2B: Education services|g) 3A: GP|h) 3B: Health visitor|i) 3C: School nurse|j) 3D: Other primary health services|k) 3E: A&E|l) 3F: Other health services|m) 4: Housing|n) 5A: Local authority social care|o) 5B: Local authority internal|p) 5C: Local authority external|p1) 5D: LA services|q) 6: Police|r) 7: Other legal agency|s) 8: Other|t) 9: Anonymous|u) 10: Unknown");
    private static readonly Dictionary<string, string> Places = Read(
        "a) U1: Foster placement with relative or friend - long term|b) U2: Foster placement with relative or friend - FFA|c) U3: Foster placement with relative or friend - other|d) U4: Foster placement with other foster carer - long term|e) U5: Foster placement with other foster carer - FFA|f) U6: Foster placement with other foster carer - other|g) A3: Placed for adoption with consent, current carer|h) A4: Placed for adoption with consent, other|i) A5: Placed for adoption with placement order, current carer|j) A6: Placed for adoption with placement order, other|k) P1: Placed with own parents|l) P2: Independent living|n) H5: Semi-independent living|o) K1: Secure children's home|p) K2: Children's home|p) K3: Supported accommodation|q) R1: Residential care home|u) S1: Residential school|w) T0: Temporary placement|v) Z1: Other placements");
    private static readonly Dictionary<string, string> Ends = Read(
        "a) E11: Adopted - unopposed|b) E12: Adopted - consent dispensed with|d) E3: Care taken over by another LA|e) E4A: Returned home - planned|f) E4B: Returned home - unplanned|g) E13: Left care to live with relatives|h) E41: Residence order or child arrangements order|i) E45: SGO to former foster carer, relative|j) E46: SGO to former foster carer, other|k) E47: SGO to other relative|l) E48: SGO to other carer|m) E5: Moved to independent living, supported|n) E6: Moved to independent living, no support|o) E7: Transferred to adult residential care|p) E9: Sentenced to custody|t) E8: Ceased for any other reason|v) E17: Aged 18 and remained with carers");
    private static readonly Dictionary<string, string> Closures = Read(
        "RC1 - Adopted|RC2 - Died|RC3 - Child arrangements order|RC4 - Special guardianship order|RC5 - Transferred to services of another LA|RC6 - Transferred to adult services|RC7 - Services ceased for any other reason|RC8 - Case closed after assessment, no further action|RC9 - Case closed after assessment, referred to early help");
    private static readonly Dictionary<string, string> Needs = Read(
        "N1 - Abuse or neglect|N2 - Child's disability|N3 - Parental disability or illness|N4 - Family in acute stress|N5 - Family dysfunction|N6 - Socially unacceptable behaviour|N7 - Low income|N8 - Absent parenting|N9 - Cases other than children in need|N0 - Not stated");
    private static readonly Dictionary<string, string> Legal = Read("C1: ICO|C2: FCO|D1: Freeing order|E1: Placement order|V2: Single period of accommodation under s20|L1: Police protection|L2: EPO|L3: Child assessment order|J1: Remanded|J2: PACE|J3: Youth rehabilitation order|V3: Short breaks - episodes|V4: Short breaks - agreement");
    private static readonly Dictionary<string, string> Providers = Read("a) PR0: Parents|b) PR1: Own provision|c) PR2: Other LA|d) PR3: Other public provision|e) PR4: Private provision|f) PR5: Voluntary provision");
    private static readonly Dictionary<string, string> Homes = Read("B: Parents/relatives|C: Community home|D: Semi-independent|E: Supported lodgings|K: Ordinary lodgings|R: Not known|S: No fixed abode|T: Foyer|U: Independent living|V: Emergency|W: Bed and breakfast|X: Custody|Y: Other|Z: With former foster carer");
    private static readonly Dictionary<string, string> Activities = Read("F1: Full time higher education|P1: Part time higher education|F2: Full time other education|P2: Part time other education|F4: Full time apprenticeship|P4: Part time apprenticeship|F5: Full time training or employment|P5: Part time training or employment|G4: NEET - illness or disability|G5: NEET - other circumstances|G6: NEET - pregnancy or parenting");

    public static string Ethnicity(string code)
    {
        var at = Ethnicities.IndexOf(code, StringComparison.Ordinal);
        return at < 0 ? "s) NOBT" : $"{(char)('a' + (at / 5))}) {code}";
    }

    public static string Gender(string sex) => sex switch { "M" => "a) Male", "F" => "b) Female", _ => "c) Not stated/recorded" };

    public static string Yes(bool? yes) => yes switch { true => "a) Yes", false => "b) No", _ => "c) Unknown" };

    public static string Source(string code) => Sources[code];
    public static string Place(string code) => Places[code];
    public static string End(string code) => Ends[code];
    public static string Closure(string code) => Closures[code];
    public static string Need(string code) => Needs[code];
    public static string Law(string code) => Legal[code];
    public static string Provider(string code) => code.Length == 0 ? "" : Providers[code];
    public static string Home(string code) => Homes[code];
    public static string Activity(string code) => code.Length == 0 ? "" : Activities[code];

    public static string Category(string code) => code switch
    {
        "NEG" => "a) Neglect",
        "PHY" => "b) Physical abuse",
        "SAB" => "c) Sexual abuse",
        "EMO" => "d) Emotional abuse",
        _ => "e) Multiple/not recommended",
    };

    // The code is the token before the colon, or before the dash where there is no letter.
    private static Dictionary<string, string> Read(string list) => list.Split('|').ToDictionary(
        text =>
        {
            var from = text.IndexOf(") ", StringComparison.Ordinal) is var p && p is > 0 and < 4 ? p + 2 : 0;
            var to = text.IndexOfAny([':', ' '], from);
            return text[from..to];
        },
        text => text, StringComparer.Ordinal);
}
