using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Engine;

/// <summary>Works out <c>over</c>: the divisor at each window's last day, for the whole authority and for each member of a breakdown.</summary>
internal sealed class Divisors(FastEvaluator evaluator, Authority authority)
{
    /// <summary>For each cut the divisor by member and day; null where a population isn't known. The note says which vintage served.</summary>
    /// <param name="members">How many members each cut has.</param>
    /// <param name="found">How many different values <see cref="AmongCases"/> has, where that was counted with the cases; null where not.</param>
    public (decimal?[][][] Values, string Note) Of(
        Node over, BoundIndicator indicator, Window window, IReadOnlyList<DateOnly> days, IReadOnlyList<Cut> cuts, int[] members, long[][][]? found)
    {
        switch (over)
        {
            case Constant constant:
                return (Fill(members, days.Count, (_, _, _) => constant.Cell / 1000m), "");
            case Population population:
                var notes = new SortedSet<string>(StringComparer.Ordinal);
                return (Fill(members, days.Count, (c, m, d) => People(population, Area(cuts[c], m), days[d], notes)), string.Join(' ', notes));
            case WorkingYear:
                return (Fill(members, days.Count, (_, _, d) => WorkingYear.DaysTo(days[d])), "");
            case Arithmetic arithmetic:
                var (left, noteLeft) = Of(arithmetic.Left, indicator, window, days, cuts, members, null);
                var (right, noteRight) = Of(arithmetic.Right, indicator, window, days, cuts, members, null);
                return (Fill(members, days.Count, (c, m, d) => Apply(arithmetic.Sign, left[c][m][d], right[c][m][d])), noteLeft.Length > 0 ? noteLeft : noteRight);
            case Aggregate { Gathering: Gathering.Sum or Gathering.Count } aggregate:
                var counted = Cases(aggregate, indicator);
                var tallies = evaluator.Count(counted, window, days, [.. cuts.Select(cut => Within(cut, counted, indicator))]);
                return (Fill(members, days.Count, (c, m, d) => tallies[c][Math.Min(m, tallies[c].Length - 1)][d].Value / 1000m), "");
            case Aggregate { Gathering: Gathering.CountDistinct, Of: { } of } aggregate:
                var among = Cases(aggregate, indicator);
                var different = found ?? evaluator.Distinct(among, of, window, days, [.. cuts.Select(cut => Within(cut, among, indicator))]);
                return (Fill(members, days.Count, (c, m, d) => different[c][Math.Min(m, different[c].Length - 1)][d]), "");
            default:
                throw new InvalidOperationException($"over can't hold {over.GetType().Name}.");
        }
    }

    /// <summary>What the different values are counted of that divide the cases, where they are those of the cases themselves: workers of open allocations; null otherwise.</summary>
    public static Node? AmongCases(BoundIndicator indicator)
    {
        if (indicator is not { Over: Aggregate { Gathering: Gathering.CountDistinct, Of: { } of } over, Met: null, Value: null, Per: Per.Record, Form: not CaseForm.Dated }) return null;
        var among = Cases(over, indicator);
        return among.Kind.Name == indicator.Kind.Name && among.Form == indicator.Form && among.Span == indicator.Span && Equals(among.Where, indicator.Where)
            && (indicator.Split is null || !Splitting.IsOfSet(indicator.Split)) ? of : null;
    }

    /// <summary>
    /// The year ending 31 March Y is served by mid-year Y − 1. Where that estimate isn't there yet, the newest before it serves, and says so.
    /// </summary>
    private decimal? People(Population population, string? area, DateOnly day, SortedSet<string> notes)
    {
        if (area is null) return null;
        var wanted = FinancialYear.Of(day).StartYear;
        foreach (var year in authority.Populations.Where(p => p.Area == area && p.MidYear <= wanted).GroupBy(p => p.MidYear).OrderByDescending(g => g.Key))
        {
            var exact = year.FirstOrDefault(p => p.AgeFrom == population.FromAge && p.AgeTo == population.ToAge);
            var parts = exact is null ? year.Where(p => p.AgeFrom >= population.FromAge && p.AgeTo <= population.ToAge).ToList() : [exact];
            if (parts.Sum(p => p.AgeTo - p.AgeFrom + 1) != population.ToAge - population.FromAge + 1) continue;
            if (year.Key < wanted) notes.Add($"Population is the mid-{year.Key} estimate, the newest held.");
            return parts.Sum(p => p.Count);
        }
        return null;
    }

    /// <summary>A split of the cases divides what they are divided by only where that is the same kind of record; else all of it stands under each member.</summary>
    private static Cut Within(Cut cut, BoundIndicator counted, BoundIndicator cases) =>
        cut.Split is not null && counted.Kind.Name != cases.Kind.Name ? cut with { Split = null } : cut;

    /// <summary>A population is known for the whole and for a district; of an age band, or of a team, none is.</summary>
    private static string? Area(Cut cut, int member) => cut switch
    {
        { And: not null } => null,
        { By: null, Where: null } => "",
        { By: null, Where: { Name: "district" } where } when cut.WhereMember > 0 => where.Codes[cut.WhereMember],
        { By: { Name: "district" } by, Where: null } when member > 0 => by.Codes[member],
        _ => null,
    };

    private static decimal? Apply(char sign, decimal? a, decimal? b) => sign switch
    {
        '+' => a + b,
        '-' => a - b,
        '*' => a * b,
        _ => b == 0 ? null : a / b,
    };

    /// <summary>The records of an aggregate as cases of their own: what they add up to is a tally's value.</summary>
    private static BoundIndicator Cases(Aggregate aggregate, BoundIndicator of)
    {
        var records = aggregate.Records;
        var own = new FieldOf(ValueKind.Date, Reader.Case, [], records.Kind, 0);
        var (form, dates) = records switch
        {
            { When: When.InWindow } => (CaseForm.Dated, new[] { records.By ?? own }),
            { When: When.OpenInWindow } => (CaseForm.OpenInWindow, []),
            { When: When.OpenInLast } => (CaseForm.OpenInLast, []),
            { When: When.Always, Kind.Shape: RecordShape.Spell } => (CaseForm.Open, Array.Empty<Node>()),
            _ => throw new InvalidOperationException($"over can't count {records.Kind.Name} that way."),
        };
        return new BoundIndicator(
            of.Id, of.Variant, records.Kind, form, records.Length?.Fixed, dates, records.Where, null, aggregate.Gathering == Gathering.CountDistinct ? null : aggregate.Of, null, Per.Record, Show.Sum, true, false, of.Limits);
    }

    private static decimal?[][][] Fill(int[] members, int days, Func<int, int, int, decimal?> cell)
    {
        var all = new decimal?[members.Length][][];
        for (var c = 0; c < all.Length; c++)
        {
            all[c] = new decimal?[members[c]][];
            for (var m = 0; m < all[c].Length; m++)
            {
                all[c][m] = new decimal?[days];
                for (var d = 0; d < days; d++) all[c][m][d] = cell(c, m, d);
            }
        }
        return all;
    }
}
