using System.Globalization;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>A council with nothing but its SSDA903 return has the health measures as the return states them, on its last day, and says that it does.</summary>
public sealed class HealthReturnTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    public HealthReturnTests()
    {
        Write("header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "1,1,05/04/2012,WBRI,,,", "2,2,05/04/2020,WBRI,,,", "3,1,05/04/2013,WBRI,,,", "4,1,05/04/2014,WBRI,,,");
        Write("episodes.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
            "1,02/05/2021,S,C2,N1,U6,PR1,,,,,,", "2,02/05/2021,S,C2,N1,U6,PR1,,,,,,", "3,02/05/2021,S,C2,N1,U6,PR1,,,,,,", "4,02/05/2022,S,C2,N1,U6,PR1,,,,,,");
        // The fourth is not yet a year in care; the second is too young for a score.
        Write("oc2.csv", "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
            "1,05/04/2012,10,,0,,1,1,1,0,,", "2,05/04/2020,,SDQ1,0,1,1,0,1,0,,", "3,05/04/2013,17,,0,,1,1,0,0,,");
        Assert.False(_home.Load(null, _home.File("header.csv"), _home.File("episodes.csv"), _home.File("oc2.csv")).IsRejected);
    }

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("HE03", "2 of 3")]
    [InlineData("HE04", "2 of 3")]
    [InlineData("HE05", "1 of 3")]
    [InlineData("HE06", "13.5")]
    public void The_return_of_the_year_tells_the_health_measures_of_its_last_day(string code, string expected)
    {
        var known = _home.Home.AsKnown();
        var figure = known.Performance.At(known.Performance.Catalogue.Find(code)!, new DateOnly(2023, 3, 31)).Figure;
        Assert.Equal(expected, code == "HE06" ? figure.Value?.ToString(CultureInfo.InvariantCulture) : $"{figure.Numerator:0} of {figure.Denominator:0}");
        Assert.StartsWith("as the health return of the ", figure.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_day_after_the_return_they_say_why_not()
    {
        var known = _home.Home.AsKnown();
        Assert.Null(known.Performance.At(known.Performance.Catalogue.Find("HE03")!, new DateOnly(2023, 6, 30)).Figure.Value);
    }

    private void Write(string name, params string[] lines) => File.WriteAllLines(_home.File(name), lines);
}
