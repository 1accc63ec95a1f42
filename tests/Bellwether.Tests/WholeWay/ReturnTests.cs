using Bellwether.Extracts;
using Bellwether.Storage;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>From a yearly return as it is sent to the DfE to a scorecard of its year end.</summary>
public sealed class ReturnTests
{
    [Fact]
    public void A_looked_after_return_answers_for_its_year_end_and_says_what_it_cannot()
    {
        using var home = new TemporaryHome();
        File.WriteAllLines(home.File("h.csv"), ["CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "1,1,05/04/2012,WBRI,,0,", "2,2,05/04/2012,WBRI,,0,", "3,2,05/04/2012,WBRI,,0,"]);
        File.WriteAllLines(home.File("e.csv"),
        [
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
            "1,02/05/2022,S,C1,N1,U6,PR1,01/06/2022,X1,CHILD,,AB1 2CD,", "1,01/06/2022,P,C1,N1,U6,PR1,,,,,AB1 3CD,",
            "2,02/05/2020,S,C2,N1,K2,PR4,31/03/2023,E4A,,,AB1 4CD,SC1", "3,02/05/2022,S,V4,N2,K2,PR4,,,,,AB1 4CD,SC1",
        ]);
        Assert.False(home.Load(null, home.File("h.csv"), home.File("e.csv")).IsRejected);
        var known = home.Home.AsKnown();
        var day = new DateOnly(2023, 3, 31);
        Assert.Equal(1, Count(known, "LC01", day));
        Assert.Equal(1, Count(known, "LC02", day));
        Assert.StartsWith("Not computable, because", Reason(known, "CP01", day), StringComparison.Ordinal);
        Assert.StartsWith("Not computable, because", Reason(known, "RF01", day), StringComparison.Ordinal);
    }

    private static decimal? Count(Knowledge known, string code, DateOnly day)
    {
        var figure = known.Performance.At(known.Performance.Catalogue.Find(code)!, day).Figure;
        return figure.Numerator ?? figure.Value;
    }

    private static string Reason(Knowledge known, string code, DateOnly day) =>
        known.Performance.At(known.Performance.Catalogue.Find(code)!, day).Judgement.Reason;
}
