using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>Reads the folder timescales; a file of the home takes the place of the shipped one of its name.</summary>
internal static class TimescaleFiles
{
    private static readonly string[] Keys = ["id", "code", "title", "for", "rows", "note"];
    private static readonly string[] RowKeys = ["from", "when", "limit", "source", "check"];

    public static Dictionary<string, Timescale> Load(IEnumerable<string> folders, RecordKinds kinds, CodeLists codes, Lint lint)
    {
        var files = new Dictionary<string, YamlShelf>(StringComparer.Ordinal);
        foreach (var folder in folders)
            foreach (var file in YamlShelf.In(Path.Combine(folder, "timescales"), lint))
                files[file.Id] = file;
        var timescales = new Dictionary<string, Timescale>(StringComparer.Ordinal);
        var room = new BindRoom(kinds, codes, timescales, lint);
        foreach (var file in files.Values)
            if (Read(file, room) is { } timescale) timescales[file.Id] = timescale;
        return timescales;
    }

    private static Timescale? Read(YamlShelf file, BindRoom room)
    {
        file.CheckKeys(file.Top, Keys, "A timescale");
        RecordKind? of = null;
        if (file.Text(file.Top, "for") is { } name && (of = room.Kinds.Find(name)) is null)
            room.Lint.Error(file.At(file.Top.Children["for"]), $"There is no kind of record \"{name}\".");
        var rows = new List<TimescaleRow>();
        foreach (var map in file.Maps(file.Top, "rows"))
            if (Row(file, map, new Scope(of) { Clock = true }, room) is { } row) rows.Add(row);
        if (rows.Count == 0)
        {
            room.Lint.Error(file.At(file.Top), $"Timescale {file.Id} has no row. Write rows: with a limit and its source.");
            return null;
        }
        foreach (var again in rows.Where(r => r.When is null).GroupBy(r => r.From).Where(g => g.Count() > 1))
            room.Lint.Error(file.At(file.Top), $"Two rows hold {(again.Key is { } since ? $"from {EnglishDate.Format(since)}" : "for ever")} without a condition, so the second is never used. Give each its own first day: from: 2024-04-01.");
        foreach (var last in rows.Where(r => r.When is not null && ReferenceEquals(r, rows.FindLast(other => other.From == r.From))))
            room.Lint.Error(file.At(file.Top), $"The last row{(last.From is { } day ? $" from {EnglishDate.Format(day)}" : "")} has a condition, so some due dates would have none. End with a row without `when`.");
        return new Timescale(file.Id, file.Text(file.Top, "title") ?? file.Id, [.. rows.OrderBy(r => r.From?.DayNumber ?? 0)])
        {
            Code = file.Text(file.Top, "code") ?? "",
            Note = file.Text(file.Top, "note") ?? "",
        };
    }

    private static TimescaleRow? Row(YamlShelf file, YamlMappingNode map, Scope scope, BindRoom room)
    {
        file.CheckKeys(map, RowKeys, "A row of a timescale");
        var source = file.Text(map, "source") ?? "";
        if (source.Length == 0) room.Lint.Error(file.At(map), "This row names no source. Write the regulation, guidance or local policy the limit rests on.");
        if (file.Text(map, "when")?.Contains("timescale(", StringComparison.Ordinal) == true)
        {
            room.Lint.Error(file.At(map.Children[new YamlScalarNode("when")]), "A row can't ask for a timescale: it could go round in a circle. Write the length itself.");
            return null;
        }
        var when = file.Source(map, "when") is { } text ? Binder.Condition(room, scope, text) : null;
        if (Limit.TryParse(file.Text(map, "limit"), out var limit))
            return new TimescaleRow(file.Day(map, "from"), when, limit, source, file.Text(map, "check") is not null);
        room.Lint.Error(file.At(map), "This row has no limit. Write limit: 10 working days (or days, weeks, months, years).");
        return null;
    }
}
