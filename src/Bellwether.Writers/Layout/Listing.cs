using Bellwether.Publications.Documents;

namespace Bellwether.Writers.Layout;

/// <summary>Section numbers for a list of contents, which is written before the sections are.</summary>
internal static class Listing
{
    /// <summary>The section's number as text, null where it has none. Its numbered paragraphs are counted, as sections share their level.</summary>
    public static string? Number(SectionNumbers numbers, Section section)
    {
        var number = numbers.Enter(section)?.Text;
        foreach (var block in section.Blocks)
        {
            if (block is Paragraph { IsNumbered: true }) numbers.Next();
        }
        return number;
    }
}
