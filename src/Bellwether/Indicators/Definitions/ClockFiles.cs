using Bellwether.Codes;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Definitions;

/// <summary>Reads the folder clocks; a file of the home takes the place of the shipped one of its name.</summary>
internal static class ClockFiles
{
    private static readonly string[] Keys = ["id", "title", "for", "from", "done_by", "limits", "recorded_due", "note"];

    /// <summary>The clocks, in the order of their ids. <paramref name="room"/> still knows only the kinds of records.yaml: clocks don't build on clocks.</summary>
    public static IReadOnlyList<BoundClock> Load(IEnumerable<string> folders, BindRoom room)
    {
        var files = new SortedList<string, YamlShelf>(StringComparer.Ordinal);
        foreach (var folder in folders)
            foreach (var file in YamlShelf.In(Path.Combine(folder, "clocks"), room.Lint))
                files[file.Id] = file;
        return [.. files.Values.Where(file => !GoesRound(file, files.Keys, room)).Select(file => Read(file, room)).OfType<BoundClock>()];
    }

    /// <summary>A clock that stands on the turns of a clock, another's or its own.</summary>
    private static bool GoesRound(YamlShelf file, IList<string> clocks, BindRoom room)
    {
        foreach (var key in new[] { "for", "done_by" })
            if (file.Text(file.Top, key)?.Split(' ').FirstOrDefault(clocks.Contains) is { } clock)
            {
                room.Lint.Error(file.At(file.Top.Children[key]), $"{clock} are {(clock == file.Id ? "this clock's own turns, so it would go round in a circle" : "turns of another clock")}. A clock runs on the records of records.yaml.");
                return true;
            }
        return false;
    }

    private static BoundClock? Read(YamlShelf file, BindRoom room)
    {
        file.CheckKeys(file.Top, Keys, "A clock");
        if (room.Kinds.Find(file.Id) is not null)
        {
            room.Lint.Error(file.At(file.Top), $"{file.Id} is a kind of record already. A clock makes a kind of its own: give the file another name, such as {file.Id}_dues.");
            return null;
        }
        if (file.Text(file.Top, "for") is not { } name || room.Kinds.Find(name) is not { Shape: RecordShape.Spell } of)
        {
            room.Lint.Error(file.At(file.Top), "`for` names the spells that each run a clock: for: cp_plans.");
            return null;
        }
        var scope = new Scope(of) { Clock = true };
        var from = Binder.Date(room, scope, file.Source(file.Top, "from") ?? new SourceText("start", file.At(file.Top), false));
        if (file.Source(file.Top, "done_by") is not { } doneText)
        {
            room.Lint.Error(file.At(file.Top), "`done_by` is missing: the events that end a turn, such as `its cp_reviews where held`.");
            return null;
        }
        var doneBy = Binder.Records(room, scope, doneText);
        var limits = new List<Length>();
        foreach (var scalar in file.List(file.Top, "limits"))
            if (Binder.Any(room, scope, file.Source(scalar)) is { } typed)
            {
                if (typed.Length is { } length) limits.Add(length);
                else room.Lint.Error(file.At(scalar), $"\"{scalar.Value}\" is no limit. Write timescale(id), or a number and working days, days, weeks, months or years.");
            }
        if (from is null || doneBy is null) return null;
        if (limits.Count == 0)
        {
            room.Lint.Error(file.At(file.Top), "`limits` is missing: one limit for each turn, the last repeats.");
            return null;
        }
        return new BoundClock(file.Id, of, from, doneBy, limits, RecordedDue(file, doneBy.Kind, room), BoundClock.KindOf(file.Id, of));
    }

    private static int RecordedDue(YamlShelf file, RecordKind kind, BindRoom room)
    {
        if (file.Text(file.Top, "recorded_due") is not { } name) return -1;
        var field = kind.IndexOf(name);
        if (field < 0 || kind.Fields[field].Type is not (FieldType.PlannedDate or FieldType.Date))
            room.Lint.Error(file.At(file.Top.Children["recorded_due"]), $"{kind.Name} has no date \"{name}\". It has: {KindWords.Fields(kind)}.");
        return field;
    }
}
