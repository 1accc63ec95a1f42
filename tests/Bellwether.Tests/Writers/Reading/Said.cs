using System.Globalization;
using Bellwether.Publications.Documents;

namespace Bellwether.Tests.Writers.Reading;

/// <summary>One figure as a reader of a file finds it: under which heading, in which row and column; text, or a number where the file holds one.</summary>
internal sealed record Said(string Title, string Row, string Column, string Text, decimal? Number = null);

/// <summary>Holds what a file says against the document's figures, by indicator and month. The reading knows no writer.</summary>
internal static class Numbers
{
    /// <summary>Every figure the file does not say, and every figure it says wrongly.</summary>
    public static List<string> Differences(Document document, IReadOnlyList<Said> said)
    {
        var titles = document.Sections.ToDictionary(s => s.Id, s => s.Title);
        var byRow = said.ToLookup(s => (s.Title, s.Row));
        var faults = new List<string>();
        foreach (var line in document.Figures)
        {
            var found = Rows(line).SelectMany(row => byRow[(titles[line.Key.Indicator], row)]).ToList();
            // A month without a figure leaves a workbook's result cell empty, and the note says why.
            var results = found.Where(s => s.Column == "Result" || s.Column.StartsWith("Result to ", StringComparison.Ordinal) || s.Column.StartsWith("Result from ", StringComparison.Ordinal)
                || (s.Column == "Note" && line.Value is null)).ToList();
            if (results.Count == 0) faults.Add($"{Name(line)}: not said");
            faults.AddRange(results.Where(s => !IsValue(line, s)).Select(s => $"{Name(line)}: {s.Text}{s.Number} in place of {line.Text}"));
            faults.AddRange(found.Where(s => s.Column == "Numerator" && !IsCount(line.Numerator, s)).Select(s => $"{Name(line)}: numerator {s.Text}{s.Number}"));
            faults.AddRange(found.Where(s => s.Column == "Denominator" && !IsCount(line.Denominator, s)).Select(s => $"{Name(line)}: denominator {s.Text}{s.Number}"));
            faults.AddRange(found.Where(s => s.Column == "Target" && s.Number is { } t && t != Held(line, line.Target)).Select(s => $"{Name(line)}: target {s.Number}"));
        }
        return faults;
    }

    public static string Clean(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    // Files hold percentages as shares.
    private static decimal? Held(FigureLine line, decimal? value) => line.Unit == "%" ? value / 100 : value;

    private static bool IsValue(FigureLine line, Said said) =>
        said.Number is { } n ? line.Value is not null && Math.Abs(n - Held(line, line.Value)!.Value) < 0.000000001m : said.Text == line.Text;

    private static bool IsCount(decimal? count, Said said) =>
        said.Number is { } n ? n == count : said.Text == (count is { } c ? c.ToString("#,##0", CultureInfo.InvariantCulture) : "–");

    private static string[] Rows(FigureLine line) => line.Key.Breakdown.Length > 0 ? [line.MemberLabel]
        : [line.Key.Last.ToString("MMMM yyyy", CultureInfo.InvariantCulture), line.Key.Last.ToString("MMM yyyy", CultureInfo.InvariantCulture)];

    private static string Name(FigureLine line) => $"{line.Key.Indicator} {Rows(line)[0]}";
}
