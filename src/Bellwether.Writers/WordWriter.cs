using Bellwether.Publications.Documents;
using Bellwether.Writers.Office;
using Bellwether.Writers.Word;

namespace Bellwether.Writers;

/// <summary>
/// A document as a Word file: Word's own styles, numbering, contents and editable charts, A4, 12 point, English (UK), the marking on each page.
/// The council is the author and the edition's day the date; nobody is named.
/// </summary>
public static class WordWriter
{
    /// <summary>Writes the file, into <paramref name="template"/> where one is given; equal documents give equal bytes.</summary>
    public static void Write(Document document, Stream to, WordTemplate? template = null)
    {
        using var parts = new Parts(to);
        if (template is null) PlainFile.Write(document, parts);
        else new TemplateFile(document, template).Write(parts);
    }
}
