using System.Text;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Family X: returns as XML.</summary>
internal static class XmlCases
{
    private const string Text = """
        <?xml version="1.0" encoding="utf-8"?>
        <Message>
          <Header>
            <CollectionDetails><Collection>CIN</Collection><Year>2024</Year><ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails>
            <Source><SourceLevel>L</SourceLevel><LEA>997</LEA></Source>
          </Header>
          <Children>
            <Child>
              <ChildIdentifiers><LAchildID>C1</LAchildID><PersonBirthDate>2012-04-05</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
              <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
              <CINdetails>
                <CINreferralDate>2023-05-01</CINreferralDate>
                <ReferralSource>1A</ReferralSource>
                <PrimaryNeedCode>N1</PrimaryNeedCode>
                <CINclosureDate>2023-09-01</CINclosureDate>
                <ReasonForClosure>RC1</ReasonForClosure>
                <ReferralNFA>0</ReferralNFA>
              </CINdetails>
            </Child>
          </Children>
        </Message>
        """;

    /// <summary>The return without a fault.</summary>
    public static string Whole => Text;

    public static IEnumerable<CorpusCase> All =>
    [
        Of("X01", "file", Declared("<!DOCTYPE Message [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;")),
        Of("X01", "address", Declared("<!DOCTYPE Message [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]>", "&x;")),
        Of("X02", "laughs", Declared("<!DOCTYPE Message [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(0, 20).Select(i => $"<!ENTITY {(char)('b' + i)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + i)};", 10))}\">")) + "]>", "&u;")),
        Of("X02", "quadratic", Declared($"<!DOCTYPE Message [<!ENTITY a \"{new string('x', 100_000)}\">]>", string.Concat(Enumerable.Repeat("&a;", 1000)))),
        Of("X03", "", Declared("<!DOCTYPE Message>", "C1")),
        Of("X04", "", Text.Replace("<Message>", "<?xml-stylesheet href=\"http://127.0.0.1:9/x.xsl\" type=\"text/xsl\"?><Message xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"http://127.0.0.1:9/x.xsd\" xmlns:xi=\"http://www.w3.org/2001/XInclude\">", StringComparison.Ordinal)
            .Replace("<Header>", "<xi:include href=\"file:///etc/passwd\" parse=\"text\"/><Header>", StringComparison.Ordinal)),
        Of("X05", "other prefix", Prefixed("")),
        Of("X05", "wrong namespace", Prefixed("urn:example:not-a-census")),
        Of("X06", "unclosed tag", Text.Replace("</CINdetails>", "", StringComparison.Ordinal)),
        Of("X06", "stray ampersand", Text.Replace("RC1", "R & C", StringComparison.Ordinal)),
        Of("X06", "text before the declaration", "export:\n" + Text),
        new("X07", "", f => f.With("census.xml", [.. Encoding.UTF8.GetBytes(Text[..Text.IndexOf("RC1", StringComparison.Ordinal)]), 0xE9, .. Encoding.UTF8.GetBytes(Text[Text.IndexOf("RC1", StringComparison.Ordinal)..])])) { Twin = Twin, DataDate = "" },
        new("X08", "depth", f => f.Streamed("census.xml", to => to.Write(Encoding.UTF8.GetBytes("<Message>" + string.Concat(Enumerable.Repeat("<a>", 100_000)))))) { Heavy = true, DataDate = "" },
        new("X08", "attributes", f => f.Streamed("census.xml", to => to.Write(Encoding.UTF8.GetBytes("<Message><Children><Child " + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i}=\"1\" ")) + "/></Children></Message>")))) { Heavy = true, DataDate = "" },
        Of("X09", "repeated", Text.Replace("<ReferralNFA>", "<CINreferralDate>2023-05-02</CINreferralDate><ReferralNFA>", StringComparison.Ordinal)),
        Of("X09", "unknown", Text.Replace("<ReferralNFA>", "<FavouriteColour>blue</FavouriteColour><ReferralNFA>", StringComparison.Ordinal)),
        Of("X10", "year", Text.Replace("<Year>2024", "<Year>2019", StringComparison.Ordinal)),
        Of("X10", "LA code", Text.Replace("<LEA>997", "<LEA>998", StringComparison.Ordinal)),
        Of("X11", "CDATA", Text.Replace(">RC1<", "><![CDATA[RC]]>1<", StringComparison.Ordinal)),
        Of("X11", "comment", Text.Replace(">2023-09-01<", ">2023-<!-- checked -->09-01<", StringComparison.Ordinal)),
        Of("X12", "missing", Text.Replace("<CINclosureDate>2023-09-01</CINclosureDate>", "", StringComparison.Ordinal)),
        Of("X12", "empty", Text.Replace("<CINclosureDate>2023-09-01</CINclosureDate>", "<CINclosureDate/>", StringComparison.Ordinal)),
        Of("X12", "nil", Text.Replace("<CINclosureDate>2023-09-01</CINclosureDate>", "<CINclosureDate xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>", StringComparison.Ordinal)),
        new("X12", "three results", _ => { }) { Scenario = ThreeResults },
        new("X13", "", f => f.Streamed("census.xml", to => Large(to, (Environment.GetEnvironmentVariable("BELLWETHER_CORPUS") == "full" ? 900L : 90L) << 20))) { Heavy = true, DataDate = "" },
    ];

    public static void Twin(CorpusFolder folder) => folder.With("census.xml", Encoding.UTF8.GetBytes(Text));

    private static CorpusCase Of(string id, string variant, string text) => new(id, variant, f => f.With("census.xml", Encoding.UTF8.GetBytes(text))) { Twin = Twin, DataDate = "" };

    private static string Declared(string type, string id) => Text.Replace("<Message>", type + "\n<Message>", StringComparison.Ordinal).Replace(">C1<", $">{id}<", StringComparison.Ordinal);

    /// <summary>The twin with every element under a prefix of a namespace.</summary>
    private static string Prefixed(string name) => name.Length == 0
        ? Text.Replace("<Message>", "<Message xmlns:c=\"urn:example:unused\" xmlns=\"\">", StringComparison.Ordinal)
        : System.Text.RegularExpressions.Regex.Replace(Text, "<(/?)([A-Za-z])", "<$1c:$2").Replace("<c:Message>", $"<c:Message xmlns:c=\"{name}\">", StringComparison.Ordinal);

    private static Observed ThreeResults(CorpusFolder folder)
    {
        var said = new HashSet<string>();
        foreach (var variant in new[] { "missing", "empty", "nil" })
        {
            Corpus.Of($"X12/{variant}").Write(folder);
            var extract = folder.Read("");
            said.Add(Observed.Content(extract) + string.Join(' ', extract.Findings.Select(f => f.Code)));
        }
        return new Observed("accepted", [], "", "", said.Count == 3 ? "same" : "differs");
    }

    private static void Large(Stream to, long bytes)
    {
        var (start, end) = (Text.IndexOf("<Child>", StringComparison.Ordinal), Text.IndexOf("</Children>", StringComparison.Ordinal));
        to.Write(Encoding.UTF8.GetBytes(Text[..start]));
        // Long text that nothing reads makes the size without making the records.
        var child = Text[start..end].Replace("<ReferralNFA>", $"<!--{new string('x', 6000)}--><ReferralNFA>", StringComparison.Ordinal);
        for (long written = 0, i = 0; written < bytes; i++)
        {
            var one = Encoding.UTF8.GetBytes(child.Replace(">C1<", $">C{i}<", StringComparison.Ordinal));
            to.Write(one);
            written += one.Length;
        }
        to.Write(Encoding.UTF8.GetBytes(Text[end..]));
    }
}
