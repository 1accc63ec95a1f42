using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>Extracts of several days in one folder are no extract: open there is also what has closed since.</summary>
public sealed class SeveralDaysTests : IDisposable
{
    private const string InNeed = "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Does the Child have a Disability,CIN Start Date,Primary Need Code,Date Child Was Last Seen,CIN Closure Date,Reason for Closure,Case status,Allocated Team,Allocated Worker";

    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Lists_of_two_months_are_asked_about_with_what_to_do()
    {
        Write("January.csv", Enumerable.Range(1, 40).Select(child => Case(child, "")));
        Write("February.csv", Enumerable.Range(1, 45).Select(child => Case(child, child <= 12 ? "20/02/2026" : "")));
        var question = Assert.Single(Questions());
        Assert.Equal("together:annex-a", question.Code);
        Assert.Contains("load them one by one, the oldest first", question.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_and_a_list_split_by_team_are_not()
    {
        Write("north.csv", Enumerable.Range(1, 40).Select(child => Case(child, "")));
        Write("north (1).csv", Enumerable.Range(1, 40).Select(child => Case(child, "")));
        Write("south.csv", Enumerable.Range(36, 40).Select(child => Case(child, child < 40 ? "20/02/2026" : "")));
        Assert.Empty(Questions());
    }

    private IReadOnlyList<Bellwether.Storage.Question> Questions() => _home.Home.Questions(_home.Home.Read([_home.File("in")], new DateOnly(2026, 2, 28)));

    private static string Case(int child, string closed) =>
        $"{child},a) Male,a) WBRI,01/01/2015,11,b) No,10/0{1 + (child % 9)}/2025,N1,01/01/2026,{closed},{(closed.Length > 0 ? "RC7" : "")},{(closed.Length > 0 ? "e) Closed episode" : "d) Open assessment")},North,Worker {child % 5}";

    private void Write(string name, IEnumerable<string> rows)
    {
        Directory.CreateDirectory(_home.File("in"));
        File.WriteAllLines(Path.Combine(_home.File("in"), name), [InNeed, .. rows]);
    }
}
