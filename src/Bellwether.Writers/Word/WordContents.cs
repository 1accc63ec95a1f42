using System.Globalization;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Layout;

namespace Bellwether.Writers.Word;

/// <summary>The contents as Word's own field, its entries filled in, so that it reads before anyone brings it up to date.</summary>
internal static class WordContents
{
    /// <param name="text">Where it goes.</param>
    /// <param name="document">Whose contents.</param>
    /// <param name="mark">The bookmark of a section.</param>
    /// <param name="pages">The page of each section; null where nobody can tell, and the numbers then wait until Word brings the field up to date.</param>
    public static void Write(WordText text, Document document, Func<Section, string> mark, IReadOnlyList<int>? pages)
    {
        var numbers = new SectionNumbers();
        var entries = document.Sections.Select((s, i) => (Section: s, Number: Listing.Number(numbers, s), Page: pages?[i])).ToList().Where(e => Listing.IsListed(e.Section)).ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            var (section, number, page) = entries[i];
            var runs = i == 0 ? Begin : "";
            var shown = (number is null ? "" : number + " ") + section.Title;
            var at = page is { } known ? "<w:r><w:tab/></w:r>" + WordText.Field($"PAGEREF {mark(section)} \\h", known.ToString(CultureInfo.InvariantCulture)) : "";
            runs += $"<w:hyperlink w:anchor=\"{mark(section)}\" w:history=\"1\">{WordText.Run(shown)}{at}</w:hyperlink>";
            if (i == entries.Count - 1) runs += End;
            text.Paragraph("TOC" + section.Level.ToString(CultureInfo.InvariantCulture), "", runs);
        }
    }

    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-2\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}
