using System.Text.RegularExpressions;
using Bellwether.Publications.Documents;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Block = Bellwether.Publications.Documents.Block;

namespace Bellwether.Publications.Packs;

/// <summary>Something about a text that its writer must put right or answer for.</summary>
/// <param name="Code">Short name of the rule.</param>
/// <param name="Place">"text, line 3".</param>
/// <param name="About">The words in question.</param>
/// <param name="Found">What was found.</param>
/// <param name="ToDo">What to do.</param>
/// <param name="MayAnswer">True where a named person may say why it stands; false where it must be changed.</param>
public sealed record TextQuestion(string Code, string Place, string About, string Found, string ToDo, bool MayAnswer);

/// <summary>
/// The small Markdown of texts: paragraphs, lists, bold, italic, links to https and mailto addresses. Everything else (HTML, images, headings,
/// tables, code) is refused with its place; what can't be read is kept as typed. Placeholders in braces become figures.
/// </summary>
internal sealed partial class TextMarks
{
    /// <summary>Characters a text may have.</summary>
    private const int Longest = 8000;

    // Of the private use area: no keyboard types them, and they are taken out of what came in.
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().Build();

    private readonly FactSheet _sheet;
    private readonly FigureBook? _book;
    private readonly IReadOnlySet<string> _hidden;
    private readonly string _part;
    private readonly List<TextQuestion> _questions = [];
    private readonly List<string> _placeholders = [];

    private TextMarks(string part, FactSheet sheet, FigureBook? book, IReadOnlySet<string> hidden) => (_part, _sheet, _book, _hidden) = (part, sheet, book, hidden);

    /// <summary>Reads a text into blocks, and says what is wrong with it.</summary>
    /// <param name="part">Its name for places.</param>
    /// <param name="text">As written.</param>
    /// <param name="sheet">What placeholders stand for.</param>
    /// <param name="book">Keeps the figures that the text states; null where it is only checked.</param>
    /// <param name="hidden">Typed numbers that are hidden.</param>
    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<TextQuestion> Questions) Read(
        string part, string text, FactSheet sheet, FigureBook? book = null, IReadOnlySet<string>? hidden = null)
    {
        var reader = new TextMarks(part, sheet, book, hidden ?? new HashSet<string>());
        return (reader.Blocks(text), reader._questions);
    }

    /// <summary>The words of one line, without blocks.</summary>
    public static IReadOnlyList<Span> Line(string text, FactSheet sheet, FigureBook? book = null, IReadOnlySet<string>? hidden = null) =>
        Read("line", text, sheet, book, hidden).Blocks.SelectMany(b => b switch
        {
            Paragraph p => p.Spans,
            BulletList l => l.Items.SelectMany(i => i),
            _ => [],
        }).ToList();

    /// <summary>Text with its placeholders filled, without reading any Markdown: for titles.</summary>
    public static string Plain(string text, FactSheet sheet) => Placeholder().Replace(text, m => sheet.Find(m.Groups[1].Value)?.Text ?? m.Value);

    private List<Block> Blocks(string text)
    {
        if (text.Length > Longest)
        {
            Ask("too-long", 0, "", $"The text has {text.Length:N0} characters, and {Longest:N0} are the most.", "Shorten it.");
            return [new Paragraph([new Span(text[..Longest])])];
        }
        foreach (var c in text.Where(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')).Take(1))
            Ask("control-character", 0, "", $"The text holds an invisible control character (number {(int)c}).", "Type the words anew: it came in by copying.");
        try
        {
            var document = Markdown.Parse(Safe(text), Pipeline);
            return [.. document.SelectMany(Of)];
        }
        catch (ArgumentException)
        {
            // The reader of Markdown gives up on brackets nested beyond its depth.
            Ask("markdown", 0, "", "The brackets or lists of the text are nested too deep to be read.", "Take marks out, or write plain sentences.");
            return [new Paragraph([new Span(text)])];
        }
    }

    /// <summary>Control characters out, and each placeholder as one mark with its number, so that no sign inside it is read as Markdown.</summary>
    private string Safe(string text) => Placeholder().Replace(
        new string([.. text.Where(c => (!char.IsControl(c) || c is '\n' or '\t') && c is not (Open or Close))]), m =>
        {
            _placeholders.Add(m.Groups[1].Value);
            return $"{Open}{_placeholders.Count - 1}{Close}";
        });

    private IEnumerable<Block> Of(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case ParagraphBlock p:
                yield return new Paragraph(Spans(p.Inline));
                break;
            case ListBlock list:
                var items = list.OfType<ListItemBlock>().Select(Item).ToList();
                yield return new BulletList(items, list.IsOrdered);
                break;
            case LinkReferenceDefinitionGroup:
                Ask("markdown", block.Line, "", "A link is defined apart from its words.", "Write it as [words](https://address).");
                break;
            case HtmlBlock html:
                Ask("html", block.Line, "", "The text holds HTML, which is never passed on.", "Write plain words; **bold** and *italic* are understood.");
                yield return new Paragraph([new Span(html.Lines.ToString())]);
                break;
            case LeafBlock leaf:
                Ask("markdown", block.Line, "", $"The text holds {Name(block)}.", "Use paragraphs, lists, bold, italic and links only; the pack gives headings and tables.");
                if (leaf.Inline is not null) yield return new Paragraph(Spans(leaf.Inline));
                else if (leaf.Lines.Count > 0) yield return new Paragraph([new Span(leaf.Lines.ToString())]);
                break;
            case ContainerBlock container:
                Ask("markdown", block.Line, "", $"The text holds {Name(block)}.", "Use paragraphs, lists, bold, italic and links only.");
                foreach (var inner in container.SelectMany(Of)) yield return inner;
                break;
        }
    }

    private List<Span> Item(ListItemBlock item)
    {
        var spans = new List<Span>();
        foreach (var inner in item.SelectMany(Of))
        {
            if (spans.Count > 0) spans.Add(new Span(" "));
            spans.AddRange(inner is Paragraph p ? p.Spans : ((BulletList)inner).Items.SelectMany((i, n) => n == 0 ? i : i.Prepend(new Span("; "))));
        }
        return spans;
    }

    private static string Name(Markdig.Syntax.Block block) => block switch
    {
        HeadingBlock => "a heading",
        CodeBlock => "code (a line begun with four spaces or fenced)",
        QuoteBlock => "a quotation mark at the start of a line",
        ThematicBreakBlock => "a ruled line",
        _ => "marks that a paper does not have",
    };

    private List<Span> Spans(ContainerInline? container)
    {
        var spans = new List<Span>();
        if (container is not null) Walk(container, false, false, null, spans);
        return Merged(spans);
    }

    private void Walk(ContainerInline container, bool bold, bool italic, string? address, List<Span> to)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal: Literal(literal.Content.ToString(), bold, italic, address, to); break;
                case HtmlEntityInline entity: Literal(entity.Transcoded.ToString(), bold, italic, address, to); break;
                case LineBreakInline: to.Add(new Span(" ", bold, italic, address)); break;
                case CodeInline code: Literal(code.Content, bold, italic, address, to); break;
                case EmphasisInline emphasis: Walk(emphasis, bold || emphasis.DelimiterCount > 1, italic || emphasis.DelimiterCount == 1, address, to); break;
                case AutolinkInline auto: Link(auto.Url, [new Span(auto.Url)], bold, italic, auto.Line, to); break;
                case LinkInline { IsImage: true } image:
                    Ask("image", image.Line, "", "The text holds a picture from elsewhere.", "Pictures are not taken from addresses: take it out.");
                    break;
                case LinkInline link:
                    var words = new List<Span>();
                    Walk(link, bold, italic, null, words);
                    Link(link.Url ?? "", words, bold, italic, link.Line, to);
                    break;
                case HtmlInline html:
                    Ask("html", html.Line, html.Tag, "The text holds HTML, which is never passed on.", "Write plain words; **bold** and *italic* are understood.");
                    to.Add(new Span(html.Tag, bold, italic, address));
                    break;
                case ContainerInline other: Walk(other, bold, italic, address, to); break;
            }
        }
    }

    private void Link(string url, List<Span> words, bool bold, bool italic, int line, List<Span> to)
    {
        var isSafe = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";
        if (!isSafe) Ask("address", line, url, $"\"{url}\" is no web or mail address.", "Links begin with https:// or mailto:.");
        to.AddRange(words.Select(w => w with { Bold = bold, Italic = italic, Address = isSafe && w.Figure is null ? url : null }));
    }

    private void Literal(string text, bool bold, bool italic, string? address, List<Span> to)
    {
        var at = 0;
        foreach (Match match in Marked().Matches(text))
        {
            Typed(text[at..match.Index], bold, italic, address, to);
            at = match.Index + match.Length;
            var inside = _placeholders[int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)];
            if (_sheet.Find(inside) is { } fact)
                to.Add(new Span(fact.Text, bold, italic, null, fact is { Row: { } row, Rated: { } rated } ? _book?.Keep(row, rated) : null));
            else
            {
                Ask("placeholder", -1, $"{{{inside}}}", $"{{{inside}}} stands for nothing here.",
                    $"Write one of {{{string.Join("}, {", FactSheet.Words)}}}; an earlier month as {{value@2017-03}}, another indicator as {{referrals:value}}.");
                to.Add(new Span($"{{{inside}}}", bold, italic));
            }
        }
        Typed(text[at..], bold, italic, address, to);
    }

    private void Typed(string text, bool bold, bool italic, string? address, List<Span> to)
    {
        if (text.Length == 0) return;
        if (_hidden.Count > 0) text = Number().Replace(text, m => _hidden.Contains(m.Value.TrimEnd('%')) ? "c" : m.Value);
        to.Add(new Span(text, bold, italic, address));
    }

    /// <summary>Neighbours that look alike become one.</summary>
    private static List<Span> Merged(List<Span> spans)
    {
        var merged = new List<Span>();
        foreach (var span in spans)
        {
            if (merged.Count > 0 && merged[^1] is { Figure: null } last && span.Figure is null && last with { Text = "" } == span with { Text = "" })
                merged[^1] = last with { Text = last.Text + span.Text };
            else merged.Add(span);
        }
        return merged;
    }

    private void Ask(string code, int line, string about, string found, string toDo) =>
        _questions.Add(new TextQuestion(code, line < 0 ? _part : $"{_part}, line {line + 1}", about, found, toDo, false));

    [GeneratedRegex("\uE000([0-9]+)\uE001")]
    private static partial Regex Marked();

    [GeneratedRegex(@"\{([^{}\r\n]{1,80})\}")]
    internal static partial Regex Placeholder();

    /// <summary>A number standing by itself, with its per cent sign; no part of a word, a date or a code.</summary>
    [GeneratedRegex(@"(?<![\w.,/£-])(?>\d+(?:,\d{3})*(?:\.\d+)?)(?![\w/-])%?")]
    internal static partial Regex Number();
}
