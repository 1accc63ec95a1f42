using Bellwether.Extracts;

namespace Bellwether.Tests.Corpus;

/// <summary>How much more memory this process held at its height than at the start, by the kernel's count.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly Timer _timer;
    private readonly long _start = Held();
    private long _peak;

    public PeakMemory() => _timer = new Timer(_ => Look(), null, 0, 5);

    public int MegabytesMore()
    {
        Look();
        return (int)((Interlocked.Read(ref _peak) - _start) >> 20);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var held = Held();
        if (held > Interlocked.Read(ref _peak)) Interlocked.Exchange(ref _peak, held);
    }

    private static long Held() => Environment.WorkingSet;
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
