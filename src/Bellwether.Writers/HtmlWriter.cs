using System.Text;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Html;

namespace Bellwether.Writers;

/// <summary>
/// A document as one accessible page that stands alone: no script, nothing from elsewhere, and a policy in it that lets nothing in. Printed,
/// it is A4 with the marking, the edition and "Page X of Y" on each page.
/// </summary>
public static class HtmlWriter
{
    /// <summary>Writes UTF-8 without a mark; equal documents give equal bytes.</summary>
    public static void Write(Document document, Stream to)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 65536, leaveOpen: true);
        text.Write(new DocumentPage(document).Draw());
    }
}
