using System.Globalization;
using Bellwether.Calendar;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>
/// A looked after return holds the rows open in its year alone: a child in care for years may be told by a later row. What a figure takes
/// from the start of care, of a placement or of an order must not be taken from the first row that happens to be told.
/// </summary>
public sealed class CutHistoryTests : IDisposable
{
    private const string Episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";
    private const string Header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB";
    private const string Adopted = "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR";

    private const string Decided = "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED";

    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Long_term_stability_is_not_told_by_returns_that_do_not_reach_back_thirty_months()
    {
        // In care since 2018 and told, in the first return, from the move of July 2023.
        Return(2024, Episodes, "1,01/07/2023,P,C2,N1,U6,PR1,,,,,AB2 2BB,SC000002");
        Load();
        Assert.Contains("speak for care periods from 1 April 2023 to 31 March 2024, and this needs 1 October 2021 to 31 March 2024", At("PL02", 2024).Why, StringComparison.Ordinal);

        Return(2025, Episodes, "1,01/07/2023,P,C2,N1,U6,PR1,,,,,AB2 2BB,SC000002");
        Return(2026, Episodes, "1,01/07/2023,P,C2,N1,U6,PR1,,,,,AB2 2BB,SC000002");
        Load();
        Assert.Equal(("1/1", ""), At("PL02", 2026));
    }

    [Fact]
    public void An_order_and_an_entry_told_first_by_a_row_of_a_new_placement_are_older_than_the_row()
    {
        // 1: told whole. 2: in care and under the order before the first return, placed in it.
        Return(2024, Episodes,
            "1,10/05/2023,S,C1,N1,U6,PR1,10/08/2023,X1,,,AB3 3CC,SC000003", "1,10/08/2023,L,E1,N1,U6,PR1,10/12/2023,X1,PLACE,,AB3 3CC,SC000003", "1,10/12/2023,P,E1,N1,A6,PR1,,,,,AB4 4DD,XXXXXXX",
            "2,10/06/2023,P,E1,N1,A6,PR1,,,,,AB5 5EE,XXXXXXX", "3,10/06/2023,P,E1,N1,U6,PR1,,,,,AB5 5EE,XXXXXXX");
        Return(2025, Episodes, "1,10/12/2023,P,E1,N1,A6,PR1,10/06/2024,E11,,,AB4 4DD,XXXXXXX", "2,10/06/2023,P,E1,N1,A6,PR1,10/06/2024,E11,,,AB5 5EE,XXXXXXX", "3,10/06/2023,P,E1,N1,U6,PR1,,,,,AB5 5EE,XXXXXXX");
        Return(2026, Episodes, "3,10/06/2023,P,E1,N1,U6,PR1,,,,,AB5 5EE,XXXXXXX");
        Return(2025, Adopted, "1,01/01/2020,01/07/2023,18/11/2023,0,2,MF,L11", "2,01/01/2020,01/07/2021,01/05/2023,0,2,MF,L11");
        Return(2024, Decided, "3,01/01/2020,01/07/2021,,");
        Return(2026, Decided, "3,01/01/2020,01/07/2021,,");
        Load();
        Assert.Equal(("100/1", ""), At("PM06", 2026, Window.Rolling3Years)); // 10 August to 18 November
        Assert.Equal(("214/1", ""), At("PM05", 2026, Window.Rolling3Years)); // 10 May to 10 December
        Assert.Equal("1/", At("PM07", 2024 + 1).Text); // 3 waits, whenever the order was made
    }

    private void Load() => _home.Load(null, _home.File("in"));

    private (string Text, string Why) At(string code, int year, Window window = Window.Snapshot)
    {
        var performance = _home.Home.AsKnown().Performance;
        var figure = performance.At(performance.Catalogue.Find(code)!, new DateOnly(year, 3, 31), window).Figure;
        return (string.Create(CultureInfo.InvariantCulture, $"{figure.Numerator:0.##}/{figure.Denominator:0.##}"), figure.Because);
    }

    private void Return(int year, string headings, params string[] rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_home.File("in"), $"{year}")).FullName;
        File.WriteAllLines(Path.Combine(folder, "header.csv"), [Header, .. new[] { "1", "2", "3" }.Select(child => $"{child},{(year > 2024 ? "F" : "2")},01/01/2020,WBRI,,,")]);
        File.WriteAllLines(Path.Combine(folder, $"{headings.Length}.csv"), [headings, .. rows]);
        File.WriteAllLines(Path.Combine(folder, "reviews.csv"), ["CHILD,DOB,REVIEW,REVIEW_CODE", $"1,01/01/2020,02/02/{year},PN1"]); // the year is worked out from its dates
    }
}
