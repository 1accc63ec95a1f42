using Bellwether.Extracts;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Texts that break programs, of the kinds that the public list of naughty strings gathers, in words of our own.</summary>
internal static class NaughtyTexts
{
    private const string Headings = "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,cine_referral_worker_id";

    private static readonly string[] Texts =
    [
        "undefined", "nil", "None", "hasOwnProperty", "\\", "\\\\", "TRUE", "1/0", "1E2", "$1.00", "0x0", "١٢٣", ",./;'[]-=", "<>?:\"{}|_+", "!@#$%^&*()`~",
        "Ω≈ç√∫", "åß∂ƒ©", "œ∑´®†¥", "¡™£¢∞§", "田中さん", "社會科學院", "찦차를", "ثم نفس", "בראשית", "ÅÍÎÏ˝", "Ṱ̺̺̕o͞ ̷i̲̬", "˙ɐnbᴉlɐ", "𝔗𝔥𝔢", "👩‍👩‍👧‍👦", "🇬🇧", "Ｔｈｅ", "\u200Bx\u200B", "a\u00ADb", "\u2028x",
        "'; DROP TABLE loads; --", "1' OR '1'='1", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "../../../etc/passwd", "%00", "%s%n%p", "{0}", "${x}", "{{7*7}}", "$(touch x)", "`id`", "() { :; }; echo",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "]]>", "&amp;", "CON", "COM1", "Scunthorpe", "Null", "infinity", "NaN", "İ", "ﬃ", "ß",
    ];

    /// <summary>One text as a worker's name: loaded as it is, and given back as it was.</summary>
    public static Observed AsWorker(CorpusFolder folder, string text)
    {
        var extract = Read(folder, [text]);
        var loaded = folder.Load(extract);
        var workers = Workers(folder.Store.Records(Tests.Extracts.ExtractFolder.Kinds)).ToList();
        return Observed.Of(extract, []) with { Known = loaded is null ? "" : $"0>{folder.Known()}", Twin = workers.Count == 1 && workers[0] == text ? "same" : "differs" };
    }

    /// <summary>The whole list at once, through the store and back.</summary>
    public static Observed RoundTrip(CorpusFolder folder)
    {
        var extract = Read(folder, Texts);
        folder.Load(extract);
        var workers = Workers(folder.Store.Records(Tests.Extracts.ExtractFolder.Kinds)).Order(StringComparer.Ordinal);
        return Observed.Of(extract, []) with
        {
            Known = $"0>{folder.Known()}",
            Twin = workers.SequenceEqual(Texts.Select(Trimmed).Order(StringComparer.Ordinal)) ? "same" : "differs",
        };
    }

    // Reading takes what cannot be seen off both ends of a value, and words for "nothing" as nothing; nothing else changes.
    private static string Trimmed(string text) => text is "Null" or "NaN" ? "" : text.Trim('\u200B');

    private static Extract Read(CorpusFolder folder, IReadOnlyList<string> texts) => folder.With("ssd_cin_episodes.csv",
        [Headings, .. texts.Select((t, i) => $"R{i},{i},2024-01-10,N1,1A,N,,,T1,\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")]).Read("2024-06-30");

    private static IEnumerable<string> Workers(RecordSet records)
    {
        var table = records.Table("cin_episodes");
        var field = table.Kind.IndexOf("worker");
        return Enumerable.Range(0, table.Count).Select(r => table[r, field] >= 0 ? records.Texts[table[r, field]] : "");
    }
}
