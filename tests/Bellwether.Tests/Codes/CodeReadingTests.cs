using Xunit;

namespace Bellwether.Tests.Codes;

/// <summary>Cells met in Annex A workbooks and SSD extracts.</summary>
public sealed class CodeReadingTests
{
    [Theory]
    [InlineData("ethnicity", "s) REFU", "REFU")] // the template gives the letter s twice
    [InlineData("ethnicity", "s) NOBT", "NOBT")]
    [InlineData("ethnicity", "t) NOBT", "NOBT")]
    [InlineData("ethnicity", "u) UNKNOWN", "NOBT")]
    [InlineData("ethnicity", "a) WBRI", "WBRI")]
    [InlineData("ethnicity", "b) WBRI", "WBRI")] // never key on the letter
    [InlineData("sex", "a) Male", "M")]
    [InlineData("sex", "b) Female", "F")]
    [InlineData("sex", "c) Not stated/recorded", "U")]
    [InlineData("sex", "d) Neither", "I")]
    [InlineData("referral-source", "p1) 5D: LA services", "5D")]
    [InlineData("referral-source", "q) 6: Police", "6")]
    [InlineData("referral-source", "u) 10: Unknown", "10")]
    [InlineData("referral-source", "b) 1B: Individual", "1B")]
    [InlineData("placement-type", "zz) T4: Temporary placement - seven days or less", "T4")]
    [InlineData("placement-type", "f) U6: Foster placement - not FFA", "U6")]
    [InlineData("placement-type", "a) U6: Foster placement - not FFA", "U6")]
    [InlineData("care-end", "u) X1:CodeError", "X1")]
    [InlineData("care-end", "e) E4A: Returned home to live with parents or relatives - part of planning", "E4A")]
    [InlineData("case-status", "c) Child in need plan", "CIN")]
    [InlineData("permanence-plan", "g) other", "OTHER")]
    [InlineData("in-touch", "d) Refu", "REFU")]
    public void The_code_or_the_label_is_read_and_the_list_letter_never(string list, string cell, string expected) =>
        Assert.Equal(expected, ShelfLists.Read(list, cell));

    [Theory]
    [InlineData("placement-provider", "e) PR4 - Private provision", "PR4")] // a dash for the colon
    [InlineData("placement-provider", "PR4\u00A0\u2013\u00A0Private", "PR4")]
    [InlineData("need", "N1 - Abuse or Neglect", "N1")]
    [InlineData("need", "N1-Abuse", "N1")]
    [InlineData("need", "n1", "N1")]
    [InlineData("need", "Abuse or neglect (N1)", "N1")]
    [InlineData("care-start", "S - Started to be looked after", "S")]
    [InlineData("care-start", "S \u2013 Started", "S")]
    [InlineData("care-start", "S", "S")]
    [InlineData("care-start", "S Started to be looked after", "S")] // letters alone, and their own words after them
    [InlineData("care-end", "X1 Episode ceases, and new episode begins", "X1")]
    [InlineData("accommodation", "U: Independent living", "U")]
    [InlineData("accommodation", "B1", "B")]
    [InlineData("accommodation", "U2", "U")]
    [InlineData("yes-no", "Y - Yes", "Y")]
    [InlineData("activity", "G5: Not in education, employment or training - other", "G5")]
    public void A_code_is_found_where_codes_stand(string list, string cell, string expected) =>
        Assert.Equal(expected, ShelfLists.Read(list, cell));

    [Theory]
    [InlineData("suitability", "a) Suitable", "1")]
    [InlineData("suitability", "b) Unsuitable", "2")]
    [InlineData("suitability", "UNSUITABLE", "2")]
    [InlineData("suitability", "Not suitable", "2")]
    [InlineData("suitability", "2", "2")]
    [InlineData("abuse-category", "e) Multiple/not recommended", "MUL")]
    [InlineData("abuse-category", "Emotional\u00A0 abuse", "EMO")]
    [InlineData("need", "Child\u2019s disability", "N2")]
    [InlineData("need", "Childs disability", "N2")]
    [InlineData("accommodation", "Independant Living", "U")]
    [InlineData("accommodation", "Community home/residential care", "C")]
    [InlineData("accommodation", "B & B", "W")]
    [InlineData("accommodation", "b and b", "W")]
    [InlineData("referral-source", "A&E", "3E")]
    [InlineData("case-status", "CLA&CP", "CLA")]
    [InlineData("eligibility", "Former Relevant", "FORMER")]
    [InlineData("eligibility", "b) Former relevant child", "FORMER")]
    [InlineData("eligibility", "Relevant", "RELEVANT")] // SSD says it short; "Former relevant" above stays itself
    [InlineData("role", "Allocated Case Worker", "CW")]
    [InlineData("allocation-change-reason", "PCCHAN ", "PCCHAN")]
    [InlineData("missing-type", "Absent", "A")]
    public void Whole_labels_and_synonyms_are_read_whatever_their_case_spaces_and_quotes(string list, string cell, string? expected) =>
        Assert.Equal(expected, ShelfLists.Read(list, cell));

    [Theory]
    [InlineData("Y", "Y")]
    [InlineData("yes", "Y")]
    [InlineData("1", "Y")]
    [InlineData("1.0", "Y")]
    [InlineData("TRUE", "Y")]
    [InlineData("a) Yes", "Y")]
    [InlineData("N", "N")]
    [InlineData("No ", "N")]
    [InlineData("0", "N")]
    [InlineData("false", "N")]
    [InlineData("b) No", "N")]
    [InlineData("a) No", "N")]
    [InlineData("c) Unknown", "U")]
    [InlineData("NA", "NA")]
    [InlineData("2", null)]
    [InlineData("0.5", null)]
    [InlineData("No fixed abode", null)]
    [InlineData("CS Assessment Updated", null)]
    [InlineData("a)", null)]
    public void A_yes_or_no_is_read_in_every_spelling_and_guessed_in_none(string cell, string? expected) =>
        Assert.Equal(expected, ShelfLists.Read("yes-no", cell));

    [Theory]
    [InlineData("need", "PSRMEM - Support with memory and cognition")] // a local list
    [InlineData("need", "Neglect")]
    [InlineData("need", "either N2 / N3")]
    [InlineData("referral-source", "Health")]
    [InlineData("referral-source", "6.138")]
    [InlineData("referral-source", "10/03/2024")]
    [InlineData("referral-source", "10-03-2024")]
    [InlineData("referral-source", "10 March 2024")]
    [InlineData("accommodation", "Z-bed at a friend's")]
    [InlineData("care-start", "Started")]
    [InlineData("sex", "")]
    [InlineData("sex", "   ")]
    [InlineData("sex", "#N/A")]
    [InlineData("sex", "NULL")]
    [InlineData("sex", "-")]
    [InlineData("sex", "s)")]
    public void What_the_list_does_not_say_is_not_read(string list, string cell) => Assert.Null(ShelfLists.Read(list, cell));

    [Fact]
    public void A_text_met_again_is_read_the_same_way_and_allocates_nothing()
    {
        var list = ShelfLists.All["placement-type"];
        Assert.True(list.TryRead("f) U6: Foster placement - not FFA", out int first));
        Assert.False(list.TryRead("nowhere", out _));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            if (!list.TryRead("f) U6: Foster placement - not FFA", out int again) || again != first) Assert.Fail("read differently");
            if (list.TryRead("nowhere", out again) || again != -1) Assert.Fail("read at last");
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void More_texts_than_are_kept_are_still_read()
    {
        var list = ShelfLists.All["need"];
        for (int i = 0; i < 5_000; i++) Assert.False(list.TryRead($"free text {i}", out _));
        Assert.True(list.TryRead("N4: family in acute stress, noted late", out int index));
        Assert.Equal("N4", list.Entries[index].Code);
    }
}
