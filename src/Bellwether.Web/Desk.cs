using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;
using Bellwether.Scorecards;
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
    private readonly Catalogue _catalogue = Catalogue.Load(Shelf.Path(), Path.Combine(home.Folder, "definitions"), home.Kinds, home.Codes);
    private Known? _known;

    /// <summary>Name, teams and districts.</summary>
    public Authority Authority => home.Authority;

    /// <summary>Opens the gate for one reader, on the newest load.</summary>
    public Gate GateFor(Principal reader)
    {
        lock (_turn)
        {
            var newest = home.Store.NewestLoad();
            if (_known is not { } known || known.Load != newest) _known = known = Build(newest);
            return new Gate(known.Performance, known.Journeys, reader, new Shelves(home, newest, known.LoadedAt, _turn));
        }
    }

    private Known Build(int load)
    {
        var journeys = home.Journeys();
        var performance = new Performance(new Figures(journeys, _catalogue), _catalogue, home.Targets, home.Owners);
        return new Known(load, home.Store.Loads() is [.., var last] ? last.LoadedAt : null, journeys, performance);
    }

    private sealed record Known(int Load, DateTimeOffset? LoadedAt, Journeys.Journeys Journeys, Performance Performance);
}
