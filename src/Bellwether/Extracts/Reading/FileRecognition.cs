using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>What a file is by its first bytes. <paramref name="Root"/>: the root element of XML or HTML, prefix left out; else null.</summary>
public sealed record FileLooks(FileKind Kind, string? Root = null);

/// <summary>Tells files apart by content. Nothing is parsed further than needed to say what it is.</summary>
public static class FileRecognition
{
    private static readonly (byte[] Start, FileKind Kind)[] Marks =
    [
        ("PK\x03\x04"u8.ToArray(), FileKind.Zip),
        ("PK\x05\x06"u8.ToArray(), FileKind.Zip),
        ("%PDF"u8.ToArray(), FileKind.Pdf),
        ("{\\rtf"u8.ToArray(), FileKind.Rtf),
        ([0x89, 0x50, 0x4E, 0x47], FileKind.Image),
        ([0xFF, 0xD8, 0xFF], FileKind.Image),
        ("GIF8"u8.ToArray(), FileKind.Image),
        ([0x1F, 0x8B], FileKind.OtherArchive),
        ([0x37, 0x7A, 0xBC, 0xAF], FileKind.OtherArchive),
        ("Rar!"u8.ToArray(), FileKind.OtherArchive),
    ];

    private const int HeadBytes = 65536;
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>
    /// Looks at the first 64 KB. A zip is reported as Zip: only <see cref="TableFile.Open(string, ReadingLimits)"/> tells workbooks from other
    /// zips. Anything that is nothing else is Csv, that is, text.
    /// </summary>
    public static FileLooks Look(string path) => Look(FileSource.OnDisk(path, ReadingLimits.Default));

    internal static FileLooks Look(FileSource source)
    {
        var head = source.Head(HeadBytes).AsSpan();
        if (head.IsEmpty)
            return new FileLooks(FileKind.Empty);
        foreach (var (start, kind) in Marks)
        {
            if (head.StartsWith(start))
                return new FileLooks(kind);
        }

        if (!head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return Text(head);
        using var bytes = source.Bytes();
        return new FileLooks(OldOffice(bytes, head));
    }

    internal static FileRejectedException NotATable(FileKind kind)
    {
        var (code, what, then) = kind switch
        {
            FileKind.Empty => ("file-empty", "The file is empty.", "Export it again."),
            FileKind.EncryptedWorkbook => ("file-encrypted", "The workbook is password-protected.", "Save it without a password, then load it again."),
            FileKind.MacroWorkbook => ("file-macros", "The workbook holds macros.", "Save it as .xlsx, which holds none."),
            FileKind.Xls => ("file-not-xlsx", "It is an old Excel workbook (.xls).", "Save it as .xlsx."),
            FileKind.Xlsb => ("file-not-xlsx", "It is a binary Excel workbook (.xlsb).", "Save it as .xlsx."),
            FileKind.OpenDocument => ("file-not-xlsx", "It is an OpenDocument file (.ods).", "Save it as .xlsx."),
            FileKind.WordDocument => ("file-not-xlsx", "It is a Word document.", "Load the workbook or CSV file that the data is in."),
            FileKind.Presentation => ("file-not-xlsx", "It is a PowerPoint presentation.", "Load the workbook or CSV file that the data is in."),
            FileKind.CutOfficeFile => ("file-cut", "It is an old workbook (.xls) or another old Office file, and it is incomplete.", "Export or copy it again."),
            FileKind.OldOfficeFile => ("file-not-xlsx", "It is an old Office file, not a workbook.", "Load the workbook or CSV file that the data is in."),
            FileKind.Zip => ("file-not-xlsx", "It is a zip archive, not a workbook.", "Unpack it and load what is inside."),
            FileKind.OtherArchive => ("file-not-xlsx", "It is a packed archive, not a workbook.", "Unpack it and load what is inside."),
            FileKind.Pdf => ("file-not-xlsx", "It is a PDF document.", "Load the workbook or CSV file that it was made from."),
            FileKind.Rtf => ("file-not-xlsx", "It is a rich-text document.", "Load the workbook or CSV file that the data is in."),
            FileKind.Image => ("file-not-xlsx", "It is a picture.", "Load the workbook or CSV file that the data is in."),
            FileKind.Html => ("file-not-xlsx", "It is a web page (HTML), whatever its name says.", "Open it in Excel and save it as .xlsx, or export it as CSV."),
            FileKind.Xml => ("file-not-xlsx", "It is an XML file, not a table.", "Load the workbook or CSV file that the data is in."),
            FileKind.Json => ("file-not-xlsx", "It is a JSON file, not a table.", "Load the workbook or CSV file that the data is in."),
            _ => ("file-not-xlsx", "It is CSV text under a workbook's name.", "Rename it to .csv, or export it again as .xlsx."),
        };
        return new FileRejectedException(code, what, then);
    }

    private static FileLooks Text(ReadOnlySpan<byte> head)
    {
        var text = head switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(head[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(head[2..]),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(head[3..]),
            _ => Encoding.Latin1.GetString(head),
        };
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty)
            return new FileLooks(text.Length == 0 || head.IndexOf((byte)0) < 0 ? FileKind.Empty : FileKind.Csv);
        if (start[0] == '<' && Root(start, out var root))
            return new FileLooks(root.Equals("html", StringComparison.OrdinalIgnoreCase) || root.Equals("table", StringComparison.OrdinalIgnoreCase) ? FileKind.Html : FileKind.Xml, root);
        var next = start.Length > 1 ? start[1..].TrimStart() : default;
        var json = (start[0] == '{' && next is ['"' or '}', ..]) || (start[0] == '[' && next is ['{' or '[' or ']', ..]);
        return new FileLooks(json ? FileKind.Json : FileKind.Csv);
    }

    // The first element's name; passes over declarations and comments.
    private static bool Root(ReadOnlySpan<char> text, out string root)
    {
        root = "";
        while (text.Length > 1 && text[0] == '<')
        {
            if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
            {
                root = "html";
                return true;
            }

            if (text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            {
                var type = text[9..].TrimStart();
                var named = type.IndexOfAny(NameEnds);
                root = (named < 0 ? type : type[..named]).ToString();
                return true;
            }

            if (text[1] is not ('?' or '!'))
            {
                var end = text.IndexOfAny(NameEnds);
                var name = end < 0 ? text[1..] : text[1..end];
                root = name[(name.LastIndexOf(':') + 1)..].ToString();
                return name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_');
            }

            var (mark, length) = text.StartsWith("<!--") ? ("-->", 3) : (">", 1);
            var at = text.IndexOf(mark);
            if (at < 0)
                return true;
            text = text[(at + length)..].TrimStart();
        }

        return false;
    }

    // The directory of a compound file: names in UTF-16, 128 bytes each ([MS-CFB] 2.2, 2.6.1).
    private static FileKind OldOffice(FileBytes file, ReadOnlySpan<byte> head)
    {
        if (head.Length < 512)
            return FileKind.OldOfficeFile;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(head[30..]);
        var sector = (long)BinaryPrimitives.ReadUInt32LittleEndian(head[48..]);
        if (shift is not (9 or 12))
            return FileKind.OldOfficeFile;
        var names = new byte[16384];
        var read = names.AsSpan(0, file.Read(names, (sector + 1) << shift));
        if (read.IsEmpty)
            return FileKind.CutOfficeFile;
        if (read.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
            return FileKind.EncryptedWorkbook;
        if (read.IndexOf(Encoding.Unicode.GetBytes("_VBA_PROJECT_CUR")) >= 0)
            return FileKind.MacroWorkbook;
        var isWorkbook = read.IndexOf(Encoding.Unicode.GetBytes("Workbook\0")) >= 0 || read.IndexOf(Encoding.Unicode.GetBytes("Book\0")) >= 0;
        return isWorkbook ? FileKind.Xls : FileKind.OldOfficeFile;
    }
}
