using System.ComponentModel;
using System.Diagnostics;

namespace Bellwether.Writers.Pdf;

/// <summary>The machine's own browser, run without a window for one page.</summary>
internal static class Chromium
{
    public const string HowToInstall =
        "PDF needs Chromium, Chrome or Edge on this machine. Debian and Ubuntu: apt-get install chromium. Windows has Edge. " +
        "Or name a browser's program in the environment variable BELLWETHER_CHROMIUM. The other files need none.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google/Chrome/Application/chrome.exe"),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Microsoft/Edge/Application/msedge.exe"),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft/Edge/Application/msedge.exe"),
    ];

    // No request leaves the machine: names resolve to nothing, and the browser's own services are off.
    private static readonly string[] Flags =
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-crash-reporter", "--disable-breakpad",
        "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", "--generate-pdf-document-outline",
        // The PDF names its maker by this; the machine it was printed on is nobody's business.
        "--user-agent=Bellwether",
    ];

    public static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("BELLWETHER_CHROMIUM");
        return (string.IsNullOrEmpty(named) ? Places : [named]).FirstOrDefault(File.Exists);
    }

    public static void Print(string program, string page, string pdf, string profile)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var flag in Flags) start.ArgumentList.Add(flag);
        // The browser refuses its sandbox to root; then the page, which is ours and has no script, runs without it.
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess) start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add("--user-data-dir=" + profile);
        start.ArgumentList.Add("--print-to-pdf=" + pdf);
        start.ArgumentList.Add(new Uri(Path.GetFullPath(page)).AbsoluteUri);
        using var process = Started(start);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            throw new BrowserException($"{program} did not print the PDF within {Patience.TotalSeconds:0} seconds. Try again when the machine is less busy.");
        }
        if (process.ExitCode != 0 || !File.Exists(pdf) || new FileInfo(pdf).Length == 0)
            throw new BrowserException($"{program} did not print the PDF (exit code {process.ExitCode}). Check that it starts on this machine and that the disk is not full, or name another browser in BELLWETHER_CHROMIUM.");
    }

    /// <summary>Removes the working folder; the browser's last process may hold it for a moment.</summary>
    public static void Remove(string work)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Directory.Delete(work, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && attempt < 20)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new BrowserException($"{start.FileName} could not be started ({e.Message}). {HowToInstall}");
        }
    }
}
