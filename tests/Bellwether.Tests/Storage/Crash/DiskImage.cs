using System.Diagnostics;

namespace Bellwether.Tests.Storage.Crash;

/// <summary>
/// A disk that is a file: ext4 on a loop device, or a small disk in memory. A copy of the file is what a power cut at that moment would leave:
/// whatever the file system had not been made to write is not in it. Only root may, and not in every container.
/// </summary>
internal sealed class DiskImage : IDisposable
{
    private readonly string? _image;

    private DiskImage(string place, string? image) => (Place, _image) = (place, image);

    /// <summary>Where it is mounted.</summary>
    public string Place { get; }

    /// <summary>True where this machine lets us mount.</summary>
    public static bool IsPermitted { get; } = Try();

    /// <summary>A new disk with a file system on it.</summary>
    public static DiskImage New(string folder, int megabytes)
    {
        var image = Path.Combine(folder, "disk.img");
        using (var file = File.Create(image)) file.SetLength((long)megabytes << 20);
        Do("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,nodiscard", image);
        return Mount(image, Path.Combine(folder, "disk"));
    }

    /// <summary>A disk in memory of so many kilobytes.</summary>
    public static DiskImage Small(string place, int kilobytes)
    {
        Directory.CreateDirectory(place);
        Do("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", place);
        return new DiskImage(place, null);
    }

    /// <summary>The disk as it would be found if the power went now, mounted beside.</summary>
    public DiskImage AfterPowerCut(string folder)
    {
        var copy = Path.Combine(folder, "cut.img");
        Do("cp", "--sparse=always", _image!, copy);
        return Mount(copy, Path.Combine(folder, "cut"));
    }

    public void Dispose()
    {
        // Something of the system may look in for a moment.
        for (var tries = 0; Run("umount", Place) != 0 && tries < 50; tries++) Thread.Sleep(100);
        Directory.Delete(Place);
        if (_image is not null) File.Delete(_image);
    }

    private static DiskImage Mount(string image, string place)
    {
        Directory.CreateDirectory(place);
        Do("mount", "-o", "loop", image, place);
        return new DiskImage(place, image);
    }

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return false;
        var folder = Directory.CreateTempSubdirectory("bellwether-disk-");
        try
        {
            using (New(folder.FullName, 4)) return true;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception) { return false; }
        finally { folder.Delete(recursive: true); }
    }

    private static void Do(string program, params string[] words)
    {
        if (Run(program, words) is not 0 and var code) throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {code}.");
    }

    private static int Run(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
