using System.Text.RegularExpressions;
using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Scorecards;

namespace Bellwether.Publications.Packs;

/// <summary>What stands in the way of signing a text. Saving is never refused; agreeing and locking are while one of these is open.</summary>
public static partial class TextCheck
{
    private static readonly string[] WithoutNumbers = ["contact", "background-documents", "related-papers", "financial", "legal", "by", "subject"];

    /// <summary>Every question that nobody answered yet, in the order of the text.</summary>
    /// <param name="key">Which text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="material">The figures of its period.</param>
    public static IReadOnlyList<TextQuestion> Open(TextKey key, TextWords words, PackMaterial material)
    {
        var answered = words.Answers.Where(a => a.Because.Trim().Length > 0).Select(a => a.About).ToHashSet(StringComparer.Ordinal);
        return [.. All(key, words, material).Where(q => !q.MayAnswer || !answered.Contains(q.About)).DistinctBy(q => (q.Code, q.About, q.Place))];
    }

    /// <summary>The sentences that a writer may put into a text about an indicator.</summary>
    public static IReadOnlyList<Insertable> Facts(string subject, PackMaterial material) => Sheet(subject, material).Insertables();

    /// <summary>A text about a subject with its placeholders filled.</summary>
    public static string Filled(string subject, string text, PackMaterial material) => TextMarks.Plain(text, Sheet(subject, material));

    private static FactSheet Sheet(string subject, PackMaterial material) => new(material, material.Indicators.FirstOrDefault(i => i.Name == subject));

    private static IEnumerable<TextQuestion> All(TextKey key, TextWords words, PackMaterial material)
    {
        var sheet = Sheet(key.Subject, material);
        foreach (var question in Unfinished(key, words, sheet.Indicator)) yield return question;
        var section = key.IsSection ? key.Subject.Split(':')[^1] : "";
        foreach (var (part, text) in words.Parts())
        {
            foreach (var question in TextMarks.Read(part, text, sheet).Questions) yield return question;
            if (sheet.Indicator is { } indicator && part is "headline" or "text" or "expected effect")
                foreach (var question in Numbers(part, text, indicator)) yield return question;
            if (section != "contact")
                foreach (var question in PrivacyCheck.Of(part, text, material)) yield return question;
            if (key.IsSection && !WithoutNumbers.Contains(section))
                foreach (var number in TypedNumbers.In(text).Where(n => n.IsPercentage && !material.Indicators.Any(i => Current(i).Any(k => k.Is(n)))))
                    yield return Unknown(part, number, "of the scorecard");
        }
    }

    private static IEnumerable<TextQuestion> Unfinished(TextKey key, TextWords words, PackIndicator? indicator)
    {
        TextQuestion Ask(string part, string about, string found, string toDo) => new("unfinished", part, about, found, toDo, false);
        var body = words.Body.Trim();
        if (body.Length == 0) yield return Ask("text", "", "Nothing is written.", "Write why the figure is what it is; \"None\" is an answer where a section asks for one.");
        foreach (var (part, text) in words.Parts())
            if (Loose().Match(text) is { Success: true } loose) yield return Ask(part, loose.Value, $"\"{loose.Value}\" stands where words are still to come.", "Write them, or take it out.");
        if (body.Length > 40 && !key.IsSection && body[^1] is not ('.' or '!' or '?' or ')' or '*'))
            yield return Ask("text", "", $"The text ends in the middle of a sentence: \"…{body[^Math.Min(30, body.Length)..].ReplaceLineEndings(" ")}\".", "Finish the sentence, with its full stop.");
        if (indicator?.Row.Now.Judgement.Rating is not (Rating.Red or Rating.Amber)) yield break;
        foreach (var (part, text) in new[] { ("action", words.Action), ("owner", words.Owner), ("by when", words.ByWhen), ("expected effect", words.Effect) })
            if (text.Trim().Length == 0)
                yield return Ask(part, "", $"The indicator is {indicator.Row.Now.Judgement.Rating} and nothing is said under \"{part}\".", "Say what is done, by whom, by when and to what effect.");
    }

    private static IEnumerable<TextQuestion> Numbers(string part, string text, PackIndicator indicator)
    {
        var now = Current(indicator).ToList();
        foreach (var number in TypedNumbers.In(text))
        {
            if (now.Exists(k => k.Is(number))) continue;
            var earlier = Earlier(indicator).Where(e => e.Known.Is(number)).Select(e => (Month?)e.Month).ToList();
            if (earlier.Exists(m => TypedNumbers.Names(number.Around, m!.Value))) continue;
            yield return earlier.LastOrDefault() is { } stale
                ? new TextQuestion("stale-number", $"{part}, line {number.Line}", number.Written,
                    $"{number.Written} is the figure of {stale.Label}, not of {indicator.Row.Now.Month.Label}.",
                    $"Write {{value}} for this month's figure, or name the month: {{value@{stale}}} in {stale.Label}.", false)
                : Unknown(part, number, "of this indicator");
        }
    }

    private static TextQuestion Unknown(string part, TypedNumber number, string whose) => new("unknown-number", $"{part}, line {number.Line}", number.Written,
        $"{number.Written} equals no figure {whose}.", "Correct it, bind it to a figure such as {value}, or answer where it comes from.", true);

    /// <summary>A number that a text may state.</summary>
    private sealed record Known(decimal Value, bool MayRound)
    {
        public bool Is(TypedNumber typed) => typed.Value == Value || (MayRound && Math.Round(Value, typed.Decimals, MidpointRounding.AwayFromZero) == typed.Value);
    }

    private static IEnumerable<Known> Of(Figure figure)
    {
        if (figure.Value is { } value) yield return new Known(value, true);
        if (figure.Numerator is { } n) yield return new Known(n, false);
        if (figure.Denominator is { } d) yield return new Known(d, false);
        if (figure.Denominator - figure.Numerator is { } rest) yield return new Known(rest, false);
    }

    private static IEnumerable<Known> Current(PackIndicator indicator)
    {
        var (row, now) = (indicator.Row, indicator.Row.Now);
        foreach (var known in Of(now.Figure)) yield return known;
        foreach (var rated in indicator.Variants.Select(v => v.Rated).Concat(indicator.Districts.Select(m => m.Rated)).Concat(indicator.Teams.Select(m => m.Rated)))
            foreach (var known in Of(rated.Figure)) yield return known;
        foreach (var variant in indicator.Variants)
        {
            if (variant.NearMiss is { } near) yield return new Known(near, false);
            if (variant.Rated.Figure.Value - now.Figure.Value is { } more) yield return new Known(Math.Abs(more), true);
        }
        if (now.Judgement.Target is { } target)
        {
            yield return new Known(target.Value, false);
            if (target.AmberEdge is { } edge) yield return new Known(edge, false);
        }
        // The target before this one is often told beside it.
        foreach (var earlier in row.Trend.Select(t => t.Judgement.Target?.Value).OfType<decimal>()) yield return new Known(earlier, false);
        if (row.Change is { } change) yield return new Known(Math.Abs(change), true);
        foreach (var distance in now.Judgement.Better)
        {
            yield return new Known(distance.Points, true);
            if (distance.Cases is { } cases) yield return new Known(cases, false);
        }
    }

    private static IEnumerable<(Month Month, Known Known)> Earlier(PackIndicator indicator) =>
        indicator.Row.Trend.SkipLast(1).SelectMany(t => Of(t.Figure).Select(k => (t.Month, k)));

    [GeneratedRegex(@"\b(?:TBC|TBA|TBD|to be confirmed|to follow|xx+|XX+)\b|\?\?+|\[[ .…]*\]|…\s*$|\.\.\.\s*$|_{3,}", RegexOptions.IgnoreCase)]
    private static partial Regex Loose();
}
