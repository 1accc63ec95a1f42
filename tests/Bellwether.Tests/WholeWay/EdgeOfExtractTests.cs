using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>
/// An old row missing from a newer extract that could not hold it is not lost. What an extract surely holds begins a little later than the
/// day it goes back to: case systems count six months in their own ways, and the data date found may be a few days off.
/// </summary>
public sealed class EdgeOfExtractTests : IDisposable
{
    private const string Contacts = "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,Contact Source";
    private const string Enquiries = "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Does the Child have a Disability,Strategy discussion initiating Section 47 Enquiry Start Date,Was an Initial Child Protection Conference deemed unnecessary?,Date of Initial Child Protection Conference,Did the Initial Child Protection Conference Result in a Child Protection Plan,Number of Section 47 Enquiries in the last 12 months,Number of ICPCs in the last 12 months,Allocated Team,Allocated Worker";

    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Contacts_of_the_first_days_stay_and_those_well_inside_are_withdrawn(bool inOrder)
    {
        var first = Write("a.csv", Contacts, Contact(1, "30/12/2023"), Contact(2, "02/01/2024"), Contact(3, "20/02/2024"), Contact(4, "31/03/2024"));
        var second = Write("b.csv", Contacts, Contact(4, "31/03/2024"), Contact(5, "30/06/2024"));
        (DateOnly Day, string File)[] extracts = [(new DateOnly(2024, 3, 31), first), (new DateOnly(2024, 6, 30), second)];
        foreach (var (day, file) in inOrder ? extracts : extracts.Reverse())
        {
            var extract = _home.Home.Read([file], day);
            _home.Home.Load(extract, [file], _home.Home.Questions(extract));
        }
        Assert.Equal(4, Known("contacts")); // 1, 2, 4 and 5
    }

    [Fact]
    public void A_conference_stays_whose_enquiry_began_before_the_list_goes_back()
    {
        _home.Load(new DateOnly(2024, 3, 31), Write("a.csv", Enquiries, Enquiry(1, "20/12/2023", "19/01/2024"), Enquiry(2, "11/03/2024", "28/03/2024")));
        _home.Load(new DateOnly(2024, 6, 30), Write("b.csv", Enquiries, Enquiry(2, "11/03/2024", "28/03/2024"), Enquiry(3, "10/06/2024", "28/06/2024")));
        Assert.Equal(3, Known("icpcs"));
    }

    private int Known(string kind) => _home.Home.AsKnown().Journeys.Rows(kind).Count;

    private static string Contact(int child, string day) => $"{child},a) Male,a) WBRI,01/01/2015,9,{day},r) 6: Police";

    private static string Enquiry(int child, string began, string conference) =>
        $"{child},a) Male,a) WBRI,01/01/2015,9,b) No,{began},b) No,{conference},a) Yes,0,0,North,Worker";

    private string Write(string name, string headings, params string[] rows)
    {
        File.WriteAllLines(_home.File(name), [headings, .. rows]);
        return _home.File(name);
    }
}
