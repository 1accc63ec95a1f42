using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bellwether.Storage;

/// <summary>
/// One statement prepared once, however many rows, spoken to by SQLite's own calls: a command of the library looks every parameter up by
/// name and makes a reader for each row, which took longer than the row itself.
/// </summary>
internal sealed class SqliteRows : Inserting
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly string?[] _bound;
    private byte[] _text = new byte[1024];

    /// <param name="connection">An open connection; within its transaction, if it has one.</param>
    /// <param name="sql">A statement without results, its parameters numbered from 1.</param>
    /// <exception cref="SqliteException">SQLite refuses the statement.</exception>
    public SqliteRows(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, sql, out _statement));
        _bound = new string?[raw.sqlite3_bind_parameter_count(_statement)];
    }

    /// <exception cref="SqliteException">SQLite refuses the row; no later one may be added.</exception>
    public override void Add(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) Bind(i, values[i]);
        var said = raw.sqlite3_step(_statement);
        if (said == raw.SQLITE_DONE) said = raw.sqlite3_reset(_statement);
        Check(said);
    }

    public override void Complete()
    {
        // Each row is in already.
    }

    public override void Dispose() => _statement.Dispose();

    private void Bind(int place, object? value)
    {
        // What a statement was given stays until it is given something else: the authority and the kind are the same text for every row.
        if (value is string same && ReferenceEquals(same, _bound[place])) return;
        _bound[place] = value as string;
        Check(value switch
        {
            null => raw.sqlite3_bind_null(_statement, place + 1),
            string text => BindText(place, text),
            int number => raw.sqlite3_bind_int64(_statement, place + 1, number),
            long number => raw.sqlite3_bind_int64(_statement, place + 1, number),
            _ => throw new ArgumentException($"A store keeps texts and whole numbers, not {value.GetType().Name}.", nameof(value)),
        });
    }

    private int BindText(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most) _text = new byte[most];
        return raw.sqlite3_bind_text(_statement, place + 1, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    private void Check(int said)
    {
        if (said != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(said, _connection);
    }
}
