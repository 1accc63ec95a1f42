using System.Text;
using Bellwether.Tests.Extracts.Reading;
using static Bellwether.Tests.Corpus.Files.Twins;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Family W, beyond the reference's: old workbooks (.xls).</summary>
internal static class OldBookCases
{
    public static IEnumerable<CorpusCase> All =>
    [
        Of("W01", "", Old()),
        .. new[] { 10, 50, 99 }.Select(p => Of("W02", $"{p}", Old() is var b ? b[..(b.Length * p / 100)] : [])),
        Of("W03", "", Old(new OldBookIs(IsEncrypted: true))),
        Of("W04", "", Old(new OldBookIs(HasMacros: true))),
        Of("W05", "with a result", Old(rows: Instead(2, Row(2, new OldFormula(1002))))),
        Of("W05", "error in the key column", Old(rows: Instead(2, Row(2, new OldFormula(null))))),
        Of("W05", "error in another column", Old(rows: Instead(2, Row(2, source: new OldFormula(null))))),
        Of("W06", "", Old(new OldBookIs(Is1904: true))),
        Of("W07", "only sheet", Old(new OldBookIs(Hidden: "List 1"))),
        Of("W07", "beside a visible one", OldBook.Write(new OldBookIs(Hidden: "Old"), ("List 1", [ListOne, .. Rows()]), ("Old", [ListOne, .. Rows()]))),
        Of("W08", "", OldBook.Write(("List 1", [ListOne, .. Rows()]), ("Contacts (2)", [ListOne, .. Rows()]))),
        Of("W09", "Word document", Compound("WordDocument")),
        Of("W09", "no directory", Compound("")),
        Of("W10", "a chain that bites its tail", Changed(b => Chain(b, 3, 1))),
        Of("W10", "a chain out of the file, past the last record", Changed(b => Chain(b, 3, 0x00FFFFFF))),
        Of("W10", "a record longer than the book", Changed(b => { b[512 + 2] = 0xFF; b[512 + 3] = 0xFF; })),
        Of("W10", "a sheet beyond the end", Changed(b => b[512 + b.AsSpan(512).IndexOf((ReadOnlySpan<byte>)[0x85, 0]) + 6] = 0x7F)),
        new("W11", "under the new name", f => f.With("annex-a.xlsx", Old())) { Twin = Book },
        Of("W12", "60", Old(rows: Instead(2, Row(2, date: 60)))),
        Of("W12", "General cell", Old(rows: Instead(2, Row(2, date: 45414)))),
        Of("W13", "", Old(rows: Instead(2, Row(2, "10\u00002")))),
        Of("W14", "", Old(rows: Instead(2, Row(2, source: "=cmd|' /c calc'!A1")))),
        Of("W15", "", Old(rows: Instead(2, Row(2, source: new string('x', 32_000))))),
        new("W16", "", f => f.With("annex-a.xls", OldBook.Write(("List 1", [ListOne, .. Enumerable.Range(0, 20_000).Select(i => Row((i % 28) + 1, 100_000 + i))])))) { Heavy = true },
        new("W17", "", f => { f.Worker = null; f.With("annex-a.xls", Old()); }) { Twin = Book },
    ];

    private static byte[] Old(OldBookIs? book = null, object?[][]? rows = null) => OldBook.Write(book ?? new OldBookIs(), ("List 1", [ListOne, .. rows ?? Rows()]));

    private static CorpusCase Of(string id, string variant, byte[] bytes) => new(id, variant, f => f.With("annex-a.xls", bytes)) { Twin = Book };

    private static byte[] Changed(Action<byte[]> change)
    {
        var bytes = Old();
        change(bytes);
        return bytes;
    }

    /// <summary>Leads one sector of the book to another: the chains lie in the last sector.</summary>
    private static void Chain(byte[] bytes, int from, int to) => BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - 512 + (from * 4)), to);

    internal static byte[] Compound(string stream)
    {
        var bytes = new byte[1024];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes);
        bytes[30] = 9;
        Encoding.Unicode.GetBytes(stream + "\0").CopyTo(bytes, 512);
        return bytes;
    }
}
