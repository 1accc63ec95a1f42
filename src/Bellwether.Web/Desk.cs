using Bellwether.Journeys;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Packs;

namespace Bellwether.Web;

/// <summary>
/// What one home knows, kept ready: journeys and figures are built at the first question and again when a load has arrived, also one that
/// another process made. One lock stands around all of it.
/// </summary>
/// <param name="home">An opened home; the caller disposes it.</param>
/// <param name="time">The clock.</param>
public sealed class Desk(Home home, TimeProvider time)
{
    /// <summary>Loads kept ready: the newest, and the others asked for last.</summary>
    internal const int Kept = 3;

    private readonly Lock _turn = new();
    private readonly List<Opened> _opened = [];
    private readonly Uploads _uploads = new(home, time);
    private AuditHead? _checked;

    /// <summary>The clock.</summary>
    internal TimeProvider Time => time;

    /// <summary>Name, teams and districts.</summary>
    public Authority Authority => home.Authority;

    /// <summary>Opens the gate for one reader.</summary>
    /// <param name="knownAt">As known at the close of this day in London; null for the newest load.</param>
    public Gate GateFor(Principal reader, DateOnly? knownAt = null)
    {
        lock (_turn)
        {
            var load = knownAt is { } day ? home.LoadKnownOn(day) : home.Store.NewestLoad();
            var opened = Open(load);
            return new Gate(opened.Known.Performance, opened.Known.Journeys, WithRights(reader),
                new Shelves(home, load, opened.LoadedAt, _turn) { KnownAt = knownAt, KnownAfter = KnownAfter, Tellings = opened.Tellings, Uploads = _uploads })
            { RestrictedIds = Gate.RestrictedIn(home) };
        }
    }

    /// <summary>The audit log for one person.</summary>
    internal AuditRoom AuditOf(Principal person) => new(home, person, _turn);

    /// <summary>Checks the audit log from where it was last found as written, or the whole of it.</summary>
    /// <returns>What was found, and the number of the entry from which the check went on; 0 where it began at the first.</returns>
    internal (AuditVerdict Verdict, long After) CheckAudit(Principal person, bool whole)
    {
        var since = whole ? null : _checked;
        var verdict = AuditOf(person).Verify(since);
        _checked = verdict.FirstBad is null ? verdict.Head : null;
        return (verdict, since?.Number ?? 0);
    }

    /// <summary>The person with what people.csv of the home says of them now: a right given or taken counts from the next request on.</summary>
    internal Principal WithRights(Principal person) => PeopleFile.WithRights(home.Folder, person);

    /// <summary>Where packs are made for the reader of a gate.</summary>
    internal PackRoom PacksOf(Gate gate) => new(home, gate, _turn, time);

    /// <summary>What was known after a load, kept ready for the few asked for last.</summary>
    private Knowledge KnownAfter(int load) => Open(load).Known;

    private Opened Open(int load)
    {
        // Targets and their like are edited while the pages stand: the figures stay, what stands beside them is read anew.
        var stamp = Scorecards.Commitments.StampOf(home.Folder);
        var found = _opened.Find(o => o.Load == load);
        var opened = found switch
        {
            null => new(load, home.Store.Loads().FirstOrDefault(l => l.Id == load)?.LoadedAt, stamp, home.AsKnown(load), new Tellings(home, load, KnownAfter)),
            _ when found.Stamp == stamp => found,
            _ => found with { Stamp = stamp, Known = found.Known with { Performance = found.Known.Performance.With(home.Commitments) } },
        };
        if (found is not null) _opened.Remove(found);
        _opened.Insert(0, opened);
        if (_opened.Count > Kept) _opened.RemoveAt(_opened.FindLastIndex(o => o.Load < _opened.Max(n => n.Load)));
        return opened;
    }

    private sealed record Opened(int Load, DateTimeOffset? LoadedAt, string Stamp, Knowledge Known, Tellings Tellings);
}
