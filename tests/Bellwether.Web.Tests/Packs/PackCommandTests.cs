using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Bellwether.Web.Tests.Packs;

/// <summary>From loaded figures to a signed, linted, published pack by the command line alone, and what is refused on the way.</summary>
public sealed class PackCommandTests : IDisposable
{
    private const string Edition = "indicator-pages-scs-2017-2017-06-e1";
    private readonly KentFolder _kent = new();

    [Fact]
    public void The_whole_way_to_a_published_pack()
    {
        Meet();
        Assert.Equal(5, _kent.On("pack", "publish", "--by", "P. Segurola").Code);
        Write();
        Ok(_kent.On("commentary", "agree", "all", "--by", "P. Segurola"));
        Ok(_kent.On("commentary", "lock", "all", "--by", "P. Segurola"));
        Ok(_kent.On("pack", "lint"));
        var (code, output, _) = _kent.On("pack", "publish", "--by", "P. Segurola");
        Assert.Equal(5, code);
        Assert.Contains("14 less 11 gives 3", output, StringComparison.Ordinal);
        Decide();
        Ok(_kent.On("pack", "publish", "--by", "P. Segurola"));
        var folder = Path.Combine(_kent.Home, "editions", Edition);
        foreach (var file in new[] { "pack.docx", "pack.xlsx", "pack.html", "pack.pdf", "pack.csv", "figures.csv", "document.json", "grounds.json" }) Assert.True(new FileInfo(Path.Combine(folder, file)).Length > 200, file);
        Ok(_kent.On("pack", "verify", Edition));
        Ok(_kent.On("pack", "lint", "--edition", Edition));
        Assert.DoesNotContain("not checked for publication", File.ReadAllText(Path.Combine(folder, "pack.html")), StringComparison.Ordinal);
        using (var word = new ZipArchive(File.OpenRead(Path.Combine(folder, "pack.docx"))))
        using (var reader = new StreamReader(word.GetEntry("word/document.xml")!.Open()))
        {
            var text = reader.ReadToEnd();
            foreach (var printed in new[] { "68.6%", "62.8%", "22.0", "87.4%", "78.3%", "73.2%", "62.2%" }) Assert.Contains(printed, text, StringComparison.Ordinal);
        }
        Assert.Equal(5, _kent.On("pack", "publish", "--by", "P. Segurola").Code);
    }

    [Fact]
    public void A_draft_for_the_public_is_marked_on_every_page_and_an_exempt_one_says_which_paragraph()
    {
        Meet();
        var to = Path.Combine(_kent.Folder, "out");
        Ok(_kent.On("pack", "build", "--out", to, "--no-pdf"));
        Assert.Contains("Draft: not checked for publication", File.ReadAllText(Path.Combine(to, "pack.html")), StringComparison.Ordinal);
        var (code, _, errors) = _kent.On("pack", "build", "--out", to, "--no-pdf", "--audience", "members");
        Assert.Equal(2, code);
        Assert.Contains("must say under which paragraph", errors, StringComparison.Ordinal);
        Ok(_kent.On("pack", "build", "--out", to, "--no-pdf", "--audience", "members", "--exempt", "2"));
        Assert.Contains("paragraph 2 of Part 1 of Schedule 12A", File.ReadAllText(Path.Combine(to, "pack.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a page removed", "missing-page")]
    [InlineData("a wrong year", "wrong-year")]
    [InlineData("a graph missing", "missing-graph")]
    public void A_fault_planted_in_a_copy_ends_with_five_and_is_named(string fault, string code)
    {
        Meet();
        Write();
        var to = Path.Combine(_kent.Folder, "out");
        Ok(_kent.On("pack", "build", "--out", to, "--no-pdf"));
        var file = Path.Combine(to, "document.json");
        Ok(_kent.On("pack", "lint", "--file", file));
        var root = JsonNode.Parse(File.ReadAllText(file))!;
        var sections = root["document"]!["sections"]!.AsArray();
        var page = sections.Single(s => (string)s!["id"]! == "page-cin-with-plan")!;
        var blocks = page["blocks"]!.AsArray();
        switch (fault)
        {
            case "a page removed": sections.Remove(page); break;
            case "a graph missing": blocks.Remove(blocks.Single(b => (string)b!["$type"]! == "chart")); break;
            default: blocks.First(b => (string)b!["$type"]! == "table")!["columns"]![4]!["heading"] = "Jun 2016"; break;
        }
        File.WriteAllText(file, root.ToJsonString());
        var (exit, output, errors) = _kent.On("pack", "lint", "--file", file, "--json");
        Assert.True(exit == 5, errors);
        using var said = JsonDocument.Parse(output);
        Assert.Contains(said.RootElement.GetProperty("data").EnumerateArray(), f => f.GetProperty("code").GetString() == code && f.GetProperty("to_do").GetString()!.Length > 0);
    }

    [Fact]
    public void Half_a_text_is_kept_and_refused_at_agreement_with_every_question()
    {
        Ok(_kent.On("commentary", "write", "cin-with-plan", "--text", "It was 80.9% and {nothing}, TBC", "--by", "A. Writer"));
        var (code, _, errors) = _kent.On("commentary", "agree", "cin-with-plan", "--by", "B. Director");
        Assert.Equal(5, code);
        foreach (var part in new[] { "80.9% is the figure of May 2017", "{nothing} stands for nothing", "\"TBC\" stands where words are still to come", "nothing was lost" }) Assert.Contains(part, errors, StringComparison.Ordinal);
        Assert.Contains("It was 80.9%", _kent.On("commentary", "show", "cin-with-plan").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_people_on_one_text_lose_nothing()
    {
        Ok(_kent.On("commentary", "write", "cin-with-plan", "--text", "First words.", "--by", "A. Writer"));
        Ok(_kent.On("commentary", "write", "cin-with-plan", "--text", "Second words.", "--by", "B. Writer", "--version", "1"));
        var (code, _, errors) = _kent.On("commentary", "write", "cin-with-plan", "--text", "Late words.", "--by", "C. Writer", "--version", "1");
        Assert.Equal(5, code);
        Assert.Contains("B. Writer changed it since you read it: you read version 1, it is version 2", errors, StringComparison.Ordinal);
        var shown = _kent.On("commentary", "show", "cin-with-plan").Output;
        Assert.Contains("Second words.", shown, StringComparison.Ordinal);
        Assert.Contains("Late words.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_is_a_new_edition_that_says_so_and_the_difference_is_told()
    {
        Published();
        Ok(_kent.On("commentary", "write", "cin-with-plan", "--text", "Counted anew.\nAction: A\nOwner: B\nBy when: C\nExpected effect: D", "--by", "A. Writer"));
        Ok(_kent.On("commentary", "agree", "cin-with-plan", "--by", "P. Segurola"));
        Ok(_kent.On("commentary", "lock", "all", "--by", "P. Segurola"));
        Assert.Contains("only with a correction", _kent.On("pack", "publish", "--by", "P. Segurola").Output, StringComparison.Ordinal);
        Ok(_kent.On("pack", "publish", "--by", "P. Segurola", "--correction", "the text on plans"));
        var second = Edition.Replace("-e1", "-e2", StringComparison.Ordinal);
        Assert.Contains("It takes the place of edition 1: the text on plans.", File.ReadAllText(Path.Combine(_kent.Home, "editions", second, "pack.html")), StringComparison.Ordinal);
        Assert.Contains("Counted anew.", _kent.On("pack", "diff", Edition, second).Output, StringComparison.Ordinal);
        Ok(_kent.On("pack", "verify", Edition));
    }

    [Fact]
    public void Pages_left_out_go_out_later_and_name_the_edition_they_complete()
    {
        Published();
        Ok(_kent.On("pack", "publish", "--by", "P. Segurola", "--completes", Edition, "--only", "unallocated"));
        var page = File.ReadAllText(Path.Combine(_kent.Home, "editions", Edition + "-s1", "pack.html"));
        Assert.Contains($"These pages complete {Edition}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Returner Interviews", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_that_was_changed_is_told()
    {
        Published();
        var file = Path.Combine(_kent.Home, "editions", Edition, "pack.csv");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.AppendAllText(file, "x");
        var (code, output, _) = _kent.On("pack", "verify", Edition);
        Assert.Equal(1, code);
        Assert.Contains("pack.csv is not as it was published.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pack", "build", "--out", "x", "--template", "none-such")]
    [InlineData("pack", "build", "--out", "x", "--scorecard", "none-such")]
    [InlineData("pack", "build", "--out", "x", "--period", "2017-07")]
    [InlineData("pack", "build", "--out", "x", "--meeting", "none-such")]
    [InlineData("pack", "verify", "none-such")]
    [InlineData("pack", "diff", "none-such", "now")]
    [InlineData("pack", "decide", "--item", "x", "--because", "y", "--by", "z")]
    [InlineData("pack", "decide", "--item", "x", "--hide", "--because", "y", "--by", "z")]
    [InlineData("commentary", "show", "none-such")]
    [InlineData("meeting", "add", "a b", "--body", "Board", "--date", "2017-09-07")]
    [InlineData("meeting", "add", "ab", "--body", "Board", "--date", "2017-09-07", "--papers-due", "2017-10-01")]
    public void What_is_not_there_is_a_sentence_and_ends_with_two(string verb, string sub, params string[] rest)
    {
        var (code, _, errors) = _kent.On(verb, sub, rest);
        Assert.Equal(2, code);
        Assert.Contains(' ', errors.Trim());
    }

    public void Dispose() => _kent.Dispose();

    private void Meet() => Ok(_kent.On("meeting", "add", "cype-2017-09-07", "--body", "Cabinet Committee", "--date", "2017-09-07", "--agenda-item", "16"), () => _kent.On("commentary", "list", "--meeting", "cype-2017-09-07"));

    private void Write() => Ok(_kent.On("commentary", "load", _kent.Texts, "--by", "A. Writer"));

    private void Decide() => Ok(_kent.On("pack", "decide", "--item", "all", "--keep", "--because", "Printed in the paper", "--by", "P. Segurola"));

    private void Published()
    {
        Meet();
        Write();
        Ok(_kent.On("commentary", "agree", "all", "--by", "P. Segurola"));
        Ok(_kent.On("commentary", "lock", "all", "--by", "P. Segurola"));
        Decide();
        Ok(_kent.On("pack", "publish", "--by", "P. Segurola"));
    }

    private static void Ok((int Code, string Output, string Errors) said, Func<(int Code, string Output, string Errors)>? then = null)
    {
        Assert.True(said.Code == 0, $"{said.Code}: {said.Output}{said.Errors}");
        if (then is not null) Ok(then());
    }
}
