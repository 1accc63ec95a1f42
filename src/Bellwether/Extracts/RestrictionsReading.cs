using System.Text;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>
/// Reads the list of restricted children into <see cref="RecordSet.Restrictions"/>. A row needs its id and nothing else: whatever is wrong with
/// another cell, the child is restricted, for a row set aside would show a child who must not be shown.
/// </summary>
internal sealed class RestrictionsReading(TableReader row, BoundList list, ReceiptCount count, Staging staging, CodeList reasons, RecordSet records, FindingLog log)
{
    private readonly HashSet<(string, string)> _told = [];

    public void ReadAll()
    {
        records.TellsRestrictions.Add(list.Found.Map.Format);
        while (row.Read())
        {
            count.Rows++;
            if (Enumerable.Range(0, row.CellCount).All(c => CellValue.Trim(row.Utf8(c)).IsEmpty)) count.Blank++;
            else if (Child() is not { } child) count.SetAside++;
            else
            {
                // Read even where the child was told before: what is wrong with a row is said of each.
                var told = new ToldRestriction(child, Reason(), Day("restricted_from"), Day("reviewed_on"), list.Found.Map.Format);
                if (_told.Add((told.Child, told.Reason)))
                {
                    records.Restrictions.Add(told);
                    count.Loaded++;
                }
                else count.Repeated++;
            }
        }
        if (count.Repeated > 0) log.Add("repeated-rows", count.File, count.Sheet, 0, "", ToldRestriction.Kind, count.Repeated);
    }

    private string? Child()
    {
        var text = Text(list.Child);
        if (CellValue.State(text) is CellState.Blank or CellState.SaysUnknown) return SetAside("no-child-id");
        if (row.Kind(list.Child) == CellKind.Error || CellValue.State(text) == CellState.Error) return SetAside("error-in-key-column", Encoding.UTF8.GetString(text));
        var id = CellValue.Id(text);
        if (CellValue.LostDigits(id, row.Kind(list.Child))) return SetAside("id-digits-lost");
        return staging.Texts[staging.Crosswalk.Child(list.Found.Map.Format, staging.Texts.Add(id))];
    }

    private string Reason()
    {
        var column = list.Column("restriction_reason");
        var text = Text(column);
        if (CellValue.State(text) == CellState.Blank) return "";
        if (reasons.TryRead(Encoding.UTF8.GetString(text), out var index)) return reasons.Entries[index].Code;
        Note("unknown-code", column, RowReading.Shown(text, false), reasons.Name);
        return "";
    }

    private DateOnly? Day(string heading)
    {
        var column = list.Column(heading);
        var text = Text(column);
        if (column < 0 || CellValue.State(text) is CellState.Blank or CellState.SaysUnknown) return null;
        if (CellValue.TryDay(row, column, text, out var day, out _)) return Days.Date(day);
        Note("restricted-undated", column, RowReading.Shown(text, false));
        return null;
    }

    private string? SetAside(string code, params object[] parts)
    {
        log.Add(code, count.File, count.Sheet, row.RowNumber, count.Column(list.Child), ToldRestriction.Kind, parts);
        return null;
    }

    private void Note(string code, int column, params object[] parts)
    {
        count.Noted++;
        log.Add(code, count.File, count.Sheet, row.RowNumber, count.Column(column), ToldRestriction.Kind, parts);
    }

    private ReadOnlySpan<byte> Text(int column) => column < 0 ? default : CellValue.Trim(row.Utf8(column));
}
