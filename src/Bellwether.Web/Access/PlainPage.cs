using System.Net;

namespace Bellwether.Web.Access;

/// <summary>A page for someone who has not come in: words alone, nothing of the home, no other file needed.</summary>
internal static class PlainPage
{
    public static Task WriteAsync(HttpContext http, int status, string title, string words)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        var (t, w) = (WebUtility.HtmlEncode(title), WebUtility.HtmlEncode(words));
        return http.Response.WriteAsync(
            $"<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{t} – Bellwether</title></head>"
            + $"<body><main><h1>{t}</h1><p>{w}</p></main></body></html>\n");
    }
}
