using System.Text;

namespace Bellwether.Tests.Writers.Reading;

/// <summary>Reads CSV into rows by heading.</summary>
internal static class CsvReading
{
    public static List<Dictionary<string, string>> Read(byte[] file)
    {
        var lines = Lines(Encoding.UTF8.GetString(file).TrimStart('\uFEFF'));
        return [.. lines.Skip(1).Select(l => lines[0].Zip(l).ToDictionary(p => p.First, p => p.Second))];
    }

    private static List<List<string>> Lines(string text)
    {
        var (lines, line, cell, isQuoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        void End() { line.Add(cell.ToString()); cell.Clear(); }
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
            else if (c == '"') isQuoted = !isQuoted;
            else if (isQuoted) cell.Append(c);
            else if (c == ',') End();
            else if (c == '\n') { End(); lines.Add(line); line = []; }
            else if (c != '\r') cell.Append(c);
        }
        return lines;
    }
}
