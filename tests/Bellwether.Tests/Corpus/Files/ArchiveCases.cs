using System.IO.Compression;
using System.Text;
using Bellwether.Tests.Extracts.Reading;
using static Bellwether.Tests.Corpus.Files.Twins;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Family A, beyond the reference's: extracts in a zip archive.</summary>
internal static class ArchiveCases
{
    private static readonly RawEntry Csv = new("extract/ssd_contacts.csv", string.Join('\n', [ContactHeadings, .. ContactRows]) + "\n");

    private static readonly RawEntry People = new("extract/ssd_person.csv", string.Join('\n', [PeopleHeadings, .. Enumerable.Range(1, 5).Select(i => $"{1000 + i},2012-03-0{i},,F,WBRI,,N")]) + "\n");

    public static IEnumerable<CorpusCase> All =>
    [
        Of("A01", "", Csv),
        Of("A02", "by name", Csv, new("extract/more.zip", "x")),
        Of("A02", "by content", Csv, new("extract/more.csv", RawZip.Write([Csv])) { Stored = true }),
        Of("A03", "declared", Csv, new("a.csv", "x") { DeclaredSize = 0xFFFFFFF0, LocalSize = 0xFFFFFFF0 }),
        Of("A03", "declared too small", Csv with { DeclaredSize = 5 }),
        Of("A03", "declared too large", Csv with { DeclaredSize = 500_000 }),
        new("A03", "512 MB of one letter", f => f.Streamed("extract.zip", to =>
        {
            using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
            using var stream = zip.CreateEntry("ssd_contacts.csv", CompressionLevel.Optimal).Open();
            var block = Encoding.UTF8.GetBytes(new string('x', 1 << 20));
            for (var i = 0; i < 512; i++) stream.Write(block);
        })) { Heavy = true },
        Of("A04", "parent", Csv, new("../x.csv", "x")),
        Of("A04", "absolute", Csv, new("/etc/x.csv", "x")),
        Of("A04", "drive", Csv, new("C:\\x.csv", "x")),
        Of("A04", "link", Csv, new("link.csv", "/etc/passwd") { Attributes = 0xA1FF0000u }),
        Of("A05", "", Csv with { Flags = 1 }),
        Of("A06", "same", Csv, Csv),
        Of("A06", "by case", Csv, Csv with { Name = "Extract/SSD_Contacts.csv" }),
        Of("A06", "same bytes under two names", Csv, Csv with { Name = "extract/copy of ssd_contacts.csv" }),
        new("A07", "SSD and a census", f => f.With("extract.zip", RawZip.Write([Csv, People, new("cin/census.xml", XmlCases.Whole)]))),
        new("A07", "two years of one census", f => f.With("extract.zip", RawZip.Write([new("2024/census.xml", XmlCases.Whole),
            new("2023/census.xml", XmlCases.Whole.Replace("2024", "2023", StringComparison.Ordinal).Replace("2023-05-01", "2022-05-01", StringComparison.Ordinal).Replace("2023-09-01", "2022-09-01", StringComparison.Ordinal))]))),
        Of("A08", "readme alone", new RawEntry("readme.txt", "hello")),
        Of("A08", "nothing"),
        Of("A08", "readme beside", Csv, new("readme.txt", "hello\n")),
        .. new[] { 10, 50, 99 }.Select(p => new CorpusCase("A09", $"{p}", f => f.With("extract.zip", RawZip.Write([Csv]) is var b ? b[..(b.Length * p / 100)] : [])) { Twin = Contacts }),
        Of("A10", "", Csv with { Crc = 1 }),
        Of("A11", "", Csv, new("empty.csv", "")),
        Of("A12", "", Csv, new("__MACOSX/extract/._ssd_contacts.csv", "\0\u0005\u0016\u0007")),
        Of("A13", "", Csv, new RawEntry("b.csv", []) { SameBytesAs = 0 }),
        new("A14", "", f => f.Streamed("extract.zip", to =>
        {
            using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
            for (var i = 0; i < 65_536; i++) zip.CreateEntry($"p{i}.csv", CompressionLevel.NoCompression);
        })) { Heavy = true },
        new("A15", "", f => f.With("extract.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, .. new byte[20]])) { Twin = Contacts },
    ];

    private static CorpusCase Of(string id, string variant, params RawEntry[] entries) => new(id, variant, f => f.With("extract.zip", RawZip.Write(entries))) { Twin = Contacts };
}
