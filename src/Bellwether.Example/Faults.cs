using System.Globalization;

namespace Bellwether.Example;

/// <summary>A fault put in on purpose: where it lies, the finding it must cause, and what must become of the row.</summary>
/// <param name="Row">The line of the file (headings are line 1), or the row of the sheet; 0 for a whole file.</param>
/// <param name="Outcome">"set aside", "noted" or "rejected".</param>
public sealed record PlantedFault(string Fault, string Table, int Row, string Child, string ExpectedFinding, string Outcome);

/// <summary>How one file of a folder is spoilt, so that the whole load must be refused.</summary>
public enum FileFault { KeyColumnMissing, Empty, CutShort, NotText }

/// <summary>
/// Plants one of each known fault in a written SSD folder and lists them in a manifest. The clean folder beside it is the twin to compare with. A person
/// whose row is set aside takes the rows that name it along: those follow from the fault listed and are not listed again.
/// </summary>
public static class Faults
{
    /// <summary>Plants every row fault, and writes the manifest (<c>fault,table,row,child,expected_finding,outcome</c>) where it is asked for.</summary>
    public static IReadOnlyList<PlantedFault> Plant(string ssdFolder, DateOnly extractedOn, string manifestPath)
    {
        var tables = new FaultTables(ssdFolder);
        List<PlantedFault> planted =
        [
            .. RowFaults.Dates(tables, extractedOn),
            .. RowFaults.Identity(tables, extractedOn),
            .. RowFaults.Overlaps(tables, extractedOn),
        ];
        tables.Save();
        WriteManifest(manifestPath, planted);
        return planted;
    }

    /// <summary>Spoils one table's file as a whole. Nothing of the folder may then be loaded.</summary>
    public static PlantedFault Spoil(string ssdFolder, string table, FileFault fault, string manifestPath)
    {
        var path = Path.Combine(ssdFolder, $"ssd_{table}.csv");
        var text = File.ReadAllText(path);
        switch (fault)
        {
            case FileFault.KeyColumnMissing:
                var end = text.IndexOf('\n', StringComparison.Ordinal);
                File.WriteAllText(path, string.Join(',', text[..end].Split(',').Select(c => c.EndsWith("_person_id", StringComparison.Ordinal) ? "spare" : c)) + text[end..]);
                break;
            case FileFault.Empty:
                File.WriteAllText(path, "");
                break;
            case FileFault.CutShort:
                File.WriteAllText(path, text[..(text.LastIndexOf(',') - 3)] + ",\"cut");
                break;
            default:
                File.WriteAllBytes(path, [0x50, 0x4B, 3, 4, 0, 0, 0, 0, 0xFF, 0xFE, 0]);
                break;
        }
        var planted = new PlantedFault(fault.ToString(), table, 0, "", fault switch
        {
            FileFault.KeyColumnMissing => "the child id column is missing",
            FileFault.Empty => "the file is empty",
            FileFault.CutShort => "the file is cut off inside a quoted cell",
            _ => "the file is not CSV text",
        }, "rejected");
        WriteManifest(manifestPath, [planted]);
        return planted;
    }

    internal static void WriteManifest(string path, IEnumerable<PlantedFault> faults)
    {
        var sheet = new CsvSheet("fault,table,row,child,expected_finding,outcome");
        foreach (var f in faults) sheet.Row(f.Fault, f.Table, f.Row.ToString(CultureInfo.InvariantCulture), f.Child, f.ExpectedFinding, f.Outcome);
        sheet.Save(Path.GetDirectoryName(path) ?? ".", Path.GetFileName(path));
    }
}

/// <summary>The tables of a folder, each read when first spoilt.</summary>
internal sealed class FaultTables(string folder)
{
    private readonly Dictionary<string, CsvTable> _open = [];

    /// <summary>Children already spoilt once: no second fault may hide the first.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    public CsvTable this[string name]
    {
        get
        {
            if (!_open.TryGetValue(name, out var table)) _open[name] = table = new CsvTable(Path.Combine(folder, $"ssd_{name}.csv"));
            return table;
        }
    }

    public void Save()
    {
        foreach (var table in _open.Values) table.Save();
    }
}
