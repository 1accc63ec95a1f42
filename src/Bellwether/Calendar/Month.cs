using System.Globalization;

namespace Bellwether.Calendar;

/// <summary>One calendar month, in order of time; <see cref="Number"/> runs from 1 to 12.</summary>
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    public DateOnly First => new(Year, Number, 1);

    /// <summary>The month's last day, included in it.</summary>
    public DateOnly Last => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    /// <summary>"June 2017".</summary>
    public string Label => EnglishDate.MonthAndYear(First);

    /// <summary>"Jun 2017".</summary>
    public string ShortLabel => EnglishDate.ShortMonthAndYear(First);

    private int Count => (Year * 12) + Number - 1;

    public static Month Of(DateOnly date) => new(date.Year, date.Month);

    public Month Add(int months) => new((Count + months) / 12, ((Count + months) % 12) + 1);

    /// <summary>How many months this one is after <paramref name="earlier"/>; negative when before.</summary>
    public int Since(Month earlier) => Count - earlier.Count;

    /// <summary>Reads exactly "2017-06".</summary>
    public static bool TryParse(string? text, out Month month)
    {
        bool read = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = read ? Of(first) : default;
        return read;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text is not a month written as 2017-06.</exception>
    public static Month Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month. Write it as 2017-06.");

    public int CompareTo(Month other) => Count.CompareTo(other.Count);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");

    public static bool operator <(Month left, Month right) => left.Count < right.Count;

    public static bool operator >(Month left, Month right) => left.Count > right.Count;

    public static bool operator <=(Month left, Month right) => left.Count <= right.Count;

    public static bool operator >=(Month left, Month right) => left.Count >= right.Count;
}
