using System.Globalization;
using System.Text;

namespace Bellwether.Writers.Svg;

/// <summary>Writes SVG elements: numbers with a point and at most two decimals, text escaped, no style attribute (the pages' policy forbids it).</summary>
internal sealed class SvgText
{
    /// <summary>Width of a character as a share of the type size. Arial's digits are 0.556; capitals wider, so this errs on the wide side.</summary>
    private const double CharWidth = 0.58;

    private readonly StringBuilder _out = new();

    public static double WidthOf(string text, double size, bool bold = false) => text.Length * size * CharWidth * (bold ? 1.06 : 1);

    public static string Num(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public void Open(string kind, string id, double width, double height, string title, string? description)
    {
        var safe = XmlText.Escape(id);
        _out.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" class="{kind}" role="img" """);
        _out.Append(CultureInfo.InvariantCulture, $"""aria-labelledby="{safe}-title{(description is null ? "" : $" {safe}-desc")}" """);
        _out.Append(CultureInfo.InvariantCulture, $"""viewBox="0 0 {Num(width)} {Num(height)}" width="{Num(width)}" height="{Num(height)}" """);
        _out.Append(CultureInfo.InvariantCulture, $"""font-family="{Palette.Font}" fill="{Palette.Ink}"><title id="{safe}-title">{XmlText.Escape(title)}</title>""");
        if (description is not null) _out.Append(CultureInfo.InvariantCulture, $"""<desc id="{safe}-desc">{XmlText.Escape(description)}</desc>""");
    }

    public void Rect(string kind, double x, double y, double width, double height, string fill) =>
        _out.Append(CultureInfo.InvariantCulture, $"""<rect class="{kind}" x="{Num(x)}" y="{Num(y)}" width="{Num(width)}" height="{Num(height)}" fill="{fill}"/>""");

    public void Line(string kind, double x1, double y1, double x2, double y2, string stroke, double width = 1, string? dash = null) =>
        _out.Append(CultureInfo.InvariantCulture, $"""<line class="{kind}" x1="{Num(x1)}" y1="{Num(y1)}" x2="{Num(x2)}" y2="{Num(y2)}" stroke="{stroke}" stroke-width="{Num(width)}"{Dash(dash)}/>""");

    public void Path(string kind, string d, string stroke, double width, string? dash = null) =>
        _out.Append(CultureInfo.InvariantCulture, $"""<path class="{kind}" d="{d}" fill="none" stroke="{stroke}" stroke-width="{Num(width)}" stroke-linejoin="round"{Dash(dash)}/>""");

    public void Dot(string kind, double x, double y, double r, string fill, string stroke) =>
        _out.Append(CultureInfo.InvariantCulture, $"""<circle class="{kind}" cx="{Num(x)}" cy="{Num(y)}" r="{Num(r)}" fill="{fill}" stroke="{stroke}" stroke-width="2"/>""");

    public void Text(string kind, double x, double y, string text, double size, string anchor = "start", bool bold = false) =>
        _out.Append(CultureInfo.InvariantCulture, $"""<text class="{kind}" x="{Num(x)}" y="{Num(y)}" font-size="{Num(size)}" text-anchor="{anchor}"{(bold ? " font-weight=\"bold\"" : "")}>{XmlText.Escape(text)}</text>""");

    public string Close() => _out.Append("</svg>").ToString();

    private static string Dash(string? dash) => dash is null ? "" : $" stroke-dasharray=\"{dash}\"";
}
