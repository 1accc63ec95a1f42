using Bellwether.Calendar;
using Xunit;

namespace Bellwether.Tests.Codes;

public sealed class CodeListTests
{
    [Fact]
    public void The_shelf_has_every_list_the_records_need() => Assert.Subset(
        ShelfLists.All.Names.ToHashSet(),
        ("sex ethnicity yes-no disability referral-source need closure-reason abuse-category factors care-start care-end legal-status " +
         "placement-type placement-provider placement-change-reason review-participation health-check-type health-check-status " +
         "missing-type eligibility in-touch suitability accommodation activity permanence-plan care-plan role " +
         "allocation-change-reason case-status").Split(' ').ToHashSet());

    [Fact]
    public void Every_code_label_and_alias_is_read_as_its_own_entry()
    {
        foreach (string name in ShelfLists.All.Names)
        {
            var list = ShelfLists.All[name];
            for (int i = 0; i < list.Entries.Count; i++)
            {
                var entry = list.Entries[i];
                Assert.Equal(i, list.Index(entry.Code));
                foreach (string text in entry.Aliases.Append(entry.Code).Append(entry.Label).Append($"{entry.Code}: {entry.Label}").Append($"a) {entry.Label}"))
                {
                    Assert.True(list.TryRead(text, out int index), $"{name}: {text}");
                    Assert.True(i == index, $"{name}: {text} is read as {list.Entries[index].Code}");
                }
            }
        }
    }

    [Theory]
    [InlineData("referral-source", "5D", "2022-03-31", false)]
    [InlineData("referral-source", "5D", "2022-04-01", true)]
    [InlineData("factors", "18A", "2020-03-31", true)]
    [InlineData("factors", "18A", "2020-04-01", false)]
    [InlineData("factors", "24A", "2021-04-01", true)]
    [InlineData("placement-type", "K3", "2024-03-31", false)]
    [InlineData("placement-type", "K3", "2024-04-01", true)]
    [InlineData("placement-type", "H5", "2024-03-31", true)]
    [InlineData("placement-type", "H5", "2024-04-01", false)]
    [InlineData("placement-type", "U6", "1995-01-01", true)]
    [InlineData("activity", "F3", "2021-04-01", false)]
    [InlineData("activity", "F4", "2021-04-01", true)]
    [InlineData("care-end", "E45", "2018-03-31", false)]
    public void A_code_is_valid_from_its_first_day_to_its_last(string list, string code, string day, bool valid)
    {
        var codes = ShelfLists.All[list];
        Assert.Equal(valid, codes.IsValidOn(codes.Index(code), IsoDate.Parse(day)));
    }

    [Fact]
    public void A_code_out_of_its_dates_is_still_read() => Assert.Equal("E43", ShelfLists.Read("care-end", "E43"));

    [Theory]
    [InlineData("placement-type", "U3", "foster")]
    [InlineData("placement-type", "A5", "adoption")]
    [InlineData("placement-type", "K1", "secure")]
    [InlineData("placement-type", "K3", "supported")]
    [InlineData("placement-type", "P1", "parents")]
    [InlineData("activity", "F4", "EET")]
    [InlineData("activity", "G6", "NEET")]
    [InlineData("ethnicity", "CHNE", "Asian")]
    [InlineData("ethnicity", "REFU", "Not stated")]
    [InlineData("role", "TM", "not case-holding")]
    public void A_code_stands_in_its_reporting_group(string list, string code, string group) =>
        Assert.Equal(group, ShelfLists.All[list].Entries[ShelfLists.All[list].Index(code)].Group);

    [Fact]
    public void Index_knows_codes_only()
    {
        var sex = ShelfLists.All["sex"];
        Assert.Equal(0, sex.Index("m"));
        Assert.Equal(-1, sex.Index("Male"));
        Assert.Equal(-1, sex.Index("1"));
    }

    [Fact]
    public void A_list_that_is_not_there_is_named_with_those_that_are()
    {
        Assert.False(ShelfLists.All.TryGet("gender", out _));
        Assert.Contains("sex", Assert.Throws<KeyNotFoundException>(() => ShelfLists.All["gender"]).Message, StringComparison.Ordinal);
    }
}
