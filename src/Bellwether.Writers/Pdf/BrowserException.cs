namespace Bellwether.Writers.Pdf;

/// <summary>A PDF could not be printed: no browser, or the browser failed. The message is for the person who asked for the PDF.</summary>
public sealed class BrowserException(string message) : Exception(message);
