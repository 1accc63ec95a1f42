using System.Globalization;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Layout;

namespace Bellwether.Writers.Word;

/// <summary>The contents as Word's own field, its entries filled in, so that it reads before anyone brings it up to date.</summary>
internal static class WordContents
{
    public static void Write(WordText text, Document document, Func<Section, string> mark)
    {
        var numbers = new SectionNumbers();
        var page = 1;
        var entries = document.Sections.Select(s => (Section: s, Number: Listing.Number(numbers, s))).Where(e => !e.Section.Blocks.Any(b => b is Contents)).ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            var (section, number) = entries[i];
            if (section.NewPage) page++;
            var runs = i == 0 ? Begin : "";
            var shown = (number is null ? "" : number + " ") + section.Title;
            var at = page.ToString(CultureInfo.InvariantCulture);
            runs += $"<w:hyperlink w:anchor=\"{mark(section)}\" w:history=\"1\">{WordText.Run(shown)}<w:r><w:tab/></w:r>{WordText.Field($"PAGEREF {mark(section)} \\h", at)}</w:hyperlink>";
            if (i == entries.Count - 1) runs += End;
            text.Paragraph("TOC" + section.Level.ToString(CultureInfo.InvariantCulture), "", runs);
        }
    }

    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-3\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}
