using System.Globalization;
using System.Text;
using Bellwether.Codes;
using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

/// <summary>What is read quickly is read as the ordinary way reads it, row by row, and by any number of hands.</summary>
public sealed class RowsEitherWayTests
{
    private static readonly (string Name, string Headings, Func<Random, string[]> Row)[] Lists =
    [
        ("ssd_person.csv", "pers_person_id,pers_sex,pers_ethnicity,pers_dob,pers_expected_dob,pers_death_date,pers_is_mother",
            r => [Child(r), Of(r, "F", "M", "f) Female", "X", ""), Of(r, "WBRI", "B1", "NOBT", "Martian"), Day(r), "", "", Of(r, "Y", "N", "")]),
        ("ssd_cin_episodes.csv", "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,cine_referral_worker_id",
            r => [Id(r), Child(r), Day(r), Of(r, "N1", "N9", "N99"), Of(r, "1A", "6", "Health services"), Of(r, "Y", "N", "no", "perhaps"), Of(r, "RC7", ""), Of(r, Day(r), ""), Team(r), Worker(r)]),
        ("ssd_cin_visits.csv", "cinv_cin_visit_id,cinv_cin_plan_id,cinv_cin_visit_date,cinv_cin_visit_seen",
            r => [Id(r), Id(r), Day(r), Of(r, "Y", "N", "")]),
        ("ssd_involvements.csv", "invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_person_id,invo_involvement_start_date,invo_involvement_end_date",
            r => [Of(r, Id(r), ""), Worker(r), Of(r, "CW", "IRO", "none such"), Team(r), Child(r), Day(r), Of(r, Day(r), "", "NULL")]),
        // Its first column is no id, so that a footer there leaves a row that could be one.
        ("ssd_s47_enquiry.csv", "s47e_s47_completed_by_team,s47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_nfa",
            r => [Team(r), Id(r), Id(r), Child(r), Day(r), Of(r, Day(r), ""), Of(r, "Y", "N", "")]),
    ];

    private const string OwnMap = """
        format: ours
        whole: yes

        speaks:
          default: { holds: full, months: 0 }

        lists:
          children:
            child: child
            key: [child, birth]
            records:
              people: { born: birth, sex: sex }

          enquiries:
            child: whose
            key: [enquiry, whose, began, conference]
            records:
              s47s: { id: enquiry, start: began, end: conference, team: team }
              icpcs: { id: enquiry, any: [conference], date: conference, s47: enquiry, team: team }

          calls:
            child: whose
            key: [whose, called, sort]
            records:
              cp_visits: { when: { sort: '^CP$' }, date: called }

          posts:
            child: whose2
            key: [whose2, worker, since, as]
            records:
              allocations: { start: since, end: until, worker: worker, role: =CW, team: team }
        """;

    /// <summary>Lists of a council's own map: people, rows that make two records or none, keys that are made.</summary>
    private static readonly (string Name, string Headings, Func<Random, string[]> Row)[] OwnLists =
    [
        ("children.csv", "child,birth,sex", r => [Wide(r), Of(r, Day(r), Day(r), Day(r), ""), Of(r, "F", "M", "X", "")]),
        ("enquiries.csv", "team,whose,enquiry,began,conference", r => [Team(r), Wide(r), Id(r), Day(r), Of(r, Day(r), "", "")]),
        ("calls.csv", "whose,called,sort,by", r => [Wide(r), Of(r, Day(r), "2024-02-29"), Of(r, "CP", "CIN", ""), Worker(r)]),
        ("posts.csv", "whose2,worker,since,until,as,team", r => [Wide(r), Worker(r), Day(r), Of(r, Day(r), ""), Of(r, "Lead", "Co"), Team(r)]),
    ];

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public void Lists_of_a_councils_own_map_are_read_the_same_by_the_block_and_row_by_row(int seed)
    {
        var rows = Rows(seed, 1_500, 300, OwnLists);
        var plain = Told(Write(rows, c => c, "\n", OwnLists), 1, OwnMap);
        Assert.Equal(plain, Told(Write(rows, c => $"\"{c}\"", "\n", OwnLists), 1, OwnMap));
        Assert.Equal(plain, Told(Write(rows, c => c, "\r\n", OwnLists), 2, OwnMap));
        Assert.Contains("two-birth-dates", plain, StringComparison.Ordinal);
        Assert.Contains("no-birth-date", plain, StringComparison.Ordinal);
        Assert.Contains("repeated-headings", plain, StringComparison.Ordinal);
        Assert.Contains("no-such-person", plain, StringComparison.Ordinal);
        Assert.Contains("end-before-start", plain, StringComparison.Ordinal);
        Assert.Contains("after-data-date", plain, StringComparison.Ordinal);
        Assert.Contains("not-a-record", plain, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Rows_with_spaces_round_their_cells_and_rows_in_quotes_give_the_same_extract(int seed)
    {
        var rows = Rows(seed);
        var plain = Told(Write(rows, c => c, "\n"), 1);
        Assert.Equal(plain, Told(Write(rows, c => c.Length == 0 ? c : $"  {c} ", "\n"), 1));
        Assert.Equal(plain, Told(Write(rows, c => $"\"{c}\"", "\r\n"), 1));
        Assert.Equal(plain, Told(Write(rows, c => c, "\r"), 1));
        Assert.Contains("repeated-rows", plain, StringComparison.Ordinal);
        Assert.Contains("near-duplicate", plain, StringComparison.Ordinal);
        Assert.Contains("field-count", plain, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Any_number_of_hands_gives_the_same_extract(int seed)
    {
        var files = Write(Rows(seed), c => c, "\n");
        var one = Told(files, 1);
        Assert.Equal(one, Told(files, 2));
        Assert.Equal(one, Told(files, 7));
    }

    [Fact]
    public void A_copy_in_quotes_is_a_copy_and_a_cell_with_a_separator_is_not_two_cells()
    {
        var files = new Dictionary<string, string>
        {
            ["ssd_involvements.csv"] = Lists[3].Headings + "\n1,W1,CW,T1,7,2024-01-10,\n\"1\",\"W1\",\"CW\",\"T1\",\"7\",\"2024-01-10\",\n1,\"W1,CW\",T1,7,2024-01-10,,\n",
        };
        var told = Told(files, 1);
        Assert.Contains("Exact copies of earlier rows: 1.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void Long_lists_with_little_amiss_are_read_the_same_by_the_block_and_row_by_row(int seed)
    {
        // More rows than a block, more bytes than the reader holds at once.
        var rows = Rows(seed, 6_000, 4_000);
        var plain = Told(Write(rows, c => c, "\n"), 1);
        Assert.Equal(plain, Told(Write(rows, c => $"\"{c}\"", "\n"), 1));
        Assert.Equal(plain, Told(Write(rows, c => c, "\r\n"), 2));
    }

    private static List<List<string[]>> Rows(int seed, int many = 400, int seldom = 60, (string Name, string Headings, Func<Random, string[]> Row)[]? lists = null)
    {
        var random = new Random(seed);
        var all = new List<List<string[]>>();
        foreach (var list in lists ?? Lists)
        {
            var rows = new List<string[]>();
            for (var n = 0; n < many; n++)
            {
                var row = list.Row(random);
                switch (random.Next(seldom))
                {
                    case 0: row[random.Next(row.Length)] = Of(random, "unknown", "N/A", "-", "#REF!", "31/02/2024", "05/13/2024", "1.2E+10", "1001.0", "2031-01-01", "1850-01-01", "Zo\u00eb", "a\u00A0b", "x\u0007y"); break;
                    case 1: row = [.. row, ""]; break;
                    case 2: row = [.. row, "more"]; break;
                    case 3: row = row[..^2]; break;
                    case 4: row = [.. row.Select(_ => "")]; break;
                    case 5 when rows.Count > 0: row = rows[random.Next(rows.Count)]; break;
                    case 6: row = ["Total", .. row[1..]]; break;
                    case 8: row = list.Headings.Split(','); break;
                    case 7 when rows.Count > 0 && rows[^1].Length == row.Length: row[0] = rows[random.Next(rows.Count)][0]; break;
                }
                rows.Add(row);
            }
            all.Add(rows);
        }
        return all;
    }

    private static Dictionary<string, string> Write(
        List<List<string[]>> rows, Func<string, string> cell, string end, (string Name, string Headings, Func<Random, string[]> Row)[]? lists = null)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (list, of) in (lists ?? Lists).Zip(rows))
            files[list.Name] = string.Concat(of.Select(r => string.Join(',', r.Select(cell)) + end).Prepend(list.Headings + end));
        return files;
    }

    /// <summary>All of an extract in words.</summary>
    private static string Told(Dictionary<string, string> files, int hands, string map = "")
    {
        using var folder = new ExtractFolder();
        Directory.CreateDirectory(Path.Combine(folder.Home, "extracts"));
        if (map.Length > 0) folder.WithHome("extracts/ours.yaml", map);
        foreach (var (name, text) in files) folder.With(name, Encoding.UTF8.GetBytes(text));
        var extract = new ExtractReader(ExtractFolder.Kinds, ExtractFolder.Codes, ReadingSettings.For(Shelf.Path(), folder.Home) with { Hands = hands }).Read([folder.Path], new DateOnly(2025, 4, 1));
        var words = new StringBuilder();
        foreach (var finding in extract.Findings) words.Append(CultureInfo.InvariantCulture, $"{finding.Code} {finding}\n");
        foreach (var line in extract.Receipt) words.Append(CultureInfo.InvariantCulture, $"{line with { Ignored = [] }}\n");
        foreach (var said in extract.Records.Statements) words.Append(CultureInfo.InvariantCulture, $"{said.Kind} {said.Holds} {said.From} {said.To}\n");
        foreach (var table in extract.Records.Tables)
            for (var r = 0; r < table.Count; r++)
                words.Append(CultureInfo.InvariantCulture, $"{table.Kind.Name} {extract.Records.Row(table.Kind.Name, r)} {table.Places[r]}:{table.Rows[r]}\n");
        return words.ToString();
    }

    private static string Of(Random random, params string[] texts) => texts[random.Next(texts.Length)];
    private static string Child(Random random) => Of(random, "", "0") + random.Next(100, 160).ToString(CultureInfo.InvariantCulture);
    private static string Wide(Random random) => random.Next(40) == 0 ? "" : random.Next(1_000, 4_000).ToString(CultureInfo.InvariantCulture);
    private static string Id(Random random) => Of(random, "R", "", "") + random.Next(100_000_000).ToString(CultureInfo.InvariantCulture);
    private static string Team(Random random) => Of(random, "T1", "Assessment team north", "Duty & Advice", "");
    private static string Worker(Random random) => "W" + random.Next(90).ToString(CultureInfo.InvariantCulture);

    private static string Day(Random random)
    {
        var day = new DateOnly(2019, 1, 1).AddDays(random.Next(2300));
        return day.ToString(Of(random, "yyyy-MM-dd", "dd'/'MM'/'yyyy", "yyyy-MM-dd'T00:00:00'"), CultureInfo.InvariantCulture);
    }
}
