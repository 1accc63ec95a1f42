using System.Text.Json;
using Bellwether.Web.Access;
using Xunit;
using static Bellwether.Web.Tests.Cli.CommandLine;

namespace Bellwether.Web.Tests.Cli;

/// <summary>Restricted cases from the command line: kept with restrict, listed only with --restricted.</summary>
public sealed class RestrictTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bellwether-restrict-").FullName;

    private string Home => Path.Combine(_folder, "home");

    public RestrictTests() => LoadPlans(_folder, Home, "2024-06-30");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_case_is_restricted_reviewed_and_lifted_by_its_number()
    {
        Assert.Equal((0, "No case is restricted."), Said("restrict", "list"));
        Assert.Equal(0, Said("restrict", "add", "--child", "K102", "--reason", "adoption", "--from", "2024-01-01", "--by", "A. Lead").Code);
        var list = Said("restrict", "list").Output;
        Assert.Matches("1 +K102 +Adoption or before adoption +1 January 2024 +A. Lead +31 March 2024", list);
        Assert.Contains("K102", Said("restrict", "list", "--due").Output, StringComparison.Ordinal);
        var reviewed = Said("restrict", "review", "1", "--by", "B. Lead");
        Assert.Equal((0, "The review is kept; the restriction stays."), reviewed);
        Assert.Equal("No review is due.", Said("restrict", "list", "--due").Output);
        Assert.Equal(0, Said("restrict", "lift", "1", "--by", "B. Lead").Code);
        Assert.Equal("No case is restricted.", Said("restrict", "list").Output);
        var all = Said("restrict", "list", "--all").Output;
        Assert.Contains("lifted on", all, StringComparison.Ordinal);
        Assert.Contains("1: reviewed on", all, StringComparison.Ordinal);
        Assert.Equal(2, Said("restrict", "lift", "1", "--by", "B. Lead").Code);
        Assert.Equal(2, Said("restrict", "add", "--child", "K102", "--reason", "nonsense", "--by", "A").Code);
        Assert.Equal("lifted", Json("restrict", "list", "--all").GetProperty("restrictions")[0].GetProperty("steps")[1].GetProperty("step").GetString());
    }

    [Fact]
    public void Lists_go_without_it_unless_it_is_asked_for_and_figures_do_not()
    {
        string[][] lists =
        [
            ["cases", "CP01", "--at", "2024-06-30"], ["moved", "CP01", "--from", "2023-12-31", "--to", "2024-06-30", "--cases"],
        ];
        foreach (var list in lists) Assert.Contains(Gate.NotAllListed, Said(list).Output, StringComparison.Ordinal);
        Said("restrict", "add", "--child", "K102", "--reason", "STAFF", "--by", "A. Lead");
        Assert.Equal(3, Json("show", "CP01", "--at", "2024-06-30").GetProperty("value").GetDecimal());
        foreach (var list in lists)
        {
            var (code, output) = Said(list);
            Assert.Equal(0, code);
            Assert.DoesNotContain("K102", output, StringComparison.Ordinal);
            Assert.Contains("K101", output, StringComparison.Ordinal);
            Assert.Contains(Gate.NotAllListed, output, StringComparison.Ordinal);
            output = Said([.. list, "--restricted"]).Output;
            Assert.Contains("K102", output, StringComparison.Ordinal);
            Assert.Contains("Restricted cases among these: 1.", output, StringComparison.Ordinal);
        }
        Assert.Equal(3, Json("moved", "CP01", "--from", "2023-12-31", "--to", "2024-06-30", "--cases").GetProperty("entered").GetInt32());
        Assert.Equal(2, Json("cases", "CP01", "--at", "2024-06-30").GetProperty("count").GetInt32());
        Assert.Equal(1, Json("show", "CP01", "--at", "2024-06-30", "--where", "sex=M").GetProperty("figures")[0].GetProperty("numerator").GetDecimal());
        Assert.Equal(2, Json("show", "CP01", "--at", "2024-06-30", "--where", "sex=M", "--restricted").GetProperty("figures")[0].GetProperty("numerator").GetDecimal());
        Assert.Equal(Gate.NotAllListed, Json("show", "CP01", "--at", "2024-06-30", "--by", "worker").GetProperty("notice").GetString());
        Assert.Equal("", Json("show", "CP01", "--at", "2024-06-30", "--by", "worker", "--restricted").GetProperty("notice").GetString());
        Assert.Contains(Gate.NotAllListed, Said("show", "CP01", "--at", "2024-06-30", "--where", "sex=M").Output, StringComparison.Ordinal);
        Assert.Contains(Gate.NotAllListed, Said("show", "CP01", "--at", "2024-06-30", "--by", "worker").Output, StringComparison.Ordinal);
        Assert.Contains(Gate.NotAllListed, Said("areas", "--period", "2024-06", "--by", "team", "--and", "sex").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_linked_to_the_owner_is_refused_whatever_is_asked_for()
    {
        File.WriteAllText(Path.Combine(Home, "people.csv"), "person,restricted,linked_ids\nowner,yes,K101\n");
        Said("restrict", "add", "--child", "K102", "--reason", "STAFF", "--by", "A. Lead");
        var (_, output) = Said("cases", "CP01", "--at", "2024-06-30");
        Assert.DoesNotContain("K101", output, StringComparison.Ordinal);
        Assert.DoesNotContain("K102", output, StringComparison.Ordinal);
        output = Said("cases", "CP01", "--at", "2024-06-30", "--restricted").Output;
        Assert.DoesNotContain("K101", output, StringComparison.Ordinal);
        Assert.Contains("K102", output, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Home, "people.csv"), "person,restricted,linked_ids\nowner,maybe,K101\n");
        var (code, _, errors) = Run("cases", "CP01", "--at", "2024-06-30", "--home", Home);
        Assert.Equal(5, code);
        Assert.Contains("people.csv", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("K101", errors, StringComparison.Ordinal);
    }

    private (int Code, string Output) Said(params string[] arguments)
    {
        var (code, output, _) = Run([.. arguments, "--home", Home]);
        return (code, output.Trim());
    }

    private JsonElement Json(params string[] arguments)
    {
        var (code, data) = CommandLine.Json([.. arguments, "--home", Home]);
        Assert.Equal(0, code);
        return data;
    }
}
