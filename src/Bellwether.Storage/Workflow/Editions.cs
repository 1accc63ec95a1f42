using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Bellwether.Storage;

/// <summary>A file of an edition, to be written.</summary>
public sealed record EditionFile(string Name, Action<Stream> Write);

/// <summary>What an edition is.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Pack">The pack it is an edition of.</param>
/// <param name="Template">Its template.</param>
/// <param name="Scorecard">Its scorecard.</param>
/// <param name="Period">The month, 2017-06.</param>
/// <param name="Number">From 1.</param>
/// <param name="Title">As on the front.</param>
/// <param name="Classification">As written: public, staff, exempt 2.</param>
/// <param name="Meeting">Body and date; empty for none.</param>
/// <param name="PublishedOn">The day.</param>
/// <param name="PublishedBy">Who published it.</param>
/// <param name="Software">The version that wrote its files.</param>
/// <param name="Correction">Why it takes the place of the one before; empty for the first.</param>
/// <param name="Completes">The edition that these supplementary pages complete; empty for none.</param>
/// <param name="Indicators">The indicators that have a page.</param>
/// <param name="Files">Every file but this one, with the SHA-256 of its bytes.</param>
public sealed record Edition(
    string Id, string Pack, string Template, string Scorecard, string Period, int Number, string Title, string Classification, string Meeting, DateOnly PublishedOn,
    string PublishedBy, string Software, string Correction, string Completes, IReadOnlyList<string> Indicators, IReadOnlyDictionary<string, string> Files);

/// <summary>
/// The published editions of a home: folders of files, never changed, each with the hashes of what it holds. An edition is there whole or not
/// at all: it is written beside its place, every file and its name flushed to disk, and moved there in one step that is flushed too. What each
/// platform promises of that: <see cref="FolderEntries"/>.
/// </summary>
/// <param name="home">The home's folder.</param>
public sealed class Editions(string home)
{
    private const string Record = "edition.json";
    private const string Seal = "edition.sha256";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
    };

    private string Shelf => Path.Combine(home, "editions");

    /// <summary>Every edition, newest first.</summary>
    public IReadOnlyList<Edition> All() => !Directory.Exists(Shelf) ? []
        : [.. Directory.EnumerateDirectories(Shelf).Where(d => File.Exists(Path.Combine(d, Record))).Select(Read).OrderByDescending(e => e.PublishedOn).ThenByDescending(e => e.Id, StringComparer.Ordinal)];

    /// <summary>An edition; null where there is none of that id.</summary>
    public Edition? Find(string id) => IsId(id) && File.Exists(Path.Combine(Shelf, id, Record)) ? Read(Path.Combine(Shelf, id)) : null;

    /// <summary>The editions of a pack, first first; supplementary pages left out.</summary>
    public IReadOnlyList<Edition> Of(string pack) => [.. All().Where(e => e.Pack == pack && e.Completes.Length == 0).OrderBy(e => e.Number)];

    /// <summary>The path of an edition's file.</summary>
    public string PathOf(Edition edition, string file) => Path.Combine(Shelf, edition.Id, edition.Files.ContainsKey(file) ? file : throw new FileNotFoundException($"Edition {edition.Id} holds no {file}."));

    /// <summary>Writes an edition: all of it or nothing.</summary>
    /// <param name="edition">What it is; its list of files is made here.</param>
    /// <param name="files">Its files.</param>
    /// <exception cref="IOException">The disk is full or can't be written, or an edition of that id is there; nothing was published.</exception>
    public Edition Publish(Edition edition, IReadOnlyList<EditionFile> files)
    {
        if (!IsId(edition.Id)) throw new ArgumentException("An edition's id is letters, digits, hyphens and dots.", nameof(edition));
        var place = Path.Combine(Shelf, edition.Id);
        if (Directory.Exists(place)) throw new IOException($"Edition {edition.Id} is there already and is never changed. A correction is a new edition.");
        OwnerOnly.MakeFolder(Shelf);
        FolderEntries.Flush(home);
        var making = Path.Combine(Shelf, $".making-{Guid.NewGuid():N}");
        try
        {
            OwnerOnly.MakeFolder(making);
            var hashes = files.ToDictionary(f => f.Name, f => Write(Path.Combine(making, f.Name), f.Write), StringComparer.Ordinal);
            var whole = edition with { Files = hashes };
            var seal = Write(Path.Combine(making, Record), to => JsonSerializer.Serialize(to, whole, Options));
            Write(Path.Combine(making, Seal), to => to.Write(System.Text.Encoding.ASCII.GetBytes($"{seal}  {Record}\n")));
            FolderEntries.Flush(making);
            Directory.Move(making, place);
            try { FolderEntries.Flush(Shelf); }
            catch (IOException)
            {
                Directory.Move(place, making);
                throw;
            }
            return whole;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Nothing was published: {e.Message} What was begun has been taken away; make room or mend the disk, and publish again.", e);
        }
        finally
        {
            if (Directory.Exists(making)) Directory.Delete(making, recursive: true);
        }
    }

    /// <summary>What is not as it was published, a line each; nothing where all is.</summary>
    public IReadOnlyList<string> Faults(Edition edition)
    {
        var folder = Path.Combine(Shelf, edition.Id);
        var faults = new List<string>();
        var seal = Path.Combine(folder, Seal);
        if (!File.Exists(seal) || !File.ReadAllText(seal).StartsWith(HashOf(Path.Combine(folder, Record)), StringComparison.Ordinal))
            faults.Add($"{Record} is not as it was published.");
        foreach (var (name, hash) in edition.Files)
            if (!File.Exists(Path.Combine(folder, name))) faults.Add($"{name} is missing.");
            else if (HashOf(Path.Combine(folder, name)) != hash) faults.Add($"{name} is not as it was published.");
        return faults;
    }

    /// <summary>SHA-256 of a file's bytes, in hexadecimal.</summary>
    public static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static Edition Read(string folder)
    {
        using var stream = File.OpenRead(Path.Combine(folder, Record));
        try { return JsonSerializer.Deserialize<Edition>(stream, Options) ?? throw new InvalidDataException("empty"); }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"{Path.GetFileName(folder)}/{Record} can't be read: it was changed or damaged. Bring it back from a backup.", e);
        }
    }

    /// <summary>Written, flushed to the disk itself, and closed to writers; the hash is of what the disk gives back.</summary>
    private static string Write(string file, Action<Stream> write)
    {
        using (var stream = new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead);
        return HashOf(file);
    }

    private static bool IsId(string id) => id.Length is > 0 and < 200 && id[0] != '.' && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
