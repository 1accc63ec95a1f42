using System.Diagnostics;
using Bellwether.Extracts;

namespace Bellwether.Tests.Corpus;

/// <summary>
/// How much more memory this process held at its height than at the start, by the kernel's own count. No timer looks: the child plays its case
/// while its module is being initialised, and whatever runs beside it would wait for that.
/// </summary>
internal sealed class PeakMemory
{
    private readonly long _start = Environment.WorkingSet;

    public PeakMemory()
    {
        // Linux forgets the height so far when told to; elsewhere it stands, and a case seems to take no less than it does.
        if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/clear_refs", "5");
    }

    public int MegabytesMore()
    {
        using var self = Process.GetCurrentProcess();
        return (int)((self.PeakWorkingSet64 - _start) >> 20);
    }
}

/// <summary>One small reading, so that what the runtime and the shelves need is there before anything is measured.</summary>
internal static class Warmth
{
    public static Extract Read()
    {
        using var folder = new CorpusFolder();
        Files.Twins.Contacts(folder);
        return folder.Read("2024-06-30");
    }
}
