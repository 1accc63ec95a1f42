using System.Globalization;
using System.IO.Compression;
using System.Text;
using Bellwether.Storage;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>
/// Five yearly returns of invented children give those looked after at each 31 March by DfE's rule (an episode covers [DECOM, DEC), short
/// breaks left out), whatever form the returns have, together or one by one, oldest or newest first. The rule is worked out here from the rows themselves.
/// </summary>
public sealed class FiveReturnsTests
{
    private const int First = 2019, Last = 2023;
    private const string Header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB";
    private const string Episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";
    private static readonly int[] Years = [.. Enumerable.Range(First, Last - First + 1)];

    private sealed record Episode(int Child, DateOnly Start, DateOnly? End, string Began, string Legal, string Place, string Ended, int LostAfter = 9999);

    [Theory]
    [InlineData(1, "csv", "together")]
    [InlineData(2, "xml", "together")]
    [InlineData(3, "zip", "together")]
    [InlineData(1, "csv", "oldest first")]
    [InlineData(2, "xml", "oldest first")]
    [InlineData(3, "zip", "newest first")]
    public void Children_looked_after_at_each_31_March(int seed, string form, string order)
    {
        using var home = new TemporaryHome();
        var children = Invent(seed);
        var files = Years.Select(y => Write(home, children, y, form)).ToArray();
        if (order == "together") Assert.False(home.Load(null, files).IsRejected);
        else foreach (var file in order == "newest first" ? files.Reverse() : files) Assert.False(home.Load(null, file).IsRejected);
        var known = home.Home.AsKnown();
        Assert.Equal(Years.Select(y => $"{y}: {Expected(children, y)}"), Years.Select(y => $"{y}: {Count(known, new DateOnly(y, 3, 31))}"));
    }

    private static int Expected(IReadOnlyList<Episode> episodes, int year)
    {
        var day = new DateOnly(year, 3, 31);
        return Rows(episodes, year).Where(e => e.Start <= day && (e.End is null || e.End > day) && e.Legal is not ("V3" or "V4")).Select(e => e.Child).Distinct().Count();
    }

    private static decimal? Count(Knowledge known, DateOnly day)
    {
        var figure = known.Performance.At(known.Performance.Catalogue.Find("LC01")!, day).Figure;
        return figure.Numerator ?? figure.Value;
    }

    /// <summary>What the return of a year holds: every episode of a day in it, as it was known on its 31 March.</summary>
    private static IEnumerable<Episode> Rows(IReadOnlyList<Episode> episodes, int year)
    {
        DateOnly first = new(year - 1, 4, 1), last = new(year, 3, 31);
        foreach (var e in episodes)
            if (e.Start <= last && (e.End is null || e.End >= first) && year <= e.LostAfter)
                yield return e.End > last || year == e.LostAfter ? e with { End = null, Ended = "" } : e;
    }

    private static string Write(TemporaryHome home, IReadOnlyList<Episode> episodes, int year, string form)
    {
        var rows = Rows(episodes, year).ToList();
        var name = home.File($"set {(char)('A' + ((year * 3) % 7))}{(form == "csv" ? "" : "." + form)}");
        var header = Header + "\n" + string.Concat(rows.Select(r => r.Child).Distinct().Select(c => $"{c},{Sex(c, year)},{Born(c):dd/MM/yyyy},WBRI,,0,\n"));
        var modules = Episodes + "\n" + string.Concat(rows.Select(r =>
            $"{r.Child},{Day(r.Start)},{r.Began},{r.Legal},N1,{r.Place},PR1,{Day(r.End)},{r.Ended},,,AB1 2CD,SC{r.Child}\n"));
        switch (form)
        {
            case "xml":
                File.WriteAllText(name, Xml(rows, year));
                break;
            case "zip":
                using (var zip = ZipFile.Open(name, ZipArchiveMode.Create))
                {
                    Add(zip, "a.csv", header);
                    Add(zip, "b.csv", modules);
                }
                break;
            default:
                Directory.CreateDirectory(name);
                File.WriteAllText(Path.Combine(name, "header.csv"), header);
                File.WriteAllText(Path.Combine(name, "episodes.csv"), modules);
                break;
        }
        return name;
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Xml(List<Episode> rows, int year)
    {
        var text = new StringBuilder("<EXPSSDA903>");
        foreach (var child in rows.GroupBy(r => r.Child))
        {
            text.Append(CultureInfo.InvariantCulture, $"<CHILD><HEADER><CHILDID>{child.Key}</CHILDID><SEX>{Sex(child.Key, year)}</SEX><DOB>{Born(child.Key):yyyy-MM-dd}</DOB><ETHNIC>WBRI</ETHNIC></HEADER>");
            foreach (var r in child)
                text.Append(CultureInfo.InvariantCulture, $"<EPISODE><DECOM>{r.Start:yyyy-MM-dd}</DECOM><RNE>{r.Began}</RNE><LS>{r.Legal}</LS><CIN>N1</CIN><PL>{r.Place}</PL>")
                    .Append(r.End is { } end ? $"<DEC>{end:yyyy-MM-dd}</DEC><REC>{r.Ended}</REC>" : "").Append("</EPISODE>");
            text.Append("</CHILD>");
        }
        return text.Append("</EXPSSDA903>").ToString();
    }

    private static string Day(DateOnly? day) => day is { } d ? d.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "";

    private static DateOnly Born(int child) => new(2012 - (child % 5), 1 + (child % 12), 1 + (child % 28));

    private static string Sex(int child, int year) => year >= 2025 ? child % 2 == 0 ? "M" : "F" : child % 2 == 0 ? "1" : "2";

    /// <summary>Children with one to three periods of care of one to four episodes, some short breaks, some that a later return no longer holds.</summary>
    private static List<Episode> Invent(int seed)
    {
        var chance = new Random(seed);
        var episodes = new List<Episode>();
        for (var child = 1; child <= 120; child++)
        {
            var at = new DateOnly(2016, 6, 1).AddDays(chance.Next(2000));
            for (var period = chance.Next(1, 4); period > 0 && at < new DateOnly(Last, 3, 1); period--)
            {
                var isShort = chance.Next(6) == 0;
                var parts = chance.Next(1, 5);
                for (var part = 0; part < parts && at <= new DateOnly(Last, 3, 31); part++)
                {
                    // Some begin and end on the very days that decide.
                    var end = chance.Next(5) == 0 ? new DateOnly(at.Year + 1, 3, 30).AddDays(chance.Next(4)) : at.AddDays(1 + chance.Next(400));
                    var isLast = part == parts - 1;
                    var lost = isLast && chance.Next(8) == 0 ? at.Month > 3 ? at.Year + 1 : at.Year : 9999;
                    episodes.Add(new Episode(child, at, isLast && chance.Next(3) == 0 ? null : end, part == 0 ? "S" : "P", isShort ? "V4" : "C2", part % 2 == 0 ? "U6" : "K2", isLast ? "E4A" : "X1", lost));
                    if (episodes[^1].End is null || lost != 9999) at = new DateOnly(2030, 1, 1);
                    else at = end;
                }
                at = at.AddDays(1 + chance.Next(300));
            }
        }
        return episodes;
    }
}
