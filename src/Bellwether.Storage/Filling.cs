using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>
/// Writes what lists that only fill tell of records that earlier loads brought: of several rows the latest fills, and yes stays yes. Changes
/// that a file of changes tells are written as they are.
/// </summary>
internal static class Filling
{
    /// <returns>How many records it changed.</returns>
    public static int Run(RecordKind kind, IEnumerable<Fill> fills, Versions versions, RecordText text, TextPool texts)
    {
        var told = fills.OrderBy(f => f.Day).ToLookup(f => f.Key, StringComparer.Ordinal);
        if (told.Count == 0) return 0;
        var changed = new List<(long Id, Line Line)>();
        foreach (var version in versions.Known(kind).Where(v => told.Contains(v.Line.Key)))
        {
            var fields = version.Line.Fields;
            foreach (var fill in told[version.Line.Key])
                fields = Cells.With(fields, fill.Cells.Where(c => fill.IsChange || !IsYes(kind, fields, c.Field)).Select(c => (c.Field, text.Cell(kind.Fields[c.Field], c.Cell, texts))));
            if (fields != version.Line.Fields) changed.Add((version.Id, version.Line with { Fields = fields }));
        }
        versions.Close(changed.Select(c => c.Id));
        versions.Add(kind.Name, changed.Select(c => c.Line));
        return changed.Count;
    }

    private static bool IsYes(RecordKind kind, string fields, int field) =>
        kind.Fields[field].Type == FieldType.YesNo && Cells.Of(fields, field) is "1";
}

/// <summary>The keys of what the store holds, read kind by kind when a list that only fills first asks.</summary>
internal sealed class StoredKeys(Store store)
{
    private readonly Dictionary<string, (HashSet<string> Keys, Dictionary<(string Subject, int Day), string> ByDay)> _kinds = new(StringComparer.Ordinal);

    public string? Find(string kind, string key, string subject, int day)
    {
        if (!_kinds.TryGetValue(kind, out var known))
        {
            known = (new(StringComparer.Ordinal), []);
            foreach (var (stored, whose, first) in store.Keys(kind))
            {
                known.Keys.Add(stored);
                known.ByDay[(whose, first)] = stored;
            }
            _kinds.Add(kind, known);
        }
        return known.Keys.Contains(key) ? key : known.ByDay.GetValueOrDefault((subject, day));
    }
}
