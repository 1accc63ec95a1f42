using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;
using Bellwether.Scorecards;
using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>
/// What each load of a home told, read back load by load: only figures are kept, a load's records are let go again. Read at the first question and
/// once for every indicator, since building a load's records is what takes the time. The caller holds the home's lock.
/// </summary>
/// <param name="home">The home.</param>
/// <param name="upTo">The newest load that counts.</param>
internal sealed class Tellings(Home home, int upTo)
{
    /// <summary>Loads read back, newest first: a year of monthly ones and some more.</summary>
    private const int MostLoads = 18;

    private const int Months = 25;

    private Dictionary<(string, string), List<Dictionary<Month, ToldFigure>>>? _figures;
    private IReadOnlyList<Telling>? _all;

    /// <summary>The loads with a data date, oldest first.</summary>
    public IReadOnlyList<Telling> All => _all ??= [.. home.Store.Loads().Where(l => l.Id <= upTo && l.DataDate is not null)
        .Select(l => new Telling(l.Id, LondonTime.DateOf(l.LoadedAt), l.DataDate!.Value)).TakeLast(MostLoads)];

    /// <summary>How many different months' ends were told: enough of them tell a usual drift.</summary>
    public int DataMonths => All.Select(t => Month.Of(t.DataDate)).Distinct().Count();

    /// <summary>One indicator's or variant's own window as each load told it.</summary>
    public ReportedSeries Of(Found found)
    {
        _figures ??= Read();
        return new ReportedSeries(All, [.. _figures.GetValueOrDefault((found.Entry.Definition.Id, found.Variant)) ?? [.. All.Select(_ => new Dictionary<Month, ToldFigure>())]]);
    }

    /// <summary>The cases behind a month's figure as known after a load; the last few loads asked for stay open.</summary>
    public Func<Telling, Month, KnownCases?> CasesOf(Found found)
    {
        var open = new Dictionary<int, Knowledge>();
        var recent = All.TakeLast(4).Select(t => t.Load).ToHashSet();
        return (telling, month) =>
        {
            if (!recent.Contains(telling.Load)) return null;
            if (!open.TryGetValue(telling.Load, out var known)) open[telling.Load] = known = home.AsKnown(telling.Load);
            var figures = known.Performance.Figures;
            var rows = figures.Cases(known.Performance.Catalogue.Find(found.Entry.Definition.Id)! with { Variant = found.Variant }, Figures.DefaultWindow(found), month.Last);
            return new KnownCases(rows.Select(r => (r.Child < 0 ? "" : known.Journeys.ChildIds[r.Child], r.Date, r.Verdict)));
        };
    }

    private Dictionary<(string, string), List<Dictionary<Month, ToldFigure>>> Read()
    {
        var read = new Dictionary<(string, string), List<Dictionary<Month, ToldFigure>>>();
        foreach (var telling in All)
        {
            var performance = home.AsKnown(telling.Load).Performance;
            foreach (var entry in performance.Catalogue.Entries.Where(e => e.Bound is not null))
            {
                var trend = performance.Row(new Found(entry, ""), Month.Of(telling.DataDate), Months).Trend;
                if (!read.TryGetValue((entry.Definition.Id, ""), out var loads)) read[(entry.Definition.Id, "")] = loads = [];
                loads.Add(ReportedSeries.Read(trend));
            }
        }
        return read;
    }
}
