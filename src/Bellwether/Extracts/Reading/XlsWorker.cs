using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// Old workbooks (.xls) are read by another process, so that a damaged one can take down no more than that: it gets the file on its input,
/// gives the cells on its output (<see cref="XlsCells"/>), may use only so much memory and time, and leaves nothing on the disk.
/// </summary>
/// <param name="Program">What is started.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Time">After this it is stopped.</param>
/// <param name="MemoryBytes">What its values may take at most.</param>
public sealed record XlsWorker(string Program, IReadOnlyList<string> Arguments, TimeSpan Time, long MemoryBytes)
{
    /// <summary>The verb of the command line that is the worker.</summary>
    public const string Verb = "read-xls";

    private const string Assembly = "Bellwether.Cli";

    /// <summary>The worker that lies beside the running program; null where there is none: then an .xls is rejected.</summary>
    public static XlsWorker? Beside() => At(AppContext.BaseDirectory);

    /// <summary>The worker in a folder; null where there is none.</summary>
    public static XlsWorker? At(string folder)
    {
        var program = Path.Combine(folder, Assembly + ".dll");
        if (!File.Exists(program)) return null;
        var running = Environment.ProcessPath ?? "";
        var isHost = Path.GetFileNameWithoutExtension(running).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new XlsWorker(isHost ? running : "dotnet", ["exec", program, Verb], TimeSpan.FromMinutes(1), 768L << 20);
    }

    /// <summary>The cells of a workbook, as the worker gives them.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="most">Bytes of cells at most.</param>
    /// <exception cref="FileRejectedException">The worker could not read it, or died over it.</exception>
    internal byte[] Read(FileSource file, long most)
    {
        using var process = Start();
        using var stop = new Timer(_ => Kill(process), null, Time, Timeout.InfiniteTimeSpan);
        var giving = Task.Run(() => Give(file, process));
        using var cells = new MemoryStream();
        var buffer = new byte[1 << 16];
        int got;
        while ((got = process.StandardOutput.BaseStream.Read(buffer)) > 0)
        {
            cells.Write(buffer, 0, got);
            if (cells.Length <= most) continue;
            Kill(process);
            throw new FileRejectedException("file-bomb", $"The workbook holds more than {most >> 20} MB of cells.", "Export a shorter period, or one list at a time.");
        }
        process.WaitForExit();
        giving.GetAwaiter().GetResult();
        var all = cells.ToArray();
        if (all.Length == 0 || all[^1] is not ((byte)XlsCells.End or (byte)XlsCells.Refused))
            throw new FileRejectedException("xls-worker-died",
                string.Create(CultureInfo.InvariantCulture, $"It is an old Excel workbook (.xls), and reading it failed: it is damaged, or took more than {Time.TotalSeconds:0} seconds or {MemoryBytes >> 20} MB."),
                "Open it in Excel, save it as .xlsx, and load that.");
        return all;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = MemoryBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception)
        {
            throw FileRecognition.NotATable(FileKind.Xls);
        }
    }

    private static void Give(FileSource file, Process process)
    {
        try
        {
            using var from = file.Open();
            using var to = process.StandardInput.BaseStream;
            from.CopyTo(to);
        }
        catch (IOException)
        {
            // The worker has stopped reading: its output says why.
        }
    }

    private static void Kill(Process process)
    {
        try { process.Kill(); }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
