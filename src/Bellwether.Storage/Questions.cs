using System.Globalization;
using System.Text;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>Something a load would do that is more often a slip than meant, so that a person is asked first.</summary>
/// <param name="Code">What <c>--answer CODE=yes</c> names: <c>shrink:annex-a-list-7-child-protection</c>, <c>blank:cp_plans.worker</c>.</param>
/// <param name="Source">The source the answer is remembered for: SSD, Annex A, local file.</param>
/// <param name="Sentence">What was found and what a yes means, for the analyst.</param>
/// <param name="Least">Of a list that shrinks its rows now: with fewer the question is asked again. 0 for a column.</param>
public sealed record Question(string Code, string Source, string Sentence, int Least);

/// <summary>A load was begun while a question about it stood open.</summary>
public sealed class UnansweredException(IReadOnlyList<Question> questions)
    : Exception("This load needs an answer first: " + string.Join(" ", questions.Select(q => $"[{q.Code}] {q.Sentence}")))
{
    /// <summary>The open ones.</summary>
    public IReadOnlyList<Question> Questions { get; } = questions;
}

/// <summary>Holds an extract against the newest earlier load of each of its lists.</summary>
internal static class Asking
{
    /// <summary>A list that loses this share of its rows or more is asked about.</summary>
    private const decimal Shrinks = 0.40m;

    /// <summary>Lists and columns with fewer values than this say too little.</summary>
    private const int Few = 10;

    /// <param name="extract">What is to be loaded.</param>
    /// <param name="earlier">Measures of earlier loads, newest first, with their numbers.</param>
    public static List<Question> Of(Extract extract, IReadOnlyList<(int Load, Measures Of)> earlier)
    {
        var now = Measures.Of(extract);
        var sources = extract.Records.Statements.Select(s => s.Source).Distinct().ToList();
        var questions = new List<Question>();
        foreach (var (list, rows) in now.Lists.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            if (earlier.FirstOrDefault(e => e.Of.Lists.ContainsKey(list)) is not { Of: not null } last) continue;
            var before = last.Of.Lists[list];
            if (before == 0 || (before < Few && rows > 0) || rows > before * (1 - Shrinks)) continue;
            questions.Add(new Question("shrink:" + Slug(list), sources.Find(s => list.StartsWith(s, StringComparison.Ordinal)) ?? "local file",
                string.Create(CultureInfo.InvariantCulture, $"{list} has {rows:N0} rows; load {last.Load} had {before:N0}. What a complete list should hold and does not is taken as gone. Is the list whole?"), rows));
        }
        foreach (var (field, filled) in now.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (filled > 0 || now.Records[field[..field.LastIndexOf('.')]] < Few) continue;
            if (earlier.FirstOrDefault(e => e.Of.Fields.ContainsKey(field)) is not { Of: not null } last || last.Of.Fields[field] < Few) continue;
            var (source, name) = (field[..field.IndexOf('|', StringComparison.Ordinal)], field[(field.IndexOf('|', StringComparison.Ordinal) + 1)..]);
            questions.Add(new Question("blank:" + name, source,
                string.Create(CultureInfo.InvariantCulture, $"{name.Replace('_', ' ').Replace(".", ": ", StringComparison.Ordinal)} is blank in every record from {source}; load {last.Load} had it in {last.Of.Fields[field]:N0}. Is the column right to be blank?"), 0));
        }
        return questions;
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text)
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        return slug.ToString().TrimEnd('-');
    }
}
