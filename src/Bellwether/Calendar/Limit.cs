using System.Globalization;

namespace Bellwether.Calendar;

/// <summary>The unit of a limit; working days are those of England and Wales.</summary>
public enum LimitUnit
{
    WorkingDay,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>
/// A limit such as "10 working days". It includes its last day and is added to the earlier date, which is day 0.
/// </summary>
public readonly record struct Limit(int Length, LimitUnit Unit)
{
    // Longer than any record; keeps every sum inside the calendar.
    private const int Longest = 36_600;

    private static readonly string[] Names = ["working day", "day", "week", "month", "year"];

    /// <summary>The last day within the limit, inclusive; for working days it may be a weekend or bank holiday.</summary>
    public DateOnly LastDayFrom(DateOnly from) => Unit switch
    {
        LimitUnit.WorkingDay => WorkingDays.LastDayWithin(from, Length),
        LimitUnit.Day => from.AddDays(Length),
        LimitUnit.Week => from.AddDays(Length * 7),
        LimitUnit.Month => Months.Add(from, Length),
        LimitUnit.Year => Months.Add(from, Length * 12),
        _ => throw new InvalidOperationException($"No such unit of a limit: {(int)Unit}."),
    };

    /// <summary>Reads "10 working days", "1 week", "3 months", "28 days", "2 years": a whole number from 0, a space, a unit, singular or plural.</summary>
    public static bool TryParse(string? text, out Limit limit)
    {
        limit = default;
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 3) return false;
        if (!int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out int length) || length > Longest) return false;
        string name = string.Join(' ', words[1..]);
        int unit = Array.FindIndex(Names, known =>
            name.Equals(known, StringComparison.OrdinalIgnoreCase) || name.Equals(known + "s", StringComparison.OrdinalIgnoreCase));
        if (unit < 0) return false;
        limit = new Limit(length, (LimitUnit)unit);
        return true;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Length} {Names[(int)Unit]}{(Length == 1 ? "" : "s")}");
}
