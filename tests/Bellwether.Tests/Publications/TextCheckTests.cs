using Bellwether.Publications.Documents;
using Bellwether.Publications.Packs;
using Xunit;

namespace Bellwether.Tests.Publications;

/// <summary>What stands in the way of signing a text, and what does not.</summary>
public sealed class TextCheckTests(KentPack kent) : IClassFixture<KentPack>
{
    private static readonly TextWords Whole = new() { Body = "All is said.", Action = "A", Owner = "B", ByWhen = "C", Effect = "D" };

    [Fact]
    public void The_samples_texts_may_all_be_signed()
    {
        foreach (var (subject, words) in Texts.All)
            Assert.Equal("", Said(subject, words with { Answers = [.. words.Answers, .. Answers(subject)] }));

        // The two counts that the paper itself printed are answered for in the file; the small one is asked about as a small number too.
        static IEnumerable<TextAnswer> Answers(string subject) => subject == "unallocated" ? [new TextAnswer("3 were held", "x", "y")] : [];
    }

    [Theory]
    [InlineData("At 78.3% it is 1.7 points from Amber, which 42 more would reach.", "")]
    [InlineData("Of 2,461 children 1,927 had one; 534 had none and 273 of these a draft.", "")]
    [InlineData("It was 80.9% in May and 87.7% in March 2017.", "")]
    [InlineData("The limit is 45 working days, by section 17 of the Children Act 1989, from 31 March 2017.", "")]
    [InlineData("The result is 80.9%.", "stale-number 80.9%")]
    [InlineData("The result is 79.3%.", "unknown-number 79.3%")]
    [InlineData("Plans were in place for 1,972 children.", "unknown-number 1,972")]
    [InlineData("The result is {valeu}.", "placeholder {valeu}")]
    [InlineData("It was {value@1999-01}.", "placeholder {value@1999-01}")]
    [InlineData("More follows, TBC.", "unfinished TBC")]
    [InlineData("The increase in referrals since the spring has led to", "unfinished ")]
    [InlineData("It <b>fell</b>.", "html <b>|html </b>")]
    [InlineData("See [the plan](javascript:alert(1)).", "address javascript:alert(1)")]
    [InlineData("![x](https://example.org/x.png) fell.", "image ")]
    [InlineData("# Fell", "markdown ")]
    [InlineData("Child 1234567 waited.", "id 1234567|unknown-number 1,234,567")]
    [InlineData("Case AB12345 waited.", "id AB12345")]
    [InlineData("One boy, born 12/03/2009, waited.", "date-of-birth born 12/03/2009|small-number One boy")]
    [InlineData("The mother of Jayden asked.", "name Jayden")]
    [InlineData("A girl called Wilhelmina asked.", "name Wilhelmina")]
    [InlineData("Roger Gough and Philip Segurola agreed this.", "")]
    [InlineData("This was so for three children.", "small-number three children")]
    public void A_text_is_asked_about_what_a_careful_reader_would_ask(string body, string expected)
    {
        var said = Said("cin-with-plan", Whole with { Body = body });
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Where(e => !e.Contains("1,234,567", StringComparison.Ordinal)).Select(e => e.Trim()).Order(),
            said.Split('|', StringSplitOptions.RemoveEmptyEntries).Where(s => !s.Contains("unknown-number 1234567", StringComparison.Ordinal)).Select(s => s.Trim()).Order());
    }

    [Fact]
    public void An_answer_by_a_person_lets_a_question_rest_and_never_a_refusal()
    {
        var asked = Whole with { Body = "Plans were in place for 1,972 children; it was 80.9%.", Answers = [new("1,972", "Count of 4 July", "A. Writer"), new("80.9%", "x", "A. Writer")] };
        Assert.Equal("stale-number 80.9%", Said("cin-with-plan", asked));
    }

    [Fact]
    public void A_red_indicator_needs_action_owner_date_and_effect() =>
        Assert.Equal(4, TextCheck.Open(new TextKey(KentPack.Period, 1, "cin-with-plan"), new TextWords { Body = "All is said." }, kent.Material).Count);

    [Fact]
    public void Every_question_says_where_and_what_to_do() => Assert.All(
        TextCheck.Open(new TextKey(KentPack.Period, 1, "cin-with-plan"), Whole with { Body = "Fine.\nThe result is 80.9% and {nothing}." }, kent.Material),
        q => Assert.True(q.Place.Length > 0 && q.ToDo.Length > 0, q.ToString()));

    [Fact]
    public void Brackets_nested_without_end_are_a_question_and_the_words_are_kept()
    {
        var said = Said("cin-with-plan", Whole with { Body = new string('[', 3000) + new string('>', 3000) });
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_writer_is_offered_sentences_whose_figures_are_bound()
    {
        var facts = TextCheck.Facts("cin-with-plan", kent.Material);
        Assert.Contains(facts, f => f.Topic == "Distance" && f.Text.Contains("{to_amber_cases}", StringComparison.Ordinal));
        Assert.Contains(facts, f => f.Topic == "Near misses");
        Assert.All(facts, f => Assert.Empty(TextCheck.Open(new TextKey(KentPack.Period, 1, "cin-with-plan"), Whole with { Body = f.Text }, kent.Material)));
    }

    [Fact]
    public void Bold_lists_and_links_come_through_and_nothing_else()
    {
        var order = kent.Order() with { Text = s => s == "cin-with-plan" ? Texts.Of(s, Whole with { Body = "A **bold** [link](https://example.org).\n\n- one\n- two" }) : null };
        var section = PackBuilder.Build(order, kent.Material).Sections.Single(s => s.Id == "page-cin-with-plan-commentary");
        var spans = Assert.IsType<Paragraph>(section.Blocks[0]).Spans;
        Assert.Equal(["A ", "bold", " ", "link", "."], spans.Select(s => s.Text));
        Assert.True(spans[1].Bold);
        Assert.Equal("https://example.org", spans[3].Address);
        Assert.Equal(2, Assert.IsType<BulletList>(section.Blocks[1]).Items.Count);
    }

    private string Said(string subject, TextWords words) => string.Join("|",
        TextCheck.Open(new TextKey(KentPack.Period, 1, subject), words, kent.Material).Select(q => $"{q.Code} {q.About}".Trim()));
}
