using Bellwether.Calendar;
using Bellwether.Publications;
using Bellwether.Publications.Documents;
using Bellwether.Scorecards;

namespace Bellwether.Tests.Writers;

/// <summary>A paper with every block, every kind of figure and every reason for none; for the tests of the writers.</summary>
internal static class Papers
{
    public static readonly DateOnly LastDay = new(2017, 6, 30);

    public static Document Full { get; } = Make(5);

    /// <summary>A pack of so many indicator pages, each with a chart, a month table and a table by district.</summary>
    public static Document Make(int indicators)
    {
        var figures = new List<FigureLine>();
        var sections = new List<Section>
        {
            new("contents", "Contents", 1, false, false, [new Contents()]),
            new("introduction", "Introduction & purpose <draft>", 1, true, true,
            [
                new Paragraph([new("This report says how services for children in "), new("Wessenshire", Bold: true), new(" did to "), new("June 2017", Italic: true), new(".")], true),
                new Paragraph([new("It follows the "), new("council's plan", Address: "https://wessenshire.example/plan?a=1&b=2"), new(" and a "), new("bad link", Address: "javascript:alert(1)"), new(".")], true),
                new BulletList([[new("=cmd|' /C calc'!A0 is text")], [new("Second point")]]),
                new BulletList([[new("First step")], [new("Second step")]], true),
                new BulletList([[new("First step again")]], true),
            ]),
            new("recommendations", "Recommendations", 2, false, true, [new Paragraph([new("The committee is asked to note the report.")], true)]),
            new("facts", "Contact", 2, false, false, [new FactList([new("Contact officer", "Head of Performance"), new("Telephone", "01632 960000")])]),
        };
        for (var i = 0; i < indicators; i++) sections.Add(Page(i, figures));
        sections.Add(new Section("implications", "Implications", 1, true, true,
            [new Paragraph([new("Financial: none. Legal: none.")], true), new Note([new("c: hidden so that no child can be told; x: not available; z: not applicable.")])]));
        var head = new DocumentHead("Performance scorecard: children's social care", "Wessenshire Council",
            [new("By", "Director of Children's Services"), new("To", "Children's Committee, 12 July 2017"), new("Classification", "Unrestricted")],
            "Draft: not checked for publication", Audience.Members, "Edition 3 of 12 July 2017", new DateOnly(2017, 7, 12));
        return new Document(head, sections, figures);
    }

    private static Section Page(int index, List<FigureLine> figures)
    {
        var id = $"indicator-{index + 1}";
        var isPercentage = index % 3 != 1;
        var lines = Enumerable.Range(0, 13).Select(m => Line(id, index, m, isPercentage)).ToList();
        figures.AddRange(lines);
        var chart = new TrendChart
        {
            Id = $"{id}-trend",
            Headline = "Plans in place fell below the 80% floor as caseload rose",
            Subtitle = $"{lines[0].Title}, Wessenshire, June 2016 to June 2017",
            Unit = lines[0].Unit,
            Decimals = 1,
            Points =
            [
                .. lines.Select((l, m) => new TrendPoint(l.Key.Last.ToString("MMM yyyy"), l.Value, l.Status == FigureStatus.Provisional, l.Value is null ? l.Because : null, l.Target,
                    l.Target is { } t ? [new(BandWord.Red, null, t - 10), new(BandWord.Amber, t - 10, t), new(BandWord.Green, t, null)] : null)),
            ],
            Events = [new ChartEvent(1, 10, "Drafts no longer count", true), new ChartEvent(2, 7, "Inspection letter")],
            Comparators = [new ChartComparator("England", [.. Enumerable.Range(0, 13).Select(m => (decimal?)(isPercentage ? 79.2m : 21.5m))])],
        };
        // Every second page leaves the months to the table that the writer makes.
        var shown = index % 2 == 0 ? lines : lines[^3..];
        var months = new Table($"{id}-months", "Result by month", [new("Month", Share: 2), new("Numerator", true, 2), new("Denominator", true, 2), new("Result", true, 2), new("Target", true, 2), new("Rating", false, 2)],
        [
            .. shown.Select(l => (IReadOnlyList<Cell>)
            [
                new(l.Key.Last.ToString("MMMM yyyy")), new(Count(l.Numerator), l.Key, FigurePart.Numerator), new(Count(l.Denominator), l.Key, FigurePart.Denominator),
                new(l.Text, l.Key, Behind: l.Status == FigureStatus.Provisional ? "provisional" : ""), new(Target(l), l.Key, FigurePart.Target),
                new(l.Rating?.ToString() ?? "Not rated", l.Key, FigurePart.Rating, l.Rating),
            ]),
        ]);
        var districts = new[] { "Ash", "Beech", "Cedar" }.Select((d, at) => District(id, d, index, at, isPercentage)).ToList();
        figures.AddRange(districts);
        var split = new Table($"{id}-districts", "By district, June 2017", [new("District", Share: 2), new("Result", true), new("Why")],
            [.. districts.Select(l => (IReadOnlyList<Cell>)[new(l.MemberLabel), new(l.Text, l.Key), new(l.Because)])]);
        return new Section(id, lines[0].Title, 1, true, false,
        [
            new ChartBlock(chart, ChartWords.Describe(chart), [.. lines.Select(l => l.Key)]), months,
            new Paragraph([new("Plans in place were "), new(lines[^1].Text, Figure: lines[^1].Key), new(" in June 2017. Teams authorise drafts each week, and the backlog falls since May.")]), split,
            new Note([new("Snapshot on the last day of the month. Higher is better.")]),
        ]);
    }

    private static FigureLine Line(string id, int index, int month, bool isPercentage)
    {
        var last = new DateOnly(2016, 6, 1).AddMonths(month + 1).AddDays(-1);
        var key = new FigureKey(id, Window.Snapshot, last);
        var title = isPercentage ? $"Children in need with a plan in place ({index + 1})" : $"Days to a first visit, mean ({index + 1})";
        var unit = isPercentage ? "%" : "days";
        if (month == 5)
            return new FigureLine(key, $"CIN{index + 1}", title, last, "", null, null, null, "not supplied", unit, 1, isPercentage ? "percentage" : "mean", null, null, FigureStatus.NotAvailable, "not supplied");
        decimal n = isPercentage ? 1500 + (37 * month) + (11 * index) : 43_000 + (311 * month) + index, d = 2000 + (29 * month) + index;
        var value = n / d * (isPercentage ? 100 : 1);
        var target = isPercentage ? month < 10 ? 85m : 90m : 21.5m;
        var rating = value >= target ? Rating.Green : value >= target - 10 ? Rating.Amber : Rating.Red;
        return new FigureLine(key, $"CIN{index + 1}", title, last, "", n, d, value, ChartWords.Figure(value, unit, 1), unit, 1, isPercentage ? "percentage" : "mean", target, rating,
            month == 12 ? FigureStatus.Provisional : FigureStatus.Final, "");
    }

    private static FigureLine District(string id, string name, int index, int place, bool isPercentage)
    {
        var key = new FigureKey(id, Window.Snapshot, LastDay, "district", name.ToLowerInvariant());
        var (unit, show) = isPercentage ? ("%", "percentage") : ("days", "mean");
        FigureLine Made(string text, decimal? value, FigureStatus status, string because) => new(
            key, $"CIN{index + 1}", "By district", LastDay, name, null, null, value, text, unit, 1, show, null, null, status, because);
        return ((place + index) % 3) switch
        {
            0 => Made("c", null, FigureStatus.Suppressed, "hidden"),
            1 => Made("z", null, FigureStatus.NotApplicable, "nobody to count"),
            _ => Made(ChartWords.Figure(81.3m + index, unit, 1), 81.3m + index, FigureStatus.Keyed, ""),
        };
    }

    private static string Count(decimal? count) => count is { } c ? ChartWords.Figure(c, "", 0) : "–";

    private static string Target(FigureLine line) => line.Target is { } t ? ChartWords.Figure(t, line.Unit, ChartWords.TargetDecimals(t, 1)) : "–";
}
