namespace Bellwether.Example;

/// <summary>What drifts over the years and differs by district.</summary>
internal enum Level { Demand, AssessedInTime, ConferenceInTime, ProtectionVisits, ProtectionReviews, CareReviews, Health, Interviews, Meetings, NeedPlans, SolePlan, CareVisits, Caseload }

/// <summary>
/// Levels at 1 April of each year from 2018 to 2027, in permille (demand beside the mean; caseload in tenths of a case per full-time worker). Between two
/// Aprils they run straight; before and after they stay. A district's quality is added to the on-time ones.
/// </summary>
internal static class Levels
{
    private static readonly int[][] Table =
    [
        /* Demand             */ [1010, 1030, 960, 1000, 1050, 1020, 985, 1000, 1015, 1015],
        /* AssessedInTime     */ [825, 850, 865, 825, 800, 840, 880, 870, 855, 865],
        /* ConferenceInTime   */ [805, 830, 850, 835, 785, 810, 850, 840, 830, 840],
        /* ProtectionVisits   */ [880, 870, 850, 830, 845, 865, 885, 880, 870, 875],
        /* ProtectionReviews  */ [930, 945, 950, 940, 930, 945, 955, 960, 955, 955],
        /* CareReviews        */ [930, 940, 950, 935, 945, 955, 960, 955, 950, 955],
        /* Health             */ [880, 900, 850, 870, 900, 915, 925, 920, 905, 915],
        /* Interviews         */ [690, 725, 715, 745, 775, 785, 780, 765, 750, 760],
        /* Meetings           */ [480, 530, 560, 600, 620, 640, 660, 670, 650, 665],
        /* NeedPlans          */ [840, 860, 870, 850, 830, 860, 885, 880, 850, 870],
        /* SolePlan           */ [600, 620, 650, 660, 640, 670, 690, 660, 640, 650],
        /* CareVisits         */ [900, 905, 880, 890, 900, 910, 915, 910, 905, 910],
        /* Caseload           */ [165, 168, 160, 172, 185, 178, 168, 170, 176, 170],
    ];

    public static int At(Level level, DateOnly day, int district)
    {
        var row = Table[(int)level];
        var years = day.Year - 2018 - (day.Month < 4 ? 1 : 0);
        var value = years < 0 ? row[0] : years >= row.Length - 1 ? row[^1] : Between(row[years], row[years + 1], day, years);
        return level is Level.Demand or Level.Caseload || district < 0 ? value : Math.Clamp(value + Council.Districts[district].Quality, 50, 990);
    }

    private static int Between(int a, int b, DateOnly day, int years)
    {
        var days = day.DayNumber - new DateOnly(2018 + years, 4, 1).DayNumber;
        return a + ((b - a) * days / 366);
    }
}
