using Bellwether.Calendar;
using Bellwether.Web.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Bellwether.Web.Look;

/// <summary>
/// Carries the day of <c>?known-at=</c> on from page to page: whoever looks at what was known then stays there until they choose now.
/// Links marked <c>data-now</c> lead back.
/// </summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("form", Attributes = "action")]
public sealed class KnownAtLinks : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext Context { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!KnownAt.TryRead(Context.HttpContext.Request.Query[KnownAt.Name].ToString(), out var asked) || asked is not { } day) return;
        if (output.Attributes.RemoveAll("data-now")) return;
        if (output.TagName == "form")
        {
            if (!string.Equals(Text(output, "method"), "post", StringComparison.OrdinalIgnoreCase))
                output.PreContent.AppendHtml($"<input type=\"hidden\" name=\"{KnownAt.Name}\" value=\"{IsoDate.Format(day)}\">");
        }
        else if (Text(output, "href") is ['/', not '/', ..] or "/" && !Text(output, "href").Contains(KnownAt.Name + "=", StringComparison.Ordinal))
            output.Attributes.SetAttribute("href", KnownAt.In(Text(output, "href"), day));
    }

    private static string Text(TagHelperOutput output, string name) => output.Attributes[name]?.Value switch
    {
        null => "",
        string text => text,
        Microsoft.AspNetCore.Html.IHtmlContent html => Written(html),
        var other => other.ToString() ?? "",
    };

    private static string Written(Microsoft.AspNetCore.Html.IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}
