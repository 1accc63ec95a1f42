namespace Bellwether.Tests.Corpus;

/// <summary>One file, or set of files, with one thing wrong: a named change of a clean twin.</summary>
/// <param name="Id">The case's name in the reference: Z01.</param>
/// <param name="Variant">Which of several forms of the case; empty where it has one.</param>
/// <param name="Write">Writes the case's files.</param>
internal sealed record CorpusCase(string Id, string Variant, Action<CorpusFolder> Write)
{
    /// <summary>The same files without the fault; loaded the day before, so that what a bad file may not touch is there.</summary>
    public Action<CorpusFolder>? Twin { get; init; }

    /// <summary>The day given for the extract; empty for none.</summary>
    public string DataDate { get; init; } = "2024-06-30";

    /// <summary>Findings of the journeys are looked at too.</summary>
    public bool Journeys { get; init; }

    /// <summary>Read in a process of its own, whose memory is bounded, and never loaded.</summary>
    public bool Heavy { get; init; }

    /// <summary>For what no single reading shows: does it all and says what came of it.</summary>
    public Func<CorpusFolder, Observed>? Scenario { get; init; }

    public string Name => Variant.Length == 0 ? Id : $"{Id}/{Variant}";
}
