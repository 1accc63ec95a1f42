using System.Globalization;

namespace Bellwether.Codes;

/// <summary>Words put together to be read.</summary>
public static class EnglishText
{
    /// <summary>The words as a sentence or heading begins: with a capital. Empty gives empty.</summary>
    public static string Capital(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A whole number with its separators: "1,927".</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>So many of something: "1 case", "1,927 cases".</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">What one is called.</param>
    /// <param name="many">What several are called; left out: with an s.</param>
    public static string Count(long number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>A number rounded half away from zero to so many decimals, all of them written: "1,927.0".</summary>
    public static string Number(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The same with its sign: "+1.4", "−0.6", "0" for what rounds to nothing.</summary>
    public static string Signed(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero) switch
    {
        0 => "0",
        < 0 => "−" + Number(-value, decimals),
        _ => "+" + Number(value, decimals),
    };

    /// <summary>A name as people say it: <c>cp_plans</c> is "cp plans", <c>age-band</c> "age band".</summary>
    public static string Spoken(string name) => name.Replace('_', ' ').Replace('-', ' ');
}
