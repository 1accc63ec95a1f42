using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;
using Bellwether.Publications.Documents;
using Bellwether.Scorecards;

namespace Bellwether.Publications.Packs;

/// <summary>One indicator with everything a pack may show of it, as the reader's gate gave it.</summary>
/// <param name="Row">The line with its trend, as long as the longest chart needs.</param>
/// <param name="Stage">The title of its place on a child's way through the service.</param>
/// <param name="Variants">The same question asked differently.</param>
/// <param name="Districts">By district; empty where it has none.</param>
/// <param name="Teams">By team; empty where it has none.</param>
/// <param name="National">Published figures beside it; null where nothing was compared.</param>
public sealed record PackIndicator(
    FilledRow Row, string Stage, IReadOnlyList<VariantLine> Variants, IReadOnlyList<MemberLine> Districts, IReadOnlyList<MemberLine> Teams,
    BenchmarkLine? National)
{
    /// <summary>"cin-with-plan", "cin-with-plan/drafts".</summary>
    public string Name => Row.Variant.Length == 0 ? Row.Definition.Id : $"{Row.Definition.Id}/{Row.Variant}";

    /// <summary>The same as an anchor.</summary>
    public string Anchor => Name.Replace('/', '-');

    /// <summary>The key of a figure of a line.</summary>
    public static FigureKey KeyOf(Figure figure, string breakdown = "") => new(
        figure.Variant.Length == 0 ? figure.Indicator : $"{figure.Indicator}/{figure.Variant}", figure.Window, figure.Last, breakdown, breakdown.Length == 0 ? "" : figure.Member);
}

/// <summary>Everything that a pack is built from: already what the reader may see, and nothing hidden in it yet.</summary>
/// <param name="Council">The authority's name.</param>
/// <param name="Card">The scorecard, for its title, period and last day.</param>
/// <param name="Indicators">In the scorecard's order.</param>
/// <param name="Other">A line of an indicator that is not on the scorecard, by id or code; null where there is none.</param>
/// <param name="Names">Names that may stand in a text: owners, teams, districts.</param>
public sealed record PackMaterial(
    string Council, FilledScorecard Card, IReadOnlyList<PackIndicator> Indicators, Func<string, FilledRow?> Other, IReadOnlyList<string> Names)
{
    /// <summary>Gathers the material of a scorecard for a month: figures only, never a case.</summary>
    /// <param name="performance">The figures, rated.</param>
    /// <param name="authority">For names and districts.</param>
    /// <param name="scorecard">Whose indicators.</param>
    /// <param name="period">The month.</param>
    /// <param name="months">Months of trend, the period's own included.</param>
    /// <param name="national">Published figures beside an indicator; null for none.</param>
    public static PackMaterial Of(
        Performance performance, Authority authority, Indicators.Definitions.Scorecard scorecard, Month period, int months, Func<FilledRow, BenchmarkLine?>? national = null)
    {
        var card = performance.Fill(scorecard, period, months);
        var stages = Stages.InOrder(performance.Catalogue.Entries).SelectMany(s => s.Entries.Select(e => (e.Definition.Id, s.Title))).ToDictionary(p => p.Id, p => p.Title);
        var indicators = card.Rows.Select(row => Of(performance, row, stages.GetValueOrDefault(row.Definition.Id, ""), national)).ToList();
        List<string> names =
        [
            authority.Name, .. authority.Teams.Select(t => t.Name), .. authority.Districts.Select(d => d.Name),
            .. card.Rows.SelectMany(r => new[] { r.Owner.CabinetMember, r.Owner.Director, r.Owner.Portfolio, r.Owner.Division, r.Title }).Where(n => n.Length > 0),
        ];
        return new PackMaterial(authority.Name, card, indicators, name => performance.Catalogue.Find(name) is { Bound: not null } found ? performance.Row(found, period, months) : null,
            [.. names.Distinct(StringComparer.Ordinal)]);
    }

    private static PackIndicator Of(Performance performance, FilledRow row, string stage, Func<FilledRow, BenchmarkLine?>? national)
    {
        var found = performance.Catalogue.Find(row.Variant.Length == 0 ? row.Definition.Id : $"{row.Definition.Id}/{row.Variant}")!;
        IReadOnlyList<MemberLine> By(string breakdown) => row.Now.Figure is { Value: not null, IsKeyed: false } && row.Definition.Breakdowns.Contains(breakdown, StringComparer.Ordinal)
            ? performance.By(found, breakdown, row.Now.Figure.Last, row.Window) : [];
        return new PackIndicator(row, stage, row.Variant.Length == 0 ? performance.Variants(found, row.Now.Figure.Last, row.Window) : [], By("district"), By("team"),
            national?.Invoke(row));
    }

    /// <summary>The material with every hidden figure taken out: from here on nothing knows its value.</summary>
    public PackMaterial Without(IReadOnlySet<FigureKey> hidden)
    {
        if (hidden.Count == 0) return this;
        var rows = Card.Rows.Select(r => Row(r, hidden)).ToList();
        return this with
        {
            Card = Card with { Rows = rows },
            Indicators = [.. Indicators.Select(i => Indicator(i, hidden))],
            Other = name => Other(name) is { } row ? Row(row, hidden) : null,
        };
    }

    private static PackIndicator Indicator(PackIndicator i, IReadOnlySet<FigureKey> hidden)
    {
        var row = Row(i.Row, hidden);
        return i with
        {
            Row = row,
            // A near miss is the difference of two figures, so neither may be told where one is hidden.
            Variants = [.. i.Variants.Select(v => v with { Rated = Rated(v.Rated, "", hidden) })
                .Select(v => v.Rated.Figure.Value is null || row.Now.Figure.Value is null ? v with { NearMiss = null } : v)],
            Districts = [.. i.Districts.Select(m => m with { Rated = Rated(m.Rated, "district", hidden) })],
            Teams = [.. i.Teams.Select(m => m with { Rated = Rated(m.Rated, "team", hidden) })],
        };
    }

    private static FilledRow Row(FilledRow row, IReadOnlySet<FigureKey> hidden) => row.Trend.Any(t => hidden.Contains(PackIndicator.KeyOf(t.Figure)))
        ? row with { Trend = [.. row.Trend.Select(t => Rated(t, "", hidden))] }
        : row;

    private static Rated Rated(Rated rated, string breakdown, IReadOnlySet<FigureKey> hidden) => hidden.Contains(PackIndicator.KeyOf(rated.Figure, breakdown))
        ? rated with
        {
            Figure = rated.Figure with { Numerator = null, Denominator = null, Value = null, None = null, Because = Suppressed, Note = "", Tally = default },
            Judgement = new Judgement(null, "Hidden, so that no child can be told from it.", rated.Judgement.Target, [], ""),
        }
        : rated;

    /// <summary>The reason that stands on a hidden figure.</summary>
    internal const string Suppressed = "hidden, so that no child can be told from it";
}
