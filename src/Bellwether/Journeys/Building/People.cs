using Bellwether.Calendar;
using Bellwether.Codes;
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
        var rowOf = new int[numbers.Children.Count];
        Array.Fill(rowOf, -1);
        var others = new List<(int Child, int Row)>();
        for (var pass = 0; pass < (numbers.AnyMerged ? 2 : 1); pass++)
            for (var r = table.Count - 1; r >= 0; r--)
            {
                var child = numbers.Children[table.Subjects[r]];
                if (child < 0 || numbers.IsOldId(table.Subjects[r]) != (pass == 1)) continue;
                if (rowOf[child] < 0) rowOf[child] = r;
                else others.Add((child, r));
            }
        var fields = new Column[table.Kind.Fields.Count];
        for (var f = 0; f < fields.Length; f++)
        {
            var cells = Of(table.Column(f), rowOf, Days.Unknown);
            foreach (var (child, row) in others)
                if (cells[child] == Days.Unknown) cells[child] = table[row, f];
            fields[f] = Column.Of(cells, numbers.Of(table.Kind.Fields[f].Type));
        }
        NoteMissing(records, numbers, rowOf, found);
        return DraftRows.OnePerSubject(table.Kind, fields, numbers.Children.Texts, Column.Of(Of(table.Places, rowOf, -1)), Column.Of(Of(table.Rows, rowOf, 0)));
    }

    private static int[] Of(CellColumn column, int[] rowOf, int missing)
    {
        var cells = GC.AllocateUninitializedArray<int>(rowOf.Length);
        for (var c = 0; c < cells.Length; c++) cells[c] = rowOf[c] < 0 ? missing : column[rowOf[c]];
        return cells;
    }

    private static void NoteMissing(RecordSet records, Numbering numbers, int[] rowOf, FoundThings found)
    {
        var missing = new HashSet<int>();
        for (var c = 0; c < rowOf.Length; c++)
            if (rowOf[c] < 0) missing.Add(c);
        foreach (var table in records.Tables)
        {
            if (missing.Count == 0) return;
            if (table.Kind.Subject != SubjectKind.Child) continue;
            for (var r = 0; r < table.Count && missing.Count > 0; r++)
                if (missing.Remove(numbers.Children[table.Subjects[r]])) found.Count("no-person-row", "people", "", table.Places[r], table.Rows[r]);
        }
    }
}
