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
internal sealed class Links(Drafts drafts, TextPool texts)
{
    // A child may go missing, be checked or attend a conference without the other record; nothing is wrong with the data then.
    private static readonly HashSet<(string Kind, string Field)> MayStandAlone =
        [("missing_episodes", "care_period"), ("health_checks", "care_period"), ("icpcs", "s47"), ("cp_plans", "icpc")];

    /// <summary>
    /// Resolves a kind's links to cases, or all others. The case first, of every kind: the link from a conference to its enquiry asks whether
    /// both belong to one case.
    /// </summary>
    public void Resolve(DraftRows rows, bool toCases, FoundThings found)
    {
        for (var f = 0; f < rows.FieldCount; f++)
        {
            var field = rows.Kind.Fields[f];
            if (field.Type == FieldType.Link && (field.Of == "cin_episodes") == toCases) Resolve(rows, f, drafts.Find(field.Of), found);
        }
    }

    private void Resolve(DraftRows rows, int f, DraftRows? parents, FoundThings found)
    {
        if (parents is null || parents.Count == 0 || parents.Kind.Subject != rows.Kind.Subject)
        {
            rows.Replace(f, new Column(Days.Unknown));
            return;
        }
        var find = LinkRules.For(rows, rows.Kind.Fields[f], parents);
        var (named, subject, offset) = (rows.Field(f), rows.Subject, parents.Offset);
        var (notFound, none) = (new Tally(), new Tally());
        var parent = GC.AllocateUninitializedArray<int>(rows.Count);
        for (var r = 0; r < parent.Length; r++)
        {
            var key = named[r];
            if (key >= 0 && parents.TakenOut.Count > 0 && IsTakenOut(parents, subject[r], key))
            {
                parent[r] = Days.None;
                continue;
            }
            var hasAny = offset[subject[r]] < offset[subject[r] + 1];
            var at = key >= 0 && hasAny ? Named(parents, subject[r], key) : -1;
            if (at < 0)
            {
                if (hasAny) at = find(r);
                if (key >= 0) notFound.Add(r);
                else if (at < 0) none.Add(r);
            }
            parent[r] = at >= 0 ? at : Days.None;
        }
        rows.Replace(f, Column.Of(parent));
        notFound.Tell("parent-not-found", rows, parents, found);
        if (!MayStandAlone.Contains((rows.Kind.Name, rows.Kind.Fields[f].Name))) none.Tell("no-parent", rows, parents, found);
    }

    /// <summary>The subject's own row of that key, or the row it was taken into; -1 where there is none.</summary>
    private int Named(DraftRows parents, int subject, int key)
    {
        if (parents.Joined.Count > 0 && parents.Joined.TryGetValue((subject, key), out var into)) key = into;
        for (var p = parents.Offset[subject]; p < parents.Offset[subject + 1]; p++)
            if (parents.Key[p] == key) return p;
        return StartedOn(parents, subject, key);
    }

    /// <summary>True where the row named is one that turned out to be none: the date must not give what names it to another.</summary>
    private bool IsTakenOut(DraftRows parents, int subject, int key)
    {
        if (!parents.TakenOut.TryGetValue(subject, out var rows)) return false;
        if (parents.Joined.TryGetValue((subject, key), out var into)) key = into;
        var started = StartNamed(key);
        return rows.Any(r => r.Key == key || r.First == started);
    }

    /// <summary>
    /// A local file names a record by child and start (<c>1001@2026-03-02</c>), as it knows no id of the system's: the child's row that started
    /// then, else the one open on that day, where rows that touched were joined; -1 where there is none.
    /// </summary>
    private int StartedOn(DraftRows parents, int subject, int key)
    {
        if (parents.Kind.Shape != RecordShape.Spell || StartNamed(key) is var day && day < 0) return -1;
        for (var p = parents.Offset[subject]; p < parents.Offset[subject + 1]; p++)
            if (parents.First[p] == day) return p;
        return LinkRules.OpenOn(parents, subject, day);
    }

    /// <summary>The day in a name of child and start; -1 in any other.</summary>
    private int StartNamed(int key)
    {
        if (texts.Utf8(key, stackalloc byte[TextPool.LongestOnStack]).LastIndexOf((byte)'@') < 0) return -1;
        var text = texts[key];
        return DateText.TryParse(text.AsSpan(text.LastIndexOf('@') + 1), out var date) ? Days.Of(date) : -1;
    }

    /// <summary>How many rows something is so of, and the first.</summary>
    private struct Tally
    {
        private int _count;
        private int _first;

        public void Add(int row)
        {
            if (_count++ == 0) _first = row;
        }

        public readonly void Tell(string code, DraftRows rows, DraftRows parents, FoundThings found)
        {
            if (_count > 0) found.Count(code, rows, _first, EnglishText.Spoken(parents.Kind.Name), _count);
        }
    }
}
