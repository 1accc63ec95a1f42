using System.Globalization;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Publications;

/// <summary>The page of the seed checklist: what five papers of councils ask, and where it is answered.</summary>
internal static class ManualOfSeeds
{
    private static readonly (string Number, string Title)[] Papers =
    [
        ("000", "Kent, quarterly update, January 2012"),
        ("001", "Peterborough, portfolio report, January 2011"),
        ("002", "Kent, scorecard exception pages, September 2017"),
        ("003", "Dudley, scrutiny report, January 2012"),
        ("004", "Kent, improvement plan progress, July 2012"),
    ];

    private static readonly (SeedState State, string Word)[] States =
        [(SeedState.Answered, "answered"), (SeedState.Partly, "partly"), (SeedState.NotYet, "not yet")];

    public static string Text(IReadOnlyList<SeedRow> rows, Catalogue catalogue)
    {
        var page = new Page("Seed checklist",
            $"The {Number(rows.Count)} things that five papers of English councils count, compare or keep, and where Bellwether answers each. The list is `definitions/seed-checklist.csv`.");
        page.Line("**Answered**: it can be had today. **Partly**: some of it; the words say what is missing. A row of the kind IND asks for a figure, ACT for a count of activity, TGT a target, CMP a comparison, PRJ a projection, WHATIF the same asked differently, DQ data quality, PROC a way of working, SYS a system, RPT a report, RISK risks, FIN money, AUD inspections and audits.").Line();
        page.Table(["paper", .. States.Select(s => s.Word), "all"],
            Papers.Select(p => Counts(p.Title, [.. Of(rows, p.Number)])).Append(Counts("**All**", rows)));
        foreach (var (number, title) in Papers)
            page.Heading(2, title).Line().Table(["row", "kind", "what", "", "where", "words"],
                Of(rows, number).Select(r => (IReadOnlyList<string>)[r.Row, r.Kind, r.What, Word(r.State), string.Join(", ", r.Where.Select(w => Shown(w, catalogue))), r.Words]));
        return page.ToString();
    }

    private static IEnumerable<SeedRow> Of(IReadOnlyList<SeedRow> rows, string paper) => rows.Where(r => r.Row.StartsWith(paper + "-", StringComparison.Ordinal));

    private static IReadOnlyList<string> Counts(string title, IReadOnlyList<SeedRow> rows) =>
        [title, .. States.Select(s => Number(rows.Count(r => r.State == s.State))), Number(rows.Count)];

    private static string Shown(string where, Catalogue catalogue)
    {
        if (catalogue.Find(where) is { } found) return $"[{Page.Code(where)}](indicators.md#{found.Entry.Definition.Id})";
        if (where.StartsWith('/') || where.StartsWith("bellwether ", StringComparison.Ordinal)) return Page.Code(where);
        return where.StartsWith("docs/", StringComparison.Ordinal) ? $"[{Page.Code(where)}]({where["docs/".Length..]})" : $"[{Page.Code(where)}](../{where})";
    }

    private static string Word(SeedState state) => States.First(s => s.State == state).Word;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
