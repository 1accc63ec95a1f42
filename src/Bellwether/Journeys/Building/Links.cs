using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Turns links from keys into row numbers. Where a source names no parent, the link goes by date to the child's own record that
/// was open on the row's day (start &lt;= day &lt; end; of several the latest start), else to one that ended on that very day: the
/// conference that ends a plan is held on its last day. Without any it is <see cref="Days.None"/>, or
/// <see cref="Days.Unknown"/> where no record of the linked kind was read at all.
/// </summary>
internal sealed class Links(IReadOnlyDictionary<string, DraftRows> drafts, int textCount, FoundThings found)
{
    // A child may go missing, be checked or attend a conference without the other record; nothing is wrong with the data then.
    private static readonly HashSet<(string Kind, string Field)> MayStandAlone =
        [("missing_episodes", "care_period"), ("health_checks", "care_period"), ("icpcs", "s47"), ("cp_plans", "icpc")];

    private readonly Dictionary<string, int[]> _rowOfKey = new(StringComparer.Ordinal);

    public void Resolve()
    {
        // The case first: the link from a conference to its enquiry asks whether both belong to one case.
        foreach (var caseFirst in new[] { true, false })
            foreach (var rows in drafts.Values)
                for (var f = 0; f < rows.Kind.Fields.Count; f++)
                {
                    var field = rows.Kind.Fields[f];
                    if (field.Type == FieldType.Link && (field.Of == "cin_episodes") == caseFirst && drafts.TryGetValue(field.Of, out var parents))
                        Resolve(rows, f, parents);
                }
    }

    private void Resolve(DraftRows rows, int f, DraftRows parents)
    {
        var column = rows.Fields[f];
        if (parents.Count == 0)
        {
            Array.Fill(column, Days.Unknown);
            return;
        }
        var rowOf = RowOfKey(parents);
        var find = LinkRules.For(rows, rows.Kind.Fields[f], parents);
        var mayStandAlone = MayStandAlone.Contains((rows.Kind.Name, rows.Kind.Fields[f].Name));
        for (var r = 0; r < column.Length; r++)
        {
            var parent = column[r] >= 0 ? rowOf[column[r]] : -1;
            if (parent >= 0 && parents.Subject[parent] == rows.Subject[r])
            {
                column[r] = parent;
                continue;
            }
            var named = column[r] >= 0;
            if (named) found.Count("parent-not-found", rows.Kind.Name, Words(parents), rows.Place[r], rows.SourceRow[r]);
            parent = find(r);
            column[r] = parent >= 0 ? parent : Days.None;
            if (parent < 0 && !named && !mayStandAlone)
                found.Count("no-parent", rows.Kind.Name, Words(parents), rows.Place[r], rows.SourceRow[r]);
        }
    }

    private static string Words(DraftRows parents) => parents.Kind.Name.Replace('_', ' ');

    private int[] RowOfKey(DraftRows parents)
    {
        if (_rowOfKey.TryGetValue(parents.Kind.Name, out var rowOf)) return rowOf;
        rowOf = new int[textCount];
        Array.Fill(rowOf, -1);
        for (var r = parents.Count - 1; r >= 0; r--) rowOf[parents.Key[r]] = r;
        foreach (var (key, into) in parents.Joined)
            if (rowOf[key] < 0) rowOf[key] = rowOf[into];
        _rowOfKey.Add(parents.Kind.Name, rowOf);
        return rowOf;
    }
}
