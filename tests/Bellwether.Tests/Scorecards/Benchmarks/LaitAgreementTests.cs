using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Benchmarks;

/// <summary>The benchmark of every measure and authority is what LAIT's rules give.</summary>
public sealed class LaitAgreementTests
{
    private static readonly BenchmarkSet Set = new(PlainLait.Shipped);

    [Fact]
    public void Every_measure_of_every_authority_equals_a_plain_reading_of_the_rules()
    {
        var plain = new PlainLait(PlainLait.Shipped);
        var faults = new List<string>();
        var compared = 0;
        foreach (var name in plain.Measures)
        {
            var measure = Set.Measure(name);
            Assert.NotNull(measure);
            foreach (var (number, _) in plain.Authorities)
            {
                var authority = Set.Authority($"{number}");
                Assert.NotNull(authority);
                var (ours, theirs) = (Set.Compare(measure, authority)!, plain.Answer(name, number));
                compared++;
                if (!Same(ours, theirs)) faults.Add($"{name}, {authority.Name}: {theirs}");
            }
        }
        Assert.Empty(faults.Take(5));
        Assert.Equal(156 * 158, compared);
    }

    // Worked out from values.csv with awk: sort, count, add up, for the latest year; no code of ours. NA is LAIT's word for missing.
    private const string WorkedOutByHand = """
        measure             | authority              | value | previous | sn mean         | sn median | n  | region | England | rank | of  | band | q25    | q50  | q75
        ReReferral          | Kent                   | 21.6  | 23.3     | 20.45           | 21        | 10 | 28.4   | 22.6    | 97   | 153 | C    | 16.9   | 20   | 23
        ReReferral          | Peterborough           | 19.8  | 19.2     | 19.58           | 19.95     | 10 | 19.4   | 22.6    | 73   | 153 | B    | 16.9   | 20   | 23
        ReReferral          | Dudley                 | 22.5  | 20.0     | 21.29           | 21.25     | 10 | 19.5   | 22.6    | 105  | 153 | C    | 16.9   | 20   | 23
        LACHealth%          | Dudley                 | 98    | 94       | 90.4            | 91.5      | 10 | 84     | 90      | 13   | 151 | A    | 89     | 93   | 96
        %_of LAC Adopted    | Kent                   | 2     | 2        | 12.8            | 14        | 10 | 6      | 9       | 128  | 130 | D    | 8      | 10   | 13
        Work_Force_Vac_Rate | Camden                 | 10.6  | 11.4     | 18.5625         | 19.4      | 8  | 18     | 14.2    | 56   | 151 | B    | 7.75   | 14.5 | 20.75
        Work_Force_Vac_Rate | Kensington and Chelsea | NA    | 2.7      | 16.622222222222 | 16.5      | 9  | 18     | 14.2    | NA   | 151 | NA   | 7.75   | 14.5 | 20.75
        LACStable_2016on    | North Northamptonshire | 13    | 14       | 10.7            | 10.5      | 10 | 9      | 10      | 123  | 151 | D    | 8      | 10   | 12
        Vacancies_cover     | Kent                   | 63.3  | 67.6     | 66.98           | 69.8      | 10 | 73.8   | 73.6    | 111  | 149 | -    | 62.5   | 81.3 | 100
        LAC                 | Kent                   | 53    | 56       | 55              | 56        | 10 | 55     | 67      | -    | 151 | -    | 53     | 67   | 90
        CPPlans2yrsActive   | Camden                 | 0     | NA       | 5.1             | 7.3       | 3  | 2.7    | 2.3     | 1    | 94  | A    | 0      | 2.9  | 4.55
        CIN_Avg_Attain8_KS4 | Westminster            | 21.3  | 29.2     | 19.15           | 18.9      | 10 | 21.3   | 17.3    | 22   | 148 | A    | 14.875 | 16.8 | 19.7
        StayingPut          | Newham                 | 21    | 24       | 30              | 30        | 10 | 28     | 33      | 122  | 137 | D    | 28     | 36   | 41
        CINPermExclusion    | Birmingham             | 1.25  | 1.36     | 1.4275          | 1.29      | 8  | 1.36   | 1.03    | 48   | 101 | -    | 0.97   | 1.26 | 1.63
        """;

    public static TheoryData<string> ByHand => [.. WorkedOutByHand.Split('\n').Skip(1)];

    [Theory]
    [MemberData(nameof(ByHand))]
    public void Benchmarks_worked_out_by_hand_are_reproduced(string line)
    {
        var c = line.Split('|', StringSplitOptions.TrimEntries);
        var found = Set.Compare(Set.Measure(c[0])!, Set.Authority(c[1])!)!;
        var byHand = new PlainAnswer(found.Year, Number(c[2]), Number(c[3]), Number(c[2]) - Number(c[3]), Number(c[4]), Number(c[5]), (int)Number(c[6])!,
            Number(c[7]), Number(c[8]), c[9] == "NA" ? null : c[9], (int)Number(c[10])!, c[11] == "NA" ? null : c[11], Number(c[12]), Number(c[13]), Number(c[14]));
        Assert.True(Same(found, byHand), found.ToString());

        static decimal? Number(string text) => text == "NA" ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_change_is_the_difference_of_the_doubles_as_R_gives_it() =>
        Assert.Equal(21.6 - 23.3, Set.Compare(Set.Measure("ReReferral")!, Set.Authority("Kent")!)!.Change);

    // The values of ten neighbours, 89.2 to 86.6; R adds them in extended precision, where adding doubles one by one gives 90.96.
    [Fact]
    public void The_mean_is_the_double_that_R_gives() =>
        Assert.Equal(90.96000000000001, Set.Compare(Set.Measure("RevCP")!, Set.Authority("Kent")!, "2025")!.NeighbourMean);

    [Fact]
    public void An_earlier_year_and_the_list_of_2021_can_be_asked_for()
    {
        var (measure, kent) = (Set.Measure("ReReferral")!, Set.Authority("Kent")!);
        var earlier = Set.Compare(measure, kent, "2024", NeighbourModel.April2021)!;
        Assert.Equal("2024", earlier.Year);
        Assert.Equal(23.3, earlier.Own.Number);
        Assert.Equal("2023", earlier.PreviousYear);
        Assert.NotEqual(
            earlier.Neighbours.Select(n => n.Area.Number), Set.Compare(measure, kent, "2024")!.Neighbours.Select(n => n.Area.Number));
        Assert.Equal(10, earlier.Neighbours.Count);
        Assert.Null(Set.Compare(measure, kent, "2010"));
    }

    private static bool Same(Comparison ours, PlainAnswer theirs) =>
        ours.Year == theirs.Year && ours.NeighboursReported == theirs.Reported && ours.RankText == theirs.Rank && ours.Ranked == theirs.Ranked
        && ours.Quartile == theirs.Quartile
        && Near(ours.Own.Number, theirs.Value) && Near(ours.Previous.Number, theirs.Previous) && Near(ours.Change, theirs.Change)
        && Near(ours.NeighbourMean, theirs.Mean) && Near(ours.NeighbourMedian, theirs.Median)
        && Near(ours.Region.Number, theirs.Region) && Near(ours.England.Number, theirs.England)
        && Near(ours.Points?.Q25, theirs.Q25) && Near(ours.Points?.Q50, theirs.Q50) && Near(ours.Points?.Q75, theirs.Q75);

    private static bool Near(double? ours, decimal? theirs) =>
        ours is null == theirs is null && Math.Abs((ours ?? 0) - (double)(theirs ?? 0)) < 1e-9;
}
