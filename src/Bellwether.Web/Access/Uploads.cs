using System.Globalization;
using System.Text;
using Bellwether.Extracts;
using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>
/// Files that came through the browser and wait to be checked and accepted: each upload a folder of the home under a made-up name, readable
/// by the home's owner only, gone when it is accepted, discarded or a day old.
/// </summary>
internal sealed class Uploads(Home home, TimeProvider time)
{
    private const int LongestName = 100;

    private readonly string _folder = Path.Combine(home.Folder, "uploads");
    private (string Id, string Said, Extract Extract)? _read;

    /// <summary>A folder for what is still coming in; emptied of what an earlier process left there.</summary>
    public static string Incoming(Home home)
    {
        var folder = Path.Combine(home.Folder, "uploads", "incoming");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        return Make(folder);
    }

    /// <summary>Keeps files; the upload's id.</summary>
    /// <param name="files">Name as sent, and content; names decide nothing and are only shown.</param>
    public async Task<string> KeepAsync(IEnumerable<(string Name, Func<Stream> Open)> files, CancellationToken cancel)
    {
        Tidy();
        var id = Guid.NewGuid().ToString("N");
        var folder = Make(Path.Combine(_folder, id));
        var options = OwnerOnly.Opening(FileMode.CreateNew);
        try
        {
            foreach (var (name, open) in files)
            {
                await using var to = new FileStream(Path.Combine(folder, Named(folder, name)), options);
                await using var from = open();
                await from.CopyToAsync(to, cancel);
            }
            return id;
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Reads an upload as one extract; null where there is none of that id.</summary>
    /// <param name="id">The upload's id.</param>
    /// <param name="yes">Codes that count as answered with yes.</param>
    public Extract? Read(string id, IReadOnlyList<string> yes)
    {
        if (FolderOf(id) is not { } folder) return null;
        // What was read before a heading or word got its meaning is read again.
        var said = string.Join(' ', [.. yes.Order(StringComparer.Ordinal), .. home.Mappings.InForce.Select(l => $"{l.Source}|{l.List}|{l.Found}|{l.Means}"), .. home.Answers.Select(a => $"{a.Source}|{a.Code}")]);
        if (_read is { } read && read.Id == id && read.Said == said) return read.Extract;
        var extract = home.Read([.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)], null, yes: yes);
        _read = (id, said, extract);
        return extract;
    }

    /// <summary>Loads an upload whose questions are all answered with yes, and keeps the answers; null where there is none, or a question is open.</summary>
    /// <param name="id">The upload's id.</param>
    /// <param name="yes">Codes answered with yes.</param>
    /// <param name="who">Who answers.</param>
    public LoadResult? Accept(string id, IReadOnlyList<string> yes, string who)
    {
        if (Read(id, yes) is not { IsRejected: false } extract) return null;
        var questions = home.Questions(extract);
        if (questions.Any(q => !yes.Contains(q.Code))) return null;
        home.Remember(extract, who);
        home.Agree(questions, who);
        var result = home.Load(extract, [FolderOf(id)!]);
        Discard(id);
        return result;
    }

    /// <summary>True where there is an upload of that id.</summary>
    public bool Has(string id) => FolderOf(id) is not null;

    /// <summary>Takes an upload away.</summary>
    public void Discard(string id)
    {
        if (FolderOf(id) is { } folder) Directory.Delete(folder, recursive: true);
        if (_read?.Id == id) _read = null;
    }

    private string? FolderOf(string id) =>
        Guid.TryParseExact(id, "N", out _) && Path.Combine(_folder, id.ToLowerInvariant()) is var folder && Directory.Exists(folder) ? folder : null;

    private void Tidy()
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var old in Directory.EnumerateDirectories(_folder).Where(d => Path.GetFileName(d) != "incoming" && Directory.GetCreationTimeUtc(d) < time.GetUtcNow().UtcDateTime.AddDays(-1)).ToList())
            Directory.Delete(old, recursive: true);
    }

    private static string Make(string folder)
    {
        OwnerOnly.MakeFolder(folder);
        return folder;
    }

    /// <summary>A name that no file system minds and no two files share; letters, digits and the plainest marks of the one sent.</summary>
    private static string Named(string folder, string sent)
    {
        var last = sent.Split('/', '\\')[^1];
        var plain = new StringBuilder();
        foreach (var c in last) plain.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or '(' or ')' ? c : '_');
        var name = plain.ToString().Trim('.', ' ');
        if (name.Length > LongestName) name = name[^LongestName..].TrimStart('.', ' ');
        if (name.Length == 0) name = "file";
        // CON, NUL and their like are devices on Windows whatever follows the dot.
        if (Path.GetFileNameWithoutExtension(name).Length <= 4 && !name.Contains(' ', StringComparison.Ordinal)) name = "file " + name;
        for (var n = 2; File.Exists(Path.Combine(folder, name)); n++) name = string.Create(CultureInfo.InvariantCulture, $"{n} {plain.ToString().Trim('.', ' ')}");
        return name;
    }
}

/// <summary>An upload as read: what a load of it would keep, and what must be answered first.</summary>
/// <param name="Extract">Receipt and findings.</param>
/// <param name="Questions">Open ones: of what reading asks, or of what is unusual; empty where no answer would help.</param>
public sealed record CheckedUpload(Extract Extract, IReadOnlyList<Question> Questions);
