using Bellwether.Calendar;
using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>Reading the log, for those who may.</summary>
public sealed partial class AuditRoom
{
    /// <summary>Entries checked before others have their turn at the home.</summary>
    private const int AtOnce = 20_000;

    /// <summary>Entries, newest first, and how many there are of those in all.</summary>
    /// <exception cref="NotPermittedException">The reader may not see the log.</exception>
    /// <exception cref="AuditUnwrittenException">That it was read could not be written.</exception>
    public (IReadOnlyList<AuditEntry> Entries, long Of) Find(AuditFilter filter, int skip, int most)
    {
        Demand();
        Write(AuditAction.ReadAudit, "audit", "entries", Words(filter));
        return Take(() => (home.Audit.Find(filter, skip, most), home.Audit.Count(filter)));
    }

    /// <summary>Everybody who stands in the log, by id and name.</summary>
    /// <exception cref="NotPermittedException">The reader may not see the log.</exception>
    public IReadOnlyList<(string Who, string Name)> People()
    {
        Demand();
        return Take(home.Audit.People);
    }

    /// <summary>Who was shown a list in which a child stood, newest first. Ids that were merged with this one count as the same child's.</summary>
    /// <param name="child">The id as the source has it.</param>
    /// <exception cref="NotPermittedException">The reader may not see the log.</exception>
    /// <exception cref="AuditUnwrittenException">That it was asked could not be written.</exception>
    public IReadOnlyList<AuditEntry> OfChild(string child)
    {
        Demand();
        var ids = home.Authority.WithMerged([child.Trim()]);
        Write(AuditAction.ReadAudit, "audit", "one child", children: ids);
        return Take(() => home.Audit.Of(ids));
    }

    /// <summary>Gives every entry, oldest first, to be kept elsewhere.</summary>
    /// <exception cref="NotPermittedException">The reader may not see the log.</exception>
    /// <exception cref="AuditUnwrittenException">That it was read could not be written.</exception>
    public void Export(Action<AuditEntry> give)
    {
        Demand();
        Write(AuditAction.ReadAudit, "audit", "export");
        lock (turn)
            foreach (var entry in home.Audit.All()) give(entry);
    }

    /// <summary>The newest entry's number and hash.</summary>
    /// <exception cref="NotPermittedException">The reader may not see the log.</exception>
    public AuditHead Head()
    {
        Demand();
        return Take(() => home.Audit.Head);
    }

    /// <summary>Walks the chain; others have their turn in between.</summary>
    /// <param name="since">An entry that was found as written before; null to begin at the first.</param>
    /// <exception cref="NotPermittedException">The reader may not see the log.</exception>
    public AuditVerdict Verify(AuditHead? since)
    {
        Demand();
        var verdict = new AuditVerdict(since ?? AuditHead.Nothing, null, "", false);
        while (verdict is { FirstBad: null, IsAll: false }) verdict = Take(() => home.Audit.Verify(verdict.Head, AtOnce));
        return verdict;
    }

    /// <summary>Checks the whole log, and that heads kept elsewhere are still in it.</summary>
    /// <exception cref="NotPermittedException">The reader may not see the log.</exception>
    public AuditVerdict Verify(IReadOnlyList<AuditHead> kept)
    {
        Demand();
        return Take(() => home.Audit.Verify(kept));
    }

    private static string Words(AuditFilter filter) => string.Join("; ", new[]
    {
        filter.Who.Length > 0 ? $"person {filter.Who}" : "", filter.Action, IsoDate.Format(filter.Day), filter.RefusedOnly ? "refused only" : "",
    }.Where(w => w.Length > 0));

    private T Take<T>(Func<T> read)
    {
        lock (turn) return read();
    }

    private void Demand()
    {
        if (Rules.MayHave(person, Level.Audit)) return;
        Refuse("audit", "entries");
        throw new NotPermittedException(Level.Audit);
    }
}
