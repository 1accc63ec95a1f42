using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Bellwether.Calendar;

namespace Bellwether.Storage;

/// <summary>
/// The audit log of one authority: who was shown what of which children, who was refused, who changed what. An entry is on disk when
/// <see cref="Write"/> returns. Entries are only ever added, and hang together by their hashes, so that <see cref="Verify"/> finds the first
/// one that somebody changed, put in or took out.
/// </summary>
public sealed partial class AuditLog
{
    private readonly Database _database;
    private readonly string _authority;
    private readonly TimeProvider _time;
    private readonly ChildMarks _marks;

    internal AuditLog(Database database, string authority, TimeProvider time, ChildMarks marks) =>
        (_database, _authority, _time, _marks) = (database, authority, time, marks);

    /// <summary>The newest entry's number and hash: to be kept elsewhere.</summary>
    public AuditHead Head
    {
        get
        {
            using var command = _database.Command("select number, hash from audit_log where authority = @0 order by number desc limit 1", _authority);
            using var reader = command.ExecuteReader();
            return reader.Read() ? new AuditHead(reader.GetInt64(0), reader.GetString(1)) : AuditHead.Nothing;
        }
    }

    /// <summary>Writes an entry; it is on disk when this returns.</summary>
    /// <exception cref="AuditUnwrittenException">It could not be written: what it speaks of must not be shown or done.</exception>
    public AuditHead Write(AuditNote note)
    {
        try
        {
            using var write = _database.Write();
            var head = Add(note);
            write.Commit();
            return head;
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            throw new AuditUnwrittenException(e);
        }
    }

    /// <summary>Adds an entry inside a <see cref="Database.Write"/>.</summary>
    internal AuditHead Add(AuditNote note)
    {
        var last = Head;
        var number = last.Number + 1;
        var children = _marks.Of(note.Children);
        var ids = children.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(children));
        if (ids.Length > 0 && _database.One("select 1 from audit_lists where authority = @0 and ids = @1", _authority, ids) is null)
            _database.Run("insert into audit_lists(authority, ids, children) values (@0, @1, @2)", _authority, ids, children);
        var at = IsoTime.Format(_time.GetUtcNow());
        string[] cells =
        [
            Text(number), at, note.Who, note.Name, note.Role, note.Scope, note.Action.Words(), note.Kind, note.Object, note.Filter,
            Text(note.Rows), ids, note.Reason, note.IsRefused ? "1" : "0", Home.Software,
        ];
        var hash = AuditChain.Hash(last.Hash, _authority, cells);
        _database.Run(
            $"insert into audit_log(authority, {AuditChain.Columns}, previous, hash) values (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17)",
            _authority, number, at, note.Who, note.Name, note.Role, note.Scope, cells[6], note.Kind, note.Object, note.Filter,
            (long)note.Rows, ids, note.Reason, note.IsRefused ? 1L : 0L, Home.Software, last.Hash, hash);
        return new AuditHead(number, hash);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
