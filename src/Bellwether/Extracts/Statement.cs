namespace Bellwether.Extracts;

/// <summary>How much of a kind an extract holds.</summary>
public enum Completeness
{
    /// <summary>The source has no such list, or the list was not supplied.</summary>
    Absent,

    /// <summary>Only the latest record of each child: speaks for the data date alone.</summary>
    LatestOnly,

    /// <summary>Every record of the kind between two dates.</summary>
    Full,
}

/// <summary>
/// What one extract says about one kind: an extract is a complete statement between two dates, not a list of changes.
/// At a date, the newest load whose statement covers it speaks.
/// </summary>
/// <param name="Kind">The record kind.</param>
/// <param name="Source">The format: "SSD", "Annex A", "local file".</param>
/// <param name="Holds">How much.</param>
/// <param name="From">
/// First day it speaks for, inclusive. For <see cref="Completeness.LatestOnly"/>, which speaks for the data date alone, the first day of
/// which it still holds a record that has ended or happened; the data date where that is not said.
/// </param>
/// <param name="To">Last day it speaks for, inclusive: the data date.</param>
/// <param name="Missing">Fields whose column the source did not have; their cells are as records.yaml says of an absent column.</param>
/// <param name="Why">In words, for "not computable, because …": "Annex A list 7 holds only the latest visit of each child".</param>
/// <param name="Load">The load's number in the store; 0 before it is stored.</param>
public sealed record Statement(
    string Kind, string Source, Completeness Holds, DateOnly From, DateOnly To, IReadOnlyList<string> Missing, string Why, int Load = 0)
{
    /// <summary>
    /// Whose rows it speaks for. Empty for whole formats: of SSD, Annex A and the returns the newest speaks. A local file speaks for what
    /// came as local files, and no whole format speaks for that: here the format's name.
    /// </summary>
    public string Speaker { get; init; } = "";
}
