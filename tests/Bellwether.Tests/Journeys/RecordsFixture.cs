using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Journeys;

namespace Bellwether.Tests.Journeys;

/// <summary>
/// Records as text, one a line: <c>"cp_plans | C1 | start=2024-01-02; end=2024-05-01"</c>. Kind, subject, then fields; <c>key=</c> names
/// the record, <c>?</c> is unknown, <c>-</c> is none; a field left out is as records.yaml says of a column that is absent.
/// The row a finding names is the line's number, from 1.
/// </summary>
internal static class RecordsFixture
{
    public static RecordKinds Kinds { get; } = RecordKinds.Load(Shelf.Path());

    public static CodeLists Codes { get; } = CodeLists.Load([Path.Combine(Shelf.Path(), "codes")]);

    public static Bellwether.Journeys.Journeys Build(params string[] lines) => Build(Authority.Unnamed, lines);

    public static Bellwether.Journeys.Journeys Build(Authority authority, params string[] lines) =>
        Bellwether.Journeys.Journeys.Build(Records(lines), Codes, authority, new DateOnly(2024, 12, 31));

    public static RecordSet Records(params string[] lines)
    {
        var records = new RecordSet(Kinds);
        records.Places.Add(new Place(0, "fixture.csv", ""));
        for (var line = 0; line < lines.Length; line++) Add(records, lines[line], line + 1);
        return records;
    }

    public static int CodeOf(string list, string code) => Codes[list].Index(code);

    public static int Day(string date) => IsoDate.Parse(date).DayNumber;

    /// <summary>A date as the table writes it: a day, <c>?</c> or <c>-</c>.</summary>
    public static string Written(int day) =>
        day == Days.Unknown ? "?" : day == Days.None ? "-" : IsoDate.Format(Days.Date(day));

    /// <summary>The spells of a kind as <c>start..end</c>, in order.</summary>
    public static string Spells(Bellwether.Journeys.Journeys journeys, string kind)
    {
        var rows = journeys.Rows(kind);
        return string.Join(", ", Enumerable.Range(0, rows.Count).Select(r => $"{Written(rows.First[r])}..{Written(rows.End[r])}"));
    }

    /// <summary>One field of every row of a kind, in order.</summary>
    public static int[] Field(Bellwether.Journeys.Journeys journeys, string kind, string field) =>
        journeys.Rows(kind).Field(journeys.Kinds[kind].IndexOf(field));

    /// <summary>An attribute's member code for a child at a date.</summary>
    public static string MemberAt(Bellwether.Journeys.Journeys journeys, string attribute, string date, int child = 0)
    {
        var steps = journeys.Attribute(attribute)!;
        return steps.Codes[steps.At(child, Day(date))];
    }

    private static void Add(RecordSet records, string line, int number)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var table = records.Table(parts[0]);
        var said = parts.Length < 3 ? [] : parts[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal);
        var key = said.Remove("key", out var named) ? named : $"{parts[0]}-{number}";
        var row = table.Add(records.Texts.Add(key), records.Texts.Add(parts[1]), 0, number);
        for (var f = 0; f < table.Kind.Fields.Count; f++)
        {
            var field = table.Kind.Fields[f];
            table.Set(row, f, Cell(records, field, said.Remove(field.Name, out var text) ? text : field.Absent.Length > 0 ? field.Absent : "?"));
        }
        if (said.Count > 0) throw new ArgumentException($"{parts[0]} has no field {said.Keys.First()}");
    }

    private static int Cell(RecordSet records, RecordField field, string text) => text switch
    {
        "?" => Days.Unknown,
        "-" or "none" => Days.None,
        _ => field.Type switch
        {
            FieldType.Date or FieldType.PlannedDate => Day(text),
            FieldType.Number => (int)(decimal.Parse(text, CultureInfo.InvariantCulture) * 1000),
            FieldType.YesNo => text == "yes" ? 1 : 0,
            FieldType.Code => Codes[field.Of].TryRead(text, out var index) ? index : throw new ArgumentException($"{field.Of} has no code {text}"),
            FieldType.CodeSet => records.Texts.Add(text.Replace('+', '|')),
            _ => records.Texts.Add(text),
        },
    };
}
