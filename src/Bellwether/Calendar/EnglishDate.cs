using System.Globalization;

namespace Bellwether.Calendar;

/// <summary>Dates in words, the same on every machine whatever its culture.</summary>
public static class EnglishDate
{
    private static readonly string[] MonthNames =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>"15 March 2024".</summary>
    public static string Format(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {MonthAndYear(date)}");

    internal static string MonthAndYear(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{MonthNames[date.Month - 1]} {date.Year}");

    internal static string ShortMonthAndYear(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{MonthNames[date.Month - 1].AsSpan(0, 3)} {date.Year}");
}
