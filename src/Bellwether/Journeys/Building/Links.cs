using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Turns links from keys into row numbers. Where a source names no parent, the link goes by date to the child's own record that
/// was open on the row's day (start &lt;= day &lt; end; of several the latest start), else to one that ended on that very day: the
/// conference that ends a plan is held on its last day. Without any it is <see cref="Days.None"/>, or
/// <see cref="Days.Unknown"/> where no record of the linked kind was read at all.
/// </summary>
internal sealed class Links(IReadOnlyDictionary<string, DraftRows> drafts, TextPool texts, FoundThings found)
{
    // A child may go missing, be checked or attend a conference without the other record; nothing is wrong with the data then.
    private static readonly HashSet<(string Kind, string Field)> MayStandAlone =
        [("missing_episodes", "care_period"), ("health_checks", "care_period"), ("icpcs", "s47"), ("cp_plans", "icpc")];

    public void Resolve()
    {
        // The case first: the link from a conference to its enquiry asks whether both belong to one case.
        foreach (var caseFirst in new[] { true, false })
            foreach (var rows in drafts.Values)
                for (var f = 0; f < rows.Kind.Fields.Count; f++)
                {
                    var field = rows.Kind.Fields[f];
                    if (field.Type == FieldType.Link && (field.Of == "cin_episodes") == caseFirst)
                        Resolve(rows, f, drafts.GetValueOrDefault(field.Of));
                }
    }

    private void Resolve(DraftRows rows, int f, DraftRows? parents)
    {
        var column = rows.Fields[f];
        if (parents is null || parents.Count == 0 || parents.Kind.Subject != rows.Kind.Subject)
        {
            Array.Fill(column, Days.Unknown);
            return;
        }
        var find = LinkRules.For(rows, rows.Kind.Fields[f], parents);
        var mayStandAlone = MayStandAlone.Contains((rows.Kind.Name, rows.Kind.Fields[f].Name));
        for (var r = 0; r < column.Length; r++)
        {
            var named = column[r] >= 0;
            var parent = named ? Named(parents, rows.Subject[r], column[r]) : -1;
            if (parent >= 0)
            {
                column[r] = parent;
                continue;
            }
            if (named) found.Count("parent-not-found", rows.Kind.Name, Words(parents), rows.Place[r], rows.SourceRow[r]);
            parent = find(r);
            column[r] = parent >= 0 ? parent : Days.None;
            if (parent < 0 && !named && !mayStandAlone)
                found.Count("no-parent", rows.Kind.Name, Words(parents), rows.Place[r], rows.SourceRow[r]);
        }
    }

    private static string Words(DraftRows parents) => parents.Kind.Name.Replace('_', ' ');

    /// <summary>The subject's own row of that key, or the row it was taken into; -1 where there is none.</summary>
    private int Named(DraftRows parents, int subject, int key)
    {
        if (parents.Joined.TryGetValue((subject, key), out var into)) key = into;
        for (var p = parents.Offset[subject]; p < parents.Offset[subject + 1]; p++)
            if (parents.Key[p] == key) return p;
        return StartedOn(parents, subject, texts[key]);
    }

    /// <summary>
    /// A local file names a record by child and start (<c>1001@2026-03-02</c>), as it knows no id of the system's: the child's row that started
    /// then, else the one open on that day, where rows that touched were joined; -1 where there is none.
    /// </summary>
    private static int StartedOn(DraftRows parents, int subject, string key)
    {
        var at = key.LastIndexOf('@');
        if (at < 0 || parents.Kind.Shape != RecordShape.Spell || !DateText.TryParse(key.AsSpan(at + 1), out var date)) return -1;
        for (var p = parents.Offset[subject]; p < parents.Offset[subject + 1]; p++)
            if (parents.First[p] == Days.Of(date)) return p;
        return LinkRules.OpenOn(parents, subject, Days.Of(date));
    }
}
