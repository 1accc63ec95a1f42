using System.Text;
using Bellwether.Indicators.Language;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>A file as text, and what is wrong with one that is no YAML in words an analyst knows.</summary>
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

    /// <summary>A file that was meant as YAML and whose name says otherwise.</summary>
    public static bool IsMisnamed(string path)
    {
        var name = Path.GetFileName(path);
        string[] meant = [".yaml", ".yml", ".yaml.txt", ".yml.txt"];
        return !name.EndsWith(".yaml", StringComparison.Ordinal) && meant.Any(m => name.EndsWith(m, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The text of a file in UTF-8, or UTF-16 with its mark; null where it is neither or can't be opened, and a message says so.</summary>
    public static string? Read(string path, Lint lint)
    {
        var name = Path.GetFileName(path);
        byte[] bytes = [];
        try
        {
            bytes = File.ReadAllBytes(path);
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, true), true);
            if (bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])) _ = new UTF8Encoding(false, true).GetCharCount(bytes);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n');
            lint.Error(new Spot(name, line, 1), "A letter of this line is not in UTF-8. Save the file as UTF-8: most editors ask for it under Save as, Encoding.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            lint.Error(new Spot(name, 1, 1), "The file can't be opened. See who may read it, and whether another program holds it.");
        }
        return null;
    }

    /// <summary>The reader's fault in an analyst's words.</summary>
    public static string Words(YamlException fault)
    {
        if (fault.Message.StartsWith("Duplicate key ", StringComparison.Ordinal)) return $"The key {fault.Message["Duplicate key ".Length..]} stands twice. Keep one.";
        foreach (var (says, words) in Known)
            if (fault.Message.Contains(says, StringComparison.Ordinal)) return words;
        return $"{fault.Message.TrimEnd('.')}. An expression with a comma, a colon or a # needs quotes around it inside {{ }}.";
    }

    /// <summary>Where the fault is; of a tab the first line that begins with one, which the reader does not tell.</summary>
    public static Spot PlaceOf(YamlException fault, string path)
    {
        var (line, column) = ((int)fault.Start.Line, (int)fault.Start.Column);
        if (fault.Message.Contains("tab", StringComparison.Ordinal))
        {
            var lines = File.ReadLines(path).Select(l => l[..(l.Length - l.TrimStart().Length)].IndexOf('\t')).ToList();
            if (lines.FindIndex(t => t >= 0) is var at and >= 0) (line, column) = (at + 1, lines[at] + 1);
        }
        return new Spot(Path.GetFileName(path), line, column);
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
