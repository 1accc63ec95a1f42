using System.Data;
using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Bellwether.Storage;

/// <summary>
/// A PostgreSQL schema, the first of the connection's search path. Writers take turns at an advisory lock that goes with the connection.
/// A connection that was lost is opened again at the next command outside a transaction.
/// </summary>
internal sealed class PostgresDatabase : Database
{
    private const int Batch = 1000;

    private readonly NpgsqlConnection _connection;

    public PostgresDatabase(string connection)
    {
        // A large load takes as long as it takes: a COPY or a batch has no time to keep either.
        var settings = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, Enlist = false, ApplicationName = "Bellwether", IncludeErrorDetail = false, CommandTimeout = 0 };
        _connection = new NpgsqlConnection(settings.ToString());
    }

    public override Writing Write()
    {
        var transaction = Connected().BeginTransaction();
        try
        {
            Run("select pg_advisory_xact_lock(hashtext('bellwether ' || current_schema()))");
            return new Writing(transaction, () => { }, null);
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    public override Inserting Insert(string table, params string[] columns) =>
        new Copying(_connection.BeginBinaryImport($"copy {table}({string.Join(", ", columns)}) from stdin (format binary)"));

    public override void RunEach(string sql, IEnumerable<long> ids, params object[] values)
    {
        foreach (var some in ids.Chunk(Batch))
        {
            using var batch = new NpgsqlBatch(_connection);
            foreach (var id in some)
            {
                var command = new NpgsqlBatchCommand(sql);
                for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"@{i}", values[i]);
                command.Parameters.AddWithValue($"@{values.Length}", id);
                batch.BatchCommands.Add(command);
            }
            batch.ExecuteNonQuery();
        }
    }

    public override bool HasTable(string table) => One("select to_regclass(@0)::text", table) is not null;

    public override string Explain(DbException failure) => failure is PostgresException { SqlState: var state }
        ? state switch
        {
            PostgresErrorCodes.DiskFull => "The server's disk is full, so nothing of this load was kept. Make room and load it again.",
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => "The server was stopped in the midst of the load. Start it and load again.",
            _ => $"The server refused the load ({state}).",
        }
        : "The server went away in the midst of the load. See that it runs, then load again.";

    public override void Dispose() => _connection.Dispose();

    protected override DbConnection Connected()
    {
        if (_connection.State == ConnectionState.Open) return _connection;
        try
        {
            _connection.Open();
            // For this session whatever the server's default: a load is on disk before it is acknowledged.
            using var last = new NpgsqlCommand("set synchronous_commit = on", _connection);
            last.ExecuteNonQuery();
            return _connection;
        }
        catch (DbException e)
        {
            throw new IOException($"The store's PostgreSQL server can't be reached or refuses this user ({(e as PostgresException)?.SqlState ?? "no answer"}). Is it running, and is the connection named in authority.yaml right?", e);
        }
    }

    protected override void Prepare()
    {
        if (One("show fsync") is "off")
            throw new IOException("The store's PostgreSQL server runs with fsync = off, so a power cut could lose a load. Set it to on in postgresql.conf.");
        if (One("select current_schema()") is null)
            throw new IOException("The store's PostgreSQL user has no schema to keep tables in: create one, or name it in the connection as Search Path=…");
    }
}

/// <summary>COPY in binary form.</summary>
internal sealed class Copying(NpgsqlBinaryImporter importer) : Inserting
{
    public override void Add(params ReadOnlySpan<object?> values)
    {
        importer.StartRow();
        foreach (var value in values)
            switch (value)
            {
                case null:
                    importer.WriteNull();
                    break;
                case string text:
                    importer.Write(text, NpgsqlDbType.Text);
                    break;
                case int number:
                    importer.Write((long)number, NpgsqlDbType.Bigint);
                    break;
                case long number:
                    importer.Write(number, NpgsqlDbType.Bigint);
                    break;
                default:
                    throw new ArgumentException($"A store keeps texts and whole numbers, not {value.GetType().Name}.", nameof(values));
            }
    }

    public override void Complete() => importer.Complete();

    public override void Dispose() => importer.Dispose();
}
