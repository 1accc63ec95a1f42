using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class DataDateTests : IDisposable
{
    private readonly ExtractFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private DateOnly? Of(IEnumerable<string> days) => _folder
        .With("a.csv", ["cont_contact_id,cont_person_id,cont_contact_date", .. days.Select((d, i) => $"{i},{i},{d}")]).Read().DataDate;

    private static IEnumerable<string> Weekdays(int perDay, DateOnly to) => Enumerable.Range(0, 60).Select(n => to.AddDays(-n))
        .Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).SelectMany(d => Enumerable.Repeat($"{d:yyyy-MM-dd}", perDay));

    [Fact]
    public void It_is_the_latest_day_on_which_something_happened() => Assert.Equal(new DateOnly(2024, 3, 29), Of(Weekdays(20, new DateOnly(2024, 3, 29))));

    [Fact]
    public void One_day_in_another_year_does_not_move_it() =>
        Assert.Equal(new DateOnly(2024, 3, 29), Of([.. Weekdays(1, new DateOnly(2024, 3, 29)), "2031-05-06", "2027-05-06"]));

    [Fact]
    public void A_stray_day_next_week_does_not_move_a_busy_extract() =>
        Assert.Equal(new DateOnly(2024, 3, 29), Of([.. Weekdays(40, new DateOnly(2024, 3, 29)), "2024-04-04"]));

    [Fact]
    public void A_quiet_weekend_after_a_busy_week_does() =>
        Assert.Equal(new DateOnly(2024, 3, 31), Of([.. Weekdays(40, new DateOnly(2024, 3, 29)), "2024-03-30", "2024-03-31"]));

    [Theory]
    [InlineData(new[] { "2024-03-01" }, "2024-03-01")]
    [InlineData(new[] { "2023-03-01", "2024-03-01" }, "2024-03-01")]
    [InlineData(new[] { "2024-01-20", "2024-03-01", "2034-03-01" }, "2024-03-01")]
    public void A_very_small_extract_asks_for_less(string[] days, string date) => Assert.Equal(date, $"{Of(days):yyyy-MM-dd}");

    [Fact]
    public void What_is_planned_neither_moves_it_nor_is_at_fault()
    {
        var extract = _folder
            .With("r.csv", "cppr_cp_review_id,cppr_person_id,cppr_cp_plan_id,cppr_cp_review_due,cppr_cp_review_date", "1,7,P,2024-03-01,2024-03-02", "2,7,P,2024-09-01,", "3,7,P,2024-09-01,2024-08-20")
            .With("v.csv", "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date", "1,7,P,2024-03-02", "2,7,P,2024-03-03", "3,7,P,2024-03-04").Read();
        Assert.Equal(new DateOnly(2024, 3, 4), extract.DataDate);
        Assert.Equal("3 of 7 date=none cp_plan=P due=2024-09-01 held=yes", extract.Records.Row("cp_reviews", 2));
    }

    [Fact]
    public void Given_it_is_taken_as_given()
    {
        var extract = _folder.With("a.csv", "cont_contact_id,cont_person_id,cont_contact_date", "1,7,2024-03-01").Read("2024-05-05");
        Assert.Equal((new DateOnly(2024, 5, 5), true), (extract.DataDate, extract.DataDateIsGiven));
    }
}
