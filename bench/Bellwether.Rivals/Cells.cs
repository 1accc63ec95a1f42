using System.Globalization;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Rivals;

/// <summary>Figures as the rivals write them: <c>indicator,month,dimension,value,numerator,denominator</c>, in numbers.</summary>
internal static class Cells
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["under-1"] = 0,
        ["1-4"] = 1,
        ["5-9"] = 2,
        ["10-15"] = 3,
        ["16+"] = 4,
        ["F"] = 1,
        ["M"] = 2,
        ["white"] = 1,
        ["mixed"] = 2,
        ["asian"] = 3,
        ["black"] = 4,
        ["other"] = 5,
        ["not-stated"] = 6,
        ["yes"] = 1,
        ["no"] = 2,
    };

    public static readonly string[] Breakdowns = ["district", "team", "split", "sex", "ethnicity", "disability"];

    public static void Write(TextWriter to, Found found, IReadOnlyList<IReadOnlyList<IReadOnlyList<Figure>>> sheet)
    {
        var letter = found.Entry.Definition.Code.ToLowerInvariant();
        for (var dimension = 0; dimension < sheet.Count; dimension++) Put(to, letter, dimension, sheet[dimension]);
    }

    /// <summary>One dimension's cells, by value and month; members the rivals have one number for are one cell.</summary>
    private static void Put(TextWriter to, string letter, int dimension, IReadOnlyList<IReadOnlyList<Figure>> members)
    {
        var (months, least, most) = (0, int.MaxValue, int.MinValue);
        var numbers = new int[members.Count];
        for (var m = 0; m < numbers.Length; m++)
        {
            numbers[m] = members[m].Count == 0 ? 0 : Number(dimension, members[m][0].Member);
            (months, least, most) = (Math.Max(months, members[m].Count), Math.Min(least, numbers[m]), Math.Max(most, numbers[m]));
        }
        if (months == 0) return;
        var (numerators, denominators) = (new long[(most - least + 1) * months], new long[(most - least + 1) * months]);
        for (var m = 0; m < numbers.Length; m++)
            for (var month = 0; month < members[m].Count; month++)
            {
                var figure = members[m][month];
                if (figure.None is NoValue.NotComputable) throw new InvalidOperationException(figure.Because);
                var at = ((numbers[m] - least) * months) + month;
                numerators[at] += Whole(figure.Numerator ?? 0);
                denominators[at] += Whole(figure.Denominator ?? 0);
            }
        Span<char> line = stackalloc char[128];
        for (var at = 0; at < numerators.Length; at++)
        {
            if (numerators[at] == 0 && denominators[at] == 0) continue;
            line.TryWrite(CultureInfo.InvariantCulture, $"{letter},{at % months},{dimension},{least + (at / months)},{numerators[at]},{denominators[at]}\n", out var length);
            to.Write(line[..length]);
        }
    }

    private static long Whole(decimal counted) => (long)counted == counted ? (long)counted : throw new InvalidOperationException($"{counted} is no count.");

    private static int Number(int dimension, string member) => dimension switch
    {
        0 => 0,
        1 or 2 when member.Length > 1 && int.TryParse(member.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) => n,
        4 when member == "unknown" => 3,
        _ => Numbers.TryGetValue(member, out var known) ? known : -1,
    };
}
