namespace Bellwether.Extracts;

/// <summary>What became of what was found, worst first.</summary>
public enum Outcome
{
    /// <summary>The whole file is refused; nothing of it is loaded.</summary>
    Rejected,

    /// <summary>The row is left out, and stands in the receipt with its place.</summary>
    SetAside,

    /// <summary>The value loads as unknown (never as no, zero or unallocated), or the row loads and is listed.</summary>
    Noted,
}

/// <summary>
/// Something about the council's data that a person should know. Never holds a name, a birth date, an address or free text of a child.
/// </summary>
/// <param name="Code">Stable kebab-case id from the catalogue of findings: <c>end-before-start</c>.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="File">File name without folder.</param>
/// <param name="Sheet">Sheet name; empty for a CSV or a whole file.</param>
/// <param name="Row">The row a person sees, from 1; 0 for a whole file or sheet.</param>
/// <param name="Column">Heading, with its letter for a workbook: <c>C "Date of Birth"</c>; empty where no one column is meant.</param>
/// <param name="Found">What was found, in words fit for a screen others can see.</param>
/// <param name="ToDo">What to do about it.</param>
/// <param name="Kind">The record kind it touches; empty where none.</param>
public sealed record Finding(
    string Code, Outcome Outcome, string File, string Sheet, int Row, string Column, string Found, string ToDo, string Kind = "")
{
    /// <summary>How many rows or values it speaks of.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The code of the findings it stands for, where too many alike were found to keep each; else empty.</summary>
    public string StandsFor { get; init; } = "";

    /// <summary>Of a file that is rejected until a person decides: the answers of which one settles it; else empty.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The source such a yes is remembered for.</summary>
    public string AskedOf { get; init; } = "";

    /// <summary>The place in words: file, sheet, row, column, as far as each is meant.</summary>
    public string Place() => string.Join(", ", new[]
    {
        File, Sheet.Length > 0 ? $"sheet {Sheet}" : "", Row > 0 ? $"row {Row}" : "", Column.Length == 0 ? "" : Outcome == Outcome.Rejected && Row == 0 ? Column : $"column {Column}",
    }.Where(p => p.Length > 0));

    /// <summary>One line for a terminal or a log: place, what was found, what to do.</summary>
    public override string ToString() => $"{Place()}: {Found} {ToDo}";
}

/// <summary>One answer to a question.</summary>
/// <param name="Code">What <c>--answer CODE=yes</c> names.</param>
/// <param name="Words">What a yes to it means, for the analyst.</param>
public sealed record Choice(string Code, string Words);
