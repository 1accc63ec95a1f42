using Microsoft.Data.Sqlite;

namespace Bellwether.Web.Tests.Pages;

/// <summary>A home's SQLite store as whoever owns the file can reach it, past the product.</summary>
internal static class StoreFile
{
    /// <summary>Runs a statement; the first cell it gives, or null.</summary>
    public static object? Run(string home, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(home, "store.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
