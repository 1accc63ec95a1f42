using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>What the gate lets out beside figures: targets, benchmarks, areas, what earlier loads told. None of it is about one child.</summary>
public sealed partial class Gate
{
    private static readonly Lazy<BenchmarkSet> Published = new(BenchmarkSet.Shipped);

    /// <summary>Opens the gate for the owner of a home, as known after a load; after the newest where none is named.</summary>
    public static Gate ForOwner(Home home, int? afterLoad, Principal owner)
    {
        var load = afterLoad ?? home.Store.NewestLoad();
        var known = home.AsKnown(load);
        return new Gate(known.Performance, known.Journeys, PeopleFile.WithLinks(home.Folder, owner), new Shelves(home, load, null, new Lock()) { Tellings = new Tellings(home, load, after => after == load ? known : home.AsKnown(after), onlyAsked: true) })
        { RestrictedIds = RestrictedIn(home) };
    }

    /// <summary>Targets, owners, milestones, change points and forecasts.</summary>
    public Commitments Commitments => _performance.Commitments;

    /// <summary>True where the reader may set targets and write forecasts.</summary>
    public bool MaySetTargets => Rules.MayHave(Principal, Level.Targets);

    /// <summary>The indicators that can be computed, by title.</summary>
    public IReadOnlyList<Found> Indicators => [.. Catalogue.Entries.Where(e => e.Bound is not null).Select(e => new Found(e, "")).OrderBy(f => f.Entry.Definition.Title, StringComparer.Ordinal)];

    /// <summary>Who changed which target, newest first; nothing where no home stands behind the gate.</summary>
    public IReadOnlyList<TargetChange> TargetChanges => TargetHistory.Load(_shelves.Home.Folder);

    /// <summary>A sentence where the file of targets was changed by hand since; empty where it was not.</summary>
    public string TargetsByHand => TargetHistory.ByHand(_shelves.Home.Folder);

    /// <summary>The mark of the file of targets as it lies there.</summary>
    public string TargetsMark => TargetFile.MarkOf(_shelves.Home.Folder);

    /// <summary>What a target may be set for: the whole authority, districts, teams of today, and kinds of case where the indicator has them.</summary>
    public IReadOnlyList<(string Code, string Name)> AreasOf(Found found)
    {
        var definition = found.Entry.Definition;
        var areas = new List<(string, string)> { ("", AreaName("")) };
        if (definition.Breakdowns.Contains("district", StringComparer.Ordinal)) areas.AddRange(_journeys.Authority.Districts.Select(d => (d.Code, d.Name)));
        if (definition.Breakdowns.Contains("team", StringComparer.Ordinal))
            areas.AddRange(_journeys.Authority.Teams.Where(t => t.To is null).DistinctBy(t => t.Code).Select(t => (t.Code, TeamName(t.Code, DateOnly.MaxValue))));
        if (definition.Breakdowns.Contains("case-type", StringComparer.Ordinal) && _journeys.Attribute("case-type") is { } types)
            areas.AddRange(types.Codes.Zip(types.Labels).Where(t => t.First is not ("unknown" or "none")).Select(t => (Performance.AreaOf("case-type", t.First), t.Second)));
        return areas;
    }

    /// <summary>A target's area as readers call it.</summary>
    public string AreaName(string area) => area.Length == 0 ? "Whole authority"
        : _journeys.Authority.Districts.Where(d => d.Code == area).Select(d => d.Name).FirstOrDefault()
        ?? (area.Split(':') is [var breakdown, var member] ? _performance.Figures.Label(breakdown, member) : TeamName(area, DateOnly.MaxValue));

    /// <summary>What is wrong with the targets that stand in the file, in words, with their lines.</summary>
    public IReadOnlyList<string> TargetFaults
    {
        get
        {
            var rules = new TargetRules(Catalogue, _journeys.Authority);
            return [.. Commitments.Targets.All.SelectMany(t => rules.Faults(t).Select(f => $"Line {t.Line}: {f}"))];
        }
    }

    /// <summary>Sets a target, and writes down who did.</summary>
    /// <param name="who">Who answers for the change.</param>
    /// <param name="mark">The mark of the file that the person saw; null to take it as it is.</param>
    /// <returns>What is wrong, in words; empty where it was set.</returns>
    /// <exception cref="NotPermittedException">The reader is no analyst.</exception>
    public IReadOnlyList<string> SetTarget(Target target, string who, DateTimeOffset when, string? mark = null)
    {
        Demand(Level.Targets);
        return Take(() => TargetFile.Set(_shelves.Home.Folder, target, new TargetRules(Catalogue, _journeys.Authority), who, when, mark));
    }

    /// <summary>Keeps an officer's forecast, unless it was said after the month was over and its figure is known.</summary>
    /// <returns>Why not, in words; empty where it was kept.</returns>
    /// <exception cref="NotPermittedException">The reader is no analyst.</exception>
    public string AddForecast(Forecast forecast)
    {
        Demand(Level.Targets);
        if (forecast.By.Trim().Length == 0) return "Say who expects it.";
        if (HasData && forecast.Period <= LatestMonth && forecast.On > forecast.Period.Last) return $"{forecast.Period.Label} is over: a forecast is made before.";
        return Take(() =>
        {
            Forecasts.Add(_shelves.Home.Folder, forecast);
            return "";
        });
    }

    /// <summary>What is published beside a line's last month.</summary>
    public IReadOnlyList<BenchmarkBeside> Benchmarks(FilledRow row, NeighbourModel model = NeighbourModel.May2025) =>
        BenchmarkBeside.Of(Published.Value, row, _journeys.Authority, Commitments.Groups, model);

    /// <summary>The national summary of a month over every indicator that has a published measure.</summary>
    public NationalSummary Summary(Month period, NeighbourModel model = NeighbourModel.May2025) => Take(() => NationalSummary.Of(Published.Value,
        [.. Indicators.Where(f => Published.Value.NamesOf(f.Entry.Definition).Count > 0).Select(f => _performance.Row(f, period, 2))], _journeys.Authority, Commitments.Groups, model));

    /// <summary>The indicators of a scorecard by district or team.</summary>
    /// <param name="breakdown">district or team.</param>
    public AreaGrid Areas(Scorecard scorecard, Month period, string breakdown) => Take(() => AreaGrid.Of(_performance, scorecard, period, breakdown));

    /// <summary>A scorecard's indicators by two breakdowns crossed. Such cells get as small as one child, so they need the right to rows.</summary>
    /// <exception cref="NotPermittedException">The reader may not have it.</exception>
    public CrossedAreas Crossed(Scorecard scorecard, Month period, Breakdown breakdown)
    {
        Demand(Level.Children);
        var crossed = Take(() => CrossedAreas.Of(_performance, scorecard, period, Listed(breakdown)));
        Audit.Write(AuditAction.CrossedFigures, "scorecard", scorecard.Id, $"{period}; {Words(breakdown)}", crossed.Rows.Count);
        return crossed;
    }

    /// <summary>Indicators that hang together with one, each with its own figure of the day.</summary>
    public IReadOnlyList<Linked> LinkedTo(Definition definition, DateOnly day) => Take(() => Linked.Of(_performance, definition, day));

    /// <summary>What an indicator serves.</summary>
    public IReadOnlyList<Priority> PrioritiesOf(Definition definition) => [.. definition.Priorities.Select(Catalogue.Priorities.GetValueOrDefault).OfType<Priority>()];

    /// <summary>One indicator as each load told it, in its own window. Nothing where no home stands behind the gate.</summary>
    public ReportedSeries Reported(Found found) => _shelves.Tellings is not { } tellings ? new ReportedSeries([], []) : Take(() => tellings.Of(found.Entry.Definition.Id));

    /// <summary>Every change of an indicator's figures from load to load, with the reason.</summary>
    public IReadOnlyList<Restatement> Restated(Found found, ReportedSeries reported) =>
        _shelves.Tellings is not { } tellings ? [] : Take(() => tellings.LogOf(found, reported));

    /// <summary>
    /// Whether a month's figure is provisional, in words: the usual drift of figures of its age. "Not enough loads" where too few tell, for a month
    /// still young enough for late entry; empty otherwise. Reading every load back takes its time, so a page does not wait for it: until somebody asks
    /// for the indicator as reported and as now, a young figure is called provisional without the drift.
    /// </summary>
    public string Provisional(Found found, FilledRow row)
    {
        if (_shelves.Tellings is not { } tellings || row.Now.Figure is not { Value: { } value, IsKeyed: false } || row.Window != Figures.DefaultWindow(found) || found.Variant.Length > 0) return "";
        var lag = Month.Of(DataDate).Since(row.Now.Month);
        if (Take(() => tellings.DataMonths) < RevisionTriangle.FewestLoads)
            return lag <= 1 ? $"Provisional: late entries are likely. How much they usually move it can’t be told: not enough loads ({Take(() => tellings.DataMonths)} of {RevisionTriangle.FewestLoads})." : "";
        if (!Take(() => tellings.Has(found.Entry.Definition.Id))) return lag <= 1 ? "Provisional: late entries are likely. How much they usually move it stands under As reported, as now." : "";
        return RevisionTriangle.Of(Reported(found), row.Shape).Value?.Provisional(value, lag, row.Shape) ?? "";
    }
}
