using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>What stands under "Data notes": made from the definition and its target, never typed, so that it can't drift from the figure.</summary>
public static class DataNotes
{
    /// <summary>Target and bands, which way is better, the window with a worked example, the sources; one sentence each.</summary>
    public static IReadOnlyList<string> For(FilledRow row)
    {
        var notes = new List<string>();
        if (row.Now.Judgement.Target is { } target) notes.Add(BandWords.Bandings(target, row.Shape));
        notes.Add($"Tolerance: {BandWords.Tolerance(row.Shape.Better)}");
        notes.Add($"Data: {WindowWords.Sentence(row.Window, row.Now.Month)}");
        if (row.Definition.DataSource.Length > 0) notes.Add($"Data Source: {row.Definition.DataSource}");
        if (row.Definition.Note.Length > 0) notes.Add(row.Definition.Note);
        return notes;
    }
}
