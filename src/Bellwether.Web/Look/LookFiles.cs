using System.Reflection;
using System.Security.Cryptography;

namespace Bellwether.Web.Look;

/// <summary>The stylesheet and the favicon, served out of this assembly under <c>/look/</c>. There is no script to serve.</summary>
public static class LookFiles
{
    private static readonly Assembly Home = typeof(LookFiles).Assembly;

    private static readonly Dictionary<string, (byte[] Bytes, string Type, string Tag)> Files = Home.GetManifestResourceNames()
        .Where(n => n.StartsWith("look/", StringComparison.Ordinal))
        .ToDictionary(n => n["look/".Length..], Read, StringComparer.Ordinal);

    /// <summary>Address of one file with a mark of its content, so that browsers may keep it for good. Throws for a name that is not there.</summary>
    public static string Address(string name) => $"/look/{name}?v={Files[name].Tag}";

    /// <summary>
    /// Serves the files by GET, to anyone: they hold nothing of the council's. An unknown name gives 404. Returns the endpoint's
    /// builder, so that the caller can declare its rule.
    /// </summary>
    public static RouteHandlerBuilder MapLookFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/look/{name}", (string name, HttpContext http) =>
    {
        if (!Files.TryGetValue(name, out var file)) return Results.NotFound();
        http.Response.Headers.CacheControl = http.Request.Query["v"] == file.Tag ? "public, max-age=31536000, immutable" : "public, max-age=300";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(file.Bytes, file.Type);
    });

    private static (byte[] Bytes, string Type, string Tag) Read(string resource)
    {
        using var stream = Home.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.ToArray();
        var type = Path.GetExtension(resource) switch { ".css" => "text/css; charset=utf-8", ".svg" => "image/svg+xml", _ => "text/plain; charset=utf-8" };
        return (bytes, type, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
    }
}
