using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Publications;

/// <summary>The pages of record kinds and of timescales.</summary>
internal static class ManualOfRecords
{
    public static string Kinds(RecordKinds kinds, Catalogue catalogue)
    {
        var page = new Page("Record kinds",
            "What a record may be, and what its fields hold: `definitions/records.yaml` as read. An event has a date; a spell lasts from its start to the day before its end; a reading is a value somebody asserted on a date.");
        page.Line("Blank is what an empty cell means; no column, what holds where a source has no such column. Unknown: nobody wrote it down. None: it has not happened.");
        foreach (var kind in kinds.All) Kind(page, kind);
        page.Heading(2, "Made by clocks").Line("A clock makes one record a turn, with its due date.");
        foreach (var clock in catalogue.Clocks.OrderBy(c => c.Id, StringComparer.Ordinal)) Kind(page, clock.Makes, 3);
        return page.ToString();
    }

    public static string Timescales(Catalogue catalogue, ExpressionWords words)
    {
        var page = new Page("Timescales",
            "Statutory and local limits by the date they are added to, each with its source. A council puts its own in the folder `definitions/timescales` of its home.");
        page.Line("**Check locally**: practice, local policy, or a rule we have not read in the law itself. Compare it with your own before you rely on it.").Line();
        page.Table(["code", "timescale", "from", "limit", "where", "source", ""], catalogue.Timescales.Values.OrderBy(t => t.Code.Length == 0).ThenBy(t => t.Code, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal)
            .SelectMany(t => t.Rows.Select((row, i) => (IReadOnlyList<string>)
            [
                t.Code, i == 0 ? $"{t.Title} {Page.Code(t.Id)}" : Page.Code(t.Id), row.From is { } from ? EnglishDate.Format(from) : "always", row.Limit.ToString(),
                row.When is { } when ? words.Condition(when) : t.HasConditions ? "otherwise" : "", row.Source, row.Check ? "check locally" : "",
            ])));
        foreach (var note in catalogue.Timescales.Values.Where(t => t.Note.Length > 0).OrderBy(t => t.Id, StringComparer.Ordinal)) page.Line($"{Page.Code(note.Id)}: {note.Note}").Line();
        return page.ToString();
    }

    private static void Kind(Page page, RecordKind kind, int level = 2)
    {
        page.Heading(level, kind.Name);
        if (kind.Meaning.Length > 0) page.Line(kind.Meaning).Line();
        if (kind.MadeFrom.Count > 0) page.Line($"Made on the way, from {string.Join(" and ", kind.MadeFrom.Select(Page.Code))}; known as far as they are.").Line();
        page.Line($"{(kind.Shape == RecordShape.Entity ? "No date of its own" : Word(kind.Shape))}, of a {Word(kind.Subject)}. In examples: {string.Join(", ", kind.Called)}.").Line();
        page.Table(["field", "holds", "blank", "no column", "known from"], kind.Fields.Select(f => (IReadOnlyList<string>)
        [
            Page.Code(f.Name), Holds(f), f.BlankIsNone ? "none" : f.Blank.Length > 0 ? f.Blank : "unknown", f.Absent.Length > 0 ? f.Absent : "unknown",
            f.KnownFrom.Length > 0 ? Page.Code(f.KnownFrom) : "",
        ]));
    }

    private static string Holds(RecordField field) => field.Type switch
    {
        FieldType.Date => "date",
        FieldType.PlannedDate => "planned date",
        FieldType.Number => "number",
        FieldType.YesNo => "yes/no",
        FieldType.Code => $"code of {Page.Code(field.Of)}",
        FieldType.CodeSet => $"codes of {Page.Code(field.Of)}",
        FieldType.Text => "text",
        FieldType.Link => $"link to {Page.Code(field.Of)}",
        FieldType.Worker => "worker",
        _ => "team",
    };

    private static string Word(RecordShape shape) => shape switch
    {
        RecordShape.Event => "Event",
        RecordShape.Spell => "Spell",
        _ => "Reading",
    };

    private static string Word(SubjectKind subject) => subject switch
    {
        SubjectKind.Worker => "worker",
        SubjectKind.Team => "team",
        SubjectKind.Area => "area",
        _ => "child",
    };
}
