using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Publications.Packs;
using Bellwether.Scorecards;
using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>
/// The one way to anything read from a home: principal, then scope, then rows. Pages, commands, counts and exports all come through here;
/// nothing else holds the journeys.
/// </summary>
public sealed partial class Gate
{
    private readonly Performance _performance;
    private readonly Journeys.Journeys _journeys;
    private readonly Shelves _shelves;
    private readonly Lock _turn;

    internal Gate(Performance performance, Journeys.Journeys journeys, Principal principal, Shelves shelves) =>
        (_performance, _journeys, Principal, _shelves, _turn) = (performance, journeys, principal, shelves, shelves.Turn);

    /// <summary>Who reads.</summary>
    public Principal Principal { get; }

    /// <summary>The authority's name.</summary>
    public string Council => _journeys.Authority.Name;

    /// <summary>False where nothing dated was ever loaded: then there is nothing to show.</summary>
    public bool HasData => _shelves.Load > 0 && DataDate > DateOnly.MinValue;

    /// <summary>The last day the data speaks for.</summary>
    public DateOnly DataDate => _journeys.DataDate;

    /// <summary>When the newest load was made; null where that is not known.</summary>
    public DateTimeOffset? LoadedAt => _shelves.LoadedAt;

    /// <summary>The day as at whose close in London things are known; null for now.</summary>
    public DateOnly? KnownAt => _shelves.KnownAt;

    /// <summary>Days since the data date where they are more than the authority allows; null where the data is fresh, or invented.</summary>
    public int? DaysStale(DateOnly today) =>
        HasData && !_journeys.Authority.IsDemonstration && KnownAt is null && today.DayNumber - DataDate.DayNumber > _journeys.Authority.StaleAfterDays
            ? today.DayNumber - DataDate.DayNumber : null;

    /// <summary>Definitions are nobody's secret.</summary>
    public Catalogue Catalogue => _performance.Catalogue;

    /// <summary>Names that a figure may be broken down by.</summary>
    public IReadOnlyCollection<string> Breakdowns => _journeys.Attributes;

    /// <summary>The codes of a breakdown's members; empty where there is no such breakdown.</summary>
    public IReadOnlyList<string> Members(string breakdown) => _journeys.Attribute(breakdown)?.Codes ?? [];

    /// <summary>What a reader sees for a member.</summary>
    public string LabelOf(string breakdown, string member) => _performance.Figures.Label(breakdown, member);

    /// <summary>The month shown where none is asked for.</summary>
    public Month LatestMonth => _performance.LatestMonth;

    /// <summary>The day a month's figures are asked at: its last, or the data date where the month was not over then.</summary>
    public DateOnly LastDayOf(Month month) => _performance.LastDayOf(month);

    /// <summary>The scorecard that the home names, else the first there is; null where there is none.</summary>
    public Scorecard? FirstScorecard => Catalogue.ScorecardOrFirst(_journeys.Authority.Scorecard);

    /// <summary>True where the reader may be shown rows about children.</summary>
    public bool ShowsChildren => Rules.MayHave(Principal.Role, Level.Children);

    /// <summary>A filled scorecard: figures only.</summary>
    public FilledScorecard Scorecard(Scorecard scorecard, Month period) => Take(() => _performance.Fill(scorecard, period));

    /// <summary>One indicator's line with its trend: figures only.</summary>
    /// <param name="months">Months of trend, the period's own included.</param>
    public FilledRow Row(Found found, Month period, Window? window = null, int months = Performance.TrendMonths) =>
        Take(() => _performance.Row(found, period, months, window));

    /// <summary>One figure on a day, rated.</summary>
    public Rated At(Found found, DateOnly day, Window? window = null) => Take(() => _performance.At(found, day, window));

    /// <summary>Variants beside the definition: figures only.</summary>
    public IReadOnlyList<VariantLine> Variants(Found found, DateOnly day, Window? window = null) =>
        Take(() => _performance.Variants(found, day, window));

    /// <summary>What arithmetic says beside the rating of a line's last month: figures only.</summary>
    /// <param name="row">A line this gate gave.</param>
    public SecondOpinions SecondOpinions(Found found, FilledRow row) => Take(() => Scorecards.SecondOpinions.Of(_performance, found, row));

    /// <summary>What a pack is built from: figures only.</summary>
    /// <param name="months">Months of trend, the period's own included.</param>
    public PackMaterial PackMaterial(Scorecard scorecard, Month period, int months) => Take(() =>
    {
        // Without a row of the authority's own the published table would speak of others only.
        var material = Publications.Packs.PackMaterial.Of(_performance, _journeys.Authority, scorecard, period, months,
            row => Benchmarks(row).Select(b => b.Line).FirstOrDefault(l => l.Comparison is { Authority.Number: > 0 }));
        return material with { Other = name => Take(() => material.Other(name)) };
    });

    /// <summary>Figures by member of a breakdown. By worker is a list of people at work, so it needs the right to rows.</summary>
    /// <exception cref="NotPermittedException">The reader may not have it.</exception>
    public IReadOnlyList<MemberLine> By(Found found, string breakdown, DateOnly day, Window? window = null)
    {
        if (breakdown != "worker") return Take(() => _performance.By(found, breakdown, day, window));
        Demand(Level.Children);
        return Told(AuditAction.ShowedWorkers, found, day, window, "", Take(() => _performance.By(found, Listed(new Breakdown(breakdown)), day, window)));
    }

    /// <summary>Figures crossed, or of one cohort. Such cells get as small as one child, so they need the right to rows.</summary>
    /// <exception cref="NotPermittedException">The reader may not have it.</exception>
    public IReadOnlyList<Figure> By(Found found, Breakdown breakdown, DateOnly day, Window? window = null)
    {
        Demand(Level.Children);
        return Told(AuditAction.CrossedFigures, found, day, window, Words(breakdown), Take(() => _performance.Figures.By(found, window ?? Figures.DefaultWindow(found), day, Listed(breakdown))));
    }

    /// <summary>How many cases entered, left or changed their verdict between two days: counts for anyone, rows only as <see cref="Listed"/> gives them.</summary>
    public Movement Moved(Found found, DateOnly from, DateOnly to, Window? window = null) =>
        Take(() => _performance.Figures.Moved(found, window ?? Figures.DefaultWindow(found), from, to)) is var moved && ShowsChildren
            ? Listed(moved) : moved with { Entered = Blank(moved.Entered), Left = Blank(moved.Left), Changed = [.. moved.Changed.Select(c => (Blank(c.Before), Blank(c.Now)))] };

    /// <summary>Cases of a movement as a list, as far as the reader's scope goes.</summary>
    /// <exception cref="NotPermittedException">The reader may not see rows about children.</exception>
    public CaseList Listed(Found found, IReadOnlyList<CaseRow> rows, DateOnly day)
    {
        Demand(Level.Children);
        return Told(AuditAction.ListedMovement, AsItStood(List(found, rows, day)), null, "");
    }

    private static IReadOnlyList<CaseRow> Blank(IReadOnlyList<CaseRow> rows) => [.. rows.Select(Blank)];

    /// <summary>A row that says its verdict and nothing of whom it is about.</summary>
    private static CaseRow Blank(CaseRow row) => new(-1, -1, default, row.Verdict, null, -1, 0);

    /// <summary>
    /// The cases below the line of a figure that the reader's scope holds; with <paramref name="notMetOnly"/> those not above it, cases whose
    /// record doesn't say among them. An analyst's list is as long as the denominator, or denominator − numerator.
    /// </summary>
    /// <exception cref="NotPermittedException">The reader may not see rows about children.</exception>
    public CaseList Cases(Found found, DateOnly day, Window? window = null, bool notMetOnly = false)
    {
        Demand(Level.Children);
        var rows = Take(() => _performance.Figures.Cases(found, window ?? Figures.DefaultWindow(found), day)).Where(r => Counts(found, r.Verdict));
        return Told(AuditAction.ListedCases, AsItStood(List(found, [.. notMetOnly ? rows.Where(r => r.Verdict != Verdict.Met) : rows], day)), window, notMetOnly ? "not met" : "");
    }

    /// <summary>The file of a definition as written; empty where there is none.</summary>
    public string DefinitionFile(CatalogueEntry entry) => File.ReadAllText(entry.Definition.File);

    /// <summary>True where cases of that verdict stand below the line.</summary>
    private static bool Counts(Found found, Verdict verdict) => verdict switch
    {
        Verdict.Met or Verdict.NotMet => true,
        Verdict.Unknown => !found.Bound!.UnknownLeftOut,
        Verdict.Running => found.Bound!.RunningAsFound,
        _ => false,
    };

    /// <summary>The home takes turns.</summary>
    private T Take<T>(Func<T> read)
    {
        lock (_turn) return read();
    }

    private CaseList List(Found found, IReadOnlyList<CaseRow> rows, DateOnly day)
    {
        var mine = rows.Where(r => IsListed(r) && InScope(r)).Select(r => Line(found, r, day)).ToList();
        return new CaseList(found, day, mine, NoticeOf(mine));
    }

    /// <summary>
    /// A list of an earlier day than the data's: when a case in time will be over its due date is known only as it went on since,
    /// so no due date stands beside it.
    /// </summary>
    private CaseList AsItStood(CaseList list)
    {
        if (list.Day >= DataDate) return list;
        var over = list.Found.Bound!.Met is null ? Verdict.Met : Verdict.NotMet;
        var lines = list.Lines.Select(l => l.Verdict == over ? l : l with { Due = null }).ToList();
        return list with { Lines = lines, Hindsight = $"Due dates of cases in time stand in the lists of {EnglishDate.Format(DataDate)}, the last day of the data: since {EnglishDate.Format(list.Day)} they have moved." };
    }

    private bool InScope(CaseRow row) => Principal.Role switch
    {
        Role.Analyst => true,
        Role.TeamManager => row.Team >= 0 && Principal.Teams.Contains(_journeys.TeamCodes[row.Team], StringComparer.Ordinal),
        _ => false,
    };

    private CaseLine Line(Found found, CaseRow row, DateOnly day)
    {
        var at = Days.Of(day);
        return new CaseLine(
            row.Child < 0 ? "" : _journeys.ChildIds[row.Child],
            row.Team < 0 ? "Not known" : TeamName(_journeys.TeamCodes[row.Team], day),
            Label("worker", row.Child, at), Label("district", row.Child, at), Label("age-band", row.Child, at),
            row.Date, row.Verdict, row.Due, found.Bound!.Kind.Name)
        { IsRestricted = RestrictedChildren.Contains(row.Child) };
    }

    private string Label(string attribute, int child, int day)
    {
        if (child < 0 || _journeys.Attribute(attribute) is not { } steps) return "";
        return steps.Labels[steps.At(child, day)];
    }

    private string TeamName(string code, DateOnly day) =>
        _journeys.Authority.Teams.Where(t => t.Code == code && (t.From is null || t.From <= day)).MaxBy(t => t.From ?? DateOnly.MinValue)?.Name ?? code;
}

/// <summary>Cases in one list, in the order to act on them.</summary>
/// <param name="Found">The indicator or variant.</param>
/// <param name="Day">The day asked.</param>
/// <param name="Lines">The reader's own.</param>
/// <param name="Notice">What the list leaves out, in words that are the same whatever it leaves out; for those who may see restricted cases how many are among the lines.</param>
public sealed record CaseList(Found Found, DateOnly Day, IReadOnlyList<CaseLine> Lines, string Notice)
{
    /// <summary>What was not yet known on the day and shapes its list now, in words; empty for the last day of the data.</summary>
    public string Hindsight { get; init; } = "";

    /// <summary>The lines in the order to act: overdue, on the list now, due soonest.</summary>
    public IEnumerable<CaseLine> ToAct => Lines.OrderBy(l => l.StandingOn(Day)).ThenBy(l => l.Due ?? DateOnly.MaxValue).ThenBy(l => l.Date).ThenBy(l => l.Child, StringComparer.Ordinal);
}

/// <summary>One case as listed: ids and dates only.</summary>
/// <param name="Child">The source's id of the child; empty where the case is not a child's.</param>
/// <param name="Team">Team's name as at the day.</param>
/// <param name="Worker">The allocated worker's id.</param>
/// <param name="District">District's name.</param>
/// <param name="AgeBand">Age band at the day.</param>
/// <param name="Date">The day a dated case counts on, or the spell's start.</param>
/// <param name="Verdict">At the day.</param>
/// <param name="Due">Due date where there is one and it can be told (<see cref="CaseList.Hindsight"/>).</param>
/// <param name="Kind">The kind of record the case is.</param>
public sealed record CaseLine(
    string Child, string Team, string Worker, string District, string AgeBand, DateOnly Date, Verdict Verdict, DateOnly? Due, string Kind)
{
    /// <summary>Restricted, and listed for those who may see that.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>
    /// Days past due on a day: positive is overdue, null without a due date. The due date printed is a working day; a case whose
    /// time runs on through a weekend is not over yet.
    /// </summary>
    public int? DaysOver(DateOnly day) =>
        Due is not { } due ? null : Verdict == Verdict.Running ? Math.Min(0, day.DayNumber - due.DayNumber) : day.DayNumber - due.DayNumber;

    /// <summary>Where it stands on a worklist of that day.</summary>
    public Standing StandingOn(DateOnly day) => DaysOver(day) switch
    {
        > 0 => Standing.Overdue,
        { } => Standing.Due,
        null => Verdict == Verdict.NotMet ? Standing.Overdue : Standing.Listed,
    };
}

/// <summary>Where a case of a worklist stands, in the order to act.</summary>
public enum Standing
{
    /// <summary>Past its due date, or not met and nothing tells when it should have been.</summary>
    Overdue,

    /// <summary>On the list now, with no date to count to: a case nobody holds.</summary>
    Listed,

    /// <summary>Due on the day or later.</summary>
    Due,
}

/// <summary>The reader may not have this level at all.</summary>
public sealed class NotPermittedException(Level level) : Exception($"This reader may not be shown {level.ToString().ToLowerInvariant()}.");
