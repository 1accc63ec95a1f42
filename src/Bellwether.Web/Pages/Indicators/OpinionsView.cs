using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Publications;
using Bellwether.Scorecards;
using Bellwether.Web.Look;

namespace Bellwether.Web.Pages.Indicators;

/// <summary>Second opinions on one figure: sentences by topic, and the change on the month before by district as a table.</summary>
/// <param name="Lines">Topic and sentences.</param>
/// <param name="Districts">Null where the change can't be taken apart, or one district alone has cases.</param>
/// <param name="WhyNot">Why it can't; empty where it can.</param>
internal sealed record OpinionsView(IReadOnlyList<Opinion> Lines, TableView? Districts, string WhyNot)
{
    public static OpinionsView Of(SecondOpinions said, FilledRow row) => new(
        said.Lines, said.Districts is { IsGiven: true, Value: { Groups.Count: > 1 } change } ? Table(change, row) : null,
        said.Districts.Because);

    private static TableView Table(DistrictChange change, FilledRow row)
    {
        var (before, now) = (row.Before!.Month, row.Now.Month);
        var caption = $"The change since {before.Label} by district{(row.Shape.Show == Show.Percentage ? ", in percentage points, each rounded on its own" : "")}";
        if (change.Parts is not { } parts)
        {
            return new TableView(caption, [new("District"), new(before.ShortLabel, true), new(now.ShortLabel, true), new("Change", true)],
            [
                .. change.Groups.OrderByDescending(g => Math.Abs(g.NumeratorNow - g.NumeratorBefore)).Select(g =>
                    Line(g.Name, BandWords.Plain(g.NumeratorBefore), BandWords.Plain(g.NumeratorNow), EnglishText.Signed(g.NumeratorNow - g.NumeratorBefore, 0))),
                Line("All", BandWords.Plain(change.Groups.Sum(g => g.NumeratorBefore)), BandWords.Plain(change.Groups.Sum(g => g.NumeratorNow)), EnglishText.Signed(change.Change, 0)),
            ]);
        }
        return new TableView(caption,
            [new("District"), new(before.ShortLabel, true), new(now.ShortLabel, true), new("Own result", true), new("Share of cases", true), new("Together", true)],
            [
                .. parts.Parts.OrderByDescending(p => Math.Abs(p.Points)).Select(p => Line(p.Group.Name, Over(p.Group.NumeratorBefore, p.Group.DenominatorBefore),
                    Over(p.Group.NumeratorNow, p.Group.DenominatorNow), EnglishText.Signed(p.Rate, 2), EnglishText.Signed(p.Mix, 2), EnglishText.Signed(p.Points, 2))),
                Line("All", Over(change.Groups.Sum(g => g.NumeratorBefore), change.Groups.Sum(g => g.DenominatorBefore)),
                    Over(change.Groups.Sum(g => g.NumeratorNow), change.Groups.Sum(g => g.DenominatorNow)), EnglishText.Signed(parts.Rate, 2), EnglishText.Signed(parts.Mix, 2), EnglishText.Signed(change.Change, 2)),
            ]);
    }

    private static IReadOnlyList<TableCell> Line(params string[] cells) => [.. cells.Select(c => new TableCell(c))];

    private static string Over(decimal numerator, decimal denominator) => $"{BandWords.Plain(numerator)} / {BandWords.Plain(denominator)}";
}
