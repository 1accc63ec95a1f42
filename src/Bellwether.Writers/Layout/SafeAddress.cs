namespace Bellwether.Writers.Layout;

/// <summary>Addresses that a file may lead to.</summary>
internal static class SafeAddress
{
    /// <summary>The address where it is http, https or mailto; null for anything else, whose text then stands as plain text.</summary>
    public static string? Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" ? uri.AbsoluteUri : null;
}
