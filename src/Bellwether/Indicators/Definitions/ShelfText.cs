using System.Text;
using Bellwether.Indicators.Language;
using YamlDotNet.Core;

namespace Bellwether.Indicators.Definitions;

/// <summary>A file of the shelf as text, and the place of what is wrong with it.</summary>
internal static class ShelfText
{
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
}
