using System.Data.Common;
using System.Globalization;
using Bellwether.Calendar;

namespace Bellwether.Storage;

/// <summary>What stands in the log.</summary>
public sealed partial class AuditLog
{
    private const string Entry = $"{AuditChain.Columns}, previous, hash";

    /// <summary>Entries, newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="skip">How many of the newest are left out.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<AuditEntry> Find(AuditFilter filter, int skip = 0, int most = int.MaxValue)
    {
        var (where, values) = Where(filter);
        return Read($"select {Entry} from audit_log where {where} order by number desc limit {most} offset {skip}", values).ToList();
    }

    /// <summary>How many entries there are of those.</summary>
    public long Count(AuditFilter filter)
    {
        var (where, values) = Where(filter);
        return _database.Number($"select count(*) from audit_log where {where}", values);
    }

    /// <summary>Everybody who stands in the log, by id, with their name in the newest entry.</summary>
    public IReadOnlyList<(string Who, string Name)> People()
    {
        var people = new List<(string, string)>();
        using var command = _database.Command(
            "select a.who, a.name from audit_log a join (select who, max(number) as last from audit_log where authority = @0 group by who) n on n.last = a.number where a.authority = @0 order by a.name",
            _authority);
        using var reader = command.ExecuteReader();
        while (reader.Read()) people.Add((reader.GetString(0), reader.GetString(1)));
        return people;
    }

    /// <summary>Every entry, oldest first, for an export. No other command until it is read to its end.</summary>
    public IEnumerable<AuditEntry> All() => Read($"select {Entry} from audit_log where authority = @0 order by number", [_authority]);

    /// <summary>The entries about lists in which one of these children stood, newest first: who opened this child's file.</summary>
    /// <param name="children">The ids that one child has or had.</param>
    public IReadOnlyList<AuditEntry> Of(IEnumerable<string> children)
    {
        var marks = children.Select(_marks.Of).ToHashSet();
        var lists = new List<string>();
        using (var command = _database.Command("select ids, children from audit_lists where authority = @0", _authority))
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                if (ChildMarks.Holds(reader.GetFieldValue<byte[]>(1), marks)) lists.Add(reader.GetString(0));
        return [.. lists.SelectMany(ids => Read($"select {Entry} from audit_log where authority = @0 and ids = @1 and ids <> ''", [_authority, ids]).ToList()).OrderByDescending(e => e.Number)];
    }

    private (string Where, object?[] Values) Where(AuditFilter filter)
    {
        var (where, values) = ("authority = @0", new List<object?> { _authority });
        void And(string column, string sign, string value)
        {
            where += string.Create(CultureInfo.InvariantCulture, $" and {column} {sign} @{values.Count}");
            values.Add(value);
        }
        if (filter.Who.Length > 0) And("who", "=", filter.Who);
        if (filter.Action.Length > 0) And("action", "=", filter.Action);
        if (filter.RefusedOnly) where += " and refused = 1";
        if (filter.Day is { } day)
        {
            And("at", ">=", IsoDate.Format(day));
            And("at", "<", IsoDate.Format(day.AddDays(1)));
        }
        return (where, [.. values]);
    }

    private IEnumerable<AuditEntry> Read(string sql, object?[] values)
    {
        using var command = _database.Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return Read(reader);
    }

    private static AuditEntry Read(DbDataReader r) => new(
        r.GetInt64(0), IsoTime.TryParse(r.GetString(1), out var at) ? at : default,
        r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetString(9),
        (int)r.GetInt64(10), r.GetString(11), r.GetString(12), r.GetInt64(13) == 1, r.GetString(14), r.GetString(15), r.GetString(16));
}
