using Bellwether.Calendar;

namespace Bellwether.Journeys.Building;

/// <summary>Birthdays by child number; <see cref="Days.Unknown"/> where the date of birth is.</summary>
internal static class Births
{
    public static int Birthday(int born, int age) =>
        Days.IsDate(born) && Days.Date(born).Year + age <= 9999 ? Days.Of(Ages.Birthday(Days.Date(born), age)) : Days.Unknown;
}
