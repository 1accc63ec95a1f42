using Bellwether.Calendar;

namespace Bellwether.Scorecards;

/// <summary>A window in words, with a worked example, as committee pages print it.</summary>
public static class WindowWords
{
    /// <summary>The sentence under data notes; the example is the second month before the period, as 002 has it.</summary>
    public static string Sentence(Window window, Month period)
    {
        var example = period.Add(-2);
        var first = Month.Of(Windows.Range(window, example.Last).First);
        return window switch
        {
            Window.Snapshot => "Figures shown are based on a snapshot as at the end of the reporting month",
            Window.Week => "Figures shown are for the week ending on the Sunday shown",
            Window.Month => "Figures shown are for each month on its own",
            _ => $"Figures shown are based on {Name(window)}. The result for {example.ShortLabel} for example shows performance for "
                + $"{first.ShortLabel} to {example.ShortLabel}.",
        };
    }

    /// <summary>What kind of window it is: <c>a rolling 12 month period</c>.</summary>
    public static string Name(Window window) => window switch
    {
        Window.Snapshot => "a snapshot",
        Window.Week => "a week",
        Window.Month => "a month",
        Window.Quarter => "a quarter",
        Window.YearToDate => "the year to date",
        Window.Rolling12 => "a rolling 12 month period",
        Window.FinancialYear => "the financial year to date",
        _ => "a rolling three year period",
    };
}
