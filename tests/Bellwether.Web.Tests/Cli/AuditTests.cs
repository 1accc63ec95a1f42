using System.Text.Json;
using Bellwether.Storage;
using Bellwether.Web.Tests.Pages;
using Xunit;
using static Bellwether.Web.Tests.Cli.CommandLine;

namespace Bellwether.Web.Tests.Cli;

/// <summary>The commands read children through the same gate as the pages, so their lines stand in the same log; and the log is read and checked.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly string _home = Path.Combine(Path.GetTempPath(), $"bellwether-audit-{Guid.NewGuid():N}");

    public AuditTests()
    {
        Home.Create(_home, "Test", "998");
        var file = Path.Combine(_home, "ssd_cin_plans.csv");
        var people = Path.Combine(_home, "ssd_person.csv");
        File.WriteAllText(people, "pers_person_id,pers_dob,pers_sex,pers_ethnicity\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"CHILD{i},2015-01-0{i},F,WBRI\n")));
        File.WriteAllText(file, "cinp_cin_plan_id,cinp_referral_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"P{i},R{i},CHILD{i},2024-01-0{i},\n")));
        File.WriteAllText(Path.Combine(_home, "ssd_cin_episodes.csv"), "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"R{i},CHILD{i},2024-01-0{i},\n")));
        var (code, said, errors) = Run("load", "--home", _home, "--data-date", "2024-06-30", people, file, Path.Combine(_home, "ssd_cin_episodes.csv"));
        Assert.True(code == 0, said + errors);
    }

    [Fact]
    public void Cases_listed_at_the_terminal_stand_in_the_log_with_the_user_of_the_machine()
    {
        var (code, cases, _) = Run("cases", "open-caseload", "--home", _home, "--at", "2024-06", "--json");
        Assert.Equal(0, code);
        Assert.Contains("CHILD3", cases, StringComparison.Ordinal);
        var (_, list, said) = Run("audit", "list", "--home", _home);
        Assert.Contains("listed cases", list, StringComparison.Ordinal);
        Assert.Contains("owner", list, StringComparison.Ordinal);
        Assert.Contains("accepted files", list, StringComparison.Ordinal);
        Assert.Contains("loaded files", list, StringComparison.Ordinal);
        Assert.DoesNotContain("CHILD", list, StringComparison.Ordinal);
        Assert.Contains("of 4 entries", said, StringComparison.Ordinal);
        var (_, of, _) = Run("audit", "of", "CHILD3", "--home", _home);
        Assert.Contains("listed cases", of, StringComparison.Ordinal);
        var (_, none, _) = Run("audit", "of", "CHILD33", "--home", _home);
        Assert.DoesNotContain("listed cases", none, StringComparison.Ordinal);
        var (_, piped, _) = Typing("CHILD3\n", "audit", "of", "-", "--home", _home);
        Assert.Contains("listed cases", piped, StringComparison.Ordinal);
        Assert.Equal(2, Run("audit", "of", "-", "--home", _home).Code);
    }

    [Fact]
    public void Restrictions_are_written_down_and_so_is_that_restricted_cases_were_asked_for()
    {
        Assert.Equal(0, Run("restrict", "add", "--home", _home, "--child", "CHILD3", "--reason", "staff", "--by", "A. Lead").Code);
        Run("cases", "open-caseload", "--home", _home, "--at", "2024-06");
        Assert.DoesNotContain("listed cases", Run("audit", "of", "CHILD3", "--home", _home).Output, StringComparison.Ordinal);
        Run("cases", "open-caseload", "--home", _home, "--at", "2024-06", "--restricted");
        Run("restrict", "list", "--home", _home);
        Run("restrict", "lift", "1", "--home", _home, "--by", "A. Lead");
        var of = Run("audit", "of", "CHILD3", "--home", _home).Output;
        foreach (var words in new[] { "changed a restriction", "restriction new", "restriction 1", "placed", "lifted", "read the restricted register", "listed cases", "whole authority, restricted cases too" })
            Assert.Contains(words, of, StringComparison.Ordinal);
        Assert.DoesNotContain("A. Lead", of, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_that_were_merged_are_one_childs()
    {
        Run("cases", "open-caseload", "--home", _home, "--at", "2024-06");
        File.WriteAllText(Path.Combine(_home, "merged_ids.csv"), "old_id,new_id,merged_on\nCHILD2,NEW1,2024-07-01\nNEW1,NEW2,2024-08-01\n");
        Assert.Contains("listed cases", Run("audit", "of", "NEW2", "--home", _home).Output, StringComparison.Ordinal);
        Assert.Contains("listed cases", Run("audit", "of", "CHILD2", "--home", _home).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_is_checked_and_a_cut_shows_against_a_head_that_was_kept()
    {
        Run("cases", "open-caseload", "--home", _home, "--at", "2024-06");
        var (code, head, _) = Run("audit", "head", "--home", _home);
        var kept = Path.Combine(_home, "heads.txt");
        File.WriteAllText(kept, head);
        Assert.Equal(0, code);
        Assert.Equal((0, "Every entry, 1 to 3, is as it was written."), (Run("audit", "verify", "--home", _home, "--kept", kept).Code, Run("audit", "verify", "--home", _home).Output.Trim()));
        StoreFile.Run(_home, "drop trigger audit_log_remains; delete from audit_log where number = 3");
        Assert.Equal(0, Run("audit", "verify", "--home", _home).Code);
        var cut = Run("audit", "verify", "--home", _home, "--kept", kept);
        Assert.Equal((1, "The log ends with entry 2; entry 3 was kept elsewhere. Entries 3 to 3 were cut off."), (cut.Code, cut.Output.Trim()));
        StoreFile.Run(_home, "drop trigger audit_log_stays; update audit_log set who = 'nobody' where number = 2");
        var edited = Run("audit", "verify", "--home", _home, "--json");
        Assert.Equal(1, edited.Code);
        Assert.Equal(2, JsonDocument.Parse(edited.Output).RootElement.GetProperty("data").GetProperty("first_bad").GetInt64());
        File.WriteAllText(kept, "nonsense\n");
        Assert.Equal(2, Run("audit", "verify", "--home", _home, "--kept", kept).Code);
    }

    [Fact]
    public void An_export_gives_every_entry_as_it_was_hashed()
    {
        Run("cases", "open-caseload", "--home", _home, "--at", "2024-06");
        var (code, lines, _) = Run("audit", "export", "--home", _home);
        Assert.Equal(0, code);
        var previous = AuditHead.Nothing.Hash;
        var entries = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(4, entries.Count);
        foreach (var entry in entries)
        {
            Assert.Equal(previous, entry.GetProperty("previous").GetString());
            var bytes = new List<byte>(Convert.FromHexString(previous));
            foreach (var cell in new[] { "bellwether audit 1", "998" }.Concat(entry.EnumerateObject().Where(p => p.Name is not ("previous" or "hash")).Select(p => p.Value.ToString())))
            {
                var text = System.Text.Encoding.UTF8.GetBytes(cell);
                bytes.AddRange([(byte)(text.Length >> 24), (byte)(text.Length >> 16), (byte)(text.Length >> 8), (byte)text.Length, .. text]);
            }
            previous = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. bytes]));
            Assert.Equal(previous, entry.GetProperty("hash").GetString());
        }
    }

    [Fact]
    public void When_the_line_cannot_be_written_the_command_lists_nothing_and_loads_nothing()
    {
        StoreFile.Run(_home, "create trigger no_room before insert on audit_log begin select raise(abort, 'database or disk is full'); end");
        var (code, output, errors) = Run("cases", "open-caseload", "--home", _home, "--at", "2024-06");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("could not be written down who asked", errors, StringComparison.Ordinal);
        Assert.Equal(1, Run("load", "--home", _home, "--data-date", "2024-07-31", Path.Combine(_home, "ssd_person.csv"), Path.Combine(_home, "ssd_cin_plans.csv"), Path.Combine(_home, "ssd_cin_episodes.csv")).Code);
        Assert.Equal(0, Run("show", "open-caseload", "--home", _home, "--at", "2024-06").Code);
        using var home = Home.Open(_home, TimeProvider.System);
        Assert.Single(home.Store.Loads());
    }

    [Fact]
    public void A_refused_load_is_written_down()
    {
        var empty = Path.Combine(_home, "empty.csv");
        File.WriteAllText(empty, "");
        Run("load", "--home", _home, empty);
        var (_, list, _) = Run("audit", "list", "--home", _home, "--refused");
        Assert.Contains("REFUSED loaded files", list, StringComparison.Ordinal);
        Assert.DoesNotContain("empty.csv", list, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
