using System.Text;
using static Bellwether.Tests.Corpus.Files.Twins;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Family C: CSV files.</summary>
internal static class CsvCases
{
    private const string Referrals = "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,cine_referral_worker_id";
    private static readonly string TwinText = string.Join("\r\n", [ContactHeadings, .. ContactRows]) + "\r\n";

    public static IEnumerable<CorpusCase> All =>
    [
        Bytes("C01", "utf-8", Encoding.UTF8.GetBytes(TwinText)),
        Bytes("C01", "utf-8 marked", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TwinText)]),
        Bytes("C01", "utf-16 le", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(TwinText)]),
        Bytes("C01", "utf-16 be", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(TwinText)]),
        Worker("C02", [.. "Ren"u8, 0xE9, (byte)' ', 0xA3, 0x92]),
        Worker("C03", [.. "Zo\u00EB Ren"u8, 0xE9]),
        Worker("C04", Encoding.UTF8.GetBytes("Ren\u00C3\u00A9")),
        OfContactRow("C05", "", "2,1002,2024-05-02,\"6,"),
        OfContactRow("C06", "", "2,1002,2024-05-02,6\"6,"),
        OfContacts("C07", "", ContactHeadings, "1,1001,2024-05-01,\"1A\n\",", "2,,2024-05-02,6,", "3,1003,2024-05-03,1A,", "4,1004,2024-05-07,6,", "5,1005,2024-05-08,1A,"),
        Bytes("C08", "CR only", Encoding.UTF8.GetBytes(TwinText.Replace("\r\n", "\r", StringComparison.Ordinal))),
        Bytes("C08", "mixed", Encoding.UTF8.GetBytes(TwinText.Replace("\r\n3", "\n3", StringComparison.Ordinal).Replace("\r\n4", "\r4", StringComparison.Ordinal))),
        Bytes("C08", "sep", Encoding.UTF8.GetBytes("sep=;\r\n" + TwinText.Replace(',', ';'))),
        Bytes("C09", "semicolon", Encoding.UTF8.GetBytes(TwinText.Replace(',', ';'))),
        Bytes("C09", "tab", Encoding.UTF8.GetBytes(TwinText.Replace(',', '\t'))),
        Bytes("C09", "pipe", Encoding.UTF8.GetBytes(TwinText.Replace(',', '|'))),
        OfContacts("C09", "two plausible", [ContactHeadings + ",a;b;c;d;e;f", .. ContactRows.Select(r => r + ",1;2;3;4;5;6")]),
        OfContactRow("C10", "too few", "2,1002,2024-05-02"),
        OfContactRow("C10", "too many", "2,1002,2024-05-02,6,,more"),
        Bytes("C11", "", Encoding.UTF8.GetBytes(TwinText[..TwinText.LastIndexOf(",1A,", StringComparison.Ordinal)])),
        OfContacts("C12", "rows affected", [ContactHeadings, .. ContactRows, "", "(12,345 rows affected)"]),
        OfContacts("C12", "comment", [ContactHeadings, .. ContactRows[..2], "# exported by the nightly job", .. ContactRows[2..]]),
        OfContacts("C13", "", [ContactHeadings, .. ContactRows[..3], ContactHeadings, .. ContactRows[3..]]),
        new("C14", "no line end", f => f.Streamed("ssd_contacts.csv", to =>
        {
            to.Write(Encoding.UTF8.GetBytes(ContactHeadings + "\n"));
            var block = Enumerable.Repeat((byte)'x', 1 << 20).ToArray();
            for (var i = 0; i < 200; i++) to.Write(block);
        })) { Heavy = true },
        new("C14", "zeros", f => f.Streamed("ssd_contacts.csv", to => to.Write(new byte[20 << 20]))) { Heavy = true },
        OfContactRow("C14", "a zero byte", "2,10\002,2024-05-02,6,"),
        new("C15", "", _ => { }) { Scenario = CsvSpectrum.Play },
    ];

    private static CorpusCase Bytes(string id, string variant, byte[] bytes) => new(id, variant, f => f.With("ssd_contacts.csv", bytes)) { Twin = Contacts };

    private static CorpusCase Worker(string id, byte[] name) => new(id, "", f => f.With("ssd_cin_episodes.csv",
        [.. Encoding.UTF8.GetBytes($"{Referrals}\nR1,1001,2024-01-10,N1,1A,N,,,T1,W1\nR2,1002,2024-01-11,N1,1A,N,,,T1,"), .. name, (byte)'\n']))
    { Twin = f => f.With("ssd_cin_episodes.csv", Referrals, "R1,1001,2024-01-10,N1,1A,N,,,T1,W1", "R2,1002,2024-01-11,N1,1A,N,,,T1,W2") };
}
