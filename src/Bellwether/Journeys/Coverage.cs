using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys;

/// <summary>What the data speaks for, kind by kind: the statements of every load known, oldest first.</summary>
/// <param name="statements">Oldest load first.</param>
/// <param name="kinds">The kinds: a derived one is known as far as those it is made from.</param>
public sealed class Coverage(IReadOnlyList<Statement> statements, RecordKinds kinds)
{
    private readonly ILookup<string, Statement> _byKind = statements.ToLookup(s => s.Kind, StringComparer.Ordinal);

    /// <summary>Every statement about a kind, oldest load first.</summary>
    public IEnumerable<Statement> Of(string kind) => _byKind[kind];

    private IReadOnlyList<string> MadeFrom(string kind) => kinds.Find(kind)?.MadeFrom ?? [];

    /// <summary>
    /// How completely a kind is known on every day from <paramref name="first"/> to <paramref name="last"/>, both inclusive:
    /// full where full statements together leave no day out; latest only where some statement holds the latest records on the very day
    /// asked (<paramref name="first"/> = <paramref name="last"/>); absent otherwise. <c>Why</c> says it in words where it is not full.
    /// </summary>
    public (Completeness Holds, string Why) Over(string kind, DateOnly first, DateOnly last)
    {
        if (MadeFrom(kind) is { Count: > 0 } sources)
            return sources.Select(source => Over(source, first, last)).MaxBy(told => told.Holds switch { Completeness.Full => 0, Completeness.LatestOnly => 1, _ => 2 });
        if (Reached(Of(kind).Where(s => s.Holds == Completeness.Full), first, last)) return (Completeness.Full, "");
        if (first == last && Of(kind).LastOrDefault(s => s.Holds == Completeness.LatestOnly && s.To == last) is { } latest)
            return (Completeness.LatestOnly, latest.Why);
        return (Completeness.Absent, Reason(kind, first, last));
    }

    /// <summary>
    /// True where no day from <paramref name="first"/> to <paramref name="last"/>, both inclusive, lies outside what some statement holds,
    /// be it only the latest record of each child: what ended or happened on it was in one of the extracts.
    /// </summary>
    public bool Reaches(string kind, DateOnly first, DateOnly last)
    {
        if (MadeFrom(kind) is { Count: > 0 } sources) return sources.All(source => Reaches(source, first, last));
        return Reached(Of(kind).Where(s => s.Holds != Completeness.Absent), first, last);
    }

    private static bool Reached(IEnumerable<Statement> statements, DateOnly first, DateOnly last)
    {
        var reached = first.AddDays(-1);
        foreach (var s in statements.Where(s => s.To >= first && s.From <= last).OrderBy(s => s.From.DayNumber))
            if (s.From <= reached.AddDays(1) && s.To > reached) reached = s.To;
        return reached >= last;
    }

    // Years that a return is missing for, or tells nothing of the kind in.
    private static string But(IEnumerable<Statement> spoken, DateOnly first, DateOnly last)
    {
        var reached = DateOnly.MinValue;
        foreach (var s in spoken.Where(s => s.Holds == Completeness.Full).OrderBy(s => s.From.DayNumber))
        {
            if (reached != DateOnly.MinValue && s.From > reached.AddDays(1) && s.From > first && reached < last)
                return $" but not from {Calendar.EnglishDate.Format(reached.AddDays(1))} to {Calendar.EnglishDate.Format(s.From.AddDays(-1))}";
            if (s.To > reached) reached = s.To;
        }
        return "";
    }

    private string Reason(string kind, DateOnly first, DateOnly last)
    {
        var spoken = Of(kind).Where(s => s.Holds != Completeness.Absent).ToList();
        var name = EnglishText.Spoken(kind);
        if (spoken.Count == 0)
            // Each source says its own reason: what one could hold and did not bring is no less a reason than what another never holds.
            return string.Join(", and ", Of(kind).GroupBy(s => s.Source).Select(g => g.Last().Why).Where(w => w.Length > 0).Distinct()) is { Length: > 0 } whys ? whys : $"no extract loaded holds {name}";
        var from = spoken.Min(s => s.From);
        var to = spoken.Max(s => s.To);
        if (spoken.All(s => s.Holds == Completeness.LatestOnly))
            return $"{spoken[^1].Why}, and speaks for {string.Join(", ", spoken.Select(s => s.To).Distinct().OrderBy(to => Math.Abs(to.DayNumber - last.DayNumber)).Take(3).Order().Select(Calendar.EnglishDate.Format))} alone";
        return $"the extracts loaded speak for {name} from {Calendar.EnglishDate.Format(from)} to {Calendar.EnglishDate.Format(to)}{But(spoken, first, last)}, "
            + $"and this needs {Calendar.EnglishDate.Format(first)}{(first == last ? "" : $" to {Calendar.EnglishDate.Format(last)}")}";
    }
}
