using Bellwether.Publications.Documents;

namespace Bellwether.Writers.Layout;

/// <summary>What a list of contents names, and the section numbers in it: it is written before the sections are.</summary>
internal static class Listing
{
    /// <summary>The lowest heading that is listed: a heading below it says the same on every page, such as "Commentary".</summary>
    public const int Lowest = 2;

    /// <summary>True for a section that the contents name: not the contents themselves, and none below <see cref="Lowest"/>.</summary>
    public static bool IsListed(Section section) => section.Level <= Lowest && !section.Blocks.Any(b => b is Contents);

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
