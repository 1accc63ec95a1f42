using System.Data.Common;
using System.Text.Json;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Journeys;

namespace Bellwether.Storage;

/// <summary>
/// The store of one home: loads, record versions, statements. Loads only ever add; an earlier state can be asked for.
/// Not safe for two threads at once; a home takes turns.
/// </summary>
public sealed class Store : IDisposable
{
    private readonly Database _database;
    private readonly CodeLists _codes;
    private readonly string _authority;
    private readonly TimeProvider _time;

    private Store(Database database, CodeLists codes, string authority, TimeProvider time) =>
        (_database, _codes, _authority, _time) = (database, codes, authority, time);

    /// <summary>Texts, sign-offs, meetings and decisions.</summary>
    public Workflow Workflow => new(_database, _authority, _time);

    /// <summary>The audit log, which knows children by marks that need the home's key.</summary>
    internal AuditLog AuditUnder(ReadOnlySpan<byte> key) => new(_database, _authority, _time, new ChildMarks(key));

    /// <summary>Which children are restricted.</summary>
    public Restrictions Restrictions => new(_database, _codes, _authority, _time);

    /// <summary>Opens the store, made where it is missing.</summary>
    /// <param name="place">A file or a server.</param>
    /// <param name="codes">Code lists, for codes kept by name.</param>
    /// <param name="authority">The LA code every row carries.</param>
    /// <param name="time">The clock that stamps loads.</param>
    public static Store Open(StorePlace place, CodeLists codes, string authority, TimeProvider time) =>
        new(Database.Open(place), codes, authority, time);

    /// <summary>The store over a database that is open already.</summary>
    internal static Store Over(Database database, CodeLists codes, string authority, TimeProvider time) => new(database, codes, authority, time);

    /// <summary>
    /// Loads an extract: all of it or nothing. Content that the newest load of the same day and lists already gave is a no-op that cites it.
    /// </summary>
    /// <param name="extract">Must not be rejected.</param>
    /// <param name="byteHash">SHA-256 of the files' bytes, for the record.</param>
    /// <param name="settings">The home's merged ids; null for none.</param>
    public LoadResult Load(Extract extract, string byteHash, Authority? settings = null)
    {
        if (extract.IsRejected) throw new ArgumentException("A rejected extract is never loaded.", nameof(extract));
        try { return LoadWhole(extract, byteHash, settings ?? Authority.Unnamed); }
        catch (DbException e)
        {
            throw new IOException(_database.Explain(e) + " What was known before the load stands; should it have been kept after all, the next start says so.", e);
        }
    }

    private LoadResult LoadWhole(Extract extract, string byteHash, Authority settings)
    {
        using var write = _database.Write();
        var loading = new Loading(_database, _codes, _authority, extract);
        var repeat = loading.SameAs();
        if (repeat is { } earlier) return new LoadResult(earlier, true, []);
        var told = RestrictionsOfLoad.Of(Restrictions, extract, settings, LastReceipt(Loading.SourcesOf(extract)));
        var load = loading.Begin(_time.GetUtcNow(), byteHash,
            JsonSerializer.Serialize(extract.Receipt), JsonSerializer.Serialize(extract.Findings.Concat(told.Findings)));
        var changes = loading.WriteAll(load);
        told.Write(load);
        write.Commit();
        return new LoadResult(load, false, changes) { ForTheLead = told.Findings };
    }

    /// <summary>The receipt of the newest load of the same sources; empty where there is none.</summary>
    private List<ReceiptLine> LastReceipt(string sources) =>
        _database.One("select receipt from loads where authority = @0 and sources = @1 order by id desc limit 1", _authority, sources) is string receipt
            ? JsonSerializer.Deserialize<List<ReceiptLine>>(receipt)! : [];

    /// <summary>The load of those bytes after a load; null where there is none.</summary>
    internal int? After(int load, string byteHash) =>
        (int)_database.Number("select coalesce(max(id), 0) from loads where authority = @0 and id > @1 and byte_hash = @2", _authority, load, byteHash) is > 0 and var id ? id : null;

    /// <summary>Number of the newest load; 0 where there is none.</summary>
    public int NewestLoad() => (int)_database.Number("select coalesce(max(id), 0) from loads where authority = @0", _authority);

    /// <summary>Every load, oldest first.</summary>
    public IReadOnlyList<StoredLoad> Loads()
    {
        var loads = new List<StoredLoad>();
        using var command = _database.Command(
            "select id, loaded_at, data_date, data_date_given, receipt, findings from loads where authority = @0 order by id", _authority);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            loads.Add(new StoredLoad(
                reader.GetInt32(0),
                IsoTime.Parse(reader.GetString(1)),
                reader.IsDBNull(2) ? null : Days.Date(reader.GetInt32(2)),
                reader.GetInt32(3) == 1,
                JsonSerializer.Deserialize<List<ReceiptLine>>(reader.GetString(4))!,
                JsonSerializer.Deserialize<List<Finding>>(reader.GetString(5))!));
        return loads;
    }

    /// <summary>
    /// What is known after a load (all loads where none is named): one version of each record, statements oldest first, values newest last.
    /// </summary>
    public RecordSet Records(RecordKinds kinds, int? afterLoad = null) =>
        new Remembering(_database, _codes, _authority, kinds).Upto(afterLoad ?? NewestLoad());

    /// <summary>The same with records of these children alone; those of workers, teams and areas are all there.</summary>
    internal RecordSet RecordsOf(IReadOnlySet<string> children, RecordKinds kinds, int afterLoad) =>
        new Remembering(_database, _codes, _authority, kinds) { Children = children }.Upto(afterLoad);

    /// <summary>
    /// The children of whom something else was known after one load than after another; null where records of workers, teams or areas or
    /// keyed values differ too, or more children than <paramref name="most"/>.
    /// </summary>
    internal IReadOnlySet<string>? ChangedChildren(RecordKinds kinds, int from, int to, int most)
    {
        if (_database.One("select 1 from keyed_values v join loads l on l.id = v.load where l.authority = @0 and ((v.load > @1 and v.load <= @2) or (v.until_load > @1 and v.until_load <= @2)) limit 1",
            _authority, from, to) is not null) return null;
        var children = new HashSet<string>(StringComparer.Ordinal);
        using var command = _database.Command(
            "select distinct kind, subject from records where authority = @0 and ((since_load > @1 and since_load <= @2) or (until_load > @1 and until_load <= @2))",
            _authority, from, to);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (kinds.Find(reader.GetString(0)) is not { Subject: SubjectKind.Child }) return null;
            if (children.Add(reader.GetString(1)) && children.Count > most) return null;
        }
        return children;
    }

    /// <summary>What a person should be asked before this extract is loaded, the answers left out that were given; nothing of content that is there already.</summary>
    /// <param name="extract">What is to be loaded.</param>
    /// <param name="answers">Those given.</param>
    /// <param name="settings">The home's teams, districts and merged ids.</param>
    internal List<Question> Questions(Extract extract, IReadOnlyList<Answer> answers, Authority? settings = null)
    {
        var earlier = new List<EarlierLoad>();
        using (var command = _database.Command("select id, measures, data_date, sources from loads where authority = @0 and measures <> '' order by id desc limit 100", _authority))
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                earlier.Add(new EarlierLoad(reader.GetInt32(0), Measures.Read(reader.GetString(1)), reader.IsDBNull(2) ? null : reader.GetInt32(2), reader.GetString(3)));
        var ofRecords = earlier.Count == 0 ? [] : new AskingOfRecords(_database, _authority, extract, settings ?? Authority.Unnamed).All();
        var open = Asking.Of(extract, earlier).Concat(ofRecords).Where(q => !answers.Any(a => a.Settles(q))).ToList();
        var sources = Loading.SourcesOf(extract);
        var reissued = answers.Any(a => a.Source == sources && a.Code.StartsWith("reissue:", StringComparison.Ordinal)) ? null : Asking.Reissued(extract, sources, earlier);
        if (open.Count == 0 && reissued is null) return open;
        // Written and not kept: nothing else says so surely what a load would change.
        using var write = _database.Write();
        var loading = new Loading(_database, _codes, _authority, extract);
        if (loading.SameAs() is not null) return [];
        if (reissued is not null && Asking.Reissue(extract, sources, reissued, loading.WriteAll(loading.Begin(_time.GetUtcNow(), "", "[]", "[]"))) is { } question) open.Add(question);
        return open;
    }

    /// <summary>What changed of each kind between what was known after one load and after another.</summary>
    internal IReadOnlyList<KindDifference> Differences(RecordKinds kinds, int from, int to) =>
        [.. kinds.All.SelectMany(kind => Storage.Differences.OfKind(kind,
            Only(kind, "since_load <= @2 and until_load > @2 and until_load <= @3", from, to),
            Only(kind, "since_load > @2 and since_load <= @3 and (until_load is null or until_load > @3)", from, to)))];

    private List<Line> Only(RecordKind kind, string known, int from, int to)
    {
        var order = new FieldOrder(_database, kind);
        var lines = new List<Line>();
        using var command = _database.Command(
            $"select record_key, subject, fields, since_load, open_until from records where authority = @0 and kind = @1 and {known} order by id", _authority, kind.Name, from, to);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            lines.Add(new Line(reader.GetString(0), reader.GetString(1), order.Now(reader.GetString(2), reader.GetInt32(3)), 0, 0) { OpenUntil = reader.IsDBNull(4) ? Days.None : reader.GetInt32(4) });
        return lines;
    }

    /// <summary>What is known of a kind now: key, subject and day number of the first field, in no order.</summary>
    internal IEnumerable<(string Key, string Subject, int First)> Keys(string kind)
    {
        using var command = _database.Command(
            "select record_key, subject, fields from records where authority = @0 and kind = @1 and until_load is null", _authority, kind);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return (reader.GetString(0), reader.GetString(1), Cells.Day(reader.GetString(2), 0));
    }

    public void Dispose() => _database.Dispose();
}
