using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Publications;
using Bellwether.Publications.Packs;
using Bellwether.Scorecards;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Packs;
using Bellwether.Web.Pages.Packs;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Commentary;

/// <summary>One text: its words, the questions about it, facts to put in, signatures, and what was said last time.</summary>
[LetsOut(Level.Drafts)]
public sealed class TextModel : PackPage
{
    private PackMaterial _material = null!;

    public PackAsked Asked { get; private set; } = null!;

    public TextKey Key { get; private set; } = null!;

    public PackText? Text { get; private set; }

    /// <summary>The words in the form: as stored, or as typed where they were refused.</summary>
    public TextWords Words { get; private set; } = TextWords.Empty;

    public int Read { get; private set; }

    public string Title { get; private set; } = "";

    public string Ask { get; private set; } = "";

    public FilledRow? Row { get; private set; }

    public string Generated => Row is null ? "" : Trends.Headline(Row);

    public IReadOnlyList<TextQuestion> Questions { get; private set; } = [];

    public IReadOnlyList<Insertable> Facts { get; private set; } = [];

    public PackText? Last { get; private set; }

    public IReadOnlyList<AsideText> Aside { get; private set; } = [];

    /// <summary>The next text that nobody began; null where each was begun.</summary>
    public (string Href, string Title)? After { get; private set; }

    public bool IsOpen => Text?.State != TextState.Locked;

    public string Here => TextOf(Asked, Key.Subject);

    public string Standing => Text is null ? "Nothing is written yet." : string.Join(" ", new[]
    {
        $"{EnglishText.Capital(Text.State.Word())}, version {Text.Version}. Written by {Signed(Text.Written)}.", Text.Submitted is { } s ? $"Given to review by {Signed(s)}." : "",
        Text.Agreed is { } a ? $"Agreed by {Signed(a)}." : "", Text.Locked is { } l ? $"Locked by {Signed(l)}. A correction is a new edition." : "",
    }.Where(t => t.Length > 0));

    /// <summary>Questions that a person may answer, and the answers there are.</summary>
    public IReadOnlyList<TextAnswer> Answers =>
        [.. Words.Answers, .. Questions.Where(q => q.MayAnswer && !Words.Answers.Any(a => a.About == q.About)).DistinctBy(q => q.About).Select(q => new TextAnswer(q.About, "", ""))];

    /// <summary>What the text may be signed to.</summary>
    public IReadOnlyList<(TextState To, string Words)>? Next => Text?.State switch
    {
        TextState.Draft => [(TextState.Review, "Give to review"), (TextState.Agreed, "Agree")],
        TextState.Review => [(TextState.Agreed, "Agree")],
        TextState.Agreed => [(TextState.Locked, "Lock")],
        _ => null,
    };

    public IActionResult OnGet(string template, string scorecard, string period, string subject, string? done)
    {
        if (!Fill(template, scorecard, period, subject)) return NotFound();
        Done = done switch { "saved" => "Saved.", "signed" => "Signed.", _ => "" };
        return Page();
    }

    public IActionResult OnPostSave(string template, string scorecard, string period, string subject, int read, string? by, [FromForm] string? body, string? headline, string? action, string? owner,
        string? bywhen, string? effect, string? judgement, string[]? about, string[]? because)
    {
        if (!Fill(template, scorecard, period, subject)) return NotFound();
        var name = by?.Trim() ?? "";
        Words = new TextWords
        {
            Body = (body ?? "").ReplaceLineEndings("\n"),
            Headline = headline ?? "",
            Action = action ?? "",
            Owner = owner ?? "",
            ByWhen = bywhen ?? "",
            Effect = effect ?? "",
            Judgement = judgement ?? "",
            Answers = [.. (about ?? []).Zip(because ?? []).Where(p => !string.IsNullOrWhiteSpace(p.Second)).Select(p =>
                Text?.Words.Answers.FirstOrDefault(a => a.About == p.First && a.Because == p.Second.Trim()) ?? new TextAnswer(p.First, p.Second.Trim(), name))],
        };
        return Kept(Room.Write(Key, Words, name, read), "saved");
    }

    public IActionResult OnPostFact(string template, string scorecard, string period, string subject, int read, string? fact)
    {
        if (!Fill(template, scorecard, period, subject)) return NotFound();
        if (Facts.All(f => f.Text != fact)) return NotFound();
        return Kept(Room.Write(Key, Words with { Body = Words.Body.Length == 0 ? fact! : $"{Words.Body}\n\n{fact}" }, Me, read), "saved");
    }

    public IActionResult OnPostSign(string template, string scorecard, string period, string subject, int read, TextState to, string? by)
    {
        if (!Fill(template, scorecard, period, subject)) return NotFound();
        return Kept(Room.Sign(Key, to, by ?? "", _material, read), "signed");
    }

    /// <summary>A fact as it would read now.</summary>
    public string Filled(Insertable fact) => TextCheck.Filled(Key.Subject, fact.Text, _material);

    private IActionResult Kept(TextOutcome outcome, string done)
    {
        if (outcome.Refused.Length == 0) return Redirect($"{Here}?done={done}");
        // What was typed stays in the form; the version is the one there now, so that saving again is meant.
        Aside = Room.Aside(Key);
        Read = outcome.Text?.Version ?? 0;
        return Page(outcome.Refused);
    }

    private bool Fill(string template, string scorecard, string period, string subject)
    {
        if (AskedOf(template, scorecard, period) is not { } asked) return false;
        Asked = asked;
        _material = Room.Material(asked);
        Key = new TextKey(asked.Period, Room.EditionOf(asked), subject);
        var section = asked.Template.Sections.FirstOrDefault(s => TextKey.Section(asked.Template, s) == subject);
        Row = _material.Indicators.FirstOrDefault(i => i.Name == subject)?.Row;
        if (Row is null && section is null && subject != TextKey.Context) return false;
        Title = Row?.Title ?? section?.Title ?? $"To know about {asked.Period.Label}";
        Ask = section is null ? Row is null ? "What must a reader know of the whole month before reading a figure?" : "" : section.Ask.Length > 0 ? section.Ask : $"The template says: {section.Text}";
        var texts = Room.Texts(asked.Period, Key.Edition);
        Text = Room.Find(Key);
        (Words, Read) = (Text?.Words ?? TextWords.Empty, Text?.Version ?? 0);
        Questions = Text is null ? [] : TextCheck.Open(Key, Words, _material);
        Facts = TextCheck.Facts(subject, _material);
        Last = Room.Last(Key);
        Aside = Room.Aside(Key);
        List<(string Subject, string Title)> all = [.. _material.Indicators.Select(i => (i.Name, i.Row.Title)),
            .. asked.Template.Sections.Where(s => s.Kind == SectionKind.Typed).Select(s => (TextKey.Section(asked.Template, s), s.Title))];
        After = all.Skip(all.FindIndex(t => t.Subject == subject) + 1).Concat(all).Where(t => t.Subject != subject && texts.GetValueOrDefault(t.Subject) is null)
            .Select(t => ((string, string)?)(TextOf(asked, t.Subject), t.Title)).FirstOrDefault();
        Frame(Title, "Packs", asked.Period);
        return true;
    }

    private static string Signed(Signature signature) => $"{signature.Name} on {EnglishDate.Format(LondonTime.DateOf(signature.At))}";

}
