using System.IO.Compression;
using System.Xml.Linq;
using Bellwether.Example;
using Xunit;

namespace Bellwether.Tests.Example;

public sealed class FaultsAreInTheirPlaces
{
    private static readonly DateOnly Day = new(2024, 3, 31);

    [Fact]
    public void Every_line_of_the_manifest_exists_and_differs_from_the_clean_folder()
    {
        string clean = Worlds.Folder(), spoilt = Worlds.Folder();
        SsdFolder.Write(Worlds.Small, Day, clean);
        SsdFolder.Write(Worlds.Small, Day, spoilt);
        var planted = Faults.Plant(spoilt, Day, Path.Combine(spoilt, "manifest.csv"));
        Assert.Equal(planted.Count + 1, File.ReadAllLines(Path.Combine(spoilt, "manifest.csv")).Length);
        Assert.True(planted.Count >= 20);
        foreach (var f in planted)
        {
            var before = File.ReadAllLines(Path.Combine(clean, $"ssd_{f.Table}.csv"));
            var after = File.ReadAllLines(Path.Combine(spoilt, $"ssd_{f.Table}.csv"));
            var line = after[f.Row - 1];
            Assert.True(f.Row > before.Length || before[f.Row - 1] != line || f.Fault == "two birth dates", f.Fault);
            Assert.Contains(f.Child, line);
        }
    }

    [Theory]
    [InlineData(FileFault.KeyColumnMissing)]
    [InlineData(FileFault.Empty)]
    [InlineData(FileFault.CutShort)]
    [InlineData(FileFault.NotText)]
    public void A_spoilt_file_is_listed_as_rejected(FileFault fault)
    {
        var folder = Worlds.Folder();
        SsdFolder.Write(Worlds.Small, Day, folder);
        var before = File.ReadAllBytes(Path.Combine(folder, "ssd_cin_episodes.csv"));
        Assert.Equal("rejected", Faults.Spoil(folder, "cin_episodes", fault, Path.Combine(folder, "manifest.csv")).Outcome);
        Assert.NotEqual(before, File.ReadAllBytes(Path.Combine(folder, "ssd_cin_episodes.csv")));
    }

    [Fact]
    public void The_messy_workbook_is_a_workbook_and_its_manifest_is_whole()
    {
        var folder = Worlds.Folder();
        var path = Path.Combine(folder, "messy.xlsx");
        var planted = AnnexAMess.Write(Worlds.Small, Day, path, Path.Combine(folder, "manifest.csv"));
        Assert.True(planted.Count >= 60);
        Assert.All(planted, f => Assert.Contains(f.Outcome, (string[])["read", "noted", "set aside"]));
        using var zip = ZipFile.OpenRead(path);
        foreach (var part in zip.Entries)
        {
            using var stream = part.Open();
            Assert.NotNull(XDocument.Load(stream).Root);
        }
        Assert.Equal(11, zip.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_sheet_row_of_the_mess_is_where_the_manifest_says()
    {
        var (sheets, planted) = AnnexAMess.Inject(AnnexAWorkbook.Sheets(Worlds.Small, Day));
        var ordered = sheets.Skip(1).Take(9).Append(sheets[0]).Append(sheets[10]).ToArray();
        foreach (var f in planted.Where(f => f.Row > 0 && f.Child.Length > 0 && !f.Fault.Contains("child id")))
        {
            var list = int.Parse(f.Table["List ".Length..], System.Globalization.CultureInfo.InvariantCulture);
            var row = ordered[list - 1].Rows.ElementAt(f.Row - 1);
            Assert.Equal(f.Child, row[0].Value);
        }
    }

    [Fact]
    public void The_clean_workbook_has_the_headings_in_the_row_asked_for()
    {
        var template = AnnexAWorkbook.Sheets(Worlds.Small, Day);
        Assert.Equal("List_8", template[7].Name);
        Assert.Equal("Child Unique ID", template[7].Rows.ElementAt(1)[0].Value);
        Assert.Equal(17, template[8].Rows.ElementAt(1).Count);
        var export = AnnexAWorkbook.Sheets(Worlds.Small, Day, AnnexALayout.Export);
        Assert.Equal("Age", export[0].Rows.ElementAt(0)[4].Value);
        Assert.All(template.Take(10), s => Assert.True(s.Rows.Count() > 2, s.Name));
    }
}
