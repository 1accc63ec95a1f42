using System.Text.Json.Serialization;

namespace Bellwether.Publications.Documents;

/// <summary>One block of a section.</summary>
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(BulletList), "list")]
[JsonDerivedType(typeof(FactList), "facts")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(ChartBlock), "chart")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Contents), "contents")]
public abstract record Block;

/// <summary>A paragraph; with <paramref name="IsNumbered"/> it carries the section's number and its own, "3.2", as council papers do.</summary>
public sealed record Paragraph(IReadOnlyList<Span> Spans, bool IsNumbered = false) : Block;

/// <summary>Items in order; bullets, or numbers of their own with <paramref name="IsNumbered"/>.</summary>
public sealed record BulletList(IReadOnlyList<IReadOnlyList<Span>> Items, bool IsNumbered = false) : Block;

/// <summary>Label and words, such as contact officer and phone.</summary>
public sealed record FactList(IReadOnlyList<HeadFact> Facts) : Block;

/// <summary>What a reader must know of what stands above it, in small type: data notes, sources, suppression.</summary>
public sealed record Note(IReadOnlyList<Span> Spans) : Block;

/// <summary>The list of sections with their pages.</summary>
public sealed record Contents : Block;

/// <summary>A chart: one description, drawn by each writer in its own way, with a sentence that says the same.</summary>
/// <param name="Chart">What is drawn.</param>
/// <param name="Words">The sentence, the alternative text too.</param>
/// <param name="Keys">The figure behind each point, by index; null where the point has none. As many as points.</param>
public sealed record ChartBlock(TrendChart Chart, string Words, IReadOnlyList<FigureKey?> Keys) : Block;

/// <summary>A run of text. At most one of the markings beyond bold and italic is set.</summary>
/// <param name="Text">What is read. Never markup, never a formula.</param>
/// <param name="Address">An http(s) or mailto address it leads to; null for none.</param>
/// <param name="Figure">The figure the text states; null where it states none.</param>
public sealed record Span(string Text, bool Bold = false, bool Italic = false, string? Address = null, FigureKey? Figure = null)
{
    /// <summary>What is read of several in a row.</summary>
    public static string TextOf(IEnumerable<Span> spans) => string.Concat(spans.Select(s => s.Text));
}
