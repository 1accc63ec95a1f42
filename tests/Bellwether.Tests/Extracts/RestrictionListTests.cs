using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

/// <summary>The list of restricted children: whatever is wrong with a row, a child whose id can be read is restricted.</summary>
public sealed class RestrictionListTests : IDisposable
{
    private const string Headings = "child_id,restriction_reason,restricted_from,reviewed_on";

    private readonly ExtractFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Children_become_restricted_and_no_records()
    {
        var extract = _folder.With("r.csv", Headings, "1001,Adoption,01/05/2024,2024-06-01", "1002,STAFF,,", "1002,STAFF,,", ",,,").Read("2024-06-30");
        Assert.Equal(
            [new ToldRestriction("1001", "ADOPTION", new DateOnly(2024, 5, 1), new DateOnly(2024, 6, 1), "local file"), new ToldRestriction("1002", "STAFF", null, null, "local file")],
            extract.Records.Restrictions);
        Assert.All(extract.Records.Tables, t => Assert.Equal(0, t.Count));
        Assert.Empty(extract.Records.Statements);
        var line = Assert.Single(extract.Receipt);
        Assert.Equal((true, "restrictions", 4, 2, 1, 1, 0), (line.IsRestricted, line.List, line.Rows, line.Loaded, line.Repeated, line.Blank, line.SetAside));
    }

    [Theory]
    [InlineData("1001,ADOPTION,31/02/2024,", "restricted-undated")]
    [InlineData("1001,ADOPTION,soon,", "restricted-undated")]
    [InlineData("1001,ADOPTION,2024-05-01,never", "restricted-undated")]
    [InlineData("1001,because,2024-05-01,", "unknown-code")]
    [InlineData("1001,#REF!,2024-05-01,", "unknown-code")]
    [InlineData("1001,,2099-05-01,", "")]
    [InlineData("1001,,,", "")]
    [InlineData("1001,STAFF", "")]
    [InlineData("1001,STAFF,,,and more,fields", "")]
    public void A_fault_beside_the_id_never_keeps_a_child_out(string row, string code)
    {
        var extract = _folder.With("r.csv", Headings, row).Read("2024-06-30");
        Assert.Equal("1001", Assert.Single(extract.Records.Restrictions).Child);
        Assert.Equal(code.Length == 0 ? [] : [code], extract.Findings.Select(f => f.Code));
        Assert.All(extract.Findings, f => Assert.Equal((Outcome.Noted, "restrictions", 2), (f.Outcome, f.Kind, f.Row)));
    }

    [Theory]
    [InlineData(",ADOPTION,,", "no-child-id")]
    [InlineData("#N/A,ADOPTION,,", "error-in-key-column")]
    [InlineData("1.00E+12,ADOPTION,,", "id-digits-lost")]
    public void A_row_without_an_id_is_set_aside_and_says_so(string row, string code)
    {
        var extract = _folder.With("r.csv", Headings, row, "1002,STAFF,,").Read("2024-06-30");
        Assert.Equal("1002", Assert.Single(extract.Records.Restrictions).Child);
        Assert.Equal([code], extract.Findings.Select(f => f.Code));
        Assert.Equal(1, extract.Receipt[0].SetAside);
    }

    [Fact]
    public void They_are_read_without_a_data_date_and_without_any_date()
    {
        var extract = _folder.With("r.csv", "child_id,restriction_reason", "1001,ADOPTION").Read();
        Assert.Null(extract.DataDate);
        Assert.Single(extract.Records.Restrictions);
        Assert.Equal(["local file"], extract.Records.TellsRestrictions);
    }

    [Fact]
    public void A_list_with_headings_alone_tells_that_nobody_is_restricted_any_more()
    {
        var extract = _folder.With("r.csv", Headings).Read("2024-06-30");
        Assert.Empty(extract.Records.Restrictions);
        Assert.Equal(["local file"], extract.Records.TellsRestrictions);
    }
}
