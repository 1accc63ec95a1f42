using Bellwether.Publications.Documents;
using Bellwether.Publications.Packs;
using Xunit;

namespace Bellwether.Tests.Publications;

/// <summary>Counts of 1 to 5, in tables, texts and by subtraction.</summary>
public sealed class SmallNumberTests(KentPack kent) : IClassFixture<KentPack>
{
    private static IEnumerable<PackText> Written => Texts.All.Select(t => Texts.Of(t.Subject, t.Words));

    [Fact]
    public void Eleven_and_three_of_fourteen_are_named_and_so_is_the_one_of_March()
    {
        var list = SmallNumberList.Of(kent.Build(), Written, []);
        Assert.Contains(list, i => i.Words == "14 less 11 gives 3");
        Assert.Contains(list, i => i.Subject == "unallocated" && i.Typed == "3");
        Assert.Contains(list, i => i.Id == "unallocated|snapshot|2017-03-31||:numerator=1" && i.Count == 1);
        Assert.Equal(3, list.Count);
    }

    [Fact]
    public void Every_item_is_decided_by_a_named_person_with_a_reason_or_stands_open()
    {
        var list = SmallNumberList.Of(kent.Build(), Written, []);
        SmallDecision Decide(SmallNumber i, string by, string because) => new(i.Id, false, because, by, Texts.When, i.Figures, i.Subject, i.Typed);
        Assert.Equal(list.Count, SmallNumberList.Undecided(list, []).Count);
        Assert.Equal(list.Count, SmallNumberList.Undecided(list, [.. list.Select(i => Decide(i, "", "Public already"))]).Count);
        Assert.Equal(list.Count, SmallNumberList.Undecided(list, [.. list.Select(i => Decide(i, "B. Director", " "))]).Count);
        Assert.Empty(SmallNumberList.Undecided(list, [.. list.Select(i => Decide(i, "B. Director", "Public already"))]));
    }

    [Fact]
    public void A_typed_number_that_is_hidden_prints_as_c()
    {
        var item = SmallNumberList.Of(kent.Build(), Written, []).Single(i => i.Typed == "3" && i.Id.StartsWith("text", StringComparison.Ordinal));
        var order = kent.Order() with { Decisions = [new SmallDecision(item.Id, true, "small", "B. Director", Texts.When, item.Figures, item.Subject, item.Typed)] };
        var text = DocumentTexts.Of(PackBuilder.Build(order, kent.Material).Sections.Single(s => s.Id == "page-unallocated-commentary"));
        Assert.Contains("the other c were held", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_hidden_member_of_a_breakdown_takes_a_second_with_it()
    {
        var document = kent.Build();
        var total = document.Figures.Single(f => f.Key.Indicator == "unallocated" && f.Key.Last == new DateOnly(2017, 6, 30));
        FigureLine Member(string name, decimal n) => total with { Key = total.Key with { Breakdown = "district", Member = name }, MemberLabel = name, Numerator = n, Value = n };
        var with = document with { Figures = [.. document.Figures, Member("Ashford", 3), Member("Dover", 6), Member("Swale", 5)] };
        var list = SmallNumberList.Of(with, Written, []);
        Assert.Contains(list, i => i.Figures.Any(k => k.Member == "Ashford") && i.Consequence.Contains("second district", StringComparison.Ordinal));
        var hidden = list.First(i => i.Figures.Any(k => k.Member == "Ashford"));
        var after = SmallNumberList.Of(with, Written, [new SmallDecision(hidden.Id, true, "small", "B", Texts.When, hidden.Figures, "", "")]);
        Assert.Contains(after, i => i.Words.Contains("only district hidden", StringComparison.Ordinal) && i.Consequence.Contains("Swale", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("members", "", null)]
    [InlineData("public", "2", null)]
    [InlineData("everybody", "", null)]
    [InlineData("members", "2", "Exempt: paragraph 2 of Part 1 of Schedule 12A to the Local Government Act 1972: information which is likely to reveal the identity of an individual")]
    [InlineData("public", "", "Unrestricted")]
    public void Classification_decides_the_audience_and_an_exempt_paper_says_why(string audience, string exemption, string? words)
    {
        var read = Classification.Read(audience, exemption, out var fault);
        Assert.Equal(words, read?.Words);
        Assert.Equal(words is null, fault.Length > 0);
        if (read is not null) Assert.Equal(read.Written, Classification.Read(read.Written, "", out _)!.Written);
    }

    [Fact]
    public void Two_builds_of_one_pack_do_not_differ_and_a_changed_figure_is_told()
    {
        var (before, after) = (kent.Build(), kent.Build());
        Assert.True(PackDiff.Of(before, after).IsEmpty);
        var changed = after with { Figures = [.. after.Figures.Select(f => f.Key.Indicator == "cin-with-plan" && f.Text == "78.3%" ? f with { Text = "78.1%", Value = 78.1m } : f)] };
        var change = Assert.Single(PackDiff.Of(before, changed).Figures);
        Assert.Equal(("78.3%", "78.1%"), (change.Before, change.After));
    }
}
