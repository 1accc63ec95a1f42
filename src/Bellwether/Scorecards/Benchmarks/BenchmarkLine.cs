using Bellwether.Calendar;

namespace Bellwether.Scorecards;

/// <summary>How far a published value may be set beside an own figure.</summary>
public enum Comparability
{
    /// <summary>Same definition and kind of period.</summary>
    Comparable,

    /// <summary>The nearest thing published; the text says what differs.</summary>
    Nearest,

    /// <summary>Nothing to compare.</summary>
    NotComparable,
}

/// <summary>A published benchmark as a page shows it beside an indicator.</summary>
/// <param name="Lait">LAIT's short name; empty where the definition names none.</param>
/// <param name="Tag">How far it may be compared.</param>
/// <param name="TagText">The tag as a sentence, with the benchmark's period and what differs.</param>
/// <param name="Comparison">England, region, neighbours, rank, quartile, year; null where not comparable.</param>
public sealed record BenchmarkLine(string Lait, Comparability Tag, string TagText, Comparison? Comparison)
{
    private static readonly string[] Spells = ["Year to 31 March", "At 31 March"];

    internal static BenchmarkLine None(string lait, string why) => new(lait, Comparability.NotComparable, $"Not comparable: {why}", null);

    /// <summary>
    /// Comparable where the definition's note states nothing but the period and the figure's window is of that kind (a year beside a
    /// year, a day beside a day), else nearest.
    /// </summary>
    internal static BenchmarkLine Of(Comparison comparison, string note, Window window)
    {
        var spell = Array.Find(Spells, s => note.StartsWith(s, StringComparison.Ordinal));
        var differs = spell is null ? note : note[spell.Length..].TrimStart('.', ';', ' ');
        var isYear = spell is null ? comparison.Measure.YearType is not ("Annual" or "Annual (end of Sept)") : spell == Spells[0];
        var period = spell is null ? comparison.Measure.Period(comparison.Year) : $"{char.ToLowerInvariant(spell[0])}{spell[1..]} {comparison.Year}";
        var ownIsYear = window is Window.FinancialYear or Window.Rolling12;
        var sameKind = isYear ? ownIsYear : window == Window.Snapshot;
        var text = $"published for the {period}".Replace("for the at ", "at ", StringComparison.Ordinal).Replace("for the position at ", "at ", StringComparison.Ordinal);
        if (!sameKind) text += $", beside {Own(window)}";
        if (differs.Length > 0) text += $". {differs.TrimEnd('.')}";
        var tag = sameKind && differs.Length == 0 ? Comparability.Comparable : Comparability.Nearest;
        return new(comparison.Measure.Short, tag, $"{tag}: {text}.", comparison);
    }

    private static string Own(Window window) => window switch
    {
        Window.Snapshot => "a position on a day",
        Window.Week => "a week",
        Window.Month => "a month",
        Window.Quarter => "a quarter",
        Window.YearToDate => "a year to date",
        Window.Rolling3Years => "three years",
        _ => "twelve months",
    };
}
