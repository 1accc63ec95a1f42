using Bellwether.Calendar;
using Bellwether.Publications;
using Bellwether.Web.Access;
using Bellwether.Writers.Xlsx;

namespace Bellwether.Web.Look;

/// <summary>
/// A worklist as a workbook to hand to a partner: of each case the child's id, the due date and the team to answer to, and no more. It says who
/// made it and when it is to be deleted, on the sheet and on every printed page.
/// </summary>
public static class WorklistBook
{
    /// <summary>Days after which the file is to be deleted: four weekly lists later it is wrong anyway.</summary>
    public const int KeptDays = 28;

    /// <summary>Writes it.</summary>
    /// <param name="to">An .xlsx file.</param>
    /// <param name="list">As the gate gave it: what it leaves out is said.</param>
    /// <param name="lines">Those of its lines that are asked for, in their order.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="on">The day it is made.</param>
    public static void Write(Stream to, CaseList list, IReadOnlyList<CaseLine> lines, string by, DateOnly on)
    {
        var (title, last, grid) = (FigureJson.TitleOf(list.Found), EnglishDate.Format(on.AddDays(KeptDays)), new CellLook(HasGrid: true));
        var rows = new List<IReadOnlyList<Cell>>
        {
            new[] { Cell.Text($"Worklist: {title}", new CellLook(IsBold: true, Size: 14)) },
            new[] { Cell.Text($"Days count to {EnglishDate.Format(list.Day)}, the last day of the data. What was done after it is not known here.") },
            new[] { Cell.Text($"Made on {EnglishDate.Format(on)} by {by}. About children. Pass it on to those alone who act on it, and delete it by {last}.") },
        };
        foreach (var words in new[] { list.Notice, list.Hindsight }.Where(w => w.Length > 0)) rows.Add([Cell.Text(words)]);
        rows.Add([]);
        rows.Add([.. new[] { "Child", "Due", "Days over or left", "Team" }.Select(h => Cell.Text(h, grid with { IsBold = true }))]);
        var headings = rows.Count;
        rows.AddRange(lines.Select(l => (IReadOnlyList<Cell>)
            [Cell.Text(l.Child, grid), Cell.Date(l.Due) with { Look = CellLook.Date with { HasGrid = true } }, Cell.Text(Standing(l, list.Day), grid), Cell.Text(l.Team, grid)]));
        XlsxWriter.Write(to, [new Sheet("Worklist", rows)
        {
            Widths = [18, 12, 34, 40],
            FrozenRows = headings,
            TitleRows = (headings, headings),
            Paper = new SheetPaper(title, $"About children: delete by {last}.", false),
        }]);
    }

    /// <summary>Days over or left in words; where there is no due date, why it is listed.</summary>
    public static string Standing(CaseLine line, DateOnly day) =>
        line.DaysOver(day) is { } over ? FigureWords.DaysOver(over) : line.StandingOn(day) == Access.Standing.Overdue ? "not met; no earlier due date is known" : "on the list now";
}
