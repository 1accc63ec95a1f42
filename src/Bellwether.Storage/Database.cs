using System.Data.Common;
using System.Globalization;

namespace Bellwether.Storage;

/// <summary>
/// The one door to a database, SQLite or PostgreSQL: SQL that runs on both, parameters named in order (@0, @1 …), whole numbers as
/// 64 bits, one writer at a time, every commit on disk before it is acknowledged. One connection; not safe for two threads at once.
/// </summary>
internal abstract class Database : IDisposable
{
    /// <summary>Opens the place, made where it is missing, and brings it to the newest version.</summary>
    /// <exception cref="IOException">It can't be reached, or does not keep what it acknowledged through a power cut.</exception>
    /// <exception cref="InvalidDataException">It was written by a later Bellwether.</exception>
    public static Database Open(StorePlace place)
    {
        Database database = place.Engine == StoreEngine.Sqlite ? new SqliteDatabase(place.Connection) : new PostgresDatabase(place.Connection);
        try
        {
            database.Prepare();
            new Migrations(database, place.Engine).Run();
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A command with parameters named in order: @0, @1 …; null is the database's null.</summary>
    public DbCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Connected().CreateCommand();
#pragma warning disable CA2100 // Statements are constants of this project; values travel as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@{i}");
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    /// <summary>Runs a statement, or several that take no parameters; how many rows it touched.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first cell of the first row, or null.</summary>
    public object? One(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>The first cell of the first row as a number; 0 where there is none.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values) => Convert.ToInt64(One(sql, values), CultureInfo.InvariantCulture);

    /// <summary>
    /// Begins to write, as the only writer of the place: another one, in this process or elsewhere, waits. Nothing is kept before
    /// <see cref="Writing.Commit"/> returns, and everything after.
    /// </summary>
    public abstract Writing Write();

    /// <summary>Many rows into one table, inside a <see cref="Write"/>: a prepared command or COPY. No other command until it is completed.</summary>
    public abstract Inserting Insert(string table, params string[] columns);

    /// <summary>One statement for each of many ids, the id as its last parameter.</summary>
    public abstract void RunEach(string sql, IEnumerable<long> ids, params object[] values);

    /// <summary>True where the table is there.</summary>
    public abstract bool HasTable(string table);

    /// <summary>What a failure means, in words for whoever loads: no statement and no value of it.</summary>
    public abstract string Explain(DbException failure);

    public abstract void Dispose();

    /// <summary>An open connection.</summary>
    protected abstract DbConnection Connected();

    /// <summary>Opens the connection and checks that a commit will last.</summary>
    protected abstract void Prepare();
}

/// <summary>Which database a store lies in.</summary>
public enum StoreEngine
{
    /// <summary>A file of one machine.</summary>
    Sqlite,

    /// <summary>A server.</summary>
    PostgreSql,
}

/// <summary>Where a store lies.</summary>
/// <param name="Engine">File or server.</param>
/// <param name="Connection">Path of the file, or connection string.</param>
public sealed record StorePlace(StoreEngine Engine, string Connection)
{
    /// <summary>A SQLite file.</summary>
    public static StorePlace File(string path) => new(StoreEngine.Sqlite, path);

    /// <summary>A PostgreSQL database, by its connection string.</summary>
    public static StorePlace Server(string connection) => new(StoreEngine.PostgreSql, connection);

    /// <summary>A connection string may hold a password, so it is never printed.</summary>
    public override string ToString() => Engine == StoreEngine.Sqlite ? Connection : "PostgreSQL";
}

/// <summary>A transaction of the one writer; ends without a trace unless committed.</summary>
internal sealed class Writing(DbTransaction transaction, Action committed, IDisposable? turn) : IDisposable
{
    /// <summary>Returns once everything is on disk.</summary>
    public void Commit()
    {
        transaction.Commit();
        committed();
    }

    public void Dispose()
    {
        try { transaction.Dispose(); }
        catch (DbException) { /* The server is gone, and the transaction with it: the error that matters is under way already. */ }
        finally { turn?.Dispose(); }
    }
}

/// <summary>Rows on their way into one table.</summary>
internal abstract class Inserting : IDisposable
{
    /// <summary>One row, in the order of the columns: texts, whole numbers and nulls.</summary>
    public abstract void Add(params ReadOnlySpan<object?> values);

    /// <summary>The last row is in. Without this call none is.</summary>
    public abstract void Complete();

    public abstract void Dispose();
}

/// <summary>
/// Numbered steps from an empty database to today's. <c>NNNN-name.sql</c> runs on both engines; a step that must be said in two
/// dialects is <c>NNNN-name.sqlite.sql</c> and <c>NNNN-name.postgresql.sql</c>. A step that was shipped is never changed.
/// </summary>
internal sealed class Migrations(Database database, StoreEngine engine)
{
    public void Run()
    {
        var steps = Steps();
        // Reading first: who only opens the store waits for no writer.
        if (Version() == steps.Count) return;
        using var write = database.Write();
        database.Run("create table if not exists schema_version (version integer not null)");
        var at = Version();
        if (at > steps.Count)
            throw new InvalidDataException($"This store is at version {at}; this Bellwether knows {steps.Count}. Use the newer Bellwether.");
        for (var version = at; version < steps.Count; version++)
        {
            using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(steps[version])!);
            database.Run(reader.ReadToEnd());
            database.Run("insert into schema_version(version) values (@0)", version + 1);
        }
        write.Commit();
    }

    private int Version() => database.HasTable("schema_version") ? (int)database.Number("select coalesce(max(version), 0) from schema_version") : 0;

    private List<string> Steps()
    {
        var own = engine == StoreEngine.Sqlite ? "sqlite" : "postgresql";
        var steps = typeof(Migrations).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Where(n => n.Split('.') is [_, "sql"] || n.Split('.')[1] == own).Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < steps.Count; i++)
            if (!steps[i].StartsWith((i + 1).ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal))
                throw new InvalidOperationException($"Step {i + 1} of {own} is missing or there twice: {steps[i]}.");
        return steps;
    }
}
