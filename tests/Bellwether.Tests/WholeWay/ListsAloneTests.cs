using System.Globalization;
using Bellwether.Calendar;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>What Annex A lists count or date, and hold no history of, is told for the days they speak for, and for no others.</summary>
public sealed class ListsAloneTests : IDisposable
{
    private const string Prefix = "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years)";

    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    /// <summary>The count is of the 12 months to the list's day without the latest, and stands on each row of the child: of an earlier row the later ones are taken off.</summary>
    [Fact]
    public void Re_referrals_are_told_by_the_counts_of_list_3_on_its_day_and_for_no_earlier_one()
    {
        _home.Load(new DateOnly(2024, 3, 31), Write("list3.csv", $"{Prefix},Date of referral,Referral Source,Referral NFA?,Number of Referrals in Last 12 Months,Allocated Team,Allocated Worker",
            Referral(1, "01/03/2024", "1"), Referral(2, "05/01/2024", "1"), Referral(2, "05/03/2024", "1"), Referral(3, "01/02/2024", "2"), Referral(3, "20/02/2024", "2"),
            Referral(4, "03/03/2024", "0"), Referral(5, "03/03/2024", ""), Referral(6, "05/10/2023", "0"), Referral(7, "06/12/2023", "3")));
        var rows = At("RF03", new(2024, 3, 31), Window.Quarter);
        Assert.Equal(("4/7", 1L), (rows.Text, rows.Unknown));
        Assert.StartsWith("by the referrals of the 12 months to the list's day, as it counts them: the extracts loaded speak for referrals from ", rows.Note, StringComparison.Ordinal);
        Assert.Equal("3/5", At("RF03/children", new(2024, 3, 31), Window.Quarter).Text);
        Assert.Equal("/", At("RF03", new(2023, 12, 31), Window.Quarter).Text);
        Assert.Equal("/", At("RF03", new(2024, 3, 31), Window.Rolling12).Text);
    }

    [Fact]
    public void Without_the_column_of_counts_there_is_no_value()
    {
        _home.Load(new DateOnly(2024, 3, 31), Write("list3.csv", $"{Prefix},Date of referral,Referral Source,Referral NFA?", "1,a) Male,a) WBRI,06/05/2014,9,01/03/2024,q) 6: Police,b) No", "2,a) Male,a) WBRI,06/05/2014,9,01/10/2023,q) 6: Police,b) No"));
        Assert.Equal("/", At("RF03", new(2024, 3, 31), Window.Quarter).Text);
    }

    /// <summary>Two who adopt together are one family; a step of more than twelve months ago is no step of the year.</summary>
    [Fact]
    public void The_list_of_adopters_tells_their_steps_and_nothing_of_fostering()
    {
        _home.Load(new DateOnly(2024, 3, 31), Write("list11.csv",
            "Individual adopter identifier,Family identifier,Gender,Ethnicity,Disability,Is the (prospective) adopter fostering for adoption?,Date enquiry received,Date Stage 1 started,Date Stage 1 ended,Date Stage 2 started,Date Stage 2 ended,"
            + "Date application submitted,Date application approved,Date adopter matched with child(ren),Date child/children placed with adopter(s),No. of children placed,Date of Adoption Order,Date of leaving adoption process,Reason for leaving adoption process",
            "A1,F1,b) Female,a) WBRI,b) No,b) No,03/04/2023,05/05/2023,,01/07/2023,,02/09/2023,01/11/2023,10/02/2024,,,,,",
            "A2,F1,a) Male,a) WBRI,b) No,b) No,03/04/2023,05/05/2023,,01/07/2023,,02/09/2023,01/11/2023,10/02/2024,,,,,",
            "A3,F2,b) Female,a) WBRI,b) No,b) No,10/01/2023,01/04/2023,,,,,,,,,,20/12/2023,1 - Adopter withdrew from process",
            "A4,F3,b) Female,a) WBRI,b) No,b) No,20/02/2024,,,,,,,,,,,,"));
        var year = At("FO03", new(2024, 3, 31), Window.FinancialYear);
        Assert.Equal("9/", year.Text);
        Assert.StartsWith("as the list of adopters dates them: ", year.Note, StringComparison.Ordinal);
        Assert.Equal("1/", At("FO03/approved", new(2024, 3, 31), Window.FinancialYear).Text);
        Assert.Equal("5/7", At("FO03/conversion", new(2024, 3, 31), Window.FinancialYear).Text);
        Assert.Equal("/", At("FO02", new(2024, 3, 31), Window.FinancialYear).Text);
        Assert.Equal("/", At("FO03", new(2023, 3, 31), Window.FinancialYear).Text);
    }

    private static string Referral(int child, string on, string count) => $"{child},a) Male,a) WBRI,06/05/2014,9,{on},q) 6: Police,b) No,{count},Team,Worker";

    private (string Text, long Unknown, string Note) At(string code, DateOnly day, Window window)
    {
        var performance = _home.Home.AsKnown().Performance;
        var figure = performance.At(performance.Catalogue.Find(code)!, day, window).Figure;
        return (string.Create(CultureInfo.InvariantCulture, $"{figure.Numerator:0.##}/{figure.Denominator:0.##}"), figure.Tally.Unknown, figure.Note.Length > 0 ? figure.Note : figure.Because);
    }

    private string Write(string name, params string[] lines)
    {
        File.WriteAllLines(_home.File(name), lines);
        return _home.File(name);
    }
}
