using Bellwether.Calendar;
using Bellwether.Publications.Documents;

namespace Bellwether.Publications.Packs;

/// <summary>A meeting that papers go to.</summary>
/// <param name="Id">Letters, digits and hyphens.</param>
/// <param name="Body">The committee or board.</param>
/// <param name="Date">When it meets.</param>
/// <param name="Classification">Who reads its papers.</param>
/// <param name="PapersDue">When papers must be with its clerk.</param>
/// <param name="AgendaItem">As printed; empty where not known yet.</param>
public sealed record Meeting(string Id, string Body, DateOnly Date, Classification Classification, DateOnly PapersDue, string AgendaItem);

/// <summary>What a pack is asked to be.</summary>
public sealed record PackOrder
{
    /// <summary>How it is laid out.</summary>
    public required PackTemplate Template { get; init; }

    /// <summary>The month.</summary>
    public required Month Period { get; init; }

    /// <summary>Who reads it.</summary>
    public required Classification Classification { get; init; }

    /// <summary>The edition it is or would be, from 1.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>The day it is published on; null for a draft.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Where it goes; null where none was named.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>Why an earlier edition is replaced; empty for the first.</summary>
    public string Correction { get; init; } = "";

    /// <summary>For supplementary pages: the edition they complete; empty otherwise.</summary>
    public string Completes { get; init; } = "";

    /// <summary>For supplementary pages: the indicators shown; empty for all.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>Districts shown, by code; empty for all.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>What was decided about small numbers.</summary>
    public IReadOnlyList<SmallDecision> Decisions { get; init; } = [];

    /// <summary>True once every small number was decided on: then a public paper loses its draft marking.</summary>
    public bool IsChecked { get; init; }

    /// <summary>The text of a subject for this period and edition; null where nobody wrote one.</summary>
    public Func<string, PackText?> Text { get; init; } = _ => null;

    /// <summary>Figures as the edition before had them, with its name; empty for none.</summary>
    public IReadOnlyDictionary<FigureKey, string> Reported { get; init; } = new Dictionary<FigureKey, string>();

    /// <summary>The edition that <see cref="Reported"/> is of; empty for none.</summary>
    public string ReportedIn { get; init; } = "";

    /// <summary>The figures that are hidden.</summary>
    public IReadOnlySet<FigureKey> Hidden => Decisions.Where(d => d.IsHidden).SelectMany(d => d.Figures).ToHashSet();
}
