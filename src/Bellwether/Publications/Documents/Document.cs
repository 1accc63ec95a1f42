namespace Bellwether.Publications.Documents;

/// <summary>Who a document is for. Everything in it was decided for this reader before it was written; writers hide nothing and add nothing.</summary>
public enum Audience
{
    /// <summary>People at work in the council. Small numbers stand.</summary>
    Staff,

    /// <summary>Elected members, under an exemption that the document names. Aggregates only.</summary>
    Members,

    /// <summary>Anyone: a committee paper is published with its agenda unless it is exempt.</summary>
    Public,
}

/// <summary>
/// What a council hands to a reader, said without any file words: Word, Excel, PDF, HTML, CSV and JSON are written from it and from nothing
/// else, so they cannot differ. It is a value: equal documents give equal bytes from the same version.
/// </summary>
/// <param name="Head">What stands on the front.</param>
/// <param name="Sections">In reading order.</param>
/// <param name="Figures">
/// Every figure that the text, tables and charts show, each once, in the order first shown: the long table. A <see cref="FigureKey"/>
/// anywhere in the document names one of them.
/// </param>
public sealed record Document(DocumentHead Head, IReadOnlyList<Section> Sections, IReadOnlyList<FigureLine> Figures);

/// <summary>The front of a document.</summary>
/// <param name="Title">Of the paper.</param>
/// <param name="Council">Whose it is.</param>
/// <param name="Facts">By, to, date, subject, classification, agenda item, edition: label and words, in the order printed. None is empty.</param>
/// <param name="Marking">Stands on every page, such as "Draft: not checked for publication"; empty for none.</param>
/// <param name="Audience">Who it is for.</param>
/// <param name="Edition">"Edition 3 of 12 July 2017"; stands in the footer; empty before there is one.</param>
/// <param name="Built">The day that stands for its making: the edition's, never the clock's; goes into file properties.</param>
public sealed record DocumentHead(
    string Title, string Council, IReadOnlyList<HeadFact> Facts, string Marking, Audience Audience, string Edition, DateOnly Built);

/// <summary>One line of the front: "Classification: Unrestricted".</summary>
public sealed record HeadFact(string Label, string Text);

/// <summary>A part of a document with a heading of its own.</summary>
/// <param name="Id">Unique, letters, digits and hyphens; the anchor, and the worksheet's name where it has tables.</param>
/// <param name="Title">The heading.</param>
/// <param name="Level">1 to 3.</param>
/// <param name="NewPage">Starts on a page of its own.</param>
/// <param name="IsNumbered">Carries a number in the document's own numbering, "3" or "3.1", which a writer makes as real numbering.</param>
/// <param name="Blocks">In reading order.</param>
public sealed record Section(string Id, string Title, int Level, bool NewPage, bool IsNumbered, IReadOnlyList<Block> Blocks);
