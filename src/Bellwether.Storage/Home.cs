using System.Security.Cryptography;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;
using Bellwether.Scorecards;

namespace Bellwether.Storage;

/// <summary>
/// A home: the one folder a council backs up and takes to the next version. Settings and local definitions are plain files in it;
/// the store lies beside them. Nothing of theirs lies elsewhere.
/// </summary>
public sealed class Home : IDisposable
{
    private const string KeyFile = "places.key";

    private readonly TimeProvider _time;
    private Store? _store;
    private AuditLog? _audit;

    private Home(string folder, TimeProvider time)
    {
        Folder = Path.GetFullPath(folder);
        _time = time;
        Kinds = RecordKinds.Load(Shelf.Path(), Path.Combine(Folder, "definitions"));
        Codes = CodeLists.Load(Path.Combine(Shelf.Path(), "codes"), Path.Combine(Folder, "definitions", "codes"));
        Authority = Authority.Load(Folder);
        _ = Commitments;
    }

    /// <summary>Full path.</summary>
    public string Folder { get; }

    /// <summary>Shipped record kinds and the home's own.</summary>
    public RecordKinds Kinds { get; }

    /// <summary>Shipped code lists and the home's own.</summary>
    public CodeLists Codes { get; }

    /// <summary>Name, teams, districts, populations.</summary>
    public Authority Authority { get; private set; }

    /// <summary>Targets, owners, milestones, change points, forecasts: read anew each time, for people edit them while the home is open.</summary>
    public Commitments Commitments => Commitments.Load(Folder);

    /// <summary>The store, opened at first use.</summary>
    public Store Store => _store ??= Store.Open(StoreSettings.Of(Folder), Codes, Authority.LaCode, _time);

    /// <summary>Who was shown what of which children, who was refused, who changed what.</summary>
    public AuditLog Audit => _audit ??= Store.AuditUnder(Key());

    /// <summary>The version of the software, as editions and entries of the audit log name it: "Bellwether 0.1.0".</summary>
    public static string Software { get; } = $"Bellwether {typeof(Home).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>True where the folder is a home.</summary>
    public static bool IsHome(string folder) => File.Exists(Path.Combine(folder, "authority.yaml"));

    /// <summary>Opens a home.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is no home: it has no authority.yaml.</exception>
    /// <exception cref="ShelfException">A settings file is not as it should be; file and line are named.</exception>
    public static Home Open(string folder, TimeProvider time)
    {
        if (!IsHome(folder))
            throw new DirectoryNotFoundException(
                $"{folder} is not a Bellwether home: it has no authority.yaml. Make one with: bellwether init --home {folder} --name NAME --la-code NNN");
        return new Home(folder, time);
    }

    /// <summary>Makes a home from the shipped start, for its owner's eyes only.</summary>
    /// <exception cref="IOException">The folder is a home already.</exception>
    public static void Create(string folder, string name, string laCode)
    {
        if (IsHome(folder)) throw new IOException($"{folder} is a home already; nothing was changed.");
        var start = StartFolder();
        OwnerOnly.MakeFolder(folder);
        OwnerOnly.Take(folder);
        foreach (var file in Directory.EnumerateFiles(start, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(start, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: false);
        }
        var settings = Path.Combine(folder, "authority.yaml");
        var lines = File.ReadAllLines(settings).Select(l =>
            l.StartsWith("name:", StringComparison.Ordinal) ? $"name: {Quoted(name)}"
            : l.StartsWith("la_code:", StringComparison.Ordinal) ? $"la_code: {Quoted(laCode)}" : l);
        File.WriteAllLines(settings, lines);
    }

    /// <summary>SHA-256 over the files' bytes in the order given, for the load's record.</summary>
    public static string ByteHash(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The journeys as known after a load; after the newest where none is named.</summary>
    public Journeys.Journeys Journeys(int? afterLoad = null) =>
        Bellwether.Journeys.Journeys.Build(Store.Records(Kinds, afterLoad), Codes, Authority);

    /// <summary>Everything there is to read, as known after a load; after the newest where none is named.</summary>
    public Knowledge AsKnown(int? afterLoad = null)
    {
        var journeys = Journeys(afterLoad);
        var catalogue = Catalogue();
        return new Knowledge(journeys, new Performance(new Figures(journeys, catalogue), catalogue, Commitments, journeys.Values));
    }

    /// <summary>The shipped definitions and the home's own, bound.</summary>
    public Catalogue Catalogue() =>
        Indicators.Definitions.Catalogue.Load(Shelf.Path(), Path.Combine(Folder, "definitions"), Kinds, Codes);

    /// <summary>Reads extracts with the home's settings and answers; nothing is kept.</summary>
    /// <param name="paths">Files and folders: one extract.</param>
    /// <param name="dataDate">Null to work it out.</param>
    /// <param name="progress">Told now and then how far reading has come.</param>
    /// <param name="yes">Codes that count as answered with yes this once.</param>
    public Extract Read(IReadOnlyList<string> paths, DateOnly? dataDate, IProgress<ReadingProgress>? progress = null, IReadOnlyCollection<string>? yes = null)
    {
        var answers = Answers;
        return new ExtractReader(Kinds, Codes, ReadingSettings.For(Shelf.Path(), Folder) with
        {
            Key = Key(),
            Authority = Authority.LaCode,
            Stored = new StoredKeys(Store).Find,
            Agreed = (source, code) => yes?.Contains(code) == true || answers.Any(a => a.Source == source && a.Code == code),
        }).Read(paths, dataDate, progress);
    }

    /// <summary>Reads extracts with the shipped settings alone.</summary>
    public static Extract ReadWithoutHome(IReadOnlyList<string> paths, DateOnly? dataDate, IProgress<ReadingProgress>? progress = null) =>
        new ExtractReader(RecordKinds.Load(Shelf.Path()), CodeLists.Load(Path.Combine(Shelf.Path(), "codes")), ReadingSettings.For(Shelf.Path()))
            .Read(paths, dataDate, progress);

    /// <summary>
    /// What a person must answer before this extract can be loaded, first what reading it asks, then what is unusual; empty where answers.csv says
    /// yes already, and where no answer would help.
    /// </summary>
    public IReadOnlyList<Question> Questions(Extract extract) => Questions(extract, []);

    private IReadOnlyList<Question> Questions(Extract extract, IReadOnlyList<Question> passed) =>
        extract.IsRejected ? Question.Of(extract) : Store.Questions(extract, [.. Answers, .. passed.Select(q => new Answer(q.Source, q.Code, q.Least, Today))], Authority);

    /// <summary>Every rule that was set by answering a question, in the order set.</summary>
    public IReadOnlyList<Answer> Answers => AnswersFile.Read(Folder);

    /// <summary>
    /// Answers questions with yes, from now on for their sources; an answer that chose otherwise before is taken back. Ids said to be one
    /// child go into merged_ids.csv.
    /// </summary>
    /// <param name="who">Who answers.</param>
    public void Agree(IEnumerable<Question> questions, string who)
    {
        var agreed = questions.ToList();
        var given = agreed.Select(q => new Answer(q.Source, q.Code, q.Least, Today, who)).ToList();
        if (given.Count > 0) AnswersFile.Write(Folder, Answers.Where(a => !given.Exists(a.IsOfSameQuestion)).Concat(given));
        if (!agreed.Exists(q => q.Merges.Count > 0)) return;
        MergedIdsFile.Add(Folder, [.. agreed.SelectMany(q => q.Merges)]);
        Authority = Authority.Load(Folder);
    }

    /// <summary>Keeps what a person decided while an extract was read: answers, and lines of columns.csv.</summary>
    /// <param name="extract">As read with the yeses.</param>
    /// <param name="who">Who decided.</param>
    public void Remember(Extract extract, string who)
    {
        var known = Answers;
        Agree(extract.Decided.Where(d => !known.Any(a => a.Source == d.Source && a.Code == d.Code)).Select(d => new Question(d.Code, d.Source, "", 0)), who);
        foreach (var line in extract.Mapped) MappingFile.Add(Folder, line with { SaidOn = Today, SaidBy = who });
    }

    private DateOnly Today => LondonTime.DateOf(_time.GetUtcNow());

    /// <summary>The council's own headings and words.</summary>
    public Mappings Mappings => new(this, _time);

    /// <summary>Takes a rule back: the next such load is asked about again.</summary>
    public void Forget(string source, string code) => AnswersFile.Write(Folder, Answers.Where(a => a.Source != source || a.Code != code));

    /// <summary>Loads an extract that was read from those paths: all of it or nothing.</summary>
    /// <param name="passed">Questions that this one load passes over unanswered.</param>
    /// <exception cref="UnansweredException">A question stands open.</exception>
    public LoadResult Load(Extract extract, IReadOnlyList<string> paths, IReadOnlyList<Question>? passed = null)
    {
        if (Questions(extract, passed ?? []) is { Count: > 0 } open) throw new UnansweredException(open);
        var hash = ByteHash(ExtractReader.Files(paths));
        using var journal = LoadJournal.Begin(Folder, Store.NewestLoad(), hash, _time.GetUtcNow());
        var result = Store.Load(extract, hash, Authority);
        journal.End();
        return result;
    }

    /// <summary>What became of loads that ended without a word, by a crash or a power cut; empty where none did. Each is told once.</summary>
    public string WhatHappened() => LoadJournal.WhatHappened(Folder, Store);

    /// <summary>What changed from one load to another, and what that did to each line of the home's scorecard.</summary>
    /// <param name="from">0 for before anything was known; null for the load before <paramref name="to"/>.</param>
    /// <param name="to">Null for the newest.</param>
    /// <param name="known">Gives what was known after a load, where the caller keeps it ready; null to work it out.</param>
    /// <exception cref="ArgumentException">There is no such load, or the earlier is not the earlier.</exception>
    public LoadDifference Difference(int? from = null, int? to = null, Func<int, Knowledge>? known = null)
    {
        var loads = Store.Loads().Select(l => l.Id).ToList();
        var last = to ?? loads.LastOrDefault();
        var first = from ?? loads.LastOrDefault(l => l < last);
        if (last == 0) throw new ArgumentException("Nothing has been loaded yet.");
        foreach (var asked in new[] { first, last })
            if (asked != 0 && !loads.Contains(asked)) throw new ArgumentException($"There is no load {asked}. There are {string.Join(", ", loads.TakeLast(20))}.");
        if (first >= last) throw new ArgumentException($"Load {first} is not before load {last}.");
        return Differences.Of(this, first, last, known ?? (load => AsKnown(load)));
    }

    /// <summary>Findings by code and kind, with the lines of the home's scorecard they touch and by how much at most.</summary>
    /// <param name="known">What is known, where the caller keeps it ready; null for the newest.</param>
    public IReadOnlyList<FindingGroup> Group(IEnumerable<Finding> findings, Knowledge? known = null)
    {
        var performance = (known ?? AsKnown()).Performance;
        return FindingEffects.Of(findings, performance, performance.Catalogue.ScorecardOrFirst(Authority.Scorecard));
    }

    /// <summary>The newest load recorded by the close of a day in London; 0 where there is none.</summary>
    public int LoadKnownOn(DateOnly day) =>
        Store.Loads().LastOrDefault(l => LondonTime.DateOf(l.LoadedAt) <= day)?.Id ?? 0;

    public void Dispose() => _store?.Dispose();

    /// <summary>The home's own key, made at first use and readable by its owner only.</summary>
    private byte[] Key()
    {
        var file = Path.Combine(Folder, KeyFile);
        if (!File.Exists(file))
        {
            using var made = new StreamWriter(file, OwnerOnly.Opening(FileMode.CreateNew));
            made.WriteLine(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }
        return Convert.FromHexString(File.ReadAllText(file).Trim());
    }

    private static string StartFolder()
    {
        var start = Path.Combine(Path.GetDirectoryName(Shelf.Path())!, "authorities", "example");
        return Directory.Exists(start) ? start : throw new DirectoryNotFoundException("The folder authorities/example is missing beside definitions.");
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

/// <summary>A home as known at one time.</summary>
public sealed record Knowledge(Journeys.Journeys Journeys, Performance Performance);
