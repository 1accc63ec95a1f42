namespace Bellwether.Example;

/// <summary>
/// The example's own random numbers: xoshiro256** seeded by SplitMix64 (Blackman and Vigna, public domain). Only integer steps and the four
/// basic floating-point operations are used, so one seed gives the same numbers on every machine.
/// </summary>
internal sealed class Rng
{
    private ulong _a, _b, _c, _d;

    /// <param name="seed">The world's seed.</param>
    /// <param name="stream">Which independent stream of it: one a family, so that a change in one story leaves the others alone.</param>
    public Rng(ulong seed, ulong stream)
    {
        unchecked
        {
            var x = seed ^ (stream * 0xD1342543DE82EF95UL);
            _a = Split(ref x);
            _b = Split(ref x);
            _c = Split(ref x);
            _d = Split(ref x);
        }
    }

    public ulong Next()
    {
        unchecked
        {
            var result = ulong.RotateLeft(_b * 5, 7) * 9;
            var t = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= t;
            _d = ulong.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int permille) => Below(1000) < permille;

    public T Pick<T>(T[] from) => from[Below(from.Length)];

    /// <summary>The index of one weight, chosen in proportion.</summary>
    public int Weighted(params ReadOnlySpan<int> weights)
    {
        var total = 0;
        foreach (var w in weights) total += w;
        var at = Below(total);
        for (var i = 0; ; i++)
        {
            at -= weights[i];
            if (at < 0) return i;
        }
    }

    /// <summary>One of several ranges by weight in permille, then a day within it.</summary>
    public int Spread(params ReadOnlySpan<(int Weight, int Low, int High)> ranges)
    {
        var total = 0;
        foreach (var r in ranges) total += r.Weight;
        var at = Below(total);
        foreach (var (weight, low, high) in ranges)
        {
            at -= weight;
            if (at < 0) return Between(low, high);
        }
        return 0;
    }

    /// <summary>An exponential waiting time with mean 1.</summary>
    public double Wait() => -Ln(((Next() >> 11) + 1) * (1.0 / (1UL << 53)));

    // Math.Log may differ in the last bit between machines; this does not.
    private static double Ln(double x)
    {
        var halvings = 0;
        while (x < 0.70710678)
        {
            x *= 2;
            halvings++;
        }
        var z = (x - 1) / (x + 1);
        double sum = 0, power = z;
        for (var k = 1; k < 30; k += 2)
        {
            sum += power / k;
            power *= z * z;
        }
        return (2 * sum) - (halvings * 0.6931471805599453);
    }

    private static ulong Split(ref ulong x)
    {
        unchecked
        {
            x += 0x9E3779B97F4A7C15UL;
            var z = x;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
