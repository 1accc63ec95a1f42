using System.Globalization;
using System.Xml;

namespace Bellwether.Formats;

/// <summary>Writes the return of looked-after children of invented children, as its CSV modules and as one XML file.</summary>
internal static class ReturnFiles
{
    public static void WriteCsv(string folder, string part, int first, int children)
    {
        using var header = Start(folder, "header" + part, "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB");
        using var episodes = Start(folder, "episodes" + part, "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN");
        using var reviews = Start(folder, "reviews" + part, "CHILD,DOB,REVIEW,REVIEW_CODE");
        using var health = Start(folder, "oc2" + part, "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED");
        for (var i = first; i < first + children; i++)
        {
            var child = new Invented(i);
            header.Write($"{child.Id},{Sex(child)},{British(child.Born)},{child.Ethnicity},{child.Upn},,\n");
            foreach (var e in Episodes(child))
                episodes.Write($"{child.Id},{British(e.Start)},{e.Reason},C2,N1,{e.Place},PR1,{British(e.End)},{e.Ceased},{e.Change},{child.Postcode},{child.Postcode},SC{400_000 + (i % 900)}\n");
            foreach (var day in Reviews(child)) reviews.Write($"{child.Id},{British(child.Born)},{British(day)},PN1\n");
            health.Write($"{child.Id},{British(child.Born)},{i % 40},,0,1,1,1,1,0,,\n");
        }
    }

    public static void WriteXml(string path, int first, int children)
    {
        using var to = XmlWriter.Create(path, new XmlWriterSettings { Indent = true });
        to.WriteStartElement("EXPSSDA903");
        for (var i = first; i < first + children; i++)
        {
            var child = new Invented(i);
            to.WriteStartElement("CHILD");
            to.WriteStartElement("HEADER");
            Values(to, ("CHILDID", child.Id), ("UPN", child.Upn), ("SEX", Sex(child)), ("DOB", Iso(child.Born)), ("ETHNIC", child.Ethnicity));
            foreach (var day in Reviews(child))
            {
                to.WriteStartElement("AREVIEW");
                Values(to, ("REVIEW", Iso(day)), ("REVIEW_CODE", "PN1"));
                to.WriteEndElement();
            }
            to.WriteStartElement("OC2");
            Values(to, ("SDQ_SCORE", $"{i % 40}"), ("CONVICTED", "0"), ("HEALTH_CHECK", "1"), ("IMMUNISATIONS", "1"), ("TEETH_CHECK", "1"), ("HEALTH_ASSESSMENT", "1"), ("SUBSTANCE_MISUSE", "0"));
            to.WriteEndElement();
            to.WriteEndElement();
            foreach (var e in Episodes(child))
            {
                to.WriteStartElement("EPISODE");
                Values(to, ("DECOM", Iso(e.Start)), ("RNE", e.Reason), ("LS", "C2"), ("CIN", "N1"), ("PL", e.Place), ("PLACE_PROVIDER", "PR1"));
                if (e.End is { } end) Values(to, ("DEC", Iso(end)), ("REC", e.Ceased));
                if (e.Change.Length > 0) Values(to, ("REASON_PLACE_CHANGE", e.Change));
                Values(to, ("HOME_POST", child.Postcode), ("PL_POST", child.Postcode), ("URN", $"SC{400_000 + (i % 900)}"));
                to.WriteEndElement();
            }
            to.WriteEndElement();
        }
        to.WriteEndElement();
    }

    private static IEnumerable<(DateOnly Start, DateOnly? End, string Reason, string Place, string Ceased, string Change)> Episodes(Invented child)
    {
        for (var i = 0; i < child.Placements.Count; i++)
        {
            var isLast = i == child.Placements.Count - 1;
            var end = isLast ? child.Care.End : child.Placements[i + 1];
            if (end <= child.Placements[i]) end = null;
            yield return (child.Placements[i], end, i == 0 ? "S" : "P", i % 2 == 0 ? "U6" : "K2", end is null ? "" : isLast ? "E4A" : "X1", end is null || isLast ? "" : "PLACE");
        }
    }

    private static IEnumerable<DateOnly> Reviews(Invented child)
    {
        for (var day = child.Care.Start.AddDays(25); day <= (child.Care.End ?? Invented.To); day = day.AddDays(160))
            if (day >= Invented.From) yield return day;
    }

    private static StreamWriter Start(string folder, string name, string headings)
    {
        var to = new StreamWriter(Path.Combine(folder, name + ".csv"));
        to.Write(headings + "\n");
        return to;
    }

    private static void Values(XmlWriter to, params ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values) to.WriteElementString(name, value);
    }

    private static string Sex(Invented child) => child.Sex == "M" ? "1" : "2";

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string British(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";
}
