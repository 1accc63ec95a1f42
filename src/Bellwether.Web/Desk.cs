using Bellwether.Journeys;
using Bellwether.Storage;
using Bellwether.Web.Access;

namespace Bellwether.Web;

/// <summary>
/// What one home knows, kept ready: journeys and figures are built at the first question and again when a load has arrived, also one that
/// another process made. One lock stands around all of it.
/// </summary>
/// <param name="home">An opened home; the caller disposes it.</param>
public sealed class Desk(Home home)
{
    private readonly Lock _turn = new();
    private Opened? _opened;

    /// <summary>Name, teams and districts.</summary>
    public Authority Authority => home.Authority;

    /// <summary>Opens the gate for one reader, on the newest load.</summary>
    public Gate GateFor(Principal reader)
    {
        lock (_turn)
        {
            var newest = home.Store.NewestLoad();
            if (_opened is not { } opened || opened.Load != newest) _opened = opened = Open(newest);
            // Targets and their like are edited while the pages stand: the figures stay, what stands beside them is read anew.
            var stamp = Scorecards.Commitments.StampOf(home.Folder);
            if (opened.Stamp != stamp) _opened = opened = opened with { Stamp = stamp, Known = opened.Known with { Performance = opened.Known.Performance.With(home.Commitments) } };
            return new Gate(opened.Known.Performance, opened.Known.Journeys, reader, new Shelves(home, newest, opened.LoadedAt, _turn) { Tellings = opened.Tellings });
        }
    }

    private Opened Open(int load) =>
        new(load, home.Store.Loads() is [.., var last] ? last.LoadedAt : null, Scorecards.Commitments.StampOf(home.Folder), home.AsKnown(), new Tellings(home, load));

    private sealed record Opened(int Load, DateTimeOffset? LoadedAt, string Stamp, Knowledge Known, Tellings Tellings);
}
