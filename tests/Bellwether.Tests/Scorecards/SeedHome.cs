using Bellwether.Storage;

namespace Bellwether.Tests.Scorecards;

/// <summary>A home that knows nothing but what the seed papers print as so many of so many.</summary>
public sealed class SeedHome : IDisposable
{
    private const string Values = """
        indicator,period,area,numerator,denominator,value,note
        cla-reviews-in-time,2010-11-30,,265,274,,001-15
        disabled-allocated,2010-11-30,,101,109,,001-24
        pathway-plan,2010-11-30,,147,149,,001-18
        pathway-review,2010-11-29,,138,147,,001-18 of those with a plan
        pathway-review,2010-11-30,,140,149,,001-18 of all
        adopted-of-in-care,2010-11-28,,20,246,,001-26
        adopted-of-in-care,2010-11-29,,20,247,,001-26
        adopted-of-in-care,2010-11-30,,20,248,,001-26
        placed-in-12-months/placed-to-order,2010-11-30,,15,20,,001-25
        three-placements,2010-11-30,,19,300,,001-28
        adoption-plan-4m,2017-06-30,,71,113,,002-21
        adoption-plan-4m/just-outside,2017-06-30,,85,113,,002-21
        cin-with-plan,2017-06-30,,1927,2461,,002-28
        cin-with-plan/drafts,2017-06-30,,2200,2461,,002-29
        education-employment-training/at-19,2011-06-28,,4,7,,003-02
        education-employment-training/at-19,2011-06-29,,8,14,,003-02
        education-employment-training/at-19,2011-06-30,,12,21,,003-02
        education-employment-training/at-19,2011-09-30,,29,58,,003-02
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("bellwether-seeds-").FullName;

    public SeedHome()
    {
        File.WriteAllText(Path.Combine(_folder, "authority.yaml"), "name: The seed papers\nla_code: \"997\"\ncase_worker_roles: [CW]\n");
        Directory.CreateDirectory(Path.Combine(_folder, "figures"));
        string[] files = [Path.Combine(_folder, "figures", "values.csv")];
        File.WriteAllText(files[0], Values);
        Home = Home.Open(_folder, TimeProvider.System);
        Home.Load(Home.Read(files, null), files);
        Known = Home.AsKnown();
    }

    public Home Home { get; }

    public Knowledge Known { get; }

    public void Dispose()
    {
        Home.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
