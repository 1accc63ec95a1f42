using System.Globalization;
using System.Text;
using Bellwether.Calendar;

namespace Bellwether.Storage;

/// <summary>
/// A small file in the home while a load is under way, held open and gone when it ends. One that nobody holds any more is of a load that was
/// cut off, and the next start can say what became of it.
/// </summary>
internal sealed class LoadJournal : IDisposable
{
    private const string Pattern = "loading-*.txt";

    private readonly FileStream _held;
    private bool _isEnded;

    private LoadJournal(FileStream held) => _held = held;

    public static LoadJournal Begin(string home, int newest, string byteHash, DateTimeOffset now)
    {
        var held = new FileStream(Path.Combine(home, Pattern.Replace("*", Guid.NewGuid().ToString("N"), StringComparison.Ordinal)), OwnerOnly.Opening(FileMode.Create, FileAccess.ReadWrite, FileShare.None));
        held.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{newest}\n{byteHash}\n{IsoTime.Format(now)}\n")));
        held.Flush(flushToDisk: true);
        FolderEntries.Flush(home);
        return new LoadJournal(held);
    }

    /// <summary>What became of loads that ended without a word, by a crash or a power cut; empty where none did. Each is told once.</summary>
    public static string WhatHappened(string home, Store store) => string.Join(" ", Unended(home).Select(j => store.After(j.Newest, j.ByteHash) is { } kept
        ? $"The load that began on {j.When} was cut off after it was kept: it is whole, as load {kept}."
        : $"The load that began on {j.When} was cut off: nothing of it was kept. Load it again."));

    /// <summary>Journals of loads that were cut off; each is given once.</summary>
    private static IEnumerable<(int Newest, string ByteHash, string When)> Unended(string home)
    {
        foreach (var file in Directory.EnumerateFiles(home, Pattern).Order(StringComparer.Ordinal).ToList())
        {
            string[] said;
            try
            {
                using var alone = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None));
                said = alone.ReadToEnd().Split('\n');
            }
            catch (IOException) { continue; }
            File.Delete(file);
            // Cut off before the journal itself was whole: nothing of the load had begun.
            if (said.Length < 4 || !IsoTime.TryParse(said[2], out var when)) continue;
            yield return (int.Parse(said[0], CultureInfo.InvariantCulture), said[1],
                $"{EnglishDate.Format(LondonTime.DateOf(when))} at {when.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC");
        }
    }

    /// <summary>The load ended: there is nothing to say at the next start.</summary>
    public void End() => _isEnded = true;

    /// <summary>Leaves the file where the load did not end well: whether it was kept, the next start looks up.</summary>
    public void Dispose()
    {
        _held.Dispose();
        if (_isEnded) File.Delete(_held.Name);
    }
}
