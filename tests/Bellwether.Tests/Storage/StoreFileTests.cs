using Bellwether.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Bellwether.Tests.Storage;

/// <summary>The file: private, safe against a power cut, and never opened by a Bellwether too old for it.</summary>
public sealed class StoreFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly ScratchStore _store = new(StoreEngine.Sqlite);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bellwether-home-");

    [Fact]
    public void The_file_and_its_log_are_for_their_owner_only()
    {
        if (OperatingSystem.IsWindows()) return;
        _store.Load("2024-12-31", [], "referrals | C1 | key=R1; date=2024-01-02");
        foreach (var file in new[] { _store.File, _store.File + "-wal", _store.File + "-shm" })
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_file_that_others_could_read_is_closed_to_them_when_it_is_opened()
    {
        if (OperatingSystem.IsWindows()) return;
        File.WriteAllBytes(_store.File, []);
        File.SetUnixFileMode(_store.File, OwnerOnly | UnixFileMode.OtherRead | UnixFileMode.GroupRead);
        Assert.Empty(_store.Store.Loads());
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(_store.File));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_home_is_for_its_owner_only_new_or_made_in_a_folder_that_was_there(bool wasThere)
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Path.Combine(_folder.FullName, "home");
        if (wasThere) Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Home.Create(folder, "Wessenshire", "997");
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public void Every_commit_is_on_disk_before_it_is_acknowledged()
    {
        using var database = Database.Open(_store.Place);
        Assert.Equal("wal", database.One("pragma journal_mode"));
        Assert.Equal(2L, database.One("pragma synchronous"));
        Assert.Equal(1L, database.One("pragma foreign_keys"));
        Assert.Equal(1L, database.One("pragma secure_delete"));
        Assert.Equal(2L, database.One("pragma temp_store"));
    }

    [Fact]
    public void A_file_of_a_later_Bellwether_is_refused_and_left_as_it_is()
    {
        _store.Load("2024-12-31", [], "referrals | C1 | key=R1; date=2024-01-02");
        _store.Close();
        Raw("insert into schema_version(version) values (99)");
        var refusal = Assert.Throws<InvalidDataException>(() => _store.Store);
        Assert.Contains("version 99", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1L, Raw("select count(*) from records"));
    }

    [Fact]
    public void A_file_of_the_first_version_is_brought_up_and_keeps_what_it_knew()
    {
        using (var stream = new StreamReader(typeof(Store).Assembly.GetManifestResourceStream("0001-start.sqlite.sql")!))
            Raw($"""
                {stream.ReadToEnd()}
                create table schema_version (version integer not null);
                insert into schema_version values (1);
                insert into loads values (1, '2024-12-31T12:00:00Z', '997', 739250, 1, 'h', 'b', 'test', '[]', '[]');
                insert into places values (1, 1, 'a.csv', '');
                insert into records values (1, '997', 'referrals', 'R1', 'C1', '738886', 1, 2, 1, null);
                """);
        Assert.Equal("R1 2024-01-02", _store.Known("referrals"));
        Assert.False(_store.Load("2025-01-31", [], "referrals | C1 | key=R1; date=2024-01-03").IsRepeat);
        Assert.Equal("R1 2024-01-03", _store.Known("referrals"));
    }

    [Fact]
    public void A_file_that_is_no_store_is_not_overwritten()
    {
        File.WriteAllText(_store.File, "child_id,date_of_birth\n" + new string('x', 2000));
        Assert.Throws<SqliteException>(() => _store.Store);
        Assert.StartsWith("child_id", File.ReadAllText(_store.File), StringComparison.Ordinal);
    }

    private object? Raw(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_store.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
    }
}
