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

    private static void Put(TextWriter to, string letter, int dimension, IReadOnlyList<IReadOnlyList<Figure>> members)
    {
        var cells = new SortedDictionary<(int Value, int Month), (decimal Numerator, decimal Denominator)>();
        foreach (var member in members)
            for (var month = 0; month < member.Count; month++)
            {
                var figure = member[month];
                if (figure.None is NoValue.NotComputable) throw new InvalidOperationException(figure.Because);
                if ((figure.Numerator ?? 0) == 0 && (figure.Denominator ?? 0) == 0) continue;
                var at = (Number(dimension, figure.Member), month);
                var before = cells.GetValueOrDefault(at);
                cells[at] = (before.Numerator + (figure.Numerator ?? 0), before.Denominator + (figure.Denominator ?? 0));
            }
        foreach (var ((value, month), (numerator, denominator)) in cells)
            to.Write(string.Create(CultureInfo.InvariantCulture, $"{letter},{month},{dimension},{value},{numerator:0},{denominator:0}\n"));
    }

    private static int Number(int dimension, string member) => dimension switch
    {
        0 => 0,
        1 or 2 when member.Length > 1 && int.TryParse(member.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) => n,
        4 when member == "unknown" => 3,
        _ => Numbers.TryGetValue(member, out var known) ? known : -1,
    };
}
