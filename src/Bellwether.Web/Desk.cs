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
            return new Gate(opened.Known.Performance, opened.Known.Journeys, reader, new Shelves(home, newest, opened.LoadedAt, _turn));
        }
    }

    private Opened Open(int load) => new(load, home.Store.Loads() is [.., var last] ? last.LoadedAt : null, home.AsKnown());

    private sealed record Opened(int Load, DateTimeOffset? LoadedAt, Knowledge Known);
}
