namespace Bellwether.Codes;

/// <summary>Words put together to be read.</summary>
public static class EnglishText
{
    /// <summary>The words as a sentence or heading begins: with a capital. Empty gives empty.</summary>
    public static string Capital(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
}
