namespace Bellwether.Calendar;

/// <summary>The stretch of dates a figure speaks for.</summary>
public enum Window
{
    Snapshot,
    Week,
    Month,
    Quarter,
    YearToDate,
    Rolling12,
    FinancialYear,
    Rolling3Years,
}

/// <summary>
/// What each window covers when asked at a date, and when it lets go of an event. Weeks run Monday to Sunday, quarters and
/// years from 1 April; rolling windows are whole calendar months: the twelve ending with April 2017 are May 2016–April 2017.
/// </summary>
public static class Windows
{
    private static readonly string[] Names =
        ["snapshot", "week", "month", "quarter", "ytd", "rolling-12", "financial-year", "rolling-3-years"];

    public static string Name(Window window) => Names[(int)window];

    /// <summary>Reads the spellings that <see cref="Name"/> gives, in lower case.</summary>
    public static bool TryParse(string? text, out Window window)
    {
        int found = Array.IndexOf(Names, text);
        window = (Window)Math.Max(found, 0);
        return found >= 0;
    }

    /// <summary>
    /// The first and last day counted, both included. Last is always <paramref name="at"/>: asked at a period's last day
    /// it is the whole period, asked earlier it is the period to date.
    /// </summary>
    public static (DateOnly First, DateOnly Last) Range(Window window, DateOnly at) => (window switch
    {
        Window.Snapshot => at,
        Window.Week => Monday(at),
        Window.Month => FirstOfMonth(at),
        Window.Quarter => FirstOfQuarter(at),
        Window.YearToDate or Window.FinancialYear => FinancialYear.Of(at).First,
        Window.Rolling12 => FirstOfMonth(at).AddMonths(-11),
        Window.Rolling3Years => FirstOfMonth(at).AddMonths(-35),
        _ => throw Unknown(window),
    }, at);

    /// <summary>
    /// The first day on which an event of <paramref name="date"/> no longer counts, for a window asked at the last day of a
    /// later period (a Sunday, a month's end, …): the event counts at every such day from its own date up to, not including, this.
    /// </summary>
    public static DateOnly LetGo(Window window, DateOnly date) => window switch
    {
        Window.Snapshot => date.AddDays(1),
        Window.Week => Monday(date).AddDays(7),
        Window.Month => FirstOfMonth(date).AddMonths(1),
        Window.Quarter => FirstOfQuarter(date).AddMonths(3),
        Window.YearToDate or Window.FinancialYear => FinancialYear.Of(date).Last.AddDays(1),
        Window.Rolling12 => FirstOfMonth(date).AddMonths(12),
        Window.Rolling3Years => FirstOfMonth(date).AddMonths(36),
        _ => throw Unknown(window),
    };

    private static DateOnly Monday(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    private static DateOnly FirstOfMonth(DateOnly date) => new(date.Year, date.Month, 1);

    private static DateOnly FirstOfQuarter(DateOnly date) => FirstOfMonth(date).AddMonths(-((date.Month - 1) % 3));

    private static InvalidOperationException Unknown(Window window) => new($"No such window: {(int)window}.");
}
