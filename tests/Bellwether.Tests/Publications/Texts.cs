using Bellwether.Publications.Packs;

namespace Bellwether.Tests.Publications;

/// <summary>Texts as people would have written them for the golden home.</summary>
public static class Texts
{
    public static DateTimeOffset When { get; } = new(2017, 8, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, TextWords> Written = new()
    {
        ["cin-with-plan"] = new()
        {
            Body = "Plans were required for {denominator} children and {numerator} were in place ({value}). With the **{cin-with-plan/drafts:near_miss}** still in draft it would have been {cin-with-plan/drafts:value}.",
            Action = "Authorise drafts within five working days", Owner = "Philip Segurola", ByWhen = "30 September 2017", Effect = "{to_amber_cases} more plans reach Amber",
        },
        ["unallocated"] = new() { Body = "{value} cases were not held by a qualified social worker: 11 in one service and 3 in another.", Action = "Transferred", Owner = "Philip Segurola", ByWhen = "31 July 2017", Effect = "None unallocated" },
    };

    public static PackText? Of(string subject) => Of(subject, Written.GetValueOrDefault(subject) ?? new TextWords
    {
        Body = subject.Contains(':', StringComparison.Ordinal) ? "None" : "The result is {value} against a target of {target}.",
        Action = "Watched weekly", Owner = "Philip Segurola", ByWhen = "30 September 2017", Effect = "On target",
    });

    public static PackText? Of(string subject, TextWords words) => subject is TextKey.Context || subject.EndsWith(":by", StringComparison.Ordinal) || subject.EndsWith(":subject", StringComparison.Ordinal)
        || (subject.Contains(':', StringComparison.Ordinal) && !Typed.Contains(subject.Split(':')[1])) ? null
        : new PackText(new TextKey(KentPack.Period, 1, subject), 1, words, TextState.Locked, new("A. Writer", When), new("A. Writer", When), new("B. Director", When), new("B. Director", When));

    private static readonly string[] Typed =
        ["financial", "legal", "equality", "risk", "background-documents", "contact", "strategy-links", "related-papers", "consultation", "next-steps", "practice", "conclusion"];
}
