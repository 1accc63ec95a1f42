using System.Text;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts.Maps;

namespace Bellwether.Extracts;

/// <summary>What a cell says, by the type of its field.</summary>
internal sealed partial class RowReading
{
    private int Value(BoundRecord record, BoundField field, int column)
    {
        if (field.Field.Type is FieldType.Date or FieldType.PlannedDate) return Day(record, field, column);
        var kind = record.Map.Kind;
        var text = Text(column);
        switch (State(column, text))
        {
            case CellState.Blank: return field.Blank;
            case CellState.SaysUnknown when field.Field.Type != FieldType.Code: return Days.Unknown;
            case CellState.Error: return Note("error-value", column, kind, Encoding.UTF8.GetString(text));
        }
        foreach (var unknown in field.Unknown)
            if (text.SequenceEqual(unknown)) return Days.Unknown;
        if (field.Map.Read.Length > 0)
        {
            var derived = derivations.Read(field.Map.Read, field.And < 0 ? text : [.. text, (byte)'|', .. Text(field.And)], field.Codes);
            if (derived == Derivations.Malformed) return Note("bad-json", column, kind);
            if (field.Map.Read == "json-codes") NoteCodes(field.Codes!, column, kind);
            return derived;
        }
        return field.Field.Type switch
        {
            FieldType.Number => Number(text, column),
            FieldType.YesNo => YesNo(field, text, column, kind),
            FieldType.Code => Code(field, text, column, kind),
            FieldType.Worker or FieldType.Team when text.IndexOf("\u00A0"u8) >= 0 =>
                Pool(column, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).Replace('\u00A0', ' '))),
            FieldType.Worker or FieldType.Team or FieldType.Link => Pool(column, CellValue.Id(text)),
            _ => Pool(column, text),
        };
    }

    private int Day(BoundRecord record, BoundField field, int column)
    {
        var kind = record.Map.Kind;
        var text = Text(column);
        switch (State(column, text))
        {
            case CellState.Blank: return field.Blank;
            case CellState.SaysUnknown: return Days.Unknown;
            case CellState.Error when list.Key.Contains(column):
                Stop("error-in-key-column", column, Encoding.UTF8.GetString(text));
                return Days.Unknown;
            case CellState.Error: return Note("error-value", column, kind, Encoding.UTF8.GetString(text));
        }
        if (!CellValue.TryDay(row, column, text, out var day, out var serial))
        {
            var shown = Shown(text, field.Field.Name is "born" or "died");
            if (DayOrder.IsMonthFirst(text)) Stop("month-first-date", column, shown, _order.Beside(column));
            else Stop("impossible-date", column, shown);
            return Days.Unknown;
        }
        if (serial) _ = Note("serial-date", column, kind);
        return Dated(record, field, column, day, serial ? default : text);
    }

    /// <summary>Takes the day of a cell into account as its field asks.</summary>
    /// <param name="written">As the cell has it; empty where it is a number.</param>
    private int Dated(BoundRecord record, BoundField field, int column, int day, ReadOnlySpan<byte> written)
    {
        _order.Note(column, row.RowNumber, written);
        if (field.IsBirthday) return returnYear is { } year ? Days.Of(ReturnYears.Birthday(year, Days.Date(day))) : Days.Unknown;
        if (field.IsPlanned) return day;
        if (returnYear is { } last && day > Days.Of(last) && field.Number == 1 && record.IsSpell)
        {
            // A return says how things stood on its last day. An end to come that it may hold (UASC) is the next one's to tell.
            if (field.Map.Future == Future.Fault)
            {
                EndsLater = true;
                _ = Note("end-after-year", column, record.Map.Kind, EnglishDate.Format(Days.Date(day)), EnglishDate.Format(last));
            }
            return Days.None;
        }
        if (field.Map.Future == Future.Fault)
        {
            if (day > Latest.Day) Latest = (day, column);
            if (!_happened.Contains(day)) _happened.Add(day);
        }
        else if (field.Map.Future == Future.Kept) days.CountKept(day);
        return day;
    }

    private int Number(ReadOnlySpan<byte> text, int column) =>
        CellValue.TryNumber(text, out var number) && number is >= 0 and < 2_000_000
            ? (int)decimal.Round(number * 1000, MidpointRounding.AwayFromZero)
            : Halt("unreadable-number", column, Shown(text, false));

    private int YesNo(BoundField field, ReadOnlySpan<byte> text, int column, string kind)
    {
        var value = -1;
        if (field.Yes.Length + field.No.Length > 0)
        {
            var said = Headings.Squash(Encoding.UTF8.GetString(text));
            value = field.No.Contains(said) ? 0 : field.Yes.Contains(said) || field.IsYesOtherwise ? 1 : -1;
        }
        if (value < 0) value = CellValue.YesNo(text);
        if (value < 0) return SaysUnknown(text) ? Days.Unknown
            : list.Found.Map.IsByHand || field.IsUnknownOtherwise ? Note("unknown-yes-no", column, kind, Shown(text, false)) : Halt("no-yes-no", column, Shown(text, false));
        return field.Map.Not ? 1 - value : value;
    }

    private int Code(BoundField field, ReadOnlySpan<byte> text, int column, string kind)
    {
        if (text.Length <= 256)
        {
            Span<char> chars = stackalloc char[256];
            var length = Encoding.UTF8.GetChars(text, chars);
            if (field.Codes!.TryRead(chars[..length], out var index))
            {
                NoteYear(field.Codes, index, text, column, kind);
                NoteWriting(field, chars[..length], column, kind);
                return index;
            }
        }
        return Note("unknown-code", column, kind, Shown(text, false), field.Codes!.Name);
    }

    private void NoteCodes(CodeList codes, int column, string kind)
    {
        foreach (var index in derivations.LastCodes.Known) NoteYear(codes, index, Encoding.UTF8.GetBytes(codes.Entries[index].Code), column, kind);
        foreach (var other in derivations.LastCodes.Others) _ = Note("unknown-code", column, kind, Shown(Encoding.UTF8.GetBytes(other), false), codes.Name);
    }

    private void NoteYear(CodeList codes, int index, ReadOnlySpan<byte> text, int column, string kind)
    {
        if (returnYear is { } last && !codes.IsValidOn(index, last))
            _ = Note("code-out-of-year", column, kind, Shown(text, false), codes.Name, EnglishDate.Format(last));
    }

    /// <summary>The code stands as other years wrote it.</summary>
    private void NoteWriting(BoundField field, ReadOnlySpan<char> text, int column, string kind)
    {
        if (returnYear is not { } last) return;
        foreach (var (pattern, from, to) in field.Map.Years)
            if ((last < from || last > to) && pattern.IsMatch(text))
                _ = Note("code-out-of-year", column, kind, $"\"{text}\"", field.Codes!.Name, EnglishDate.Format(last));
    }

    private static bool SaysUnknown(ReadOnlySpan<byte> text)
    {
        if (text.Length > 3 && text[1] == (byte)')') text = text[2..].Trim((byte)' ');
        return CellValue.State(text) is CellState.SaysUnknown or CellState.Blank || CellValue.Is(text, "u"u8) || CellValue.Is(text, "na"u8);
    }
}
