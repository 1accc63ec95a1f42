using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Journeys;
using Bellwether.Tests.Indicators.Language;
using Bellwether.Tests.Journeys;
using Xunit;

namespace Bellwether.Tests.Indicators;

/// <summary>The workforce census gives the authority's vacancies on one day: of that day the vacancy rate is told, of no other.</summary>
public sealed class CensusTotalsTests
{
    private static readonly DateOnly Day = new(2025, 9, 30);

    private static readonly string[] Lines =
    [
        "establishment_posts | T0 | date=2025-09-30; role=SW; vacant_fte=3", "worker_posts | W1 | start=2020-01-01; fte=7; role=SW; registered=yes; agency=no; qualified=yes",
    ];

    [Theory]
    [InlineData("2025-09-30", Window.Month, 30)]
    [InlineData("2025-09-30", Window.Quarter, 30)]
    [InlineData("2025-10-31", Window.Month, null)]
    public void The_vacancy_rate_is_told_of_the_day_of_the_census(string at, Window window, int? per100)
    {
        var records = RecordsFixture.Records(Lines);
        records.Statements.Add(new Statement("establishment_posts", "the workforce census", Completeness.LatestOnly, Day, Day, [], "the workforce census gives totals on 30 September alone"));
        records.Statements.Add(new Statement("worker_posts", "the workforce census", Completeness.Full, new(2024, 10, 1), Day, [], ""));
        var figures = new Figures(Bellwether.Journeys.Journeys.Build(records, RecordsFixture.Codes, Authority.Unnamed, new(2025, 10, 31)), ShippedCatalogue.Catalogue);
        Assert.Equal(per100, (int?)figures.At(ShippedCatalogue.Catalogue.Find("vacancy-rate")!, window, IsoDate.Parse(at)).Value);
    }
}
