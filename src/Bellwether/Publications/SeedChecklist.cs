using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Publications;

/// <summary>How far the product answers one item of the seed documents.</summary>
public enum SeedState
{
    /// <summary>It can be had today.</summary>
    Answered,

    /// <summary>Some of it; the words say what is missing.</summary>
    Partly,

    /// <summary>The words say why.</summary>
    NotYet,
}

/// <summary>One item that the seed documents, five papers of English councils, ask of performance software.</summary>
/// <param name="Row">Number of the document and of the item: <c>002-31</c>.</param>
/// <param name="Kind">IND indicator, ACT activity, TGT target and so on; several with a slash.</param>
/// <param name="What">The item in our own words.</param>
/// <param name="State">How far it is answered.</param>
/// <param name="Where">
/// Indicators (with <c>/variant</c>), page addresses (they begin with a slash), commands (with <c>bellwether</c>) and files; empty where nothing answers it.
/// </param>
/// <param name="Words">What is missing, or where to look; empty where there is nothing to add.</param>
public sealed record SeedRow(string Row, string Kind, string What, SeedState State, IReadOnlyList<string> Where, string Words);

/// <summary>The checklist of the seed documents: <c>seed-checklist.csv</c> of the shelf.</summary>
public static class SeedChecklist
{
    /// <summary>Every row, in the order of the file.</summary>
    /// <param name="shelf">The folder of definitions.</param>
    /// <exception cref="ShelfException">A cell is empty that may not be, or the status is none of the three.</exception>
    public static IReadOnlyList<SeedRow> Load(string shelf) =>
        [.. SettingsFile.Read(Path.Combine(shelf, "seed-checklist.csv"), "row", "kind", "what", "status", "where", "words").Select(line => new SeedRow(
            line.Required("row"), line.Required("kind"), line.Required("what"), State(line),
            line["where"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), line["words"]))];

    private static SeedState State(SettingsLine line) => line["status"] switch
    {
        "answered" => SeedState.Answered,
        "partly" => SeedState.Partly,
        "not yet" => SeedState.NotYet,
        _ => throw line.Wrong("status", "answered, partly or not yet"),
    };
}
