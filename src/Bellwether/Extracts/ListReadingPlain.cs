using Bellwether.Calendar;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>Plain rows of a CSV are read by the block; any that is odd, or whose record is known already, by itself.</summary>
internal sealed partial class ListReading
{
    // Of the rows that wait to be kept: line, latest day, whose, and whose birth.
    private readonly int[] _lines = new int[PlainBlock.Most], _latest = new int[PlainBlock.Most], _owners = new int[PlainBlock.Most], _born = new int[PlainBlock.Most];
    private int _waiting;

    private void ReadBlock(PlainRows rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            count.Rows++;
            if (!rows.IsOdd(i) && TryTake(rows, i)) continue;
            KeepWaiting(rows);
            rows.GoTo(i);
            ReadRow();
        }
        KeepWaiting(rows);
        rows.Leave();
    }

    /// <summary>Takes a row whose records are all new; false, and nothing has changed, for any other.</summary>
    private bool TryTake(PlainRows rows, int i)
    {
        var makes = false;
        for (var r = 0; r < rows.Records.Length; r++)
        {
            var record = rows.Records[r];
            _subjects[r] = -1;
            if (_isRegister && record.Bound.IsOwn) _staging.Register.Add(record.Subjects.Numbers[i]);
            if (record.Fate[i] != PlainFate.Made) continue;
            var key = record.Ids is { } ids ? ids.Numbers[i] : -1;
            if (key < 0 && (key = Key(rows, record, i)) < 0) return false;
            if (record.Bound.Table.ByKey[key] >= 0) return false;
            (_subjects[r], _keys[r], makes) = (record.Subjects.Numbers[i], key, true);
        }
        var print = RowHash.OfBytes(rows.Bytes(i));
        var latest = CountDays(rows, i);
        count.Loaded++;
        if (!makes)
        {
            _copies.MadeNothing(print);
            return true;
        }
        _copies.MadeNew(print);
        var isChild = rows.Records[0].Subjects.Column == list.Child;
        _zeros.Note(_staging.Rows.Count + _waiting, CellValue.Trim(rows.Cell(i, list.Child)), isChild && rows.Records[0].Subjects.AreDigits[i]);
        (_lines[_waiting], _latest[_waiting], _owners[_waiting], _born[_waiting]) = (rows.Line(i), latest, Owner(), -1);
        for (var r = 0; r < rows.Records.Length; r++)
        {
            if (_subjects[r] == -1) continue;
            var record = rows.Records[r];
            var made = record.Bound.Table.Keys.Count + record.Waiting;
            record.Bound.Table.ByKey[_keys[r]] = made;
            if (record.Born is not null) _born[_waiting] = made;
            (record.Rows[record.Waiting], record.Keys[record.Waiting], record.Places[record.Waiting]) = (i, _keys[r], _waiting);
            record.Waiting++;
        }
        _waiting++;
        return true;
    }

    /// <summary>The key of a record without an id of its own; -1 where it is for the other way to find.</summary>
    private int Key(PlainRows rows, PlainRecord record, int i)
    {
        var subject = record.Subjects.Numbers[i];
        if (record.Bound.IsEntity) return subject;
        return rows.Told(record, i) is >= 0 and var told ? _staging.Texts.Made(subject, record.Start![i], told) : -1;
    }

    /// <summary>Counts the days on which something happened, each once, towards the data date; gives the latest and its column as <see cref="SourceRows"/> keeps them.</summary>
    private int CountDays(PlainRows rows, int i)
    {
        Span<int> counted = stackalloc int[rows.MostDays];
        var (many, latest, column) = (0, Days.None, -1);
        foreach (var record in rows.Records)
        {
            if (record.Fate[i] == PlainFate.NotRead) continue;
            foreach (var field in record.Happened)
            {
                var day = field.Values[i];
                if (day < 0) continue;
                if (day > latest) (latest, column) = (day, field.Bound.Column);
                var known = many;
                while (known > 0 && counted[known - 1] != day) known--;
                if (known > 0) continue;
                counted[many++] = day;
                cells.Counts.Count(day);
            }
            foreach (var field in record.Kept)
                if (field.Values[i] >= 0) cells.Counts.CountKept(field.Values[i]);
        }
        return SourceRows.Latest(latest, column);
    }

    private void KeepWaiting(PlainRows rows)
    {
        if (_waiting == 0) return;
        var first = _staging.Rows.Count;
        _staging.Rows.AddRange(line, _lines.AsSpan(0, _waiting), _latest.AsSpan(0, _waiting), _owners.AsSpan(0, _waiting), _born.AsSpan(0, _waiting));
        foreach (var record in rows.Records) record.Keep(first);
        _waiting = 0;
    }
}
