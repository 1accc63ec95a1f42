using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Bellwether.Calendar;
using Bellwether.Cli;
using Xunit;
using static Bellwether.Web.Tests.Cli.CommandLine;

namespace Bellwether.Web.Tests.Cli;

/// <summary>The lengths of all worklists at the terminal: what a team has to do this week.</summary>
public sealed class WorklistTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bellwether-worklist-").FullName;

    private string Home => Path.Combine(_folder, "home");

    public WorklistTests()
    {
        // Ten working days on: 14 June, 8 July (the seventh day after the data date) and 9 July.
        LoadPlans(_folder, Home, "2024-07-01", ("ssd_cp_visits.csv",
            "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen\nV1,K101,A,2024-05-31,Y\nV2,K102,B,2024-06-24,Y\nV3,K103,C,2024-06-25,Y\n"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_list_says_what_is_overdue_due_in_a_week_and_in_the_week_after()
    {
        Assert.Equal((1, 1, 1), Visits());
        var (code, output, _) = Run("worklist", "--home", Home);
        Assert.Equal(Exit.Ok, code);
        Assert.Matches(@"CP10  Children on a child protection plan visited in time +1 +1 +1\n", output);
        Assert.Contains("the data can't tell.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("K10", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restricted_case_is_not_among_them_unless_it_is_asked_for()
    {
        Run("restrict", "add", "--home", Home, "--child", "K101", "--reason", "STAFF", "--by", "A. Lead");
        Assert.Equal((0, 1, 1), Visits());
        Assert.Equal((1, 1, 1), Visits("--restricted"));
    }

    [Fact]
    public void A_list_that_the_data_cannot_tell_has_no_length_and_says_why()
    {
        var list = Length("supervision-in-time");
        Assert.Equal(JsonValueKind.Null, list.GetProperty("overdue").ValueKind);
        Assert.Equal("SSD ssd_professionals was not supplied", list.GetProperty("because").GetString());
    }

    [Fact]
    public void A_list_to_hand_on_holds_child_due_date_and_team_alone_and_says_when_to_delete_it()
    {
        Run("restrict", "add", "--home", Home, "--child", "K103", "--reason", "STAFF", "--by", "A. Lead");
        var file = Path.Combine(_folder, "due.xlsx");
        var (code, output, _) = Run("worklist", "CP10", "--home", Home, "--within", "8", "--out", file);
        Assert.Equal((Exit.Ok, "due.xlsx: 2 listed. Some cases may not be listed."), (code, output.Trim()));
        var texts = Texts(file);
        Assert.Equal(["Child", "Due", "Days over or left", "Team", "K101", "17 days over", "Not known", "K102", "7 days left", "Not known"], texts[^10..]);
        Assert.Equal("Worklist: Children on a child protection plan visited in time", texts[0]);
        Assert.Matches($"^Made on .* by .* at the terminal\\. About children\\. Pass it on to those alone who act on it, and delete it by {EnglishDate.Format(Today.AddDays(28))}\\.$", texts[2]);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Contains("made into a file", Run("audit", "of", "K101", "--home", Home).Output, StringComparison.Ordinal);
        Assert.Equal(Exit.Usage, Run("worklist", "CP10", "--home", Home, "--out", file).Code);
        Assert.Equal(Exit.Usage, Run("worklist", "CP10", "--home", Home, "--out", Path.Combine(_folder, "due.csv")).Code);
    }

    private static DateOnly Today => LondonTime.DateOf(TimeProvider.System.GetUtcNow());

    /// <summary>Every text of the one sheet, in the order of a page.</summary>
    private static List<string> Texts(string file)
    {
        using var book = ZipFile.OpenRead(file);
        var strings = Elements(book, "xl/sharedStrings.xml", "si");
        return [.. Elements(book, "xl/worksheets/sheet1.xml", "c").Where(c => (string?)c.Attribute("t") == "s").Select(c => strings[int.Parse(c.Value, CultureInfo.InvariantCulture)].Value)];
    }

    private static List<XElement> Elements(ZipArchive book, string part, string name)
    {
        using var text = book.GetEntry(part)!.Open();
        return [.. XDocument.Load(text).Descendants().Where(e => e.Name.LocalName == name)];
    }

    [Theory]
    [InlineData("--out", "list.xlsx")]
    [InlineData("--within", "28")]
    [InlineData("--at", "2024-06-01")]
    [InlineData("--variant", "scheduled")]
    public void What_is_about_one_list_needs_its_name(string option, string value) =>
        Assert.Equal(Exit.Usage, Run("worklist", "--home", Home, option, value).Code);

    private (int Overdue, int Week, int Fortnight) Visits(params string[] more)
    {
        var list = Length("cp-visit-in-time", more);
        return (list.GetProperty("overdue").GetInt32(), list.GetProperty("due_in_7_days").GetInt32(), list.GetProperty("due_in_8_to_14_days").GetInt32());
    }

    private JsonElement Length(string indicator, params string[] more) =>
        Json(["worklist", "--home", Home, .. more]).Data.GetProperty("worklists").EnumerateArray().Single(l => l.GetProperty("indicator").GetString() == indicator);
}
