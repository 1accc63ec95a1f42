using Bellwether.Publications;

namespace Bellwether.Web.Look;

/// <summary>A column: its heading, with the unit, and whether it holds numbers (then it is set to the right).</summary>
public sealed record TableColumn(string Heading, bool Number = false);

/// <summary>
/// One cell: its words, a second line in small, a link, a rating or a sparkline instead of words. An empty cell says nothing at all;
/// an unknown figure needs its word. A sparkline's last figure stands as text in a cell beside it.
/// </summary>
public sealed record TableCell(string Text, string? Sub = null, string? Href = null, RatingTag? Rating = null, Sparkline? Spark = null)
{
    public static implicit operator TableCell(string text) => new(text);
}

/// <summary>
/// A table by the conventions of these pages: caption, scopes, the first cell of a row its header. With <paramref name="Cards"/>
/// each row becomes a card on a narrow screen; without, a table too wide scrolls in its own box.
/// </summary>
public sealed record TableView(
    string Caption,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<IReadOnlyList<TableCell>> Rows,
    bool Cards = true,
    bool HideCaption = false);
