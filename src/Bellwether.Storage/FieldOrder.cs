using Bellwether.Codes;

namespace Bellwether.Storage;

/// <summary>
/// Puts the cells of lines that earlier loads wrote into the order that a kind's fields have now. A field the line lacks is as in a new
/// row: none where a blank means none, else unknown. A field the kind has no longer is left out; the store keeps it.
/// </summary>
internal sealed class FieldOrder
{
    private readonly RecordKind _kind;
    private readonly Dictionary<int, int[]> _moved = [];

    public FieldOrder(Database database, RecordKind kind)
    {
        _kind = kind;
        var now = Names(kind);
        using var command = database.Command("select load, fields from layouts where kind = @0", kind.Name);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            if (reader.GetString(1) is var then && then != now)
                _moved[reader.GetInt32(0)] = [.. kind.Fields.Select(f => Array.IndexOf(then.Split(','), f.Name))];
    }

    /// <summary>Notes the order in which a load writes a kind's fields.</summary>
    public static void Note(Database database, int load, RecordKind kind) =>
        database.Run("insert into layouts(load, kind, fields) values (@0, @1, @2)", load, kind.Name, Names(kind));

    /// <summary>A line in today's order.</summary>
    /// <param name="line">As <see cref="RecordText"/> wrote it.</param>
    /// <param name="load">The load that wrote it.</param>
    public string Now(string line, int load)
    {
        if (_moved.Count == 0 || !_moved.TryGetValue(load, out var from)) return line;
        var cells = line.Split('\t');
        return string.Join('\t', from.Select((at, field) => at >= 0 && at < cells.Length ? cells[at] : _kind.Fields[field].BlankIsNone ? "-" : ""));
    }

    private static string Names(RecordKind kind) => string.Join(',', kind.Fields.Select(f => f.Name));
}
