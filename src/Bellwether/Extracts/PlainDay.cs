using Bellwether.Calendar;

namespace Bellwether.Extracts;

/// <summary>The two ways nearly every date is written, dd/MM/yyyy and yyyy-MM-dd and nothing around them, read by table.</summary>
internal static class PlainDay
{
    private const int Length = 10;
    private const int FirstYear = 1900;
    private const int Years = 200;

    // Of each month its first day's number and how many days it has.
    private static readonly (int First, int Count)[] Months = ListMonths();

    /// <summary>The day number; -1 where the text is written otherwise or no such day is between 2 January 1900 and 2099.</summary>
    public static int Read(ReadOnlySpan<byte> text)
    {
        if (text.Length != Length) return -1;
        int year, month, day;
        unchecked
        {
            if (text[2] == (byte)'/' && text[5] == (byte)'/')
                (day, month, year) = (Two(text[0], text[1]), Two(text[3], text[4]), (Two(text[6], text[7]) * 100) + Two(text[8], text[9]));
            else if (text[4] == (byte)'-' && text[7] == (byte)'-')
                (year, month, day) = ((Two(text[0], text[1]) * 100) + Two(text[2], text[3]), Two(text[5], text[6]), Two(text[8], text[9]));
            else return -1;
            if ((uint)(year - FirstYear) >= Years || (uint)(month - 1) >= 12) return -1;
            var (first, count) = Months[((year - FirstYear) * 12) + month - 1];
            var number = first + day - 1;
            return (uint)(day - 1) < (uint)count && number >= CellValue.Earliest ? number : -1;
        }
    }

    private static (int First, int Count)[] ListMonths()
    {
        var months = new (int First, int Count)[Years * 12];
        for (var m = 0; m < months.Length; m++)
        {
            var (year, month) = (FirstYear + (m / 12), (m % 12) + 1);
            months[m] = (Days.Of(new DateOnly(year, month, 1)), DateTime.DaysInMonth(year, month));
        }
        return months;
    }

    /// <summary>Two digits as a number; far out of every range where one is none.</summary>
    private static int Two(byte tens, byte ones)
    {
        unchecked
        {
            uint a = (uint)tens - '0', b = (uint)ones - '0';
            return a > 9 || b > 9 ? -1_000_000 : (int)((a * 10) + b);
        }
    }
}
