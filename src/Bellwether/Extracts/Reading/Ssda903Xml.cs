namespace Bellwether.Extracts.Reading;

/// <summary>
/// The return of looked-after children as one XML file (XSD 3.3.0, as facts in data-formats.md section 4.2). Its tables are those of the CSV
/// modules, with their headings, so that one map reads both. The XSD of social workers' episodes is another file, and its names are in no
/// public source: such elements are named in a note.
/// </summary>
internal static class Ssda903Xml
{
    private const string ChildPath = "/EXPSSDA903/CHILD";
    private const string Head = ChildPath + "/HEADER";

    public static XmlForm Form { get; } = Make();

    private static XmlForm Make()
    {
        XmlColumn child = new("CHILDID", Head, As: "CHILD"), born = new("DOB", Head);
        return new XmlForm("SSDA903", "EXPSSDA903", "", new HashSet<string>(StringComparer.Ordinal) { "CHILD" },
        [
            new("CHILD", Head, [new("CHILDID", As: "CHILD"), new("SEX"), new("DOB"), new("ETHNIC"), new("UPN"), new("MOTHER"), new("MC_DOB")]),
            new("EPISODE", ChildPath + "/EPISODE",
            [
                child, new("DECOM"), new("RNE"), new("LS"), new("CIN"), new("PL", As: "PLACE"), new("PLACE_PROVIDER"), new("DEC"), new("REC"),
                new("REASON_PLACE_CHANGE"), new("HOME_POST"), new("PL_POST"), new("URN"),
            ]),
            new("AREVIEW", Head + "/AREVIEW", [child, born, new("REVIEW"), new("REVIEW_CODE")]),
            new("CHILD", Head, [new("CHILDID", As: "CHILD"), new("SEX"), new("DOB"), new("DUC"), new("UASC")]) { Any = ["DUC", "UASC"] },
            new("OC2", Head + "/OC2",
            [
                child, born, new("SDQ_SCORE"), new("SDQ_REASON"), new("CONVICTED"), new("HEALTH_CHECK"), new("IMMUNISATIONS"), new("TEETH_CHECK"),
                new("HEALTH_ASSESSMENT"), new("SUBSTANCE_MISUSE"), new("INTERVENTION_RECEIVED"), new("INTERVENTION_OFFERED"),
            ]),
            new("CHILD", Head, [new("CHILDID", As: "CHILD"), new("DOB"), new("IN_TOUCH"), new("ACTIV"), new("ACCOM")]) { Any = ["IN_TOUCH"] },
            new("CHILD", Head,
            [
                new("CHILDID", As: "CHILD"), new("DOB"), new("DATE_INT"), new("DATE_MATCH"), new("FOSTER_CARE"), new("NB_ADOPTR"), new("SEX_ADOPTR"),
                new("LS_ADOPTR"),
            ]) { Any = ["DATE_INT"] },
            new("AD_PLACED", Head + "/AD_PLACED", [child, born, new("DATE_PLACED"), new("DATE_PLACED_CEASED"), new("REASON_PLACED_CEASED")]),
            new("PERMANENCE", Head + "/PERMANENCE", [child, born, new("PREV_PERM"), new("LA_PERM"), new("DATE_PERM")]),
            new("AMISSING", Head + "/AMISSING", [child, born, new("MISSING"), new("MIS_START"), new("MIS_END")]),
        ],
        ["HEADER"]);
    }
}
