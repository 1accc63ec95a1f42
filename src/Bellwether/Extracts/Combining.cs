using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>How what a second row says joins a record that is already there.</summary>
internal static class Combining
{
    /// <summary>Fills what is not known yet; a real birth date takes the place of an expected one.</summary>
    public static void Fill(StagedTable table, int record, int[] cells)
    {
        int born = table.Kind.IndexOf("born"), expected = table.Kind.IndexOf("born_expected");
        if (born >= 0 && expected >= 0 && Days.IsDate(cells[born]) && cells[expected] != 1 && table.Cells[expected][record] == 1)
        {
            table.Cells[born][record] = cells[born];
            table.Cells[expected][record] = cells[expected];
        }
        for (var f = 0; f < cells.Length; f++)
        {
            var known = table.Cells[f][record];
            if (known == Days.Unknown || (known == Days.None && cells[f] != Days.Unknown)) table.Cells[f][record] = cells[f];
        }
    }

    /// <summary>Writes the fields a fill-only row brings; yes stays yes (any disability is one); of several rows the latest fills.</summary>
    public static void FillOnly(BoundRecord record, int known, int[] cells, int day)
    {
        if (record.FilledOn.TryGetValue(known, out var before) && before > day) return;
        foreach (var field in record.Fields)
        {
            var column = record.Table.Cells[field.Number];
            if (cells[field.Number] == Days.Unknown || (field.Number == 0 && record.Table.Kind.Shape != RecordShape.Entity)) continue;
            if (field.Field.Type == FieldType.YesNo && column[known] == 1) continue;
            column[known] = cells[field.Number];
            record.FilledOn[known] = day;
        }
    }

    /// <summary>True where both rows state a birth date, none of them expected, and they are not the same.</summary>
    public static bool BirthsDiffer(StagedTable people, int record, int[] cells)
    {
        int born = people.Kind.IndexOf("born"), expected = people.Kind.IndexOf("born_expected");
        return Days.IsDate(cells[born]) && Days.IsDate(people.Cells[born][record]) && cells[born] != people.Cells[born][record]
            && cells[expected] != 1 && people.Cells[expected][record] != 1;
    }
}
