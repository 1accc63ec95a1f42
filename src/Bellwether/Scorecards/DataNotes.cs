using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>What stands under "Data notes": made from the definition and its target, never typed, so that it can't drift from the figure.</summary>
public static class DataNotes
{
    /// <summary>
    /// Target and bands, which way is better, the window with a worked example (two months before the period, as committee pages have it),
    /// what is counted, the sources; one sentence each.
    /// </summary>
    public static IReadOnlyList<string> For(FilledRow row)
    {
        var said = DefinitionText.Notes(row.Definition, row.Bound, row.Window, row.Now.Month.Add(-2));
        var notes = new List<string>();
        if (row.Now.Judgement.Target is { } target) notes.Add(BandWords.Bandings(target, row.Shape));
        notes.Add($"Tolerance: {said.Tolerance.TrimEnd('.')}");
        notes.Add($"Data: {said.Data}");
        notes.Add(said.Counts);
        if (said.Source.Length > 0) notes.Add($"Data Source: {said.Source}");
        if (row.Definition.Note.Length > 0) notes.Add(row.Definition.Note);
        return notes;
    }
}
