using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class SettingsFileTests : IDisposable
{
    private static readonly string[] Headings = ["source", "found", "means"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bellwether-settings-");

    private string File => Path.Combine(_folder.FullName, "columns.csv");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_line_goes_under_the_headings_that_a_person_put_in_another_order()
    {
        System.IO.File.WriteAllText(File, "Means,note,source,found\nreferrals,mine,SSD,Rang on");
        SettingsFile.Add(File, Headings, ["Annex A", "Came in", "contacts"]);
        Assert.Equal("Means,note,source,found\nreferrals,mine,SSD,Rang on\ncontacts,,Annex A,Came in\n", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void What_is_written_is_read_back_whatever_stands_in_a_cell()
    {
        SettingsFile.Add(File, Headings, ["SSD", "Date, \"first\"\r\nseen", "x;y"]);
        SettingsFile.Add(File, Headings, ["SSD", "", ""]);
        var lines = SettingsFile.Read(File, Headings);
        Assert.Equal([("SSD", "Date, \"first\" seen", "x;y"), ("SSD", "", "")], lines.Select(l => (l["source"], l["found"], l["means"])));
        Assert.Equal([File], Directory.GetFiles(_folder.FullName));
    }
}
