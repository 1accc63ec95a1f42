using Bellwether.Publications.Documents;

namespace Bellwether.Publications.Packs;

/// <summary>What a named person decided about one small number.</summary>
/// <param name="Item">The item's id in the list.</param>
/// <param name="IsHidden">True to hide, false to keep.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="Figures">Figures hidden by it; empty for a number typed into a text.</param>
/// <param name="Subject">The subject of the text for a typed number; empty otherwise.</param>
/// <param name="Typed">The number as typed; empty otherwise.</param>
public sealed record SmallDecision(
    string Item, bool IsHidden, string Because, string By, DateTimeOffset At, IReadOnlyList<FigureKey> Figures, string Subject, string Typed);
