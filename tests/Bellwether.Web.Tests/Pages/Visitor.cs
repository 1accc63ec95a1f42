namespace Bellwether.Web.Tests.Pages;

/// <summary>A client that keeps cookies as a browser does, and has come in nowhere yet.</summary>
internal static class Visitor
{
    /// <param name="address">Where the site listens.</param>
    /// <param name="follows">False to see a redirect itself.</param>
    public static HttpClient To(Uri address, bool follows = true) =>
        new(new HttpClientHandler { CookieContainer = new(), AllowAutoRedirect = follows }) { BaseAddress = address };
}
