using Bellwether.Scorecards;

namespace Bellwether.Publications.Documents;

/// <summary>A table with one heading row, which repeats on each page.</summary>
/// <param name="Id">Unique in the document.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Left to right; the first holds row headings.</param>
/// <param name="Rows">As many cells as columns.</param>
public sealed record Table(string Id, string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block;

/// <summary>A column.</summary>
/// <param name="Heading">Plain words.</param>
/// <param name="IsNumeric">Right-aligned figures.</param>
/// <param name="Share">Width in parts of the sum of all columns' shares.</param>
public sealed record Column(string Heading, bool IsNumeric = false, int Share = 1);

/// <summary>
/// A cell: words, and where it states a figure also which. A percentage with known counts is written in a workbook as a formula over
/// those counts; everywhere else <see cref="Text"/> is what is read.
/// </summary>
/// <param name="Text">As read: "78.3%", "22.0 (22.04)", "not computable".</param>
/// <param name="Figure">The figure it states; null for words.</param>
/// <param name="Part">Which part of that figure.</param>
/// <param name="Rating">A rating shown as word and tint; null for none. The word stands in <see cref="Text"/>.</param>
/// <param name="Behind">A second, smaller line; empty for none.</param>
public sealed record Cell(string Text, FigureKey? Figure = null, FigurePart Part = FigurePart.Value, Rating? Rating = null, string Behind = "");

/// <summary>A part of a figure that a cell states.</summary>
public enum FigurePart { Value, Numerator, Denominator, Target, Rating }
