namespace Bellwether.Web.Access;

/// <summary>What every answer carries, and which names the server answers to.</summary>
internal static class Safeguards
{
    /// <summary>Nothing but our own style sheet and pictures; no script, no frame.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "127.0.0.1", "localhost", "[::1]" };

    public static void UseSafeguards(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        http.Response.OnStarting(() => Headers(http.Response));
        // A name that only leads here by somebody else's address book is an attack on the reader's browser.
        if (Names.Contains(http.Request.Host.Host)) await next(http);
        else await PlainPage.WriteAsync(http, StatusCodes.Status400BadRequest, "Wrong name", "This server answers as 127.0.0.1 or localhost only.");
    });

    private static Task Headers(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (response.StatusCode >= 400 || headers.CacheControl.Count == 0 || headers.CacheControl.ToString().StartsWith("no-cache", StringComparison.Ordinal))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
