using Bellwether.Codes;

namespace Bellwether.Journeys.Building;

/// <summary>What kind of case a child is on each day, and what placement it lives in.</summary>
internal static class CaseAttributes
{
    private static readonly string[] TypeKinds = ["care_periods", "cp_plans", "cin_plans", "assessments", "cin_episodes"];

    /// <summary>
    /// The first that applies of looked after, child protection plan, CIN plan, open assessment, open case, none (Ofsted's Annex A
    /// guidance and data-formats.md 9.2). Short breaks are not being looked after.
    /// </summary>
    public static AttributeSteps CaseType(Drafts drafts, int children)
    {
        DraftRows[] kinds = [.. TypeKinds.Select(k => drafts[k])];
        int[][] offset = [.. kinds.Select(k => k.Offset)];
        Column[] first = [.. kinds.Select(k => k.First)], end = [.. kinds.Select(k => k.End)];
        var shortBreak = kinds[0].Field("short_break");
        var steps = new StepsWriter(children, children + 2 * kinds.Sum(k => k.Count));
        var sweep = new Sweep();
        for (var child = 0; child < children; child++)
        {
            sweep.Clear();
            for (var k = 0; k < kinds.Length; k++)
                for (var r = offset[k][child]; r < offset[k][child + 1]; r++)
                    if (k > 0 || shortBreak[r] != 1) sweep.Add(first[k][r], end[k][r], k, k);
            sweep.Run();
            steps.Begin(None);
            steps.Fill(sweep.Stretches, k => k + 1, None);
        }
        return steps.Written("case-type", Types,
            ["Not known", "Looked after", "Child protection plan", "Child in need plan", "Open assessment", "Other open case", "No open case"]);
    }

    private const int None = 6;

    /// <summary>The members of the attribute case-type.</summary>
    public static IReadOnlyList<string> Types { get; } = ["unknown", "CLA", "CP", "CIN", "assessment", "case", "none"];

    /// <summary>The reporting group of the open placement, of several the latest; unknown where its type is, none where there is no placement.</summary>
    public static AttributeSteps Placement(Drafts drafts, CodeList types, int children)
    {
        string[] groups = [.. types.Entries.Select(e => e.Group).OfType<string>().Distinct(StringComparer.Ordinal)];
        int[] memberOf = [.. types.Entries.Select(e => Array.IndexOf(groups, e.Group) + 1)];
        var rows = drafts["placements"];
        var type = rows.Field("type");
        var none = groups.Length + 1;
        var steps = new StepsWriter(children, children + 2 * rows.Count);
        var sweep = new Sweep();
        for (var child = 0; child < children; child++)
        {
            sweep.Clear();
            for (var r = rows.Offset[child]; r < rows.Offset[child + 1]; r++) sweep.Add(rows.First[r], rows.End[r], 0, r);
            sweep.Run();
            steps.Begin(none);
            steps.Fill(sweep.Stretches, r => type[r] >= 0 ? memberOf[type[r]] : 0, none);
        }
        return steps.Written("placement", ["unknown", .. groups.Select(Attributes.Slug), "none"],
            ["Type not known", .. groups.Select(g => EnglishText.Capital(g)), "Not in a placement"]);
    }
}
