using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Bellwether.Extracts;
using Bellwether.Tests.Extracts;

namespace Bellwether.Tests.Corpus;

/// <summary>This same assembly as a process of its own, told by a variable what to do: read a folder, or play the heavy cases.</summary>
internal static class Child
{
    public const string ReadVariable = "BELLWETHER_READ_FOLDER";
    public const string PlayVariable = "BELLWETHER_PLAY_CASE";

    [ModuleInitializer]
    internal static void BeTheChild()
    {
        if (Environment.GetEnvironmentVariable(ReadVariable) is { } folder)
        {
            var extract = new ExtractReader(ExtractFolder.Kinds, ExtractFolder.Codes, ReadingSettings.For(Bellwether.Codes.Shelf.Path()))
                .Read([folder], new DateOnly(2024, 6, 30));
            Console.WriteLine(Observed.Content(extract));
            Environment.Exit(0);
        }
        if (Environment.GetEnvironmentVariable(PlayVariable) is not { } name) return;
        using var files = new CorpusFolder();
        var one = Corpus.Of(name);
        one.Write(files);
        // What was used before reading began is not the reader's.
        _ = Warmth.Read();
        GC.Collect();
        var peak = new PeakMemory();
        using var self = Process.GetCurrentProcess();
        var start = self.TotalProcessorTime;
        var seen = one.Scenario?.Invoke(files) ?? Observed.Of(files.Read(one.DataDate), []);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(Spent(self) - start).TotalSeconds:0.0}\t{peak.MegabytesMore()}\t{Manifest.Line(seen)}"));
        files.Dispose();
        Environment.Exit(0);
    }

    // Time of the processor, so that a busy machine makes no case slow.
    private static TimeSpan Spent(Process self)
    {
        self.Refresh();
        return self.TotalProcessorTime;
    }

    /// <summary>Plays a case in a process of its own, which can die alone.</summary>
    public static (string Line, decimal Seconds, int Megabytes) Play(string name)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(Child).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[PlayVariable] = name;
        start.Environment["DOTNET_gcConcurrent"] = "0";
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEnd().TrimEnd('\r', '\n').Split('\t');
        child.WaitForExit();
        return child.ExitCode == 0 && said.Length == 3
            ? (said[2], decimal.Parse(said[0], CultureInfo.InvariantCulture), int.Parse(said[1], CultureInfo.InvariantCulture))
            : ($"the process ended with {child.ExitCode}", 0, 0);
    }
}
