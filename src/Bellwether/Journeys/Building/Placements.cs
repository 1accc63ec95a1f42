using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Placements that touch with the same carer and type are one (a new row may only mean a new legal status), and so are those whose
/// new row the source says is a change of legal status only. Then three derived
/// fields: <c>group</c>, the reporting group; <c>counts_as_move</c> and <c>settled_since</c> (definition-language.md section 3).
/// </summary>
internal static class Placements
{
    public static DraftRows Settle(DraftRows rows, CodeList types, int[] groupOf, IReadOnlySet<(int Subject, int Day)> legalOnly, FoundThings found)
    {
        Column carer = rows.Field("carer"), type = rows.Field("type");
        var changeReason = rows.Kind.IndexOf("change_reason");
        for (var r = 1; r < rows.Count; r++)
            if (rows.Subject[r] == rows.Subject[r - 1] && Days.IsDate(rows.First[r - 1])
                && rows.First[r] < Spans.Bound(rows.First[r - 1], rows.End[r - 1]))
                found.Add("overlapping-placements", rows, r);
        for (var r = 1; r < rows.Count; r++)
            if (rows.Subject[r] == rows.Subject[r - 1] && Days.IsDate(rows.End[r - 1]) && Days.IsDate(rows.First[r]) && rows.First[r] == rows.End[r - 1] + 1)
                found.Add("gap-of-a-day", rows, r);
        var joined = Spans.Join(
            rows, _ => false,
            (head, r) => rows.End[head] == rows.First[r]
                && ((carer[head] >= 0 && carer[head] == carer[r] && type[head] >= 0 && type[head] == type[r]) || legalOnly.Contains((rows.Subject[r], rows.First[r]))),
            (head, r) =>
            {
                rows.SetEnd(head, rows.End[r]);
                rows.Set(changeReason, head, rows.Field(changeReason)[r]);
                Spans.FillUnknown(rows, head, r, changeReason);
            });
        Groups(joined, groupOf);
        Moves(joined, types);
        SettledSince(joined, types);
        return joined;
    }

    /// <summary>
    /// The group of each type: as text where records.yaml has the field as text, else as the first code of the group in the list,
    /// since a code field can hold only codes. Empty where placements have no such field.
    /// </summary>
    public static int[] GroupOf(RecordKind kind, CodeList types, TextPool texts)
    {
        var field = kind.IndexOf("group");
        if (field < 0) return [];
        var asText = kind.Fields[field].Type == FieldType.Text;
        return [.. types.Entries.Select(e => e.Group is null ? Days.Unknown
            : asText ? texts.Add(e.Group)
            : types.Entries.Select((other, i) => (other.Group, i)).First(o => o.Group == e.Group).i)];
    }

    private static void Groups(DraftRows rows, int[] groupOf)
    {
        if (groupOf.Length == 0) return;
        var type = rows.Field("type");
        var group = new int[rows.Count];
        for (var r = 0; r < group.Length; r++) group[r] = type[r] >= 0 ? groupOf[type[r]] : Days.Unknown;
        rows.Replace("group", group);
    }

    /// <summary>Stays of 24 hours or more count (the end is a later day, or open), but no temporary one (T0–T4), and no adoption by the carer the child lives with (A3, A5).</summary>
    private static void Moves(DraftRows rows, CodeList types)
    {
        var temporary = Set(types, c => c.StartsWith('T'));
        var byCarer = Set(types, c => c is "A3" or "A5");
        Column type = rows.Field("type"), carer = rows.Field("carer");
        var moves = new int[rows.Count];
        for (var r = 0; r < rows.Count; r++)
        {
            var before = Before(rows, r);
            var otherCarer = before >= 0 && carer[r] >= 0 && carer[before] >= 0 && carer[r] != carer[before];
            moves[r] = !Days.IsDate(rows.First[r]) ? Days.Unknown
                : rows.End[r] == rows.First[r] ? 0
                : type[r] >= 0 && (temporary[type[r]] || (byCarer[type[r]] && !otherCarer)) ? 0
                : type[r] < 0 || rows.End[r] == Days.Unknown ? Days.Unknown
                : 1;
        }
        rows.Replace("counts_as_move", moves);
    }

    /// <summary>
    /// The start; for a child placed for adoption (A3–A6) the start of the placement just before it. Adoptive placements one after the other
    /// with the same carer are one: a placement order changes the type and not the home.
    /// </summary>
    private static void SettledSince(DraftRows rows, CodeList types)
    {
        var adoptive = Set(types, c => c is "A3" or "A4" or "A5" or "A6");
        Column type = rows.Field("type"), carer = rows.Field("carer");
        var since = new int[rows.Count];
        for (var r = 0; r < rows.Count; r++)
        {
            var before = IsAdoptive(r) ? Before(rows, r) : -1;
            since[r] = before < 0 ? rows.First[r] : IsAdoptive(before) && carer[r] >= 0 && carer[r] == carer[before] ? since[before] : rows.First[before];
        }
        rows.Replace("settled_since", since);

        bool IsAdoptive(int r) => type[r] >= 0 && adoptive[type[r]];
    }

    /// <summary>The child's placement that ended on the day this one began; -1 where none did.</summary>
    private static int Before(DraftRows rows, int r)
    {
        for (var p = r - 1; p >= rows.Offset[rows.Subject[r]]; p--)
            if (rows.End[p] == rows.First[r] && rows.First[p] < rows.First[r]) return p;
        return -1;
    }

    private static bool[] Set(CodeList types, Func<string, bool> holds) => [.. types.Entries.Select(e => holds(e.Code))];
}
