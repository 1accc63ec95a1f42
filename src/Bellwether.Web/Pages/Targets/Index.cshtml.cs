using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Bellwether.Web.Access;
using Bellwether.Web.Look;

namespace Bellwether.Web.Pages.Targets;

/// <summary>Every target in force or to come, the indicators without one, and who changed what.</summary>
[LetsOut(Level.Aggregates)]
public sealed class IndexModel : SitePage
{
    /// <summary>Changes shown here; the command line has them all.</summary>
    private const int ChangesShown = 50;

    public TableView Table { get; private set; } = null!;

    public TableView History { get; private set; } = null!;

    public IReadOnlyList<Found> Without { get; private set; } = [];

    public string ByHand => Gate.TargetsByHand;

    public IReadOnlyList<string> Faults => Gate.TargetFaults;

    public void OnGet()
    {
        var all = Gate.Commitments.Targets.All;
        var now = Gate.HasData ? Gate.LatestMonth.Last : DateOnly.MinValue;
        Without = [.. Gate.Indicators.Where(f => all.All(t => t.Indicator != f.Entry.Definition.Id))];
        Table = new TableView("Targets in force or to come", [new("Indicator"), new("For"), new("Target"), new("In force"), new("Kind"), new("Why, and who approved it")],
            [.. Gate.Indicators.SelectMany(f => Gate.Commitments.Targets.Of(f.Entry.Definition.Id).Where(t => t.To is null || t.To > now).Select(t => Line(f, t)))]);
        History = HistoryTable([.. Gate.TargetChanges.Take(ChangesShown)], Gate.Catalogue);
        Frame("Targets", "Targets");
    }

    /// <summary>Changes, newest first.</summary>
    internal static TableView HistoryTable(IReadOnlyList<TargetChange> changes, Catalogue catalogue) => new("Changes of targets, newest first",
        [new("When"), new("Who"), new("Indicator"), new("Before"), new("After")],
        [.. changes.Select(c => (IReadOnlyList<TableCell>)
        [
            EnglishDate.Format(LondonTime.DateOf(c.When)), c.Who, new TableCell(catalogue.Find(c.Indicator)?.Entry.Definition.Title ?? c.Indicator, c.Area.Length > 0 ? c.Area : null),
            c.Before.Length > 0 ? c.Before : "none", c.After,
        ])]);

    private List<TableCell> Line(Found found, Target t)
    {
        var shape = Performance.ShapeOf(found);
        return
        [
            new TableCell(found.Entry.Definition.Title, Href: $"/targets/{found.Entry.Definition.Id}"), Gate.AreaName(t.Area),
            new TableCell(BandWords.Edge(t.Value, shape), t.AmberEdge is { } edge ? $"amber from {BandWords.Edge(edge, shape)}" : t.IsProfile ? "expected" : "no amber"),
            Dates(t), TargetKinds.Words(t.Kind), new TableCell(t.Reason.Length > 0 ? t.Reason : "not said", Approved(t)),
        ];
    }

    /// <summary>"since 1 April 2024", "1 April 2019 to 31 March 2024".</summary>
    internal static string Dates(Target t) => t.To is { } to ? $"{EnglishDate.Format(t.From)} to {EnglishDate.Format(to.AddDays(-1))}" : $"since {EnglishDate.Format(t.From)}";

    /// <summary>Source, its date, and who approved; null where none is known.</summary>
    internal static string? Approved(Target t)
    {
        var parts = new[] { t.Source, t.SourceDate is { } date ? EnglishDate.Format(date) : "", t.ApprovedBy.Length > 0 ? $"approved by {t.ApprovedBy}" : "" }.Where(p => p.Length > 0).ToList();
        return parts.Count > 0 ? string.Join(", ", parts) : null;
    }
}
