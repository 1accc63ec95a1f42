using System.Globalization;
using Bellwether.Publications.Documents;
using Bellwether.Scorecards;

namespace Bellwether.Publications.Packs;

/// <summary>One count of 1 to 5 that a reader could see or work out.</summary>
/// <param name="Id">The same in every build of the same figures and texts; what a decision names.</param>
/// <param name="Place">The section's title, and whether table, chart or text.</param>
/// <param name="Words">"3 of 14"; "14 less 11 gives 3".</param>
/// <param name="Count">The small count.</param>
/// <param name="Figures">What would be hidden; empty where a typed number would.</param>
/// <param name="Subject">The text's subject for a typed number; empty otherwise.</param>
/// <param name="Typed">The number as typed; empty otherwise.</param>
/// <param name="Consequence">What hiding it takes along or leaves open; empty for nothing.</param>
public sealed record SmallNumber(
    string Id, string Place, string Words, decimal Count, IReadOnlyList<FigureKey> Figures, string Subject, string Typed, string Consequence);

/// <summary>
/// Names every count of 1 to 5 in the tables, charts and texts of a document, and every pair that gives one by subtraction. It sees one
/// document: what earlier publications or other papers give by subtraction is for the disclosure engine.
/// </summary>
public static class SmallNumberList
{
    private const int Most = 5;

    /// <summary>The list, in order of the document; the document must be built with nothing hidden.</summary>
    /// <param name="document">The document.</param>
    /// <param name="texts">The texts in it: a number in one is typed, all others are figures.</param>
    /// <param name="decisions">What was decided already: a hidden figure that a text also states, or that the rest gives away, is listed too.</param>
    public static IReadOnlyList<SmallNumber> Of(Document document, IEnumerable<PackText> texts, IReadOnlyList<SmallDecision> decisions)
    {
        var places = Places(document);
        string At(FigureKey key) => places.GetValueOrDefault(key, "Long table");
        var hidden = decisions.Where(d => d.IsHidden).SelectMany(d => d.Figures).ToHashSet();
        List<SmallNumber> found =
        [
            .. document.Figures.SelectMany(f => Counts(f, At(f.Key))),
            .. Members(document, At),
            .. Variants(document, At),
            .. Cumulative(document, At),
            .. texts.SelectMany(t => Typed(t, document, hidden)),
            .. Leftovers(document, hidden, At),
        ];
        return [.. found.DistinctBy(f => f.Id)];
    }

    /// <summary>The items that nobody decided on.</summary>
    public static IReadOnlyList<SmallNumber> Undecided(IReadOnlyList<SmallNumber> list, IReadOnlyList<SmallDecision> decisions) =>
        [.. list.Where(item => !decisions.Any(d => d.Item == item.Id && d.Because.Trim().Length > 0 && d.By.Trim().Length > 0))];

    private static bool IsSmall(decimal? count) => count is >= 1 and <= Most && count == decimal.Truncate(count.Value);

    /// <summary>Whether a figure's counts are of children, cases or plans: a mean's numerator is a sum of days.</summary>
    private static bool Counts(FigureLine f) => f.Show is "count" or "percentage" or "rate" or "ratio";

    private static IEnumerable<SmallNumber> Counts(FigureLine f, string place)
    {
        var where = $"{place}: {Named(f)}";
        if (Counts(f) && IsSmall(f.Numerator)) yield return Item(f, "numerator", where, f.Denominator is { } d ? $"{P(f.Numerator!.Value)} of {P(d)}" : P(f.Numerator!.Value), f.Numerator!.Value);
        else if (f.Show == "count" && f.Numerator is null && IsSmall(f.Value)) yield return Item(f, "value", where, P(f.Value!.Value), f.Value!.Value);
        if (IsSmall(f.Denominator)) yield return Item(f, "denominator", where, $"out of {P(f.Denominator!.Value)}", f.Denominator!.Value);
        if (f.Show == "percentage" && f is { Numerator: { } n, Denominator: { } all } && IsSmall(all - n)) yield return Item(f, "rest", where, $"{P(all)} less {P(n)} gives {P(all - n)}", all - n);
    }

    private static SmallNumber Item(FigureLine f, string part, string place, string words, decimal count) => new(
        $"{Id(f.Key)}:{part}={P(count)}", place, words, count, [f.Key], "", "",
        f.Key.Breakdown.Length > 0 ? $"Hiding it alone leaves it to be worked out from the total: hide a second {f.Key.Breakdown} with it." : "Its value, rating and every sentence made from it are hidden with it.");

    /// <summary>A member beside the total: what is left is all the others together.</summary>
    private static IEnumerable<SmallNumber> Members(Document document, Func<FigureKey, string> at) =>
        from total in document.Figures
        where total.Key.Breakdown.Length == 0 && Counts(total)
        from member in document.Figures
        where member.Key.Breakdown.Length > 0 && member.Key with { Breakdown = "", Member = "" } == total.Key
        let left = total.Numerator - member.Numerator
        where IsSmall(left)
        select new SmallNumber($"{Id(member.Key)}:others", $"{at(member.Key)}: {Named(member)}", $"{P(total.Numerator!.Value)} less {P(member.Numerator!.Value)} gives {P(left!.Value)}", left.Value,
            [member.Key], "", "", "The total stays; the member is hidden.");

    /// <summary>A variant beside its definition.</summary>
    private static IEnumerable<SmallNumber> Variants(Document document, Func<FigureKey, string> at) =>
        from own in document.Figures
        where own.Key.Breakdown.Length == 0 && Counts(own) && !own.Key.Indicator.Contains('/', StringComparison.Ordinal)
        from variant in document.Figures
        where variant.Key.Indicator.StartsWith(own.Key.Indicator + "/", StringComparison.Ordinal) && variant.Key with { Indicator = own.Key.Indicator } == own.Key
        let apart = variant.Numerator is { } v && own.Numerator is { } o ? Math.Abs(v - o) : (decimal?)null
        where IsSmall(apart)
        select new SmallNumber($"{Id(variant.Key)}:variant", at(variant.Key), $"{P(Math.Max(variant.Numerator!.Value, own.Numerator!.Value))} less {P(Math.Min(variant.Numerator.Value, own.Numerator.Value))} gives {P(apart!.Value)}",
            apart.Value, [variant.Key], "", "", "The variant is hidden.");

    /// <summary>Two months of one year to date: what came between.</summary>
    private static IEnumerable<SmallNumber> Cumulative(Document document, Func<FigureKey, string> at) =>
        from series in document.Figures.Where(f => f.Key.Window is Calendar.Window.YearToDate or Calendar.Window.FinancialYear && Counts(f)).GroupBy(f => (f.Key with { Last = default }, f.First))
        let inOrder = series.OrderBy(f => f.Key.Last).ToList()
        from pair in inOrder.Zip(inOrder.Skip(1))
        let between = pair.Second.Numerator - pair.First.Numerator
        where IsSmall(between)
        select new SmallNumber($"{Id(pair.Second.Key)}:since-{pair.First.Key.Last:yyyy-MM-dd}", $"{at(pair.Second.Key)}: {Named(pair.Second)}",
            $"{P(pair.Second.Numerator!.Value)} less {P(pair.First.Numerator!.Value)} of the month before gives {P(between!.Value)}", between.Value, [pair.Second.Key], "", "", "The later month is hidden.");

    /// <summary>Numbers that a person typed: small ones, and pairs with each other and with the indicator's own figure.</summary>
    private static IEnumerable<SmallNumber> Typed(PackText text, Document document, HashSet<FigureKey> hidden)
    {
        var subject = text.Key.Subject;
        var typed = text.Words.Parts().Where(p => p.Part is not ("owner" or "by when")).SelectMany(p => TypedNumbers.In(p.Text)).Where(n => n.IsWhole && n.Value > 0).DistinctBy(n => n.Value).ToList();
        var place = $"Text about {document.Figures.FirstOrDefault(f => f.Key.Indicator == subject)?.Title ?? subject}";
        foreach (var small in typed.Where(n => IsSmall(n.Value)))
            yield return new SmallNumber($"text|{subject}|{small.Written}", place, $"{small.Written} in \"{Short(small.Around)}\"", small.Value, [], subject, small.Written, "The number is shown as c.");
        var period = document.Figures.Where(f => f.Key.Indicator == subject && f.Key.Breakdown.Length == 0).OrderBy(f => f.Key.Last).LastOrDefault();
        var known = period is null ? [] : new[] { period.Numerator, period.Denominator, period.Denominator - period.Numerator }.OfType<decimal>().Where(n => n > 0).ToList();
        foreach (var number in typed.Where(n => n.Value > Most))
            foreach (var other in typed.Select(t => t.Value).Concat(known).Where(o => IsSmall(number.Value - o) || IsSmall(o - number.Value)).Distinct())
            {
                var (more, less) = number.Value > other ? (number.Value, other) : (other, number.Value);
                yield return new SmallNumber($"pair|{subject}|{P(more)}-{P(less)}", place, $"{P(more)} less {P(less)} gives {P(more - less)}", more - less, [], subject,
                    typed.Exists(t => t.Value == less) ? typed.First(t => t.Value == less).Written : number.Written, $"The typed {P(typed.Exists(t => t.Value == less) ? less : number.Value)} is shown as c.");
            }
        if (period is not null && hidden.Contains(period.Key))
            foreach (var told in typed.Where(n => n.Value == period.Numerator || n.Value == period.Value))
                yield return new SmallNumber($"told|{subject}|{told.Written}", place, $"{told.Written} is the hidden figure", told.Value, [], subject, told.Written, "The number is shown as c.");
    }

    /// <summary>One hidden member beside a total that stands: it is what the others leave.</summary>
    private static IEnumerable<SmallNumber> Leftovers(Document document, HashSet<FigureKey> hidden, Func<FigureKey, string> at)
    {
        foreach (var members in document.Figures.Where(f => f.Key.Breakdown.Length > 0 && Counts(f)).GroupBy(f => f.Key with { Member = "" }))
        {
            if (members.Where(m => hidden.Contains(m.Key)).Take(2).ToList() is not [var only] || hidden.Contains(only.Key with { Breakdown = "", Member = "" })) continue;
            if (members.Where(m => !hidden.Contains(m.Key) && m.Numerator > 0).MinBy(m => m.Numerator) is not { } partner) continue;
            yield return new SmallNumber($"{Id(only.Key)}:left-by-{partner.Key.Member}", at(only.Key),
                $"{only.MemberLabel} is the only {only.Key.Breakdown} hidden: the total less the others gives it", only.Numerator ?? 0, [partner.Key], "", "", $"{partner.MemberLabel} is hidden with it.");
        }
    }

    private static Dictionary<FigureKey, string> Places(Document document)
    {
        var places = new Dictionary<FigureKey, string>();
        foreach (var section in document.Sections)
            foreach (var block in section.Blocks)
                foreach (var key in DocumentReading.KeysOf(block)) places.TryAdd(key, $"{section.Title}, {(block is Table ? "table" : block is ChartBlock ? "chart" : "text")}");
        return places;
    }

    private static string Named(FigureLine f) => $"{(f.MemberLabel.Length > 0 ? $"{f.MemberLabel}, " : "")}{Calendar.Month.Of(f.Key.Last).Label}";

    private static string Id(FigureKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.Indicator}|{Calendar.Windows.Name(key.Window)}|{key.Last:yyyy-MM-dd}|{key.Breakdown}|{key.Member}");

    private static string Short(string around) => around.Trim() is { Length: > 60 } longer ? longer[..59] + "…" : around.Trim();

    private static string P(decimal n) => BandWords.Plain(n);
}
