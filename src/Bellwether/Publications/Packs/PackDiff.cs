using Bellwether.Publications.Documents;

namespace Bellwether.Publications.Packs;

/// <summary>A figure that two documents have otherwise.</summary>
/// <param name="Title">The indicator, with the member of a breakdown.</param>
/// <param name="Key">Which figure.</param>
/// <param name="Before">As the first printed it; empty where it did not show it.</param>
/// <param name="After">As the second prints it; empty where it does not show it.</param>
/// <param name="What">What else differs: rating, target, counts; empty for nothing.</param>
public sealed record FigureChange(string Title, FigureKey Key, string Before, string After, string What);

/// <summary>A section that two documents have otherwise.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Before">Its words in the first; empty where it was not there.</param>
/// <param name="After">Its words in the second; empty where it is not there.</param>
public sealed record SectionChange(string Title, string Before, string After);

/// <summary>What differs between two documents.</summary>
/// <param name="Figures">In the order of the second.</param>
/// <param name="Sections">As above; only words that people wrote or that were made from figures, not tables.</param>
/// <param name="Front">Lines of the front that differ: label, before, after.</param>
public sealed record PackDiff(IReadOnlyList<FigureChange> Figures, IReadOnlyList<SectionChange> Sections, IReadOnlyList<SectionChange> Front)
{
    /// <summary>True where nothing differs.</summary>
    public bool IsEmpty => Figures.Count + Sections.Count + Front.Count == 0;

    /// <summary>Compares two documents.</summary>
    public static PackDiff Of(Document before, Document after)
    {
        var was = before.Figures.ToDictionary(f => f.Key);
        var now = after.Figures.ToDictionary(f => f.Key);
        var figures = after.Figures.Select(f => Change(was.GetValueOrDefault(f.Key), f))
            .Concat(before.Figures.Where(f => !now.ContainsKey(f.Key)).Select(f => Change(f, null))).OfType<FigureChange>();
        return new PackDiff([.. figures], [.. Pairs(before.Sections, after.Sections, s => s.Id, s => s.Title, Words)],
            [.. Pairs(before.Head.Facts, after.Head.Facts, f => f.Label, f => f.Label, f => f.Text)]);
    }

    private static FigureChange? Change(FigureLine? before, FigureLine? after)
    {
        if (before == after) return null;
        var line = after ?? before!;
        var what = new List<string>();
        if (before is not null && after is not null)
        {
            if (before.Rating != after.Rating) what.Add($"rating {FigureWords.Word(before.Rating)} to {FigureWords.Word(after.Rating)}");
            if (before.Target != after.Target) what.Add($"target {Plain(before.Target)} to {Plain(after.Target)}");
            if (before.Numerator != after.Numerator) what.Add($"numerator {Plain(before.Numerator)} to {Plain(after.Numerator)}");
            if (before.Denominator != after.Denominator) what.Add($"denominator {Plain(before.Denominator)} to {Plain(after.Denominator)}");
            if (before.Status != after.Status) what.Add($"{before.Status.ToString().ToLowerInvariant()} to {after.Status.ToString().ToLowerInvariant()}");
            if (before.Title != after.Title) what.Add("title");
        }
        return new FigureChange(line.MemberLabel.Length > 0 ? $"{line.Title}, {line.MemberLabel}" : line.Title, line.Key, before?.Text ?? "", after?.Text ?? "", string.Join("; ", what));
    }

    private static IEnumerable<SectionChange> Pairs<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> id, Func<T, string> title, Func<T, string> words)
    {
        var was = before.GroupBy(id).ToDictionary(g => g.Key, g => g.First());
        var now = after.Select(id).ToHashSet(StringComparer.Ordinal);
        foreach (var item in after)
        {
            var then = was.TryGetValue(id(item), out var found) ? words(found) : "";
            if (then != words(item)) yield return new SectionChange(title(item), then, words(item));
        }
        foreach (var gone in before.Where(b => !now.Contains(id(b)))) yield return new SectionChange(title(gone), words(gone), "");
    }

    private static string Words(Section section) => string.Join("\n", section.Blocks.Select(DocumentReading.TextOf).Where(t => t.Length > 0).Prepend(section.Title));

    private static string Plain(decimal? value) => value is { } v ? Scorecards.BandWords.Plain(v) : "none";
}
