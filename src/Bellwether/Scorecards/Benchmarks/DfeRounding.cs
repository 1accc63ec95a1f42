using System.Globalization;

namespace Bellwether.Scorecards;

/// <summary>How the Department for Education rounds and prints, so that a printed benchmark equals the published page.</summary>
public static class DfeRounding
{
    // Half is rounded up although the double of 1.005 lies a little below it: dfeR adds the root of the machine epsilon.
    private static readonly double Nudge = Math.Sqrt(Math.Pow(2, -52));

    /// <summary>Rounds half away from zero: <c>trunc(|x|·10^decimals + 0.5 + √ε) / 10^decimals</c>, with the sign of x.</summary>
    public static double HalfUp(double value, int decimals)
    {
        var scale = Math.Pow(10, decimals);
        return Math.Sign(value) * Math.Truncate((Math.Abs(value) * scale) + 0.5 + Nudge) / scale;
    }

    /// <summary>Rounded and printed with every decimal and thousands separated; from one million on in millions or billions.</summary>
    public static string Print(double value, int decimals)
    {
        var size = Math.Abs(value);
        var (unit, name) = size >= 1e9 ? (1e9, " billion") : size >= 1e6 ? (1e6, " million") : (1d, "");
        var places = name.Length == 0 ? decimals : (value / unit) % 10 != 0 ? 3 : 0;
        var rounded = HalfUp(value / unit, places);
        return (rounded == 0 ? 0d : rounded).ToString("N" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + name;
    }

    /// <summary>
    /// <c>round</c> of R 4.0 and later: the nearer of the two candidates with so many decimals, the even one where both are as near.
    /// Used for LAIT's own band labels only.
    /// </summary>
    internal static double AsR(double value, int decimals)
    {
        var scale = Math.Pow(10, decimals);
        var size = Math.Abs(value);
        var below = Math.Floor(size * scale);
        var (down, up) = (below / scale, Math.Ceiling(size * scale) / scale);
        var (toDown, toUp) = (size - down, up - size);
        var nearest = toDown < toUp || (toDown == toUp && below % 2 == 0) ? down : up;
        return value < 0 ? -nearest : nearest;
    }
}
