using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>Worklists: what is overdue, and what falls due, within the reader's scope.</summary>
public sealed partial class Gate
{
    // A team manager's list of a Monday: overdue, due in 7 and in 14 days (peers-and-ux.md section 4).
    private const int Week = 7, Fortnight = 14;

    /// <summary>True where somebody can act on the cases: a share of cases that should be met, or a count of what should not be.</summary>
    public static bool HasWorklist(Found found) => found.Bound is { } bound && found.Entry.Definition.Better switch
    {
        Better.Higher => bound.Met is not null && bound.Show == Show.Percentage,
        Better.Lower => bound.Met is null && bound.Show == Show.Count && bound.Form == CaseForm.Open,
        _ => false,
    };

    /// <summary>What is overdue on a day, and what falls due within so many days of it when nothing new is recorded.</summary>
    /// <param name="found">The indicator or variant.</param>
    /// <param name="day">The day to count to.</param>
    /// <param name="within">Days, the last included.</param>
    /// <param name="leaves">The list is made into a file, which the log says.</param>
    /// <exception cref="NotPermittedException">The reader may not see rows about children.</exception>
    public CaseList Worklist(Found found, DateOnly day, int within, bool leaves = false)
    {
        Demand(Level.Children);
        var list = List(found, Take(() => _performance.Figures.Worklist(found, day, within)), day);
        if (day < DataDate) list = list with { Hindsight = $"As known by {EnglishDate.Format(DataDate)}: what fell due after {EnglishDate.Format(day)} and was done in time since is not listed." };
        return Told(AuditAction.ListedWorklist, list, null, string.Create(CultureInfo.InvariantCulture, $"due within {within} days{(leaves ? "; made into a file" : "")}"));
    }

    /// <summary>
    /// How long each worklist of the data date is: of every definition that has one and is in force, those with most overdue first. Counts of
    /// the reader's own cases alone, so they need the right to rows.
    /// </summary>
    /// <exception cref="NotPermittedException">The reader may not see rows about children.</exception>
    public IReadOnlyList<WorklistLength> Worklists()
    {
        Demand(Level.Children);
        var inForce = Catalogue.Entries.Where(e => !(e.Definition.From > DataDate) && !(e.Definition.To < DataDate)).Select(e => new Found(e, "")).Where(HasWorklist);
        return [.. inForce.Select(Length).OrderBy(l => l.Because.Length > 0).ThenByDescending(l => l.Overdue + l.Listed)
            .ThenByDescending(l => l.InAWeek).ThenByDescending(l => l.InAFortnight).ThenBy(l => l.Found.Entry.Definition.Title, StringComparer.Ordinal)];
    }

    private WorklistLength Length(Found found)
    {
        var (rows, because) = Take(() => (_performance.Figures.Worklist(found, DataDate, Fortnight), _performance.Figures.WhyNoWorklist(found, DataDate)));
        var cases = List(found, rows, DataDate).Lines.ToLookup(c => c.StandingOn(DataDate));
        var week = cases[Standing.Due].Count(c => c.Due <= DataDate.AddDays(Week));
        return new WorklistLength(found, cases[Standing.Overdue].Count(), cases[Standing.Listed].Count(), week, cases[Standing.Due].Count() - week, because);
    }
}

/// <summary>How many cases stand on a worklist.</summary>
/// <param name="Found">The definition.</param>
/// <param name="Overdue">Past their due date, or not met.</param>
/// <param name="Listed">On the list now, with no date to count to.</param>
/// <param name="InAWeek">Due on the data date or within seven days of it, the seventh included.</param>
/// <param name="InAFortnight">Due on the eighth day after it to the fourteenth.</param>
/// <param name="Because">Why the data can't tell; empty where it can.</param>
public sealed record WorklistLength(Found Found, int Overdue, int Listed, int InAWeek, int InAFortnight, string Because)
{
    /// <summary>Nothing to do.</summary>
    public bool IsEmpty => Overdue + Listed + InAWeek + InAFortnight == 0;
}
