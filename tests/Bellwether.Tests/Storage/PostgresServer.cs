using System.Diagnostics;
using Npgsql;
using Xunit;

namespace Bellwether.Tests.Storage;

/// <summary>
/// A PostgreSQL server of this test run alone: made in a temporary folder, reached by a socket in it and by no network, gone with the
/// run. It hangs on a pipe of this process, so that it stops however the run ends.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    private const string Guard =
        """
        postgres="$1"; place="$2"
        "$postgres" -D "$place/data" -k "$place" -c listen_addresses= -c max_connections=60 >"$place/log" 2>&1 </dev/null & server=$!
        while read -r word; do
          case "$word" in
            immediate) kill -QUIT $server; wait $server; "$postgres" -D "$place/data" -k "$place" -c listen_addresses= -c max_connections=60 >>"$place/log" 2>&1 </dev/null & server=$! ;;
          esac
        done
        kill -INT $server; wait $server; rm -rf "$place"
        """;

    private static readonly Lazy<PostgresServer> Run = new(() =>
    {
        var server = new PostgresServer();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    });

    private readonly string _folder;
    private readonly Process _guard;
    private int _schemas;

    public PostgresServer()
    {
        var programs = Programs();
        _folder = Directory.CreateTempSubdirectory("bw-pg-").FullName;
        if (Environment.IsPrivilegedProcess) Must("chown", "postgres", _folder);
        Must([.. AsServer, Path.Combine(programs, "initdb"), "-D", Path.Combine(_folder, "data"), "-U", "bellwether", "--auth=trust", "--no-sync", "--data-checksums", "-E", "UTF8", "--locale=C"]);
        string[] guard = [.. AsServer, "sh", "-c", Guard, "guard", Path.Combine(programs, "postgres"), _folder];
        _guard = Process.Start(new ProcessStartInfo(guard[0], guard[1..]) { RedirectStandardInput = true, WorkingDirectory = "/" })!;
        WaitUntilUp();
    }

    /// <summary>The server that the tests of a run share.</summary>
    public static PostgresServer Shared => Run.Value;

    public string Connection => $"Host={_folder};Username=bellwether;Database=postgres";

    /// <summary>A schema of its own for one test.</summary>
    public string NewSchema()
    {
        var schema = $"t{Interlocked.Increment(ref _schemas)}";
        Do($"create schema {schema}");
        return $"{Connection};Search Path={schema}";
    }

    /// <summary>Runs a statement as the server's owner.</summary>
    public void Do(string sql)
    {
        using var connection = new NpgsqlConnection(Connection + ";Pooling=false");
        connection.Open();
#pragma warning disable CA2100 // Constants of these tests.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Stops the server as a power cut would, without a word to anybody, and starts it again.</summary>
    public void StopAtOnceAndStart()
    {
        _guard.StandardInput.WriteLine("immediate");
        _guard.StandardInput.Flush();
        WaitUntilUp();
    }

    public void WaitUntilUp()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                Do("select 1");
                return;
            }
            catch (NpgsqlException) when (tries < 600) { Thread.Sleep(50); }
        }
    }

    public void Dispose()
    {
        _guard.StandardInput.Close();
        if (!_guard.WaitForExit(TimeSpan.FromSeconds(20))) _guard.Kill(entireProcessTree: true);
        _guard.Dispose();
    }

    /// <summary>PostgreSQL refuses to run as root; Debian's package brings a user for it.</summary>
    private static string[] AsServer => Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    private static string Programs()
    {
        string[] places = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'),
            .. Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(v => Path.Combine(v, "bin")) : []];
        if (places.FirstOrDefault(p => File.Exists(Path.Combine(p, "initdb")) && File.Exists(Path.Combine(p, "postgres"))) is { } place) return place;
        Assert.Fail("PostgreSQL is not installed, and the store must hold on it too. Run ./dev setup, or: sudo apt-get install postgresql");
        return "";
    }

    private static void Must(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) Assert.Fail($"{string.Join(' ', command)} ended with {process.ExitCode}: {said.Result}{complained}");
    }
}
