using System.Globalization;
using System.Text.Json.Serialization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Journeys;

namespace Bellwether.Storage;

/// <summary>Something a load would do that is more often a slip than meant, so that a person is asked first.</summary>
/// <param name="Code">What <c>--answer CODE=yes</c> names: <c>shrink:annex-a-list-7-child-protection</c>, <c>blank:cp_plans.worker</c>.</param>
/// <param name="Source">The source the answer is remembered for: SSD, Annex A, local file.</param>
/// <param name="Sentence">What was found and what a yes means, for the analyst.</param>
/// <param name="Least">Of a list that shrinks its rows now, of a set that lacks lists how many it has: with fewer the question is asked again. Else 0.</param>
public sealed record Question(string Code, string Source, string Sentence, int Least)
{
    /// <summary>Ids that a yes takes for one child; never printed, for they are ids of children.</summary>
    [JsonIgnore]
    public IReadOnlyList<MergedId> Merges { get; init; } = [];

    /// <summary>The answers of which one settles it, each with its own code; empty where it is yes or no to <see cref="Code"/>.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What reading asks, where nothing else stands against the files; else empty.</summary>
    public static IReadOnlyList<Question> Of(Extract extract) => extract.IsAsking
        ? [.. extract.Findings.Where(f => f.Choices.Count > 0).Select(f => new Question(f.Choices[0].Code, f.AskedOf, $"{f.Place()}: {f.Found}", 0) { Choices = f.Choices })] : [];

    /// <summary>
    /// A corrected re-issue or an older extract: every version stays and can be asked for, so where nobody sits by to answer the load goes on
    /// and says so. A list that shrank, a column gone blank or a list left out would be believed: those wait for a person.
    /// </summary>
    public bool MayGoOn => Code.StartsWith("reissue:", StringComparison.Ordinal) || Code.StartsWith("older:", StringComparison.Ordinal);
}

/// <summary>A load was begun while a question about it stood open.</summary>
public sealed class UnansweredException(IReadOnlyList<Question> questions)
    : Exception("This load needs an answer first: " + string.Join(" ", questions.Select(q => $"[{q.Code}] {q.Sentence}")));

/// <summary>An earlier load, as far as a new one is held against it.</summary>
/// <param name="Load">Its number.</param>
/// <param name="Of">How large its lists were and how full its columns.</param>
/// <param name="DataDay">The day it was taken; null where nothing dated was read.</param>
/// <param name="Sources">Its sources, as <see cref="Loading.SourcesOf"/> writes them.</param>
internal sealed record EarlierLoad(int Load, Measures Of, int? DataDay, string Sources);

/// <summary>Holds an extract against the newest earlier load of each of its lists.</summary>
internal static class Asking
{
    private const string LocalFile = "local file";

    /// <summary>A list that loses this share of its rows or more is asked about.</summary>
    private const decimal Shrinks = 0.40m;

    /// <summary>Lists and columns with fewer values than this say too little.</summary>
    private const int Few = 10;

    /// <summary>Months back within which a yearly return's last one lies, and the one before it does not: half a year to either side. Chosen, not measured.</summary>
    private const int OneReturnApart = 18;

    /// <param name="extract">What is to be loaded.</param>
    /// <param name="earlier">Earlier loads, newest first.</param>
    public static List<Question> Of(Extract extract, IReadOnlyList<EarlierLoad> earlier)
    {
        var now = Measures.Of(extract);
        // Yearly returns each speak for their own year: one of an earlier year has not shrunk from a later one, nor one of years after a gap.
        if (extract.DataDate is { } day && extract.Receipt.Any(l => Measures.IsYearly(l.List)))
            earlier = [.. earlier.Where(e => e.DataDay is not { } other || (other <= Days.Of(day) && other > Days.Of(Months.Add(day, -OneReturnApart)))).OrderByDescending(e => e.DataDay)];
        var sources = extract.Records.Statements.Select(s => s.Source).Distinct().ToList();
        var questions = new List<Question>();
        // Each local file stands alone; the lists of a format come as a set, of one day.
        foreach (var source in sources.Where(s => s != LocalFile))
        {
            var mine = now.Lists.Keys.Where(l => l.StartsWith(source, StringComparison.Ordinal)).ToList();
            var alike = earlier.Where(e => e.Of.Lists.Keys.Any(mine.Contains)).ToList();
            if (alike.Count == 0) continue;
            if (Lacking(source, mine, alike[0]) is { } lacking) questions.Add(lacking);
            if (Older(source, extract, alike) is { } older) questions.Add(older);
        }

        foreach (var (list, rows) in now.Lists)
            if (Shrunk(list, rows, earlier, e => e.Lists, 1, sources) is { } shrunk) questions.Add(shrunk);
        // An element without rows is not there at all: where others of its format are, it has none, which says something only where it had many.
        foreach (var list in earlier.SelectMany(e => e.Of.Elements.Keys).Distinct().Where(l => now.Elements.Keys.Any(n => SourceOf(n, sources) == SourceOf(l, sources))))
            if (Shrunk(list, now.Elements.GetValueOrDefault(list), earlier, e => e.Elements, Few, sources) is { } shrunk) questions.Add(shrunk);
        questions.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        foreach (var (field, filled) in now.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (filled > 0 || now.Records[field[..field.LastIndexOf('.')]] < Few) continue;
            if (earlier.FirstOrDefault(e => e.Of.Fields.ContainsKey(field)) is not { } last || last.Of.Fields[field] < Few) continue;
            var (source, name) = (field[..field.IndexOf('|', StringComparison.Ordinal)], field[(field.IndexOf('|', StringComparison.Ordinal) + 1)..]);
            questions.Add(new Question("blank:" + name, source,
                string.Create(CultureInfo.InvariantCulture, $"{EnglishText.Spoken(name).Replace(".", ": ", StringComparison.Ordinal)} is blank in every record from {source}; load {last.Load} had it in {last.Of.Fields[field]:N0}. Is the column right to be blank?"), 0));
        }
        return questions;
    }

    /// <summary>Asks of a list that lost much against the newest earlier load that has it, or all of at least so many rows; null where it did not.</summary>
    private static Question? Shrunk(string list, int rows, IReadOnlyList<EarlierLoad> earlier, Func<Measures, Dictionary<string, int>> sizes, int least, List<string> sources)
    {
        if (earlier.FirstOrDefault(e => sizes(e.Of).ContainsKey(list)) is not { } last) return null;
        var before = sizes(last.Of)[list];
        return before < least || (before < Few && rows > 0) || rows > before * (1 - Shrinks) ? null
            : new Question("shrink:" + AnswerCode.Of(list), SourceOf(list, sources), string.Create(CultureInfo.InvariantCulture,
                $"{list} has {rows:N0} rows; load {last.Load} had {before:N0}. What a complete list should hold and does not is taken as gone. Is the list whole?"), rows);
    }

    private static string SourceOf(string list, List<string> sources) => sources.Find(s => list.StartsWith(s, StringComparison.Ordinal)) ?? LocalFile;

    /// <summary>Of the earlier loads the one that this extract, of the same day and sources, would take the place of; null where there is none.</summary>
    public static EarlierLoad? Reissued(Extract extract, string sources, IReadOnlyList<EarlierLoad> earlier) =>
        extract.DataDate is not { } date || sources.Split(',').Contains(LocalFile) ? null : earlier.FirstOrDefault(e => e.DataDay == Days.Of(date) && e.Sources == sources);

    /// <summary>Asks whether such an extract is a correction; null where it takes nothing back.</summary>
    public static Question? Reissue(Extract extract, string sources, EarlierLoad earlier, IReadOnlyList<KindChange> changes)
    {
        var (added, changed, gone) = (changes.Sum(c => c.Added), changes.Sum(c => c.Changed), changes.Sum(c => c.Withdrawn));
        return changed + gone == 0 ? null : new Question("reissue:" + AnswerCode.Of(sources), sources, string.Create(CultureInfo.InvariantCulture,
            $"Load {earlier.Load} of {sources} is of the same day, {EnglishDate.Format(extract.DataDate!.Value)}. Against it this extract adds {added:N0} records, changes {changed:N0} and withdraws {gone:N0}. Is it a corrected issue?"), 0);
    }

    /// <summary>Asks of a set that lacks lists which the load before it had.</summary>
    private static Question? Lacking(string source, List<string> mine, EarlierLoad last)
    {
        var before = last.Of.Lists.Where(l => l.Value > 0 && l.Key.StartsWith(source, StringComparison.Ordinal)).Select(l => l.Key).ToList();
        var gone = before.Except(mine).Order(StringComparer.Ordinal).ToList();
        return gone.Count == 0 ? null : new Question("missing:" + AnswerCode.Of(source), source, string.Create(CultureInfo.InvariantCulture,
            $"Of the {before.Count} lists that load {last.Load} had of {source} {gone.Count} {(gone.Count == 1 ? "is" : "are")} not here: {string.Join(", ", gone.Take(5))}{(gone.Count > 5 ? " and others" : "")}. What they told stays as it was. Is the set whole?"), mine.Count);
    }

    /// <summary>Asks of an extract that is older than the newest load of its lists. Yearly returns each speak for their own year.</summary>
    private static Question? Older(string source, Extract extract, List<EarlierLoad> alike)
    {
        if (extract.DataDate is not { } date || extract.Receipt.Any(l => Measures.IsYearly(l.List)) || alike.MaxBy(e => e.DataDay ?? 0) is not { DataDay: { } newest } last || newest <= Days.Of(date)) return null;
        return new Question("older:" + AnswerCode.Of(source), source, string.Create(CultureInfo.InvariantCulture,
            $"This extract of {source} is of {EnglishDate.Format(date)}; load {last.Load}, of {EnglishDate.Format(Days.Date(newest))}, is newer. It is kept as what was known on its own day. Is it the right extract?"), 0);
    }
}
