using System.Security.Cryptography;
using System.Text;
using Bellwether.Calendar;
using Bellwether.Publications.Documents;
using Bellwether.Writers.Layout;

namespace Bellwether.Writers.Html;

/// <summary>One document being written as a page: head, front, contents, sections.</summary>
internal sealed class DocumentPage(Document document)
{
    private readonly StringBuilder _html = new(1 << 16);
    private readonly SectionNumbers _numbers = new();

    public string Draw()
    {
        var head = document.Head;
        var style = DocumentStyle.Of(document);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Add("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
        Add($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\">\n");
        Add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        Add($"<meta name=\"author\" content=\"{Text(head.Council)}\">\n<title>{Text(head.Title)} – {Text(head.Council)}</title>\n<style>{style}</style>\n</head>\n<body>\n");
        Front(head);
        Add("<main>\n");
        var blocks = new BlockHtml(_html, document, _numbers);
        foreach (var section in document.Sections) blocks.Section(section);
        Add("</main>\n<footer><p>");
        Add(string.Join(" · ", new[] { head.Council, head.Edition, EnglishDate.Format(head.Built) }.Where(t => t.Length > 0).Select(Text)));
        Add("</p></footer>\n</body>\n</html>\n");
        return _html.ToString();
    }

    private void Front(DocumentHead head)
    {
        Add("<header>\n");
        if (head.Marking.Length > 0) Add($"<p class=\"marking\">{Text(head.Marking)}</p>\n");
        Add($"<p class=\"council\">{Text(head.Council)}</p>\n<h1>{Text(head.Title)}</h1>\n");
        BlockHtml.Facts(_html, head.Facts);
        Add("</header>\n");
    }

    private void Add(string html) => _html.Append(html);

    private static string Text(string text) => XmlText.Escape(text);
}
