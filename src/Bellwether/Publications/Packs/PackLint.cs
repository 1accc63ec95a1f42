using System.Text.RegularExpressions;
using Bellwether.Calendar;
using Bellwether.Publications.Documents;

namespace Bellwether.Publications.Packs;

/// <summary>A fault of a pack.</summary>
/// <param name="Code">Short name of the rule: missing-page, wrong-year …</param>
/// <param name="Place">Where: the section's title and what in it.</param>
/// <param name="Found">What was found.</param>
/// <param name="ToDo">What to do.</param>
public sealed record PackFault(string Code, string Place, string Found, string ToDo);

/// <summary>Reads a finished document as a careful clerk would, and names each fault with its place and what to do.</summary>
public static partial class PackLint
{
    private static readonly string[] Front = ["By", "To", "Date", "Subject", "Classification"];

    /// <summary>The faults of a document, in its order.</summary>
    /// <param name="document">The document.</param>
    /// <param name="expected">Indicators that must have a page or line; empty to go by the document's own checklist.</param>
    public static IReadOnlyList<PackFault> Check(Document document, IReadOnlyList<string> expected)
    {
        var reading = new DocumentReading(document);
        return
        [
            .. OfFront(document), .. OfPages(reading, expected.Count > 0 ? expected : reading.Checklist),
            .. document.Sections.SelectMany((section, at) => OfSection(reading, section, at)), .. OfNumbering(document),
        ];
    }

    private static IEnumerable<PackFault> OfFront(Document document)
    {
        var head = document.Head;
        foreach (var label in Front.Where(l => !head.Facts.Any(f => f.Label == l && f.Text.Trim().Length > 0)))
            yield return new PackFault(label == "Date" ? "missing-date" : "missing-front", "Front", $"The front has no line \"{label}\".",
                label is "Date" or "To" ? "Name the meeting that the paper goes to: it gives body and date." : $"Write what stands under \"{label}\".");
        if (head.Facts.FirstOrDefault(f => f.Label == "Date") is { } stated && document.Figures.Count > 0)
        {
            var last = document.Figures.Max(f => f.Key.Last);
            if (!TryDate(stated.Text, out var date)) yield return new PackFault("missing-date", "Front", $"\"{stated.Text}\" is no date.", "Write a date such as 7 September 2017.");
            else if (date < last) yield return new PackFault("wrong-year", "Front", $"The date is {stated.Text}, before the last day of the figures, {EnglishDate.Format(last)}.", "Correct the date of the meeting.");
            else if (date > last.AddMonths(18)) yield return new PackFault("wrong-year", "Front", $"The date is {stated.Text}, more than 18 months after the last day of the figures, {EnglishDate.Format(last)}.", "Correct the date of the meeting.");
        }
        if (head.Audience == Audience.Members && !head.Facts.Any(f => f.Text.Contains("Schedule 12A", StringComparison.Ordinal)))
            yield return new PackFault("no-exemption", "Front", "The paper is for members only and says under no paragraph that it is exempt.", "Name the paragraph of Part 1 of Schedule 12A, or make the paper public.");
    }

    private static IEnumerable<PackFault> OfPages(DocumentReading reading, IReadOnlyList<string> expected)
    {
        foreach (var indicator in expected.Where(i => !reading.IsShown(i)))
            yield return new PackFault("missing-page", reading.TitleOf(indicator), $"{indicator} is on the checklist and no page or table shows it.", "Build the pack again, or send the page as a supplement that names this edition.");
    }

    private static IEnumerable<PackFault> OfSection(DocumentReading reading, Section section, int at)
    {
        foreach (var fault in section.Blocks.OfType<Table>().SelectMany(t => OfTable(reading, section, t))) yield return fault;
        foreach (var fault in section.Blocks.OfType<ChartBlock>().SelectMany(c => OfChart(section, c))) yield return fault;
        foreach (var fault in OfWords(reading, section, at)) yield return fault;
        if (section.Id.StartsWith("page-", StringComparison.Ordinal) && section.Level == 2)
        {
            if (!section.Blocks.Any(b => b is ChartBlock) && reading.HasFigures(section))
                yield return new PackFault("missing-graph", section.Title, "The page has figures and no graph.", "Build the pack again: the graph was taken out.");
            if (!section.Blocks.Any(b => b is Table))
                yield return new PackFault("missing-table", section.Title, "The page has no table of months.", "Build the pack again: the table was taken out.");
            if (!reading.Document.Sections.Any(s => s.Id == $"{section.Id}-commentary"))
                yield return new PackFault("missing-comment", section.Title, "The page has no commentary.", "Write one, and build the pack again.");
        }
        foreach (var note in section.Blocks.OfType<Note>().Select(n => Span.TextOf(n.Spans)))
            if (note is "No commentary was written." or "No cause and no action were written.") yield return new PackFault("missing-comment", reading.PageOf(section), note, "Write the commentary and have it agreed.");
            else if (note.StartsWith("Not typed yet.", StringComparison.Ordinal)) yield return new PackFault("not-typed", section.Title, "Nobody typed this section.", "Type it; \"None\" is an answer.");
        if (section.Title.Trim().Length == 0) yield return new PackFault("missing-title", section.Id, "The section has no title.", "Give it one in the template.");
    }

    private static IEnumerable<PackFault> OfTable(DocumentReading reading, Section section, Table table)
    {
        var place = $"{section.Title}, table \"{table.Caption}\"";
        foreach (var row in table.Rows)
            for (var c = 0; c < row.Count; c++)
            {
                var (cell, heading) = (row[c], c < table.Columns.Count ? table.Columns[c].Heading : "");
                var where = $"{place}, {row[0].Text}, {heading}";
                if (cell.Text.Trim().Length == 0 && (cell.Figure is not null || table.Columns[c].IsNumeric))
                    yield return IsTargetRow(table, c, cell)
                        ? new PackFault("target-without-result", where, "A target stands here and no result.", "Give the result, or the reason why there is none.")
                        : new PackFault("missing-number", where, "The cell is empty.", "Give the figure, or the reason why there is none.");
                if (cell.Figure is not { } key) continue;
                if (MonthOf(heading) is { } month && month != Month.Of(key.Last))
                    yield return new PackFault("wrong-year", where, $"The column says {heading} and holds the figure of {Month.Of(key.Last).Label}.", $"Write {Month.Of(key.Last).ShortLabel}.");
                if (reading.Line(key) is not { } line)
                    yield return new PackFault("missing-number", where, $"The cell states a figure ({key.Indicator}, {EnglishDate.Format(key.Last)}) that is not in the long table.", "Build the pack again.");
                else if (Differs(cell, line) is { } should)
                    yield return new PackFault("number-differs", where, $"The cell says \"{cell.Text}\" and the figure is \"{should}\".", "Build the pack again: a number was changed by hand.");
            }
        foreach (var fault in TargetsWithoutResult(reading, table, place)) yield return fault;
    }

    /// <summary>A month with a target, no figure, and no reason for none.</summary>
    private static IEnumerable<PackFault> TargetsWithoutResult(DocumentReading reading, Table table, string place) =>
        from key in table.Rows.SelectMany(r => r).Where(c => c.Part == FigurePart.Target && c.Figure is not null).Select(c => c.Figure!).Distinct()
        let line = reading.Line(key)
        where line is { Target: not null, Value: null, Because: "" }
        select new PackFault("target-without-result", $"{place}, {Month.Of(key.Last).Label}", $"{line.Title} has a target and no result, and nothing says why.", "Give the result, or the reason.");

    private static bool IsTargetRow(Table table, int column, Cell cell) =>
        cell.Part == FigurePart.Value && cell.Figure is not null && table.Rows.Any(r => column < r.Count && r[column].Part == FigurePart.Target && r[column].Text.Any(char.IsAsciiDigit));

    private static string? Differs(Cell cell, FigureLine line)
    {
        var should = cell.Part switch
        {
            FigurePart.Value => line.Text,
            FigurePart.Numerator => line.Numerator is { } n ? Scorecards.BandWords.Plain(n) : null,
            FigurePart.Denominator => line.Denominator is { } d ? Scorecards.BandWords.Plain(d) : null,
            FigurePart.Rating => FigureWords.Word(line.Rating),
            _ => line.Target is { } t ? Scorecards.BandWords.Plain(t) + (line.Unit == "%" ? "%" : "") : null,
        };
        return should is null || cell.Text.Trim().Length == 0 || cell.Text == should ? null : should;
    }

    private static IEnumerable<PackFault> OfChart(Section section, ChartBlock block)
    {
        for (var p = 0; p < block.Chart.Points.Count && p < block.Keys.Count; p++)
            if (block.Keys[p] is { } key && MonthOf(block.Chart.Points[p].Label) is { } month && month != Month.Of(key.Last))
                yield return new PackFault("wrong-year", $"{section.Title}, graph", $"A point says {block.Chart.Points[p].Label} and holds the figure of {Month.Of(key.Last).Label}.", $"Write {Month.Of(key.Last).ShortLabel}.");
        if (block.Chart.Points.Count == 0 || block.Chart.Points.All(p => p.Value is null))
            yield return new PackFault("missing-graph", section.Title, "The graph has no point.", "Give the figures, or take the graph out.");
    }

    private static IEnumerable<PackFault> OfWords(DocumentReading reading, Section section, int at)
    {
        foreach (var (block, text) in section.Blocks.Select((b, i) => (i, DocumentReading.TextOf(b))).Where(b => b.Item2.Length > 0))
        {
            foreach (Match match in PicturesBelow().Matches(text))
            {
                var isChart = match.Value.Contains("graph", StringComparison.OrdinalIgnoreCase) || match.Value.Contains("chart", StringComparison.OrdinalIgnoreCase);
                if (!reading.Follows(at, block, b => isChart ? b is ChartBlock : b is Table or ChartBlock))
                    yield return new PackFault("dangling-below", reading.PageOf(section), $"The text says \"{match.Value}\" and {(isChart ? "no graph" : "no table or graph")} follows.", isChart ? "Put the graph back, or take the words out." : "Put it back, or take the words out.");
            }
            foreach (Match match in Below().Matches(PicturesBelow().Replace(text, "")))
                if (!reading.Follows(at, block, b => b is Table or ChartBlock or BulletList))
                    yield return new PackFault("dangling-below", reading.PageOf(section), $"The text says \"{match.Value}\" and nothing to look at follows.", "Put it back, or take the words out.");
            foreach (Match match in SoManyMonths().Matches(text))
                foreach (var chart in reading.ChartsOf(at).Where(c => c.Chart.Points.Count != Number(match)))
                    yield return new PackFault("month-count", reading.PageOf(section), $"The text says \"{match.Value}\" and the graph \"{chart.Chart.Subtitle}\" shows {chart.Chart.Points.Count}.", "Say how many months the graph shows, or show as many as it says.");
            foreach (var month in TypedNumbers.MonthsIn(text).Distinct())
                // A date to come is no figure's, but the period's own month in another year is a slip.
                if (reading.MonthsOf(section) is { Count: > 0 } shown && !shown.Contains(month) && shown.Any(s => s.Number == month.Number)
                    && (month < shown.Max() || month.Number == shown.Max().Number) && !AYearBefore().IsMatch(text))
                    yield return new PackFault("wrong-year", reading.PageOf(section), $"The text says {month.Label}; the figures here are of {shown.First(s => s.Number == month.Number).Label}.", "Correct the year, or say that it is a year before.");
        }
    }

    private static IEnumerable<PackFault> OfNumbering(Document document)
    {
        foreach (var (pattern, what) in new[] { (TypedNumber(), "section"), (AppendixNumber(), "appendix") })
        {
            var last = 0;
            foreach (var section in document.Sections)
            {
                if (pattern.Match(section.Title) is not { Success: true } match) continue;
                var number = int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
                if (number != last + 1) yield return new PackFault("numbering-gap", section.Title, last == 0 ? $"The first {what} has the number {number}." : $"After {what} {last} comes {number}.", $"Number it {last + 1}, or put the missing {what} back.");
                last = number;
            }
        }
    }

    private static Month? MonthOf(string text) => TypedNumbers.MonthsIn(text) is var months && months.FirstOrDefault() is { Year: > 0 } month ? month : null;

    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out date) || DateText.TryParse(text, out date);

    private static int Number(Match match)
    {
        var word = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
        return int.TryParse(word, out var n) ? n : 2 + Array.IndexOf(Words, word.ToLowerInvariant());
    }

    private static readonly string[] Words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"];

    private const string Numbers = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|[0-9]{1,2}";

    [GeneratedRegex(@"\b(?:graph|chart|table|figure)s?\b[^.;]{0,30}?\b(?:below|overleaf)\b|\b(?:below|following|overleaf)\b[^.;]{0,20}?\b(?:graph|chart|table)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex PicturesBelow();

    [GeneratedRegex(@"\b(?:shown|see|seen|set out|listed|given|as|numbers|details?) below\b|\bbelow (?:shows?|sets? out|lists?|gives?|provides?|refers?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Below();

    [GeneratedRegex(@"\b(?:last|past|previous) (" + Numbers + @") months\b|\b(" + Numbers + @")[- ]month (?:graph|chart|trend)", RegexOptions.IgnoreCase)]
    private static partial Regex SoManyMonths();

    [GeneratedRegex(@"year (?:before|earlier|ago)|last year|previous year|compared (?:with|to)|since", RegexOptions.IgnoreCase)]
    private static partial Regex AYearBefore();

    [GeneratedRegex(@"^(\d+)[.)]?\s+\S")]
    private static partial Regex TypedNumber();

    [GeneratedRegex(@"^Appendix (\d+)\b")]
    private static partial Regex AppendixNumber();
}
