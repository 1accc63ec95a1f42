using System.Globalization;
using System.Text;
using Bellwether.Publications;
using Bellwether.Publications.Documents;
using Bellwether.Scorecards;
using Bellwether.Writers.Svg;

namespace Bellwether.Writers.Html;

/// <summary>The page's one style sheet: screen, and A4 paper with the marking, edition and page number in the margins.</summary>
internal static class DocumentStyle
{
    public static string Of(Document document)
    {
        var css = new StringBuilder(Rules.ReplaceLineEndings("\n"));
        foreach (var rating in Enum.GetValues<Rating>())
            css.Append(CultureInfo.InvariantCulture, $".{Class(rating)}{{background:{Palette.Tint(Enum.Parse<BandWord>(rating.ToString()))};font-weight:bold}}\n");
        foreach (var table in document.Sections.SelectMany(s => s.Blocks).OfType<Table>()) Widths(css, table);
        css.Append("@page{size:A4 portrait;margin:2cm 2cm 2cm 2cm;font-family:Arial,'Liberation Sans',Helvetica,sans-serif;\n")
            .Append(Margin("top-left", document.Head.Council, "")).Append(Margin("top-right", document.Head.Marking, "font-weight:bold;"))
            .Append(Margin("bottom-left", document.Head.Edition, ""))
            .Append("@bottom-right{content:'Page ' counter(page) ' of ' counter(pages);font-size:9pt;color:#0b0c0c}}\n");
        return css.ToString();
    }

    /// <summary>The class of a rated cell.</summary>
    public static string Class(Rating rating) => "is-" + rating.ToString().ToLowerInvariant();

    private static void Widths(StringBuilder css, Table table)
    {
        if (table.Columns.All(c => c.Share == table.Columns[0].Share)) return;
        var sum = (double)table.Columns.Sum(c => c.Share);
        for (var i = 0; i < table.Columns.Count; i++)
            css.Append(CultureInfo.InvariantCulture, $"#{table.Id} col:nth-child({i + 1}){{width:{table.Columns[i].Share / sum:0.##%}}}\n");
    }

    private static string Margin(string place, string text, string look) => text.Length == 0 ? ""
        : $"@{place}{{content:\"{Quoted(text)}\";font-size:9pt;color:#0b0c0c;{look}width:60%}}\n";

    /// <summary>Text inside a CSS string: whatever is not a letter, digit or space goes in as its code, so nothing can end the string; the space ends the code.</summary>
    private static string Quoted(string text)
    {
        var css = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == ' ') css.Append(rune);
            else css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
        }
        return css.ToString();
    }

    private const string Rules = """
        html{background:#fff;color:#0b0c0c;font:100%/1.4 Arial,'Liberation Sans',Helvetica,sans-serif}
        body{margin:0 auto;max-width:52rem;padding:0 1rem 3rem}
        h1,h2,h3,h4{line-height:1.2;margin:1.4em 0 .5em}
        h1{font-size:1.9rem}h2{font-size:1.45rem}h3{font-size:1.2rem}h4{font-size:1.05rem}
        p,ul,ol,dl,table,figure{margin:0 0 .8em}
        a{color:#1a5276}a:focus{outline:3px solid #0b0c0c;background:#ffdd00}
        .marking{border:2px solid #0b0c0c;font-weight:bold;padding:.4em .6em;text-align:center}
        .council{margin:1em 0 0}
        dl.facts{display:grid;grid-template-columns:minmax(8rem,1fr) 3fr;gap:.2em 1em}dl.facts dt{font-weight:bold}dl.facts dd{margin:0}
        .number{display:inline-block;min-width:2.6em}
        p.numbered{padding-left:2.6em;text-indent:-2.6em}p.numbered>*{text-indent:0}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;width:calc(100% - 2px);margin-left:1px}
        caption{font-weight:bold;padding:.3em 0;text-align:left}
        th,td{border:1px solid #6f777b;padding:.25em .45em;text-align:left;vertical-align:top}
        thead th{background:#f0f2f3}tbody th{font-weight:normal}
        th.figures,td.figures{text-align:right;font-variant-numeric:tabular-nums}
        .behind{display:block;font-size:.8em}
        .note{font-size:.9em}
        figure svg{display:block;height:auto;max-width:100%}
        figcaption{font-weight:bold}.subtitle{font-weight:normal;display:block}
        .events{font-size:.9em;margin:0;padding:0;list-style:none}
        nav.contents ol{list-style:none;padding-left:0}nav.contents .level-2{padding-left:1.5em}
        @media print{
        html{font-size:12pt;line-height:1.25}body{max-width:none;padding:0}
        .marking,.skip{display:none}
        h1{font-size:20pt}h2{font-size:16pt}h3{font-size:14pt}h4{font-size:12pt}
        h1,h2,h3,h4,caption,figcaption{break-after:avoid}
        h2,h3,h4{margin-top:.9em}h1{margin-top:.2em}.new-page>:first-child{margin-top:0}
        p,ul,ol,dl,table,figure{margin-bottom:.5em}
        p,li{orphans:2;widows:2}
        .new-page{break-before:page}
        .wide{overflow:visible}
        .short{break-inside:avoid}
        thead{display:table-header-group}tr,figure,dl.facts>*{break-inside:avoid}
        th,td{padding:.1em .5em}
        table.many{font-size:10pt}.note{font-size:9pt;line-height:1.2}
        figure svg{height:6cm;max-width:none;width:100%}
        a{color:inherit;text-decoration:none}
        details>summary{display:none}details::details-content{content-visibility:visible;display:block}
        .on-screen{display:none}
        }

        """;
}
