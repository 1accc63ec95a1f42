using System.Globalization;

namespace Bellwether.Scorecards;

/// <summary>
/// One published value, or the symbol that stands where it is missing. Zero is a number; suppressed, not available and not
/// applicable are symbols, and no number is ever made of them.
/// </summary>
/// <param name="Number">The value as published, unrounded; null where none is.</param>
/// <param name="Symbol">As the file has it: <c>-</c>, <c>c</c>, <c>x</c>; empty for a number and for an empty cell.</param>
/// <param name="HasRow">The file has a row for this area and year.</param>
/// <param name="DfeText">
/// What the DfE's own table has where LAIT's value is missing: a symbol that says why, or a number that LAIT left out. Empty where
/// LAIT has a number, or where that table is not shipped.
/// </param>
public readonly record struct PublishedCell(double? Number, string Symbol, bool HasRow = true, string DfeText = "")
{
    /// <summary>No row at all for this area and year.</summary>
    public static PublishedCell NoRow { get; } = new(null, "", false);

    /// <summary>
    /// Reads a cell as R's <c>as.numeric</c> does, spaces around it apart: a number in plain or scientific notation, else missing.
    /// Numbers that are not finite are missing.
    /// </summary>
    public static PublishedCell Read(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\r\n"u8);
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
                ? new(number, "")
                : new(null, System.Text.Encoding.UTF8.GetString(text));
    }

    /// <summary>The symbol that says most: the DfE table's, else LAIT's; empty for a number, and where there is none.</summary>
    public string Mark => Number is not null ? "" : DfeText.Length > 0 && !HasDfeNumber ? DfeText : Symbol;

    /// <summary>LAIT has no value while the DfE's own table has one: the files disagree, and LAIT's is used.</summary>
    public bool HasDfeNumber => Number is null && DfeText.Length > 0 && Read(System.Text.Encoding.UTF8.GetBytes(DfeText)).Number is not null;

    /// <summary>Why there is no number, after the DfE's guidance on symbols; empty for a number.</summary>
    public string Meaning => Number is not null ? "" : !HasRow ? "no row for this area and year" : Mark switch
    {
        "" or "NA" => "no value given",
        "-" => "suppressed, not available or not applicable: LAIT prints one symbol for all three",
        "c" => "suppressed to protect confidentiality",
        "k" or "low" => "rounds to zero but is not zero",
        "u" => "low reliability, not published",
        "x" or ".." or ":" => "not available",
        "z" or "." => "not applicable",
        _ => "not a number",
    };
}
