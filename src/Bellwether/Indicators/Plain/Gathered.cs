using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Plain;

/// <summary>The records an aggregate speaks of, each with whether it counts on the day.</summary>
internal sealed class Gathered(Journeys.Journeys journeys, Expressions expressions, Fields fields)
{
    /// <summary>Each record with the date it is counted by (a day number, or none or unknown) and whether it counts.</summary>
    public IEnumerable<(int Row, int Date, Truth Truth)> Of(RecordsOf records, Look look)
    {
        var rows = journeys.Rows(records.Kind.Name);
        return Subjects(records, rows, look)
            .Where(row => !records.Its || IsOf(look, rows, row))
            .Select(row => look with { Rows = rows, Row = row })
            .Select(at => (at.Row, Date(records, at) is { IsKnown: true } date ? date.Day : Days.None, Counts(records, at)));
    }

    /// <summary>
    /// Records of the case's own subject; every record where there is no case. Of a worker's case, a child's records with that worker;
    /// of a team's, those with that team.
    /// </summary>
    private static IEnumerable<int> Subjects(RecordsOf records, KindRows rows, Look look)
    {
        if (look.Case < 0) return Enumerable.Range(0, rows.Count);
        var owner = look.Cases.Kind.Subject;
        if (records.Kind.Subject == owner) return Enumerable.Range(rows.Offset[look.Subject], rows.Offset[look.Subject + 1] - rows.Offset[look.Subject]);
        var named = records.Kind.Fields.ToList().FindIndex(f =>
            (owner == SubjectKind.Worker && f.Type == FieldType.Worker) || (owner == SubjectKind.Team && f.Type == FieldType.Team));
        return named < 0 ? [] : Enumerable.Range(0, rows.Count).Where(row => rows.Field(named)[row] == look.Subject);
    }

    /// <summary>Linked to the case, or linked to the same record of a third kind.</summary>
    private static bool IsOf(Look look, KindRows rows, int row)
    {
        var direct = rows.Kind.LinkTo(look.Cases.Kind.Name);
        if (direct >= 0) return rows.Field(direct)[row] == look.Case;
        for (var f = 0; f < rows.Kind.Fields.Count; f++)
        {
            if (rows.Kind.Fields[f].Type != FieldType.Link) continue;
            var shared = look.Cases.Kind.LinkTo(rows.Kind.Fields[f].Of);
            if (shared < 0) continue;
            var link = rows.Field(f)[row];
            return link >= 0 && link == look.Cases.Field(shared)[look.Case];
        }
        return false;
    }

    private Truth Counts(RecordsOf records, Look look)
    {
        var visible = Visible(records, look);
        if (visible == Truth.No) return Truth.No;
        var inTime = Truths.And(visible, Truths.And(Open(records, look), InTime(records, look)));
        return records.Where is null || inTime == Truth.No ? inTime : Truths.And(inTime, expressions.Truth(records.Where, look));
    }

    private Worth Date(RecordsOf records, Look look) =>
        records.By is null ? fields.Cell(look.Rows!, look.Row, 0, int.MaxValue) : expressions.Value(records.By, look);

    /// <summary>A record dated after the day does not exist. One counted by another date need not have said its own.</summary>
    private Truth Visible(RecordsOf records, Look look)
    {
        if (records.Kind.Shape == RecordShape.Entity) return Truth.Yes;
        var own = fields.Cell(look.Rows!, look.Row, 0, int.MaxValue);
        var dated = Before(own, look.Day);
        if (records.By is null) return dated;
        return Truths.And(own.Standing == Standing.Unknown ? Truth.Yes : dated, Before(Date(records, look), look.Day));

        static Truth Before(Worth date, int day) => Compared(date, Worth.Of(day), (d, t) => d <= t);
    }

    private Truth Open(RecordsOf records, Look look) => records.Open ? StillOpen(look, look.Day) : Truth.Yes;

    /// <summary>Not ended by the close of a day.</summary>
    private Truth StillOpen(Look look, int day)
    {
        var end = fields.Cell(look.Rows!, look.Row, 1, int.MaxValue);
        return end.Standing == Standing.None ? Truth.Yes : Compared(end, Worth.Of(day), (e, t) => e > t);
    }

    private Truth InTime(RecordsOf records, Look look)
    {
        if (records.When == When.Always) return Truth.Yes;
        var date = Date(records, look);
        var anchor = records.Anchor is null ? Worth.None : expressions.Value(records.Anchor, look with { Rows = null, Row = -1 });
        return records.When switch
        {
            When.InLast => Compared(date, Worth.Of(look.Day), (d, t) => t < After(d)),
            When.AtMostAgo => Reaches(date, Worth.Of(look.Day)),
            When.OpenInLast => Lately(),
            When.InWindow => Compared(date, Worth.Of(look.Day), (d, _) => look.First <= d && d <= look.Last),
            When.OpenInWindow => Truths.And(Compared(date, Worth.Of(look.Last), (d, last) => d <= last), Truths.And(EndedAfter(look.First), HasADay())),
            When.OpenOn => Truths.And(Compared(date, anchor, (d, a) => d <= a), anchor.IsKnown ? StillOpen(look, anchor.Day) : Truth.Yes),
            When.WithinAfter => Truths.And(Compared(anchor, date, (a, d) => a <= d), Reaches(anchor, date)),
            When.UpToAfter => Reaches(anchor, date),
            When.WithinBefore => Truths.And(Compared(date, anchor, (d, a) => d < a), Reaches(date, anchor)),
            When.Since => Compared(anchor, date, (a, d) => a <= d),
            _ => Compared(date, anchor, (d, a) => d < a),
        };

        int After(int day) => expressions.Last(records.Length!, day, look) ?? int.MinValue;

        Truth Reaches(Worth from, Worth to)
        {
            if (!from.IsKnown || !to.IsKnown) return Compared(from, to, (_, _) => false);
            return expressions.Last(records.Length!, from.Day, look) is { } last ? Truths.Of(to.Day <= last) : Truth.Unknown;
        }

        Truth Lately()
        {
            var end = fields.Cell(look.Rows!, look.Row, 1, int.MaxValue);
            return end.Standing == Standing.None ? Truth.Yes : Compared(end, Worth.Of(look.Day), (e, t) => e > t || t < After(e));
        }

        // A spell that ended on the day it started has no day that could lie in a window.
        Truth HasADay() => EndedAfter(look.Rows!.First[look.Row]);

        Truth EndedAfter(int day)
        {
            var end = fields.Cell(look.Rows!, look.Row, 1, int.MaxValue);
            return end.Standing == Standing.None ? Truth.Yes : Compared(end, Worth.Of(day), (e, first) => e > first);
        }
    }

    private static Truth Compared(Worth a, Worth b, Func<int, int, bool> test)
    {
        if (a.IsKnown && b.IsKnown) return Truths.Of(test(a.Day, b.Day));
        return a.Standing == Standing.None || b.Standing == Standing.None ? Truth.No : Truth.Unknown;
    }
}
