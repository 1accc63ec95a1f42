using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Codes;

/// <summary>What is wrong with a text that is no YAML, or too much of it, in words an analyst knows.</summary>
internal static class YamlText
{
    private const int MostNodes = 50_000, Deepest = 60;

    /// <summary>Said of a file that is too deep or too large once written out.</summary>
    public const string TooMuchSays = "What stands here goes deeper, or repeats itself oftener, than a definition may. Write it out, without & and *.";

    private static readonly (string Says, string Words)[] Known =
    [
        ("tab", "A line begins with a tab. Lines are indented with spaces alone."),
        ("invalid mapping", "Either a line is indented further than the one before it, or a text with a colon has no quotes. Begin keys of one level in one column, and write such a text as title: \"Children: all of them\"."),
        ("cannot start any token", "A text can't begin with %, @ or ` unless it stands in double quotes: title: \"% of plans\"."),
        ("quoted scalar", "A quote is opened here and not closed on this line."),
        ("expected ',' or", "A { or [ is not closed before this, or an expression inside it that holds a comma, a colon or a # has no quotes around it."),
        ("anchor", "A text that begins with & or * needs double quotes."),
        ("alias", "A text that begins with & or * needs double quotes."),
    ];

    /// <summary>The reader's fault in an analyst's words.</summary>
    public static string Words(YamlException fault)
    {
        if (fault.Message.StartsWith("Duplicate key ", StringComparison.Ordinal)) return $"The key {fault.Message["Duplicate key ".Length..]} stands twice. Keep one.";
        foreach (var (says, words) in Known)
            if (fault.Message.Contains(says, StringComparison.Ordinal)) return words;
        return $"{fault.Message.TrimEnd('.')}. An expression with a comma, a colon or a # needs quotes around it inside {{ }}.";
    }

    /// <summary>Where lists and maps stand deeper in one another than a definition needs; null where they do not. What reads the file does so by recursion.</summary>
    public static Mark? TooDeep(string text)
    {
        if (text.AsSpan().Count('[') + text.AsSpan().Count('{') <= Deepest && !text.Contains("- - - - -", StringComparison.Ordinal) && !text.Contains(new string(' ', Deepest), StringComparison.Ordinal)) return null;
        var events = new YamlDotNet.Core.Parser(new StringReader(text));
        for (var depth = 0; events.MoveNext();)
            if ((depth += events.Current!.NestingIncrease) > Deepest) return events.Current.Start;
        return null;
    }

    /// <summary>The node at which a file is too deep or too large once what it repeats is written out; null where it is not.</summary>
    public static YamlNode? TooMuch(YamlNode top)
    {
        var (nodes, ahead) = (0, new Stack<(YamlNode Node, int Depth)>([(top, 0)]));
        while (ahead.TryPop(out var next))
        {
            if (++nodes > MostNodes || next.Depth > Deepest) return next.Node;
            foreach (var inner in next.Node switch { YamlMappingNode map => map.Children.SelectMany(p => new[] { p.Key, p.Value }), YamlSequenceNode list => list.Children, _ => [] })
                ahead.Push((inner, next.Depth + 1));
        }
        return null;
    }
}
