using System.Globalization;
using Bellwether.Storage;
using Bellwether.Tests.Journeys;
using Xunit;

namespace Bellwether.Tests.Storage;

/// <summary>
/// Somebody who owns the database drops the triggers and edits, deletes, moves, puts in, swaps and cuts off entries at random: each time the
/// log says so and names the first bad entry. <c>BELLWETHER_TAMPERINGS</c> sets how often; each is rolled back before the next.
/// </summary>
public abstract class AuditTamperingTests(StoreEngine engine) : StoreTests(engine)
{
    private const int Entries = 40;
    private const string Cells = "at, who, name, role, scope, action, kind, object, filter, listed, ids, reason, refused, product, previous, hash";

    private static readonly string[] Texts = ["at", "who", "name", "role", "scope", "action", "kind", "object", "filter", "ids", "reason", "product", "previous", "hash"];

    private static int Times => int.TryParse(Environment.GetEnvironmentVariable("BELLWETHER_TAMPERINGS"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : 600;

    [Fact]
    public void Every_tampering_is_found_and_the_first_bad_entry_named()
    {
        using var database = Database.Open(Scratch.Place);
        var log = Bellwether.Storage.Store.Over(database, RecordsFixture.Codes, "997", TimeProvider.System).AuditUnder([7]);
        for (var i = 0; i < Entries; i++)
            log.Write(AuditTests.Note(i % 4 == 0 ? AuditAction.ReadFindings : AuditAction.ListedCases, i % 4 == 0 ? [] : [.. Enumerable.Range(0, i % 6).Select(c => $"C{c}")]));
        var head = log.Head;
        Assert.Null(log.Verify(head).FirstBad);
        var (random, seen) = (new Random(20261122), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var time = 0; time < Times; time++)
        {
            using var write = database.Write();
            DropTriggers(database);
            var (what, first) = Tamper(database, random);
            var verdict = log.Verify(head);
            Assert.True(verdict.FirstBad == first, $"Round {time}, {what}: entry {first} is the first bad one, and the check says {verdict.FirstBad}: {verdict.Fault}");
            Assert.NotEmpty(verdict.Fault);
            seen[what.Split(' ')[0]] = seen.GetValueOrDefault(what.Split(' ')[0]) + 1;
        }
        Assert.Equal(12, seen.Count);
        Assert.Null(log.Verify(head).FirstBad);
    }

    /// <summary>Changes something; what, and the entry that is then the first bad one.</summary>
    private static (string What, long First) Tamper(Database database, Random random)
    {
        long k = random.Next(1, Entries + 1), inner = random.Next(1, Entries);
        switch (random.Next(12))
        {
            case 0:
                var column = Texts[random.Next(Texts.Length)];
                database.Run($"update audit_log set {column} = {column} || 'x' where number = @0", k);
                return ($"text {column} of {k}", k);
            case 1:
                database.Run($"update audit_log set {(random.Next(2) == 0 ? "listed = listed + 1" : "refused = 1 - refused")} where number = @0", k);
                return ($"number in {k}", k);
            case 2:
                database.Run("update audit_log set who = 'nobody' where number = @0", k);
                Rehash(database, k);
                return ($"rehashed {k}", k);
            case 3:
                database.Run("delete from audit_log where number = @0", k);
                return ($"deleted {k}", k);
            case 4:
                database.Run("delete from audit_log where number = @0", inner);
                Shift(database, inner + 1, -1);
                return ($"closed-up {inner}", inner);
            case 5:
                database.Run("delete from audit_log where number >= @0", k);
                return ($"cut from {k}", k);
            case 6:
                Shift(database, k, 1);
                Copy(database, k == 1 ? 3 : k - 1, k, random.Next(2) == 0);
                return ($"inserted {k}", k);
            case 7:
                var other = random.NextInt64(inner + 1, Entries + 1);
                database.Run("update audit_log set number = -number where number in (@0, @1)", inner, other);
                database.Run("update audit_log set number = case number when @0 then @1 else @2 end where number < 0", -inner, other, inner);
                return ($"swapped {inner} and {other}", inner);
            case 8:
                database.Run("update audit_log set authority = '998' where number = @0", k);
                return ($"moved-away {k}", k);
            case 9:
                Copy(database, k, -random.Next(0, 5), true);
                return ("below-one", 1);
            case 10:
                var ids = (string)database.One("select ids from audit_log where ids <> '' order by ids limit 1 offset @0", random.Next(0, 4))!;
                var user = database.Number("select min(number) from audit_log where ids = @0", ids);
                if (random.Next(2) == 0) database.Run("delete from audit_lists where ids = @0", ids);
                else database.Run("update audit_lists set children = @1 where ids = @0", ids, new byte[16 * random.Next(1, 4)]);
                return ($"list of {user}", user);
            default:
                // The end written anew with a chain that holds: only the head kept elsewhere shows it.
                database.Run("update audit_log set object = 'other' where number = @0", k);
                for (var n = k; n <= Entries; n++) Rehash(database, n);
                return ($"rewritten from {k}", Entries);
        }
    }

    /// <summary>Makes an entry hang on the one before it.</summary>
    private static void Rehash(Database database, long number)
    {
        var previous = database.One("select hash from audit_log where number = @0", number - 1) as string ?? AuditHead.Nothing.Hash;
        var cells = new string[AuditChain.Cells];
        using (var command = database.Command($"select {AuditChain.AsTexts} from audit_log where number = @0", number))
        using (var reader = command.ExecuteReader())
        {
            Assert.True(reader.Read());
            for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
        }
        database.Run("update audit_log set previous = @1, hash = @2 where number = @0", number, previous, AuditChain.Hash(previous, "997", cells));
    }

    private static void Shift(Database database, long from, int by)
    {
        database.Run("update audit_log set number = -(number + @1) where number >= @0", from, (long)by);
        database.Run("update audit_log set number = -number where number < 0");
    }

    private static void Copy(Database database, long from, long to, bool holds)
    {
        database.Run($"insert into audit_log(authority, number, {Cells}) select authority, cast(@1 as bigint), {Cells} from audit_log where number = @0", from, to);
        if (holds && to > 0) Rehash(database, to);
    }

    private static void DropTriggers(Database database)
    {
        foreach (var (trigger, table) in new[] { ("audit_log_follows", "audit_log"), ("audit_log_stays", "audit_log"), ("audit_log_remains", "audit_log"), ("audit_lists_once", "audit_lists"), ("audit_lists_stay", "audit_lists"), ("audit_lists_remain", "audit_lists") })
            if (database is SqliteDatabase) database.Run($"drop trigger if exists {trigger}");
            else database.Run($"drop trigger if exists {trigger} on {table}");
    }
}

public sealed class AuditTamperingTestsOnSqlite() : AuditTamperingTests(StoreEngine.Sqlite);

public sealed class AuditTamperingTestsOnPostgres() : AuditTamperingTests(StoreEngine.PostgreSql);
