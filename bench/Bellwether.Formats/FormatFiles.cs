using System.Globalization;

namespace Bellwether.Formats;

/// <summary>
/// Writes the files of a format at so many times the example authority, into a folder of their own; what is there already is kept. A format
/// whose file cannot hold the size gets several.
/// </summary>
internal static class FormatFiles
{
    /// <summary>Contacts, rows of an extract, in one file at most.</summary>
    private const int RowsInFile = 1_000_000;

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
            case "annex-a":
                for (var first = 0; first < size; first += 10) AnnexFiles.WriteXlsx(Path.Combine(making, $"annex-a-{first}.xlsx"), first, Math.Min(10, size - first));
                break;
            case "xls":
                for (var copy = 0; copy < size; copy++) AnnexFiles.WriteXls(Path.Combine(making, $"annex-a-{copy}.xls"), copy);
                break;
            case "csv":
                for (var first = 0; first < 100_000 * size; first += RowsInFile) WriteContacts(Path.Combine(making, $"contacts-{first}.csv"), first, Math.Min(RowsInFile, (100_000 * size) - first));
                break;
            case "903-csv":
                ReturnFiles.WriteCsv(making, 1600 * size);
                break;
            case "903-xml":
                ReturnFiles.WriteXml(Path.Combine(making, "return.xml"), 1600 * size);
                break;
            case "cin-xml":
                CensusFile.Write(Path.Combine(making, "census.xml"), 8000 * size);
                break;
            case "json":
                FlowFile.Write(Path.Combine(making, "flow.json"), 8000 * size);
                break;
            default:
                Console.Error.WriteLine($"There is no format {format}.");
                return 2;
        }
        Directory.Move(making, folder);
        return 0;
    }

    private static void WriteContacts(string path, int first, int rows)
    {
        using var file = new StreamWriter(path);
        file.Write(Contacts + "\n");
        for (var i = first; i < first + rows; i++)
            file.Write(string.Create(CultureInfo.InvariantCulture, $"{i},{100_000 + (i % 5_000_011)},20{20 + (i % 4)}-0{1 + (i % 9)}-{10 + (i % 18)},{(i % 3 == 0 ? "1A" : "6")},\n"));
    }
}
