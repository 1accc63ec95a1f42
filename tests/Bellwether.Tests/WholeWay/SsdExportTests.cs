using System.Diagnostics;
using Bellwether.Example;
using Bellwether.Extracts;
using Bellwether.Tests.Example;
using Bellwether.Tests.Storage;
using Npgsql;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>tools/ssd-export on a real PostgreSQL that holds the SSD tables of the invented council.</summary>
public sealed class SsdExportTests : IDisposable
{
    private static readonly DateOnly Day = new(2024, 3, 31);
    private readonly string _folder = Worlds.Folder();

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void The_tables_come_out_as_the_folder_that_loads_to_the_same_records_and_no_name_with_them()
    {
        var (written, exported) = (Path.Combine(_folder, "written"), Path.Combine(_folder, "exported"));
        SsdFolder.Write(Worlds.Small, Day, written);
        Fill(written);
        var (code, said) = Run(exported);
        Assert.True(code == 0, said);
        Assert.Equal($"{Directory.GetFiles(written).Length} tables in {exported}", said.Trim());
        Assert.DoesNotContain("surname", File.ReadLines(Path.Combine(exported, "ssd_person.csv")).First(), StringComparison.Ordinal);
        var (before, after) = (Read(written), Read(exported));
        Assert.False(after.IsRejected, string.Join('\n', after.Findings));
        Assert.Equal(before.Receipt.Select(Line), after.Receipt.Select(Line));
        foreach (var table in before.Records.Tables)
            Assert.Equal(Rows(before, table.Kind.Name), Rows(after, table.Kind.Name));
        // Again into the same place: refused, and what is there stands.
        (code, said) = Run(exported);
        Assert.Equal((1, $"{exported} is there already. Name a new folder: nothing is overwritten."), (code, said.Trim()));
        (code, said) = Run(Path.Combine(_folder, "other"), "no_such_schema");
        Assert.Equal((1, "The schema no_such_schema holds no table ssd_… that you may read."), (code, said.Trim()));
        Assert.Equal(["exported", "written"], Directory.GetDirectories(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static string Line(ReceiptLine l) => $"{l.List} {l.Rows} {l.Loaded} {l.SetAside}";

    private static IEnumerable<string> Rows(Extract extract, string kind) =>
        Enumerable.Range(0, extract.Records.Table(kind).Count).Select(r => Extracts.RecordWords.Row(extract.Records, kind, r)).Order(StringComparer.Ordinal);

    private static Extract Read(string folder) =>
        new ExtractReader(Extracts.ExtractFolder.Kinds, Extracts.ExtractFolder.Codes, ReadingSettings.For(Bellwether.Codes.Shelf.Path())).Read([folder], Day);

    /// <summary>Tables as SSD deploys them: dates as timestamps, everything else as text; read by somebody who may only read.</summary>
    private static void Fill(string folder)
    {
        using var connection = new NpgsqlConnection(PostgresServer.Shared.Connection + ";Pooling=false");
        connection.Open();
        Do("drop schema if exists ssd_development cascade; create schema ssd_development; create table ssd_development.ssd_version_log (version_number text)");
        foreach (var file in Directory.GetFiles(folder))
        {
            var table = Path.GetFileNameWithoutExtension(file);
            var columns = File.ReadLines(file).First().Split(',');
            Do($"create table ssd_development.{table} ({string.Join(", ", columns.Select(c => $"{c} {(c.EndsWith("_date", StringComparison.Ordinal) || c.EndsWith("_dob", StringComparison.Ordinal) ? "timestamp" : "text")}"))})");
            using var copy = connection.BeginTextImport($"copy ssd_development.{table} from stdin with (format csv, header true)");
            copy.Write(File.ReadAllText(file));
        }
        Do("""
            do $$ begin if not exists (select from pg_roles where rolname = 'ssd_reader') then create role ssd_reader login; end if; end $$;
            grant usage on schema ssd_development to ssd_reader; grant select on all tables in schema ssd_development to ssd_reader;
            alter role ssd_reader set default_transaction_read_only = on
            """);

        void Do(string sql)
        {
#pragma warning disable CA2100 // Table and column names of the example.
            using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }

    private static (int Code, string Said) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(House.Checkout.Root, "tools", "ssd-export", "export-ssd.sh"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        var server = new NpgsqlConnectionStringBuilder(PostgresServer.Shared.Connection);
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGUSER"] = "ssd_reader";
        start.Environment["PGDATABASE"] = server.Database;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Result + errors);
    }
}
