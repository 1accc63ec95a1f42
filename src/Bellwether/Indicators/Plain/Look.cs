using Bellwether.Calendar;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Plain;

/// <summary>What an expression is looked at from: a day, a case, and inside brackets the record being tested.</summary>
/// <param name="Day">The day t, at its close.</param>
/// <param name="First">First day of the window asked.</param>
/// <param name="Last">Last day of the window asked.</param>
/// <param name="Cases">The kind the case is of.</param>
/// <param name="Case">The case's row; -1 where there is no case (a divisor).</param>
/// <param name="Date">The day number a dated case counts on.</param>
/// <param name="Rows">The kind of the record being tested; null outside brackets.</param>
/// <param name="Row">Its row.</param>
internal sealed record Look(int Day, int First, int Last, KindRows Cases, int Case, int Date, KindRows? Rows = null, int Row = -1)
{
    /// <summary>The child, worker or team the case is of.</summary>
    public int Subject => Cases.Subject[Case];

    /// <summary>The day as on which a worker or team is looked up: of a dated case its own date, else the day.</summary>
    public int LookUpDay => IsDated ? Date : Day;

    /// <summary>True for a dated case.</summary>
    public bool IsDated { get; init; }

    /// <summary>The window asked, for looking back with <see cref="On"/>.</summary>
    public Window Window { get; init; }

    /// <summary>The same case as it stood on another day, with the window that ended then.</summary>
    public Look On(int day) => this with { Day = day, First = Days.Of(Windows.Range(Window, Days.Date(day)).First), Last = day };
}
