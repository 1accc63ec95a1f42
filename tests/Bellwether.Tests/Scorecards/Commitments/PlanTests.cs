using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Scorecards;
using Xunit;

namespace Bellwether.Tests.Scorecards.Commitments;

/// <summary>Milestones, profiles, forecasts, change points and annual figures, on values as the seed papers give them.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly WrittenHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Two_hundred_then_one_hundred_then_none_004_09()
    {
        _home.Write("milestones.csv", """
            indicator,phase,set,due,target,reason,source,approved_by
            unallocated-28-days,Phase 1,2011-02-01,2011-08,200,Improvement Plan,Cabinet 9 July 2012,Board
            unallocated-28-days,Phase 2,2011-02-01,2012-04,100,Improvement Plan,Cabinet 9 July 2012,Board
            unallocated-28-days,2012/13,2012-04-01,2012-04,0,x,,
            """.Replace("2012-04,0", "2013-03,0", StringComparison.Ordinal))
            .Values(Months("unallocated-28-days", new Month(2011, 2), 900, 640, 310, 180, 160, 120, 90, 88, 84, 90, 70, 40, 12, 5, 0, 0));
        Assert.Equal(
        [
            "200 by August 2011: first met in May 2011, 3 months early; kept in every month since, to May 2012.",
            "100 by April 2012: first met in August 2011, 8 months early; kept in every month since, to May 2012.",
            "0 by March 2013: first met in April 2012, 11 months early; kept in every month since, to May 2012.",
        ], Said("unallocated-28-days", new Month(2012, 5)).Where(l => l.Topic.StartsWith("Milestone", StringComparison.Ordinal)).Select(l => l.Words));
    }

    [Theory]
    [InlineData("900 640", "100 by June 2011: not met yet, 3 months left: 640 in March 2011.", "2011-03")]
    [InlineData("900 640 300 300 300 300", "100 by June 2011: not met, 1 month late: 300 in July 2011.", "2011-07")]
    [InlineData("900 90 120", "100 by June 2011: first met in March 2011, 3 months early; lost since: 120 in April 2011.", "2011-04")]
    [InlineData("900 90 120 80", "100 by June 2011: first met in March 2011, 3 months early; lost in between and kept since May 2011.", "2011-05")]
    public void A_milestone_not_met_lost_or_won_back_says_so(string values, string words, string month)
    {
        _home.Write("milestones.csv", "indicator,phase,set,due,target\nunallocated-28-days,,,2011-06,100\n").Values(Months("unallocated-28-days", new Month(2011, 2), [.. values.Split(' ').Select(int.Parse)]));
        Assert.Equal(words, Said("unallocated-28-days", Month.Parse(month)).Single(l => l.Topic == "Milestone").Words);
    }

    [Fact]
    public void One_third_more_conferences_than_were_projected_001_06()
    {
        _home.Write("targets.csv", "indicator,area,from,to,target,amber,kind,reason,source,approved_by\nicpcs,,2010-04-01,2011-04-01,148.5,,profile,Projected at the start of the year,Green Book,Head\n")
            .Values("icpcs,2010-11,,132,,,April to November\n");
        Assert.Equal("April 2010 to November 2010: 132 against 99 projected at the start of the year: 33 more, 33.3%.",
            Said("icpcs", new Month(2010, 11)).Single(l => l.Topic == "Against the start-of-year projection").Words);
    }

    [Fact]
    public void A_profile_month_by_month_adds_up_and_one_of_a_level_is_its_month()
    {
        _home.Write("targets.csv", "indicator,area,from,to,target,amber,kind,reason\nicpcs,,2010-04-01,2010-05-01,10,,profile,x\nicpcs,,2010-05-01,2010-07-01,30,,profile,x\ncin-with-plan,,2010-04-01,2010-05-01,70,,profile,x\ncin-with-plan,,2010-05-01,2010-06-01,72,60,profile,x\n");
        var targets = Targets.Load(_home.Folder);
        Assert.Equal(25, targets.Profiled("icpcs", "", new Month(2010, 4), new Month(2010, 5), true));
        Assert.Null(targets.Profiled("icpcs", "", new Month(2010, 4), new Month(2010, 7), true));
        Assert.Equal(72, targets.Profiled("cin-with-plan", "", new Month(2010, 4), new Month(2010, 5), false));
        _home.Values("cin-with-plan,2010-05,,71,100,,\nicpcs,2010-05,,20,,,\n");
        var performance = _home.Known.Performance;
        // A level's profile rates where no other target does; one of events never rates a window of another length.
        Assert.Equal(Rating.Amber, performance.At(performance.Catalogue.Find("cin-with-plan")!, new DateOnly(2010, 5, 31)).Judgement.Rating);
        Assert.Null(performance.At(performance.Catalogue.Find("icpcs")!, new DateOnly(2010, 5, 31)).Judgement.Target);
    }

    [Fact]
    public void An_officers_forecast_is_kept_and_scored_when_the_figure_is_there()
    {
        Forecasts.Add(_home.Folder, new Forecast("cin-with-plan", new Month(2017, 6), 85, "P. Smith", new DateOnly(2017, 4, 10), "Two workers start, in May"));
        _home.Values("cin-with-plan,2017-04,,,,86.8,\ncin-with-plan,2017-06,,1927,2461,,\n");
        Assert.Equal("85.0% for June 2017, said by P. Smith on 10 April 2017 (Two workers start, in May). It will be scored when the figure is there, and it never changes the rating.", Only("2017-04"));
        Assert.Equal("85.0% for June 2017, said by P. Smith on 10 April 2017 (Two workers start, in May). It came to 78.3%: off by 6.7 points.", Only("2017-06"));

        string Only(string month) => Said("cin-with-plan", Month.Parse(month)).Single(l => l.Topic == "Officer’s forecast").Words;
    }

    [Fact]
    public void A_named_rebase_starts_the_usual_range_anew_and_what_happened_is_listed()
    {
        _home.Write("change-points.csv", "date,indicator,kind,words,rebase\n2017-03-06,all,inspection,\"Ofsted inspection, Central Referral Unit changed\",no\n2016-10-01,cp-plans-open,restructure,Two areas became one,yes\n2016-10-01,referrals,other,x,yes\n")
            .Values(Months("cp-plans-open", new Month(2016, 1), 100, 104, 98, 101, 99, 103, 100, 102, 97, 150, 154, 149, 151, 150, 155, 148, 152));
        var said = Said("cp-plans-open", new Month(2017, 5));
        var variation = said.Single(l => l.Topic == "Variation");
        Assert.Contains("from 8 month ends", variation.Words, StringComparison.Ordinal);
        Assert.EndsWith("Worked out anew from October 2016: Two areas became one.", variation.Words, StringComparison.Ordinal);
        Assert.Equal("1 October 2016, restructure: Two areas became one; the usual range is worked out anew from this month. "
            + "6 March 2017, inspection: Ofsted inspection, Central Referral Unit changed.", said.Single(l => l.Topic == "What happened").Words);
        Assert.Contains("not enough points", Said("cp-plans-open", new Month(2016, 12)).Single(l => l.Topic == "Variation").Words, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("change-points.csv", "date,indicator,kind,words,rebase\n2017-03-06,all,visit,x,no\n", "kind is \"visit\"")]
    [InlineData("change-points.csv", "date,indicator,kind,words,rebase\n2017-03-06,all,other,x,maybe\n", "rebase is \"maybe\"")]
    [InlineData("milestones.csv", "indicator,phase,due,target\nx,,2017-03,1\nx,,2017-03,2\n", "two milestones due on 31 March 2017")]
    [InlineData("milestones.csv", "indicator,phase,due,target\nx,,soon,1\n", "due is \"soon\"")]
    [InlineData("forecasts.csv", "indicator,period,value,by,on\nx,soon,1,me,2017-01-01\n", "period is \"soon\"")]
    public void A_file_with_a_fault_is_refused_in_words(string file, string text, string words)
    {
        _home.Write(file, text);
        Assert.Contains(words, Assert.Throws<ShelfException>(() => Bellwether.Scorecards.Commitments.Load(_home.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_annual_figure_is_carried_forward_with_its_year_and_neither_arrow_nor_rating()
    {
        _home.Write("targets.csv", "indicator,area,from,to,target,amber,kind,reason\nks2-maths,,2015-04-01,,48,,local,x\n").Values("ks2-maths,2015/16,,10,25,,\n");
        var performance = _home.Known.Performance;
        var row = performance.Row(performance.Catalogue.Find("ks2-maths")!, new Month(2016, 6));
        Assert.Equal(new AnnualFigure("2015/16", 40), row.Now.Carried);
        Assert.Null(row.Now.Judgement.Rating);
        Assert.Null(row.Change);
        Assert.Equal("Carried forward from 2015/16: 40%. It is an annual figure, so there is neither a change nor a new rating.", row.Now.Judgement.Reason.Replace("40.0%", "40%", StringComparison.Ordinal));
        Assert.Null(performance.Row(performance.Catalogue.Find("ks2-maths")!, new Month(2018, 6)).Now.Carried);
    }

    [Fact]
    public void The_highest_ever_is_kept_from_a_values_file_001_13()
    {
        _home.Values("children-looked-after,2008-10,,386,,,All-time high\n" + Months("children-looked-after", new Month(2010, 3), 298, 300, 297, 302, 307, 305, 301, 299, 300));
        var said = Said("children-looked-after", new Month(2010, 11));
        Assert.Contains("Lowest 297 in May 2010; highest 307 in July 2010.", said.Single(l => l.Topic == "Range").Words, StringComparison.Ordinal);
        Assert.Equal("Since October 2008: lowest 297 in May 2010; highest 386 in October 2008.", said.Single(l => l.Topic == "Ever").Words);
    }

    [Fact]
    public void Values_that_contradict_each_other_are_both_shown_with_which_is_used_and_why()
    {
        _home.Values("cin-with-plan,2017-06,,,,81.0,\ncin-with-plan,2017-06,,1900,2461,77.2,\n");
        var said = Said("cin-with-plan", new Month(2017, 6)).Where(l => l.Topic == "Values files").Select(l => l.Words);
        Assert.Equal(["The values files give both 81.0% and 77.2% for 2017-06. The latter is used, because it came last."], said);
        using var other = new WrittenHome();
        other.Values("cin-with-plan,2017-06,,1927,2461,81.0,\n");
        var performance = other.Known.Performance;
        var found = performance.Catalogue.Find("cin-with-plan")!;
        Assert.Equal("The values file contradicts itself for 2017-06: it gives 81.0%, and 1,927 of 2,461 is 78.3%. The value given is used, because it is what was printed.",
            performance.Keyed.Contradictions(found, performance.At(found, new DateOnly(2017, 6, 30)).Figure).Single());
    }

    private static string Months(string indicator, Month first, params int[] values) =>
        string.Concat(values.Select((v, i) => $"{indicator},{first.Add(i)},,{v},,,\n"));

    private IReadOnlyList<Opinion> Said(string indicator, Month month)
    {
        var performance = _home.Known.Performance;
        var found = performance.Catalogue.Find(indicator)!;
        return SecondOpinions.Of(performance, found, performance.Row(found, month, 25)).Lines;
    }
}
