using System.Text;
using Bellwether.Calendar;

namespace Bellwether.Codes;

/// <summary>
/// One code list file: lines starting with # (the source and its date, before all else), then the heading
/// code,label,from,to,group,aliases, then a line a code. Commas inside quotes; aliases parted by |; dates as 2024-04-01.
/// </summary>
internal static class CodeListFile
{
    private const string Heading = "code,label,from,to,group,aliases";

    public static CodeList Read(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        var entries = new List<CodeEntry>();
        bool sourced = false, headed = false;
        int number = 0;
        foreach (string line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            if (line.StartsWith('#')) sourced = true;
            else if (!sourced) throw Fault(path, number, "has no source. Begin the file with a line '# Source: …, date'.");
            else if (string.IsNullOrWhiteSpace(line)) continue;
            else if (headed) entries.Add(ReadEntry(line, path, number));
            else if (line.Trim() == Heading) headed = true;
            else throw Fault(path, number, $"should be the heading {Heading}.");
        }
        if (entries.Count == 0) throw Fault(path, number, "ends the file without a code. Add the heading and at least one.");
        return new CodeList(name, entries);
    }

    private static CodeEntry ReadEntry(string line, string path, int number)
    {
        var fields = Split(line);
        if (fields.Count != 6) throw Fault(path, number, $"has {fields.Count} fields, not 6. Put a text that holds a comma in quotes.");
        if (fields[0].Length == 0 || fields[1].Length == 0) throw Fault(path, number, "lacks its code or label.");
        DateOnly? from = ReadDate(fields[2], path, number), to = ReadDate(fields[3], path, number);
        if (to < from) throw Fault(path, number, "ends before it starts. Swap from and to.");
        return new CodeEntry(
            fields[0], fields[1], from, to, fields[4].Length == 0 ? null : fields[4],
            fields[5].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static DateOnly? ReadDate(string text, string path, int number)
    {
        if (text.Length == 0) return null;
        return IsoDate.TryParse(text, out var date)
            ? date
            : throw Fault(path, number, $"has the date '{text}'. Write it as 2024-04-01.");
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        foreach (char c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) Take();
            else field.Append(c);
        }
        Take();
        return fields;

        void Take()
        {
            fields.Add(field.ToString().Trim());
            field.Clear();
        }
    }

    private static InvalidDataException Fault(string path, int number, string what) =>
        new($"{Path.GetFileName(path)} line {number} {what}");
}
