using Bellwether.Publications.Documents;
using Bellwether.Publications.Packs;
using Xunit;

namespace Bellwether.Tests.Publications;

/// <summary>A whole pack has no fault; each fault planted in a copy is found, with its place.</summary>
public sealed class PackLintTests(KentPack kent) : IClassFixture<KentPack>
{
    [Theory]
    [InlineData("indicator-pages")]
    [InlineData("quarterly-monitoring")]
    [InlineData("exception-report")]
    public void A_whole_pack_has_no_fault(string template) => Assert.Empty(Faults(kent.Build(template), "not-typed"));

    [Fact]
    public void A_page_removed_is_named() => Found("missing-page", "% of CIN with a CIN Plan in place",
        d => d with { Sections = [.. d.Sections.Where(s => !s.Id.StartsWith("page-cin-with-plan", StringComparison.Ordinal))] });

    [Fact]
    public void A_wrong_year_over_a_column_is_named() => Found("wrong-year", "Jun 2016", d => Table(d, "months-unallocated", t =>
        t with { Columns = [.. t.Columns.Select(c => c.Heading == "Jun 2017" ? c with { Heading = "Jun 2016" } : c)] }));

    [Fact]
    public void A_wrong_year_in_a_text_is_named() => Found("wrong-year", "June 2016", d => Text(d, "page-unallocated-commentary", "In June 2016 cases rose."));

    [Fact]
    public void A_date_before_the_figures_is_named() => Found("wrong-year", "7 September 2016", d => Head(d, "Date", "7 September 2016"));

    [Fact]
    public void A_graph_taken_out_is_named() => Found("missing-graph", "Number of unallocated cases", d => Page(d, "page-unallocated", s => s with { Blocks = [.. s.Blocks.Where(b => b is not ChartBlock)] }));

    [Fact]
    public void A_missing_comment_is_named() => Found("missing-comment", "unallocated", d => d with { Sections = [.. d.Sections.Where(s => s.Id != "page-unallocated-commentary")] });

    [Fact]
    public void A_missing_date_is_named() => Found("missing-date", "Date", d => Head(d, "Date", null));

    [Fact]
    public void An_emptied_cell_is_named() => Found("target-without-result", "Jun 2017", d => Cell(d, "months-unallocated", FigurePart.Value, ""));

    [Fact]
    public void A_number_changed_by_hand_is_named() => Found("number-differs", "\"15\"", d => Cell(d, "months-unallocated", FigurePart.Value, "15"));

    [Fact]
    public void A_rating_changed_by_hand_is_named() => Found("number-differs", "\"Amber\"", d => Cell(d, "months-unallocated", FigurePart.Rating, "Amber"));

    [Fact]
    public void A_graph_below_that_is_not_there_is_named() => Found("dangling-below", "graph below", d => Text(d, "background-documents", "The graph below shows it."));

    [Theory]
    [InlineData("As set out below, it fell.")]
    [InlineData("The numbers below refer to cases.")]
    public void A_below_with_nothing_after_it_is_named(string text) => Found("dangling-below", "below", d => Text(d, "background-documents", text));

    [Theory]
    [InlineData("At 78.3%, below the floor of 80%.")]
    [InlineData("This is below target and below average.")]
    public void A_result_below_its_target_is_no_fault(string text) => Assert.Empty(Faults(Text(kent.Build(), "background-documents", text)));

    [Fact]
    public void Six_months_in_words_and_five_in_the_graph_is_named() => Found("month-count", "last six months", d => Text(d, "page-cin-with-plan-commentary", "Over the last six months it fell."));

    [Fact]
    public void A_gap_in_typed_numbers_is_named() => Found("numbering-gap", "After appendix 1 comes 3", d => d with
    {
        Sections = [.. d.Sections, new Section("a1", "Appendix 1: figures", 1, false, false, []), new Section("a3", "Appendix 3: notes", 1, false, false, [])],
    });

    [Fact]
    public void A_target_without_a_result_and_without_a_reason_is_named() => Found("target-without-result", "Mar 2017", d => d with
    {
        Figures = [.. d.Figures.Select(f => f.Key.Indicator == "placement-meeting-5wd" && f.Value is null ? f with { Because = "" } : f)],
    }, "March 2017");

    [Fact]
    public void Sections_nobody_typed_are_named() => Assert.Contains(PackLint.Check(PackBuilder.Build(kent.Order() with { Text = _ => null }, kent.Material), []),
        f => f is { Code: "not-typed", Place: "Financial implications" });

    private void Found(string code, string words, Func<Document, Document> plant, string? other = null)
    {
        var faults = PackLint.Check(plant(kent.Build()), []);
        Assert.True(faults.Any(f => f.Code == code && f.ToDo.Length > 0 && ($"{f.Place} {f.Found}".Contains(words, StringComparison.Ordinal) || (other is not null && f.Place.Contains(other, StringComparison.Ordinal)))),
            string.Join(Environment.NewLine, faults.DefaultIfEmpty(new PackFault("none", "", "", ""))));
    }

    private static List<PackFault> Faults(Document document, string except = "") => [.. PackLint.Check(document, []).Where(f => f.Code != except)];

    private static Document Page(Document d, string id, Func<Section, Section> change) => d with { Sections = [.. d.Sections.Select(s => s.Id == id ? change(s) : s)] };

    private static Document Text(Document d, string id, string text) => Page(d, id, s => s with { Blocks = [new Paragraph([new Span(text)])] });

    private static Document Table(Document d, string id, Func<Table, Table> change) => d with
    {
        Sections = [.. d.Sections.Select(s => s with { Blocks = [.. s.Blocks.Select(b => b is Table t && t.Id == id ? change(t) : b)] })],
    };

    private static Document Cell(Document d, string id, FigurePart part, string text) => Table(d, id, t => t with
    {
        Rows = [.. t.Rows.Select(r => r[^1].Part == part && r[^1].Figure is not null ? (IReadOnlyList<Cell>)[.. r.SkipLast(1), r[^1] with { Text = text }] : r)],
    });

    private static Document Head(Document d, string label, string? text) => d with
    {
        Head = d.Head with { Facts = [.. d.Head.Facts.Where(f => f.Label != label || text is not null).Select(f => f.Label == label ? f with { Text = text! } : f)] },
    };
}
