using Bellwether.Calendar;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// One row a child, and the row number is the child's number. Several rows for one child (two sources, a merged id) become one:
/// the new id's row before the old one's, a later row before an earlier, and what one does not know the other may.
/// </summary>
internal static class People
{
    public static DraftRows Settle(RecordSet records, Numbering numbers, FoundThings found)
    {
        var table = records.Table("people");
        var children = numbers.ChildIds.Length;
        var fields = new int[table.Kind.Fields.Count][];
        for (var f = 0; f < fields.Length; f++)
        {
            fields[f] = new int[children];
            Array.Fill(fields[f], Days.Unknown);
        }
        var key = new int[children];
        for (var c = 0; c < children; c++) key[c] = records.Texts.Find(numbers.ChildIds[c]);
        int[] place = new int[children], sourceRow = new int[children];
        Array.Fill(place, -1);
        for (var pass = 0; pass < 2; pass++)
            for (var r = table.Count - 1; r >= 0; r--)
            {
                var child = numbers.ChildOf[table.Subjects[r]];
                if (child < 0 || numbers.IsOldId(table.Subjects[r]) != (pass == 1)) continue;
                for (var f = 0; f < fields.Length; f++)
                    if (fields[f][child] == Days.Unknown) fields[f][child] = table[r, f];
                if (place[child] >= 0) continue;
                (place[child], sourceRow[child]) = (table.Places[r], table.Rows[r]);
            }
        NoteMissing(records, numbers, place, found);
        return DraftRows.OnePerSubject(table.Kind, fields, key, place, sourceRow);
    }

    private static void NoteMissing(RecordSet records, Numbering numbers, int[] place, FoundThings found)
    {
        var noted = new bool[place.Length];
        foreach (var table in records.Tables)
        {
            if (table.Kind.Subject != Codes.SubjectKind.Child) continue;
            for (var r = 0; r < table.Count; r++)
            {
                var child = numbers.ChildOf[table.Subjects[r]];
                if (child >= 0 && place[child] < 0 && !noted[child])
                {
                    noted[child] = true;
                    found.Count("no-person-row", "people", "", table.Places[r], table.Rows[r]);
                }
            }
        }
    }
}
