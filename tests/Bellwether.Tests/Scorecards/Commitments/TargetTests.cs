using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Commitments;

/// <summary>Dated targets: what is refused, what is set and written down, what a change does to ratings.</summary>
public sealed class TargetTests : IDisposable
{
    private const string Headings = "indicator,area,from,to,target,amber,kind,reason,source,source_date,approved_by\n";
    private static readonly DateTimeOffset Now = new(2026, 9, 30, 10, 15, 0, TimeSpan.Zero);
    private readonly WrittenHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("cin-with-plan,,2016-04-01,,90,80,local,x,,,\ncin-with-plan,,2017-04-01,,90,80,local,x,,,\n", "overlaps the one before it, in force with no last day. Write 2017-04-01 as that line's to.")]
    [InlineData("cin-with-plan,,2016-04-01,2017-03-01,90,80,local,x,,,\ncin-with-plan,,2017-04-01,,90,80,local,x,,,\n", "leaves a gap after the one before it, in force until 28 February 2017")]
    [InlineData("cin-with-plan,,2017-04-01,2017-04-01,90,80,local,x,,,\n", "ends on or before its first day")]
    [InlineData("cin-with-plan,,2017-04-01,,90,80,statutry,x,,,\n", "kind is \"statutry\". It needs one of statutory, improvement-notice, stretch, local, profile.")]
    [InlineData("cin-with-plan,,2017-04-01,,ninety,80,local,x,,,\n", "target is \"ninety\". It needs a number")]
    [InlineData("icpcs,,2017-04-15,2018-04-01,90,,profile,x,,,\n", "does not run over whole months")]
    public void A_file_with_a_fault_is_refused_in_words(string lines, string words)
    {
        _home.Write("targets.csv", Headings + lines);
        Assert.Contains(words, Assert.Throws<ShelfException>(() => Targets.Load(_home.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bands_that_overlap_rate_nothing_and_name_their_line()
    {
        _home.Write("targets.csv", Headings + "cin-with-plan,,2017-04-01,,80,90,local,x,,,\n").Values("cin-with-plan,2017-06,,1927,2461,,\n");
        var performance = _home.Known.Performance;
        var fault = Assert.Throws<ShelfException>(() => performance.At(performance.Catalogue.Find("cin-with-plan")!, new DateOnly(2017, 6, 30)));
        Assert.Contains("The bands overlap: higher is better, so the amber edge (90) can't be above the target (80).", fault.Message, StringComparison.Ordinal);
        Assert.Contains("targets.csv", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such", "", 80, 70, "local", "because", "A. Head", "There is no indicator \"no-such\"")]
    [InlineData("cin-with-plan", "Narnia", 80, 70, "local", "because", "A. Head", "There is no area \"Narnia\"")]
    [InlineData("cin-with-plan", "", 80, 85, "local", "because", "A. Head", "The bands overlap")]
    [InlineData("unallocated", "", 5, 3, "local", "because", "A. Head", "lower is better, so the amber edge (3) can't be below the target (5)")]
    [InlineData("cin-with-plan", "", 180, 70, "local", "because", "A. Head", "180 is no percentage")]
    [InlineData("cin-with-plan", "", 80, 70, "local", "", "A. Head", "Say why the target is what it is")]
    [InlineData("cin-with-plan", "", 80, 70, "local", "because", "", "Say who approved the target.")]
    [InlineData("cin-with-plan", "", 80, 70, "improvement-notice", "because", "A. Head", "needs its legal source and the date of it")]
    public void A_target_that_can_not_be_is_not_set_and_the_words_say_why(string indicator, string area, int value, int amber, string kind, string reason, string by, string words)
    {
        var faults = Set(new Target(indicator, area, new DateOnly(2017, 4, 1), null, value, amber, kind, reason, "", by));
        Assert.Contains(faults, f => f.Contains(words, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(_home.Folder, "targets.csv")));
    }

    [Fact]
    public void A_new_target_ends_the_one_before_it_and_the_history_says_who()
    {
        Assert.Empty(Set(Of(75, new DateOnly(2016, 4, 1))));
        Assert.Empty(Set(Of(80, new DateOnly(2017, 4, 1))));
        var all = Targets.Load(_home.Folder).All;
        Assert.Equal([(75m, (DateOnly?)new DateOnly(2017, 4, 1)), (80m, null)], all.Select(t => (t.Value, t.To)));
        var (last, first) = (TargetHistory.Load(_home.Folder)[0], TargetHistory.Load(_home.Folder)[1]);
        Assert.Equal(("Jo Lee", Now, "", "80, amber edge 60, stretch, from 1 April 2017: Raised, \"at last\". Approved by Cabinet"), (last.Who, last.When, last.Before, last.After));
        Assert.StartsWith("75, amber edge 60, stretch, from 1 April 2016", first.After, StringComparison.Ordinal);
        Assert.Equal("", TargetHistory.ByHand(_home.Folder));
    }

    [Fact]
    public void The_same_first_day_puts_a_target_right_and_an_earlier_one_fits_before_those_that_follow()
    {
        Set(Of(80, new DateOnly(2017, 4, 1)));
        Assert.Empty(Set(Of(82, new DateOnly(2017, 4, 1))));
        Assert.StartsWith("80, amber edge", TargetHistory.Load(_home.Folder)[0].Before, StringComparison.Ordinal);
        Assert.Empty(Set(Of(75, new DateOnly(2016, 4, 1))));
        Assert.Equal([75m, 82m], Targets.Load(_home.Folder).All.Select(t => t.Value));
        Assert.Equal(75, Targets.Load(_home.Folder).InForce("cin-with-plan", "", new DateOnly(2017, 3, 31))!.Value);
    }

    [Fact]
    public void What_somebody_else_changed_meanwhile_is_not_overwritten_and_a_change_by_hand_is_noticed()
    {
        Set(Of(80, new DateOnly(2017, 4, 1)));
        var seen = TargetFile.MarkOf(_home.Folder);
        Set(Of(82, new DateOnly(2017, 4, 1)));
        Assert.Contains("Somebody has changed the targets", Assert.Single(Set(Of(85, new DateOnly(2017, 4, 1)), seen)), StringComparison.Ordinal);
        File.AppendAllText(Path.Combine(_home.Folder, "targets.csv"), "unallocated,,2017-04-01,,0,10,local,x,,,\n");
        Assert.Contains("changed by hand", TargetHistory.ByHand(_home.Folder), StringComparison.Ordinal);
        Assert.Empty(Set(Of(85, new DateOnly(2017, 4, 1))));
        Assert.Equal(2, Targets.Load(_home.Folder).All.Count);
    }

    [Fact]
    public void A_column_of_the_councils_own_is_not_lost_in_writing()
    {
        _home.Write("targets.csv", "indicator,area,from,to,target,amber,kind,reason,theme\ncin-with-plan,,2017-04-01,,90,80,local,x,Safety\n");
        Assert.Contains("The column theme", Assert.Single(Set(Of(85, new DateOnly(2017, 4, 1)))), StringComparison.Ordinal);
        Assert.Contains("Safety", _home.Read("targets.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rating_across_a_change_of_target_is_flagged_with_its_date()
    {
        _home.Write("targets.csv", Headings + "return-interview-in-time,,2016-04-01,2017-04-01,90,80,local,x,,,\nreturn-interview-in-time,,2017-04-01,,85,75,local,x,,,\n")
            .Values("return-interview-in-time,2017-03,,,,74.9,\nreturn-interview-in-time,2017-04,,,,75.7,\n");
        var performance = _home.Known.Performance;
        var row = performance.Row(performance.Catalogue.Find("return-interview-in-time")!, new Month(2017, 4));
        Assert.Equal("The target changed on 1 April 2017, from 90% to 85%: ratings before and after do not compare.", row.TargetChanged);
        Assert.Equal("", row.ChangedAt(row.Trend.Count - 2));
    }

    [Fact]
    public void A_district_has_its_own_target_and_a_group_that_must_not_have_a_case_its_zero()
    {
        _home.Write("districts.csv", "code,name\nD1,Northfield\n");
        Assert.Empty(Set(Of(70, new DateOnly(2017, 4, 1)) with { Area = "D1" }));
        Assert.Empty(Set(new Target("unallocated", "case-type:CP", new DateOnly(2012, 4, 1), null, 0, null, "local", "Never a child on a plan", "", "Cabinet")));
        _home.Values("unallocated,2012-05,,3,,,\nunallocated,2012-05,case-type:CP,0,,,\n");
        var known = Home(performance => performance.Row(performance.Catalogue.Find("unallocated")!, new Month(2012, 5)));
        var line = Said(known, "unallocated", new Month(2012, 5)).Single(l => l.Topic == "Child protection plan");
        Assert.Equal("0 against a target of 0 for this group: kept.", line.Words);
    }

    [Fact]
    public void Kinds_are_printed_as_people_say_them() => Assert.Equal("Improvement Notice", TargetKinds.Words("improvement-notice"));

    private IReadOnlyList<Opinion> Said(FilledRow row, string indicator, Month month) =>
        Home(performance => SecondOpinions.Of(performance, performance.Catalogue.Find(indicator)!, performance.Row(performance.Catalogue.Find(indicator)!, month))).Lines;

    private T Home<T>(Func<Performance, T> read) => read(_home.Known.Performance);

    private static Target Of(decimal value, DateOnly from) => new("cin-with-plan", "", from, null, value, 60, "stretch", "Raised, \"at last\"", "", "Cabinet");

    private IReadOnlyList<string> Set(Target target, string? mark = null) =>
        TargetFile.Set(_home.Folder, target, new TargetRules(_home.Home.Catalogue(), Bellwether.Journeys.Authority.Load(_home.Folder)), "Jo Lee", Now, mark);
}
