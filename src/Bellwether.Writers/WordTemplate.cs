namespace Bellwether.Writers;

/// <summary>A council's own Word file whose styles, header, footer and logo our text takes on.</summary>
public sealed class WordTemplate
{
    private WordTemplate()
    {
    }
}
