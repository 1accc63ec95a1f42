using Bellwether.Codes;
using Bellwether.Publications.Packs;
using Xunit;

namespace Bellwether.Tests.Publications;

/// <summary>Templates that an analyst edits: what is wrong with one is said with its line.</summary>
public sealed class TemplateTests
{
    private static readonly string Shipped = File.ReadAllText(Path.Combine(Shelf.Path(), "packs", "indicator-pages.yaml"));

    [Fact]
    public void Five_templates_are_shipped() => Assert.Equal(
        ["exception-report", "indicator-pages", "portfolio-report", "progress-report", "quarterly-monitoring"], PackTemplates.Load(Shelf.Path(), null).Select(t => t.Id));

    [Theory]
    [InlineData("  - { id: legal, kind: typed,", "  - { id: lawyers, kind: typed,", "The layout indicator-pages needs the section legal.")]
    [InlineData("kind: indicator-pages,", "kind: indicator-page,", "\"indicator-page\" is not known here.")]
    [InlineData("layout: indicator-pages", "layout: pages", "There is no layout \"pages\".")]
    [InlineData("months: 4", "months: many", "`months` is \"many\". Write a whole number from 1 to 13.")]
    [InlineData("id: introduction", "id: summary", "Two sections have the id summary.")]
    [InlineData("title: Summary", "heading: Summary", "A section has no key \"heading\".")]
    [InlineData("kind: typed, title: Legal implications,", "kind: typed, title: Legal implications, text: None,", "is typed by a person for each pack")]
    [InlineData("sections:", "sections: [", "This is no YAML")]
    public void A_template_with_a_fault_is_refused_in_words(string from, string to, string message)
    {
        Assert.Contains(from, Shipped, StringComparison.Ordinal);
        var fault = Assert.Throws<ShelfException>(() => PackTemplates.Read("indicator-pages.yaml", Shipped.Replace(from, to, StringComparison.Ordinal)));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Line > 0);
    }
}
