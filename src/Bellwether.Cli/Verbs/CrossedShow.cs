using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Scorecards;
using Bellwether.Web.Look;

namespace Bellwether.Cli.Verbs;

/// <summary><c>show --by district --and age-band</c>, <c>show --where district=D01</c>: figures crossed, or of one cohort.</summary>
internal static class CrossedShow
{
    /// <exception cref="UsageException">There is no such breakdown or member.</exception>
    public static Breakdown Read(Desk desk, Found found, string? by, string? and, string? where)
    {
        if (and is not null && by is null) throw new UsageException("--and crosses a breakdown with a second one. Write --by first.");
        if (by == "split") throw new UsageException("A definition's own split is not crossed and has no cohort. Break down by an attribute.");
        var breakdown = new Breakdown(by is null ? "" : Attribute(desk, found, by), and is null ? "" : Attribute(desk, found, and));
        if (where is null) return breakdown;
        var at = where.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0) throw new UsageException($"--where is \"{where}\". Write an attribute and one of its members: --where district=D01.");
        var (attribute, member) = (Attribute(desk, found, where[..at]), where[(at + 1)..]);
        var members = desk.Gate.Members(attribute);
        if (!members.Contains(member)) throw new UsageException($"{attribute} has no member \"{member}\". It has {string.Join(", ", members)}.");
        return breakdown with { Where = new Cohort(attribute, member) };
    }

    public static void Run(Terminal terminal, Desk desk, Found found, Breakdown breakdown, DateOnly day, Window? window, bool json)
    {
        var figures = desk.Gate.By(found, breakdown, day, window);
        var shape = Performance.ShapeOf(found);
        if (json)
        {
            terminal.Envelope("show", day, new Dictionary<string, object?>
            {
                ["indicator"] = found.Entry.Definition.Id,
                ["variant"] = found.Variant.Length > 0 ? found.Variant : null,
                ["at"] = day,
                ["by"] = breakdown.By.Length > 0 ? breakdown.By : null,
                ["and"] = breakdown.And.Length > 0 ? breakdown.And : null,
                ["where"] = breakdown.Where is { } cohort ? new Dictionary<string, object?> { [cohort.Attribute] = cohort.Member } : null,
                ["notice"] = desk.Gate.NoticeOfCells,
                ["figures"] = figures.Select(f => new Dictionary<string, object?>
                {
                    ["member"] = f.Member.Length > 0 ? f.Member : null,
                    ["and"] = f.And.Length > 0 ? f.And : null,
                    ["value"] = f.Value,
                    ["numerator"] = f.Numerator,
                    ["denominator"] = f.Denominator,
                    ["because"] = f.Because.Length > 0 ? f.Because : null,
                }).ToList(),
            });
            return;
        }
        var of = breakdown.Where is { } only ? $", {only.Attribute} {desk.Gate.LabelOf(only.Attribute, only.Member)}" : "";
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{FigureJson.TitleOf(found)}, {EnglishDate.Format(day)}{of}"));
        if (desk.Gate.NoticeOfCells.Length > 0) terminal.Line(desk.Gate.NoticeOfCells);
        if (breakdown.By.Length == 0)
        {
            foreach (var figure in figures) terminal.Line($"{Words.Value(figure, shape)}{Words.Counts(figure, shape)}{(figure.Because.Length > 0 ? $" {figure.Because}" : "")}");
            return;
        }
        List<string> headings = breakdown.And.Length > 0 ? [breakdown.By, breakdown.And, "value", "counts"] : [breakdown.By, "value", "counts"];
        terminal.Table(headings, [.. figures.Select(f => (IReadOnlyList<string>)[desk.Gate.LabelOf(breakdown.By, f.Member),
            .. breakdown.And.Length > 0 ? new[] { desk.Gate.LabelOf(breakdown.And, f.And) } : [], Words.Value(f, shape), Words.Counts(f, shape).Trim(' ', '(', ')')])], headings.Count - 2);
    }

    private static string Attribute(Desk desk, Found found, string name) => desk.Breakdown(found, name);
}
