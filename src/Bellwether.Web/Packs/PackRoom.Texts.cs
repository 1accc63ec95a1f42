using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Publications.Packs;
using Bellwether.Storage;
using Bellwether.Web.Access;

namespace Bellwether.Web.Packs;

/// <summary>A text that a pack needs, and how far it is.</summary>
/// <param name="Key">Which text.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Text">The text; null where nobody began.</param>
/// <param name="Questions">What stands in the way of agreeing it.</param>
/// <param name="Ask">What a section asks for; empty for an indicator.</param>
public sealed record NeededText(TextKey Key, string Title, PackText? Text, IReadOnlyList<TextQuestion> Questions, string Ask);

/// <summary>Texts and their signatures, and the register of meetings.</summary>
public sealed partial class PackRoom
{
    /// <summary>The texts of a period and edition; for a later edition those of the one before are carried over first.</summary>
    public IReadOnlyDictionary<string, PackText> Texts(Month period, int edition)
    {
        Demand(Level.Drafts);
        return Take(() =>
        {
            if (edition > 1) Workflow.Carry(period, edition - 1, edition);
            return Workflow.Texts(period, edition);
        });
    }

    /// <summary>A text as it now is; null where nobody wrote one.</summary>
    public PackText? Find(TextKey key)
    {
        Demand(Level.Drafts);
        return Take(() => Workflow.Find(key));
    }

    /// <summary>The text on the same subject that was locked last before this one: of the edition before, else of an earlier month.</summary>
    public PackText? Last(TextKey key)
    {
        Demand(Level.Drafts);
        return Take(() =>
        {
            if (key.Edition > 1 && Workflow.Find(key with { Edition = key.Edition - 1 }) is { } before) return before;
            return Enumerable.Range(1, 12).Select(back => key.Period.Add(-back))
                .Select(month => Enumerable.Range(1, 5).Select(e => Workflow.Find(new TextKey(month, e, key.Subject))).LastOrDefault(t => t is not null)).FirstOrDefault(t => t is not null);
        });
    }

    /// <summary>Words that came too late to be saved.</summary>
    public IReadOnlyList<AsideText> Aside(TextKey key)
    {
        Demand(Level.Drafts);
        return Take(() => Workflow.Aside(key));
    }

    /// <summary>Saves words, half or whole. Only the judgement is checked: it is a word of the council's own list.</summary>
    public TextOutcome Write(TextKey key, TextWords words, string by, int? read = null)
    {
        Demand(Level.Drafts);
        if (by.Trim().Length == 0) return new TextOutcome(Find(key), "Say who writes.");
        var judgements = Judgements;
        if (words.Judgement.Length > 0 && !judgements.Contains(words.Judgement, StringComparer.Ordinal))
            return new TextOutcome(Find(key), $"\"{words.Judgement}\" is no word of this council's list. There are {string.Join(", ", judgements)}.");
        return Take(() => Workflow.Write(key, words, by.Trim(), read));
    }

    /// <summary>The council's own words of judgement: those of all its templates.</summary>
    public IReadOnlyList<string> Judgements => [.. Templates.SelectMany(t => t.Judgements).Distinct(StringComparer.Ordinal)];

    /// <summary>Signs a text on. To agree or lock it no question may be open.</summary>
    public TextOutcome Sign(TextKey key, TextState to, string by, PackMaterial material, int? read = null)
    {
        Demand(Level.Drafts);
        if (to is TextState.Agreed or TextState.Locked && Find(key) is { State: not TextState.Locked } text && TextCheck.Open(key, text.Words, material) is { Count: > 0 } open)
            return new TextOutcome(text, $"It can't be {(to == TextState.Agreed ? "agreed" : "locked")} yet; nothing was lost. {string.Join(" ", open.Select(q => $"{EnglishText.Capital(q.Place)}: {q.Found} {q.ToDo}"))}");
        if (Find(key) is not null) gate.Audit.Write(AuditAction.SignedText, "text", $"{key.Period} edition {key.Edition}: {key.Subject}", $"to {to.ToString().ToLowerInvariant()}");
        return Take(() => Workflow.Sign(key, to, by, read));
    }

    /// <summary>Signs every text of a pack that is not as far yet; those that may not be are left as they are.</summary>
    /// <returns>How many were signed, and why each of the others was not.</returns>
    public (int Signed, IReadOnlyList<string> Refused) SignAll(PackDraft draft, TextState to, string by)
    {
        var outcomes = Needed(draft).Where(t => t.Text is not null && t.Text.State < to).Select(t => (t.Title, Sign(t.Key, to, by, draft.Material).Refused)).ToList();
        return (outcomes.Count(o => o.Refused.Length == 0), [.. outcomes.Where(o => o.Refused.Length > 0).Select(o => $"{o.Title}: {o.Refused}")]);
    }

    /// <summary>The texts a pack needs, indicators first in its order, then its sections: who owes what.</summary>
    public IReadOnlyList<NeededText> Needed(PackDraft draft)
    {
        var (order, edition, period) = (draft.Order, draft.Order.Edition, draft.Asked.Period);
        NeededText Of(string subject, string title, string ask)
        {
            var (key, text) = (new TextKey(period, edition, subject), order.Text(subject));
            return new NeededText(key, title, text, TextCheck.Open(key, text?.Words ?? TextWords.Empty, draft.Material), ask);
        }
        var indicators = PackBuilder.Shown(order, draft.Material).Select(i => Of(i.Name, i.Row.Title, ""));
        var sections = order.Completes.Length > 0 ? [] : draft.Asked.Template.Sections
            .Where(s => s.Kind == SectionKind.Typed || order.Text(TextKey.Section(draft.Asked.Template, s)) is not null)
            .Select(s => Of(TextKey.Section(draft.Asked.Template, s), s.Title, s.Ask));
        var context = order.Text(TextKey.Context) is null ? [] : new[] { Of(TextKey.Context, $"To know about {period.Label}", "") };
        return [.. indicators, .. sections, .. context];
    }

    /// <summary>Every meeting, latest first.</summary>
    public IReadOnlyList<Meeting> Meetings() => Take(() => Workflow.Meetings());

    /// <summary>Writes a meeting down; why not, in words; empty where it was.</summary>
    public string Save(Meeting meeting)
    {
        Demand(Level.Drafts);
        return Take(() => Workflow.Save(meeting));
    }
}
