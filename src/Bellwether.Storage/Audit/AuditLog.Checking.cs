using System.Globalization;
using System.Security.Cryptography;

namespace Bellwether.Storage;

/// <summary>Whether the log is as it was written.</summary>
public sealed partial class AuditLog
{
    /// <summary>
    /// Walks the chain and names the first entry that is not as it was written. Every edit, deletion, insertion and swap shows, a cut at the end
    /// or a chain rewritten to its end only against a head that was kept elsewhere.
    /// </summary>
    /// <param name="kept">Heads kept elsewhere, in any order.</param>
    public AuditVerdict Verify(params IReadOnlyList<AuditHead> kept)
    {
        var verdict = Verify(AuditHead.Nothing, int.MaxValue);
        if (verdict.FirstBad is not null) return verdict;
        var good = AuditHead.Nothing;
        foreach (var head in kept.OrderBy(k => k.Number))
        {
            if (head.Number > verdict.Head.Number)
                return verdict with { FirstBad = verdict.Head.Number + 1, Fault = Said($"The log ends with entry {verdict.Head.Number}; entry {head.Number} was kept elsewhere. Entries {verdict.Head.Number + 1} to {head.Number} were cut off.") };
            if (head.Number > 0 && _database.One("select hash from audit_log where authority = @0 and number = @1", _authority, head.Number) as string != head.Hash)
                return verdict with { FirstBad = head.Number, Fault = Said($"Entry {head.Number} is not the one whose hash was kept elsewhere: it, or one of those after entry {good.Number}, was written anew.") };
            good = head;
        }
        return verdict;
    }

    /// <summary>Walks on from an entry that was found as written.</summary>
    /// <param name="since">That entry; <see cref="AuditHead.Nothing"/> for the beginning.</param>
    /// <param name="most">How many entries at most.</param>
    public AuditVerdict Verify(AuditHead since, int most)
    {
        if (since.Number > 0 && _database.One("select hash from audit_log where authority = @0 and number = @1", _authority, since.Number) as string != since.Hash)
            return new AuditVerdict(since, since.Number, Said($"Entry {since.Number} is not as it was when it was last checked."), false);
        var lists = WholeLists(since.Number, most);
        // The first check looks below 1 too, where nothing should be.
        using var command = _database.Command($"select {AuditChain.AsTexts}, previous, hash from audit_log where authority = @0 and number > @1 order by audit_log.number limit {most}",
            _authority, since.Number == 0 ? long.MinValue : since.Number);
        using var reader = command.ExecuteReader();
        var (last, cells, read) = (since, new string[AuditChain.Cells + 2], 0);
        for (; reader.Read(); read++)
        {
            try
            {
                for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
            }
            catch (InvalidCastException)
            {
                return new AuditVerdict(last, last.Number + 1, Said($"Entry {last.Number + 1} lacks a cell."), false);
            }
            var hash = cells[^1];
            if (Fault(last, cells.AsSpan(0, AuditChain.Cells), cells[^2], hash) is { Bad: > 0 } fault) return new AuditVerdict(last, fault.Bad, fault.Words, false);
            if (cells[11].Length > 0 && !lists.Contains(cells[11]))
                return new AuditVerdict(last, last.Number + 1, Said($"The list of children of entry {last.Number + 1} is missing or was changed."), false);
            last = new AuditHead(last.Number + 1, hash);
        }
        return new AuditVerdict(last, null, "", read < most);
    }

    private (long Bad, string Words) Fault(AuditHead last, Span<string> cells, string previous, string hash)
    {
        var number = last.Number + 1;
        if (cells[0] != Text(number)) return (number, Said($"Entry {number} is missing: in its place stands entry {cells[0]}."));
        var isWhole = AuditChain.Hash(previous, _authority, cells) == hash;
        var follows = previous == last.Hash;
        if (isWhole && follows) return (0, "");
        if (isWhole && last.Number > 0) return (last.Number, Said($"Entry {last.Number} is not the one that entry {number} was written after: it was changed, or put in the place of another."));
        // One that would be whole under the number before was moved on to make room, unless it is the entry before a second time.
        cells[0] = Text(number - 1);
        if (last.Number > 0 && hash != last.Hash && AuditChain.Hash(previous, _authority, cells) == hash) return (number - 1, Said($"Entry {number - 1} was put in: entry {number} stood in its place."));
        return (number, Said($"Entry {number} is not as it was written."));
    }

    /// <summary>The lists that the next entries speak of, and whose marks are as they were written.</summary>
    private HashSet<string> WholeLists(long after, int most)
    {
        var whole = new HashSet<string>(StringComparer.Ordinal);
        using var command = _database.Command(
            "select ids, children from audit_lists where authority = @0 and ids in (select ids from audit_log where authority = @0 and ids <> '' and number > @1 and number <= @2)",
            _authority, after, after + most);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            if (Convert.ToHexStringLower(SHA256.HashData(reader.GetFieldValue<byte[]>(1))) is var ids && ids == reader.GetString(0)) whole.Add(ids);
        return whole;
    }

    private static string Said(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
