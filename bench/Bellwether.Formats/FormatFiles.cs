using System.Globalization;

namespace Bellwether.Formats;

/// <summary>
/// Writes the files of a format at so many times the example authority, into a folder of their own; what is there already is kept. A format
/// whose file cannot hold the size gets several.
/// </summary>
internal static class FormatFiles
{
    /// <summary>So many times the example authority stand in one file at most: a sheet and a list end at a million rows, a daily flow at 600 MB.</summary>
    private const int CopiesInFile = 10;

    /// <summary>Children looked after in a year, and children in need in one.</summary>
    private const int LookedAfter = 1600, InNeed = 8000;

    private const string Contacts = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_outcome_json";

    public static int Write(string format, int size, string folder)
    {
        if (Directory.Exists(folder)) return 0;
        var making = folder + ".part";
        if (Directory.Exists(making)) Directory.Delete(making, recursive: true);
        Directory.CreateDirectory(making);
        switch (format)
        {
            case "sheet":
                SheetFile.Write(Path.Combine(making, "sheet.xlsx"), 200_000);
                break;
            case "xls":
                for (var copy = 0; copy < size; copy++) AnnexFiles.WriteXls(Path.Combine(making, $"annex-a-{copy}.xls"), copy);
                break;
            case "annex-a" or "csv" or "903-csv" or "903-xml" or "cin-xml" or "json":
                for (var first = 0; first < size; first += CopiesInFile) WriteOne(format, making, first, Math.Min(CopiesInFile, size - first));
                break;
            default:
                Console.Error.WriteLine($"There is no format {format}.");
                return 2;
        }
        Directory.Move(making, folder);
        return 0;
    }

    private static void WriteOne(string format, string folder, int first, int copies)
    {
        string File(string end) => Path.Combine(folder, $"{format}-{first}.{end}");
        switch (format)
        {
            case "annex-a": AnnexFiles.WriteXlsx(File("xlsx"), first, copies); break;
            case "csv": WriteContacts(Path.Combine(folder, $"contacts-{first}.csv"), 100_000 * first, 100_000 * copies); break;
            case "903-csv": ReturnFiles.WriteCsv(folder, $"-{first}", LookedAfter * first, LookedAfter * copies); break;
            case "903-xml": ReturnFiles.WriteXml(File("xml"), LookedAfter * first, LookedAfter * copies); break;
            case "cin-xml": CensusFile.Write(File("xml"), InNeed * first, InNeed * copies); break;
            case "json": FlowFile.Write(File("json"), InNeed * first, InNeed * copies); break;
        }
    }

    private static void WriteContacts(string path, int first, int rows)
    {
        using var file = new StreamWriter(path);
        file.Write(Contacts + "\n");
        for (var i = first; i < first + rows; i++)
            file.Write(string.Create(CultureInfo.InvariantCulture, $"{i},{100_000 + (i % 5_000_011)},20{20 + (i % 4)}-0{1 + (i % 9)}-{10 + (i % 18)},{(i % 3 == 0 ? "1A" : "6")},\n"));
    }
}
