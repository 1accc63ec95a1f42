using Bellwether.Codes;
using Xunit;

namespace Bellwether.Tests.Codes;

public sealed class CodeListFileTests
{
    private const string Start = "# Source: a test, 2026\ncode,label,from,to,group,aliases\n";

    [Fact]
    public void A_file_is_read_with_quotes_dates_groups_and_aliases()
    {
        var list = Load(Start + "A,\"One, or two\",2024-04-01,2025-03-31,g,first | \"ein, zwei\"\n\n# a note\nB,Three,,,,\n");
        Assert.Equal("list", list.Name);
        Assert.Equal(2, list.Entries.Count);
        var one = list.Entries[0];
        Assert.Equal(("A", "One, or two", new DateOnly(2024, 4, 1), new DateOnly(2025, 3, 31), "g"), (one.Code, one.Label, one.From, one.To, one.Group));
        Assert.Equal(["first", "ein, zwei"], one.Aliases);
        Assert.Null(list.Entries[1].Group);
    }

    [Theory]
    [InlineData("code,label,from,to,group,aliases\nA,One,,,,\n", "list.csv line 1 has no source")]
    [InlineData("# Source\nCode;Label\n", "list.csv line 2 should be the heading")]
    [InlineData(Start + "A,One, or two,,,,\n", "list.csv line 3 has 7 fields, not 6")]
    [InlineData(Start + "A,,,,,\n", "list.csv line 3 lacks its code or label")]
    [InlineData(Start + "A,One,01/04/2024,,,\n", "list.csv line 3 has the date '01/04/2024'")]
    [InlineData(Start + "A,One,2025-04-01,2024-03-31,,\n", "list.csv line 3 ends before it starts")]
    [InlineData(Start, "list.csv line 2 ends the file without a code")]
    [InlineData(Start + "A,One,,,,\na,Two,,,,\n", "Code list list: 'a' stands for both A and a")]
    [InlineData(Start + "A,One,,,,\nB,ONE,,,,\n", "Code list list: 'ONE' stands for both A and B")]
    [InlineData(Start + "A1,One,,,,\nB,Two,,,,a1\n", "Code list list: 'a1' stands for both A1 and B")]
    [InlineData(Start + "A,One,,,,--\n", "Code list list: 'A' has a label or alias with no letter or digit")]
    public void A_faulty_file_is_refused_by_name_and_line(string content, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => Load(content)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_list_of_the_authority_replaces_the_one_on_the_shelf()
    {
        string own = Write("role", Start + "LEAD,Lead worker,,,case-holding,\n");
        try
        {
            var lists = CodeLists.Load(ShelfLists.Folder, own);
            Assert.Equal("LEAD", Assert.Single(lists["role"].Entries).Code);
            Assert.Equal(ShelfLists.All["sex"].Entries.Count, lists["sex"].Entries.Count);
        }
        finally
        {
            Directory.Delete(own, recursive: true);
        }
    }

    private static CodeList Load(string content)
    {
        string folder = Write("list", content);
        try
        {
            return CodeLists.Load(folder)["list"];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Write(string name, string content)
    {
        string folder = Directory.CreateTempSubdirectory("bellwether-codes-").FullName;
        File.WriteAllText(Path.Combine(folder, name + ".csv"), content);
        return folder;
    }
}
