namespace Bellwether.Tests.Storage.Crash;

/// <summary>
/// The files of a folder as a power cut may leave them: what was flushed is there, and of what was written since, any part. Each such write
/// is lost, there, or torn between sectors of 512 bytes, whatever became of the others; a hole that no write filled holds zeros or rubbish.
/// </summary>
internal sealed class DiskStates
{
    private const int Sector = 512;

    private readonly Dictionary<string, File> _files = new(StringComparer.Ordinal);

    /// <summary>Takes note of a step that is about to be done.</summary>
    public void See(Doing what, string file, long at, ReadOnlySpan<byte> bytes)
    {
        // A file made anew under a name that went is another file.
        if (!_files.TryGetValue(file, out var one) || (one.IsGone && what != Doing.Delete)) _files[file] = one = new File();
        switch (what)
        {
            case Doing.Write: one.Since.Add(new Step(at, bytes.ToArray())); break;
            case Doing.Truncate: one.Since.Add(new Step(at, null)); break;
            case Doing.Sync: one.Flush(); break;
            // That a name goes is one more thing a cut may lose, unless the folder is flushed with it.
            case Doing.Delete when at != 0: _files.Remove(file); break;
            default: one.IsGone = true; break;
        }
    }

    /// <summary>Writes a state the disk may be in, if the power went now.</summary>
    /// <returns>How many writes since the last flush it lost or tore.</returns>
    public int Leave(string folder, Random chance)
    {
        var hurt = 0;
        foreach (var (name, file) in _files)
        {
            if (file.IsGone && chance.Next(2) == 0) continue;
            var bytes = new List<byte>(file.Flushed);
            foreach (var step in file.Since)
                hurt += Apply(bytes, step, chance);
            System.IO.File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(name)), [.. bytes]);
        }
        return hurt;
    }

    private static int Apply(List<byte> to, Step step, Random chance)
    {
        var fate = chance.Next(4);
        if (fate == 0) return 1;
        if (step.Bytes is not { } bytes)
        {
            if (to.Count > step.At) to.RemoveRange((int)step.At, to.Count - (int)step.At);
            return 0;
        }
        var end = (int)step.At + bytes.Length;
        var rubbish = chance.Next(2) == 0;
        while (to.Count < end) to.Add(rubbish ? (byte)chance.Next(256) : (byte)0);
        var lost = false;
        for (var at = (int)step.At; at < end;)
        {
            var next = Math.Min(end, (at / Sector + 1) * Sector);
            if (fate == 1 && chance.Next(2) == 0) lost = true;
            else for (var i = at; i < next; i++) to[i] = bytes[i - (int)step.At];
            at = next;
        }
        return lost ? 1 : 0;
    }

    private sealed record Step(long At, byte[]? Bytes);

    private sealed class File
    {
        public List<byte> Flushed { get; } = [];

        public List<Step> Since { get; } = [];

        public bool IsGone { get; set; }

        public void Flush()
        {
            foreach (var step in Since)
                if (step.Bytes is { } bytes)
                {
                    while (Flushed.Count < step.At + bytes.Length) Flushed.Add(0);
                    for (var i = 0; i < bytes.Length; i++) Flushed[(int)step.At + i] = bytes[i];
                }
                else if (Flushed.Count > step.At) Flushed.RemoveRange((int)step.At, Flushed.Count - (int)step.At);
            Since.Clear();
        }
    }
}
