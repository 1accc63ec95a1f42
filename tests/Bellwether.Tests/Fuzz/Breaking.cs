using System.Text;
using Bellwether.Extracts.Reading;
using Bellwether.Tests.Extracts.Reading;

namespace Bellwether.Tests.Fuzz;

/// <summary>Breaks a file by its structure: cells, rows and quotes of a CSV, elements of XML, parts and headers of a workbook.</summary>
internal sealed class Breaking(Random random)
{
    private static readonly string[] Values =
    [
        "", " ", "0", "-1", "1E5", "1.23457E+12", "99999999999999999999", "0.75", "75%", "1.234,5", "NULL", "N/A", "-", "unknown", "#N/A", "#REF!", "TRUE", "Y", "yes", "perhaps",
        "2024-02-30", "31/12/9999", "01/31/2024", "31/01/2024", "2024-06-30T23:30:00Z", "45413", "60", "0", "0206-05-02", "2nd May 24", "=cmd|' /c calc'!A1", "@SUM(A1)", "<script>", "&amp;", "&#x0;", "&nbsp;", "]]>", "<a>", "a\"b", "\"", "\"\"",
        "\u0001", "\uFFFE", "\u202E", "\u00A0x\u00A0", "\u200B", "Total", "(12 rows affected)", "# note", "{\"A\":\"Y\"", "[]", "\ud83d\ude00",
    ];

    private static readonly string[] PartNames = ["../x", "/etc/x", "C:/x", "xl/vbaProject.bin", "xl/a.zip", "XL/Workbook.xml", "", "xl/worksheets/sheet1.xml", "mimetype", "word/document.xml", "xl/workbook.bin", "a\nb"];

    /// <summary>The seed with one to four things wrong.</summary>
    public byte[] Break(FuzzSeed seed)
    {
        var times = random.Next(1, 5);
        switch (seed.Kind)
        {
            case FuzzKind.Workbook or FuzzKind.Zip:
                return Archive(seed, times);
            default:
                var bytes = seed.Bytes;
                for (var i = 0; i < times; i++) bytes = seed.Kind == FuzzKind.Csv ? Csv(bytes) : seed.Kind == FuzzKind.Xml ? Xml(bytes) : Json(bytes);
                return bytes;
        }
    }

    private string Value() => random.Next(8) == 0 ? FuzzSeeds.Canaries[random.Next(FuzzSeeds.Canaries.Length)]
        : random.Next(40) == 0 ? new string('x', random.Next(1, 70_000)) : Values[random.Next(Values.Length)];

    private byte[] Csv(byte[] bytes)
    {
        if (random.Next(6) == 0) return Raw(bytes);
        var rows = Encoding.UTF8.GetString(bytes).Split('\n').Select(r => r.Split(',').ToList()).ToList();
        int row = random.Next(rows.Count), other = random.Next(rows.Count), cell = random.Next(rows[row].Count);
        switch (random.Next(14))
        {
            case 0: rows.RemoveAt(row); break;
            case 1: rows.Insert(other, [.. rows[row]]); break;
            case 2: (rows[row], rows[other]) = (rows[other], rows[row]); break;
            case 3: rows[row].RemoveAt(cell); break;
            case 4: rows[row].Insert(cell, Value()); break;
            case 5: foreach (var r in rows.Where(r => r.Count > cell)) r.RemoveAt(cell); break;
            case 6: foreach (var r in rows.Where(r => r.Count > cell)) (r[cell], r[0]) = (r[0], r[cell]); break;
            case 7: rows[0][random.Next(rows[0].Count)] = Value(); break;
            case 8: rows[row][cell] = "\"" + rows[row][cell]; break;
            case 9: rows[row][cell] = "\"" + Value().Replace("\"", "\"\"", StringComparison.Ordinal) + "\n" + "\""; break;
            case 10: return Encode(Joined(rows));
            case 11: return Encoding.UTF8.GetBytes(Joined(rows).Replace(',', ";\t|"[random.Next(3)]));
            default: rows[row][cell] = Value(); break;
        }
        return Encoding.UTF8.GetBytes(Joined(rows));
    }

    private static string Joined(List<List<string>> rows) => string.Join('\n', rows.Select(r => string.Join(',', r)));

    private byte[] Encode(string text) => random.Next(5) switch
    {
        0 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        1 => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        2 => Encoding.Latin1.GetBytes(text + "\u00E9"),
        3 => Encoding.UTF8.GetBytes(text.Replace("\n", random.Next(2) == 0 ? "\r" : "\r\n", StringComparison.Ordinal)),
        _ => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
    };

    private byte[] Xml(byte[] bytes)
    {
        if (random.Next(6) == 0) return Raw(bytes);
        var text = Encoding.UTF8.GetString(bytes);
        var (open, close) = Tag(text);
        if (open < 0) return Raw(bytes);
        var tag = text[open..close];
        var rest = text[close..];
        return Encoding.UTF8.GetBytes(random.Next(16) switch
        {
            0 => text[..open] + rest,
            1 => text[..close] + tag + rest,
            2 => text[..close] + Value() + rest,
            3 => text[..open] + tag.TrimEnd('>') + " a=\"" + Value() + "\">" + rest,
            4 => text[..open] + "<x>" + tag + rest,
            5 => text[..open] + string.Concat(Enumerable.Repeat("<d>", random.Next(1, 100))) + rest,
            6 => text[..open] + "<!-- " + tag + " -->" + rest,
            7 => text[..close] + "<![CDATA[" + Value() + "]]>" + rest,
            8 => "<!DOCTYPE x [<!ENTITY e \"v\">]>" + text,
            9 => text[..close] + "&e;" + rest,
            10 => text[..open] + "<?pi x?>" + text[open..],
            11 => text[..open] + tag.Replace("<", "<p:", StringComparison.Ordinal) + rest,
            12 => text[..open] + tag.ToUpperInvariant() + rest,
            13 => Swapped(text, open, close),
            14 => text[..open] + tag.Replace(">", " xsi:nil=\"true\">", StringComparison.Ordinal) + rest,
            _ => Revalued(text, close),
        });
    }

    /// <summary>A tag at random: where it begins and ends; -1 where there is none.</summary>
    private (int Open, int Close) Tag(string text)
    {
        var open = text.IndexOf('<', random.Next(Math.Max(1, text.Length)));
        var close = open < 0 ? -1 : text.IndexOf('>', open);
        return close < 0 ? (-1, -1) : (open, close + 1);
    }

    private string Swapped(string text, int open, int close)
    {
        var (from, to) = Tag(text);
        return from < close ? text : text[..open] + text[from..to] + text[close..from] + text[open..close] + text[to..];
    }

    private string Revalued(string text, int close)
    {
        var end = text.IndexOf('<', close);
        return end < 0 ? text : text[..close] + Value() + text[end..];
    }

    private byte[] Json(byte[] bytes)
    {
        if (random.Next(3) == 0) return Raw(bytes);
        var text = Encoding.UTF8.GetString(bytes);
        var at = random.Next(Math.Max(1, text.Length));
        var quote = text.IndexOf('"', at);
        return Encoding.UTF8.GetBytes(random.Next(4) switch
        {
            0 => text[..at] + string.Concat(Enumerable.Repeat("[", random.Next(1, 200))) + text[at..],
            1 when quote > 0 => text[..quote] + "\"" + text[(quote + 1)..],
            2 when quote > 0 => text[..quote] + "null,\"" + text[(quote + 1)..],
            _ => text[..at] + Value() + text[at..],
        });
    }

    private byte[] Archive(FuzzSeed seed, int times)
    {
        var parts = seed.Parts.ToList();
        var raw = 0;
        for (var i = 0; i < times; i++)
        {
            var at = random.Next(parts.Count);
            var part = parts[at];
            switch (random.Next(16))
            {
                case 0: parts.RemoveAt(at); break;
                case 1: parts.Add(part with { Name = PartNames[random.Next(PartNames.Length)] }); break;
                case 2: parts[at] = part with { Name = PartNames[random.Next(PartNames.Length)] }; break;
                case 3: parts[at] = part with { DeclaredSize = (uint)random.Next(0, 1 << random.Next(1, 31)) }; break;
                case 4: parts[at] = part with { LocalSize = (uint)random.Next(0, 100_000) }; break;
                case 5: parts[at] = part with { Crc = (uint)random.Next() }; break;
                case 6: parts[at] = part with { Flags = random.Next(1 << 12) }; break;
                case 7: parts[at] = part with { LocalName = part.Name + "x" }; break;
                case 8 when at > 0: parts[at] = part with { SameBytesAs = random.Next(at) }; break;
                case 9: parts[at] = part with { Stored = false }; break;
                case 10 or 11: raw++; break;
                default: parts[at] = part with { Data = part.Name.EndsWith(".csv", StringComparison.Ordinal) ? Csv(part.Data) : Xml(part.Data), Crc = null }; break;
            }
            if (parts.Count == 0) parts.Add(part);
        }
        // A right checksum unless it is the one thing wrong, else no damage within a part would ever be read.
        var bytes = RawZip.Write([.. parts.Select((p, i) => p with { Crc = p.Crc ?? Crc32.Append(0, p.Data), SameBytesAs = p.SameBytesAs < i ? p.SameBytesAs : null })]);
        for (; raw > 0; raw--) bytes = Directory(bytes);
        return bytes;
    }

    /// <summary>Bytes of the list of parts, of a part's own header or of the end, else anywhere.</summary>
    private byte[] Directory(byte[] bytes)
    {
        var mark = random.Next(3) switch { 0 => "PK\u0001\u0002"u8, 1 => "PK\u0003\u0004"u8, _ => "PK\u0005\u0006"u8 };
        var from = bytes.AsSpan(random.Next(bytes.Length)).IndexOf(mark);
        var at = bytes.AsSpan().LastIndexOf(mark);
        if (at < 0 || random.Next(4) == 0) return Raw(bytes);
        if (from >= 0 && bytes.AsSpan(from).StartsWith(mark)) at = from;
        var copy = bytes.ToArray();
        copy[Math.Min(copy.Length - 1, at + random.Next(46))] = (byte)random.Next(256);
        return copy;
    }

    /// <summary>Bytes flipped, cut, doubled or put in.</summary>
    private byte[] Raw(byte[] bytes)
    {
        if (bytes.Length == 0) return [(byte)random.Next(256)];
        int at = random.Next(bytes.Length), length = random.Next(1, Math.Min(64, bytes.Length - at) + 1);
        switch (random.Next(5))
        {
            case 0: return bytes[..at];
            case 1: return [.. bytes[..at], .. bytes[(at + length)..]];
            case 2: return [.. bytes[..(at + length)], .. bytes[at..]];
            case 3: return [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]];
            default:
                var copy = bytes.ToArray();
                copy[at] = (byte)random.Next(256);
                return copy;
        }
    }
}
