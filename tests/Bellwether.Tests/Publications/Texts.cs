using Bellwether.Publications.Packs;
using Bellwether.Tests.House;

namespace Bellwether.Tests.Publications;

/// <summary>The golden home's texts, as its sample folder has them, locked.</summary>
public static class Texts
{
    public static DateTimeOffset When { get; } = new(2017, 8, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, TextWords> Written = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "samples", "kent-2017", "texts"), "*.md")
        .ToDictionary(TextFile.SubjectOf, f => TextFile.Read(File.ReadAllText(f), "A. Writer"));

    public static IEnumerable<(string Subject, TextWords Words)> All => Written.Select(w => (w.Key, w.Value));

    public static PackText? Of(string subject)
    {
        var words = Written.GetValueOrDefault(subject) ?? Written.GetValueOrDefault($"indicator-pages:{subject.Split(':')[^1]}");
        if (words is null && subject.EndsWith(":by", StringComparison.Ordinal)) return null;
        return words is null ? null : Of(subject, words);
    }

    public static PackText Of(string subject, TextWords words) => new(
        new TextKey(KentPack.Period, 1, subject), 1, words, TextState.Locked, new("A. Writer", When), new("A. Writer", When), new("B. Director", When), new("B. Director", When));
}
