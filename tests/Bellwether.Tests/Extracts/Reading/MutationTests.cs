using Xunit;

namespace Bellwether.Tests.Extracts.Reading;

/// <summary>Byte flips and cuts of a workbook and of the XML inside it: a rejection or success, never anything else.</summary>
public sealed class MutationTests
{
    [Fact]
    public void Five_hundred_damaged_copies_end_in_a_rejection_or_a_reading()
    {
        var clean = SampleTests.Folder is { } folder
            ? File.ReadAllBytes(Path.Combine(folder, "annex-a", "annex-a-2022.xlsx"))
            : TestBook.Bytes();
        var random = new Random(20260331);
        var refused = 0;
        for (var i = 0; i < 500; i++)
        {
            var bytes = Mutate(clean, random);
            if (TestBook.As("a.xlsx", bytes, path => Grid.Fault(path)) is { } fault)
            {
                refused++;
                Assert.NotEmpty(fault.Code);
            }
        }

        Assert.InRange(refused, 200, 500);
    }

    [Fact]
    public void Five_hundred_workbooks_with_damaged_xml_under_a_right_checksum_do_too()
    {
        var random = new Random(20260401);
        var parts = TestBook.Parts();
        for (var i = 0; i < 500; i++)
        {
            var which = random.Next(1, parts.Count);
            var damaged = parts.ToList();
            damaged[which] = damaged[which] with { Data = Mutate(damaged[which].Data, random) };
            TestBook.As("a.xlsx", RawZip.Write(damaged), path => Grid.Fault(path));
        }
    }

    [Fact]
    public void Five_hundred_damaged_csv_files_do_too()
    {
        var random = new Random(20260402);
        var clean = TestBook.Csv("id;\"na\"\"me\";x\r\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{i};\"Zo\u00eb\r\n{i}\";\u20ac\r\n")));
        for (var i = 0; i < 500; i++)
            TestBook.As("a.csv", Mutate(clean, random), path => Grid.Fault(path));
    }

    private static byte[] Mutate(byte[] clean, Random random)
    {
        var bytes = random.Next(10) == 0 ? clean[..random.Next(clean.Length)] : clean.ToArray();
        for (var flips = random.Next(1, 12); flips > 0 && bytes.Length > 0; flips--)
            bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)"<>\"&;=/x 09#"[random.Next(12)] : (byte)random.Next(256);
        return bytes;
    }
}
