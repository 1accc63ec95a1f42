using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Extracts.Maps;

namespace Bellwether.Extracts;

/// <summary>What becomes of the records of a row that loads.</summary>
internal sealed partial class ListReading
{
    private void Keep()
    {
        var source = _staging.Rows.Add(line, row.RowNumber, cells.Latest, Owner());
        for (var r = 0; r < list.Records.Length; r++)
        {
            if (_subjects[r] == -1) continue;
            var record = list.Records[r];
            var made = Keep(record, _keys[r], _subjects[r], source, _scratch[r]);
            if (record.IsPeople) KeepBirth(record, made, source, _keys[r], _scratch[r]);
        }
        if (list.Child >= 0) _zeros.Note(source, cells.Text(list.Child));
    }

    private void KeepBirth(BoundRecord record, int made, int source, int key, int[] cellsOf)
    {
        var isBorn = Days.IsDate(cellsOf[record.Born]);
        if (made >= 0 && isBorn)
        {
            _staging.Rows.StatesBirthOf(source, made);
            if (_people.Other(row, key, cellsOf[record.Born], cellsOf[record.Sex]) is > 0 and var other)
                Note("same-person", row.RowNumber, "", "people", other);
        }
        if (!isBorn && made >= 0 && record.Map.Again != Again.FillOnly && record.ColumnOf(record.Born) is >= 0 and var column)
            Note("no-birth-date", row.RowNumber, count.Column(column), "people");
    }

    /// <summary>The child whom the format's register must hold.</summary>
    private int Owner() => list.Found.Map.IsWhole && list.Records[0].IsOfChild ? _subjects[0] : -1;

    private int Keep(BoundRecord record, int key, int subject, int source, int[] cellsOf)
    {
        var table = record.Table;
        var known = table.ByKey[key];
        if (record.Map.Again == Again.FillOnly)
        {
            if (known < 0 && subject >= 0 && Days.IsDate(cellsOf[0])) known = table.Starting(subject, cellsOf[0]);
            var asOf = record.Latest < 0 ? int.MaxValue : LatestDay(record.Latest);
            if (known >= 0) Combining.FillOnly(record, known, cellsOf, asOf);
            else if (!_staging.FillStored(record, key, subject, cellsOf, asOf))
                Note("nothing-to-fill", row.RowNumber, "", table.Kind.Name, record.IsPeople && table.Keys.Count > 0 ? "row of this child among its people" : table.Kind.Name.Replace('_', ' '));
            return known;
        }
        if (known < 0 && count.IsPartial && Changes(record, key, subject, cellsOf)) return known;
        if (known < 0)
        {
            known = table.Add(key, subject, source, cellsOf);
            foreach (var field in record.LinkedByStart)
                if (CellValue.TryDay(row, field.ChildOn, cells.Text(field.ChildOn), out var day, out _))
                    _staging.LinksByStart.Add((table, known, field.Number, field.Field.Of, subject, day));
            if (record.Map.Again == Again.Parts) SpellOfParts.Join(table, known, PartStart(record, cellsOf), cellsOf, record.StartCode);
            return known;
        }
        var isOtherYear = _staging.ReturnYears.GetValueOrDefault(_staging.Rows.Line(table.Sources[known])) != count.ReturnYear;
        if (record.IsPeople && !isOtherYear && Combining.BirthsDiffer(table, known, cellsOf))
        {
            table.InConflict.Add(known);
            return known;
        }
        switch (record.Map.Again)
        {
            case Again.Parts:
                SpellOfParts.Join(table, known, PartStart(record, cellsOf), cellsOf, record.StartCode);
                break;
            case Again.Fill:
                Combining.Fill(table, known, cellsOf);
                if (_staging.Rows.Latest(table.Sources[known]) > cells.Latest.Day) table.Sources[known] = source;
                break;
            default:
                // A later return says again what an earlier one said, as it has become since.
                if (!isOtherYear) NoteDuplicate(table, known, cellsOf);
                for (var f = 0; f < cellsOf.Length; f++) table.Cells[f][known] = cellsOf[f];
                table.Sources[known] = source;
                break;
        }
        return known;
    }

    private void NoteDuplicate(StagedTable table, int known, int[] cellsOf)
    {
        var earlier = table.Sources[known];
        var isHere = _staging.Rows.Line(earlier) == line;
        // Rows of one list that are the same in every cell were counted as repeated: these differ at least in a column that is not read.
        var isSame = !isHere && Enumerable.Range(0, cellsOf.Length).All(f => table.Cells[f][known] == cellsOf[f]);
        Note("near-duplicate", row.RowNumber, "", table.Kind.Name, isHere ? _staging.Rows.Row(earlier) : string.Create(CultureInfo.InvariantCulture, $"{_staging.Rows.Row(earlier)} of another file or sheet"), isSame ? "the same" : "other");
    }

    /// <summary>In a file of changes a record goes by its id, and what the row leaves blank stays as it was.</summary>
    private bool IsChange(BoundRecord record) => count.IsPartial && record.Id >= 0 && cells.IsFilled(record.Id);

    /// <summary>Takes a row as a change of a record that the store holds; false where the row itself is to make one.</summary>
    private bool Changes(BoundRecord record, int key, int subject, int[] cellsOf)
    {
        int[] told = [.. record.Fields.Where(f => Array.Exists(f.Columns, cells.IsFilled)).Select(f => f.Number)];
        if (_staging.ChangeStored(record, key, subject, cellsOf, told)) return true;
        if (record.IsEntity || Days.IsDate(cellsOf[0]) || cellsOf[0] is BoundList.DataDate or BoundList.FirstDay) return false;
        // An id alone says only whose the parts below it are.
        if (record.IsOwn && told.Length > 0) Note("nothing-to-fill", row.RowNumber, "", record.Table.Kind.Name, record.Table.Kind.Name.Replace('_', ' '));
        return true;
    }

    private int LatestDay(int column) =>
        CellValue.TryDay(row, column, cells.Text(column), out var day, out _) ? day : int.MinValue + 10;

    private int PartStart(BoundRecord record, int[] cellsOf) =>
        record.PartStart >= 0 && CellValue.TryDay(row, record.PartStart, cells.Text(record.PartStart), out var day, out _) ? day : cellsOf[0];
}
