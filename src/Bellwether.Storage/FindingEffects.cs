using System.Globalization;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Language;
using Bellwether.Scorecards;

namespace Bellwether.Storage;

/// <summary>Findings of one code about one kind of record, with the indicators they touch.</summary>
/// <param name="Code">The finding's code.</param>
/// <param name="Outcome">What became of the rows or values.</param>
/// <param name="Kind">The kind of record; empty where none.</param>
/// <param name="Times">How many rows or values.</param>
/// <param name="Touches">Lines of the scorecard they can change, the most first; empty where none or where no row is named.</param>
public sealed record FindingGroup(string Code, Outcome Outcome, string Kind, int Times, IReadOnlyList<Touch> Touches);

/// <summary>By how much findings can change an indicator at most.</summary>
/// <param name="Found">The indicator or variant.</param>
/// <param name="Up">Most it could be higher by, in the unit shown; null where no bound can be told.</param>
/// <param name="Down">Most it could be lower by; null with it.</param>
public sealed record Touch(Found Found, decimal? Up, decimal? Down)
{
    /// <summary>"CN03 up to +1.4 or −0.6 points".</summary>
    public string Words
    {
        get
        {
            var shape = Performance.ShapeOf(Found);
            if (Up is not { } up || Down is not { } down) return $"{Found.Entry.Definition.Code} by an amount that can't be told";
            var unit = shape.Show == Show.Percentage ? " points" : "";
            var format = shape.Show == Show.Count ? "N0" : "N1";
            var (more, less) = (Ceiling(up, shape).ToString(format, CultureInfo.InvariantCulture), Ceiling(down, shape).ToString(format, CultureInfo.InvariantCulture));
            return down == 0 ? $"{Found.Entry.Definition.Code} up to +{more}{unit}" : up == 0 ? $"{Found.Entry.Definition.Code} up to −{less}{unit}"
                : $"{Found.Entry.Definition.Code} up to +{more} or −{less}{unit}";
        }
    }

    // A bound is rounded outwards, or it would be none.
    private static decimal Ceiling(decimal bound, Shape shape) => shape.Show == Show.Count ? Math.Ceiling(bound) : Math.Ceiling(bound * 10) / 10;
}

/// <summary>
/// Works out what a load's findings can change. A row set aside of the cases' own kind is at most one case more; a row, or an unknown value, of
/// another kind that the definition reads can turn, bring or take the cases of one child: as many as any child has. Both at once, for
/// all of the rows, in the worst direction: more than that is not possible, and less is likely.
/// </summary>
public static class FindingEffects
{
    /// <summary>Findings of values that were read for what they say.</summary>
    private static readonly HashSet<string> ReadAllTheSame = ["code-out-of-year", "serial-date"];

    /// <param name="findings">Of one load.</param>
    /// <param name="known">What is known after it.</param>
    /// <param name="scorecard">Whose lines are looked at; null for none.</param>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<Finding> findings, Performance known, Scorecard? scorecard)
    {
        var isDated = Differences.IsDated(known.LatestMonth);
        var day = isDated ? known.LastDayOf(known.LatestMonth) : default;
        var lines = !isDated || scorecard is null ? [] : known.Catalogue.On(scorecard, day).ToList();
        var bases = new Dictionary<Found, Standing?>();
        return [.. findings.GroupBy(f => (Code: f.StandsFor.Length > 0 ? f.StandsFor : f.Code, f.Kind))
            .Select(g => (g.Key, Outcome: g.Min(f => f.Outcome), Times: g.Sum(f => f.Times), IsOfRows: g.Any(f => f.Row > 0)))
            .OrderBy(g => g.Outcome).ThenByDescending(g => g.Times)
            .Select(g => new FindingGroup(g.Key.Code, g.Outcome, g.Key.Kind, g.Times, g.Key.Kind.Length == 0 || !g.IsOfRows || ReadAllTheSame.Contains(g.Key.Code) ? []
                : [.. lines.Where(l => Kinds(known.Catalogue, l).Contains(g.Key.Kind)).Select(l => Bound(l, g.Key.Kind, g.Outcome, g.Times, At(l)))
                    .OrderByDescending(t => Math.Max(t.Up ?? decimal.MaxValue, t.Down ?? 0))]))];

        Standing? At(Found line)
        {
            if (!bases.TryGetValue(line, out var at)) bases.Add(line, at = Standing.Of(known, line, day));
            return at;
        }
    }

    /// <summary>The kinds that a definition reads; a clock's turns are made of two.</summary>
    private static HashSet<string> Kinds(Catalogue catalogue, Found line)
    {
        var kinds = TreeWalk.Kinds(line.Bound!).Select(k => k.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var clock in catalogue.Clocks.Where(c => kinds.Contains(c.Id)))
        {
            kinds.Add(clock.For.Name);
            kinds.Add(clock.DoneBy.Kind.Name);
        }
        // Who is a child, and how old, is said there.
        if (line.Bound!.Kind.Subject == Codes.SubjectKind.Child) kinds.Add("people");
        return kinds;
    }

    private static Touch Bound(Found line, string kind, Outcome outcome, int rows, Standing? at)
    {
        if (at is null) return new Touch(line, null, null);
        var isOwn = kind == line.Bound!.Kind.Name;
        var isRead = !isOwn || outcome == Outcome.Noted || TreeWalk.Records(line.Bound.Where).Concat(TreeWalk.Records(line.Bound.Met)).Any(r => r.Kind.Name == kind);
        var turned = isRead ? (decimal)rows * at.MostOfOneChild : 0;
        var come = isOwn && outcome == Outcome.SetAside ? rows : 0;
        if (isRead) come += (int)Math.Min(turned, int.MaxValue / 2);
        return at.Show switch
        {
            Show.Percentage when at.Below > 0 => new Touch(line,
                (Math.Min(1, (at.Above + turned + come) / (at.Below + come)) - (at.Above / at.Below)) * 100,
                ((at.Above / at.Below) - (Math.Max(0, at.Above - turned) / (at.Below + come))) * 100),
            Show.Count => new Touch(line, come, Math.Min(turned, at.Above)),
            Show.Rate when at.Below > 0 => new Touch(line, come * 10_000m / at.Below, Math.Min(turned, at.Above) * 10_000m / at.Below),
            _ => new Touch(line, null, null),
        };
    }

    /// <summary>What a bound is reckoned from.</summary>
    private sealed record Standing(Show Show, decimal Above, decimal Below, int MostOfOneChild)
    {
        public static Standing? Of(Performance known, Found line, DateOnly day)
        {
            var window = Figures.DefaultWindow(line);
            var figure = known.Figures.At(line, window, day);
            if (figure.Value is null || figure.IsKeyed) return null;
            var cases = known.Figures.Cases(line, window, day);
            var most = cases.Count == 0 ? 1 : cases.GroupBy(c => c.Child).Where(g => g.Key >= 0).Select(g => g.Count()).DefaultIfEmpty(1).Max();
            return Performance.ShapeOf(line).Show switch
            {
                Show.Percentage when line.Bound!.Over is null && figure is { Numerator: { } n, Denominator: { } d } => new Standing(Show.Percentage, n, d, most),
                Show.Count when figure.Value is { } value => new Standing(Show.Count, value, 0, most),
                Show.Rate when figure is { Numerator: { } n, Denominator: { } d } => new Standing(Show.Rate, n, d, most),
                _ => null,
            };
        }
    }
}
