using System.Globalization;
using System.Text;
using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Extracts.Reading;
using Bellwether.Storage;
using Bellwether.Tests.Extracts;

namespace Bellwether.Tests.Corpus;

/// <summary>Where one case of the corpus is played: its files, a home of settings beside them and a store, all gone afterwards.</summary>
internal sealed class CorpusFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bellwether-corpus-");
    private readonly List<string> _files = [];
    private Store? _store;

    public CorpusFolder()
    {
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Files);
    }

    public string Home => Path.Combine(_root.FullName, "home");

    public string Files => Path.Combine(_root.FullName, "files");

    /// <summary>What a person said yes to.</summary>
    public IReadOnlyList<string> Yes { get; set; } = [];

    /// <summary>What reads old workbooks, as it lies beside the built command line.</summary>
    public XlsWorker? Worker { get; set; } =
        XlsWorker.At(Path.Combine(House.Checkout.Root, "src", "Bellwether.Cli", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0"));

    /// <summary>The store of the case, opened at first use.</summary>
    public Store Store => _store ??= Open();

    public Store Open() => Store.Open(StorePlace.File(Path.Combine(_root.FullName, "store.db")), ExtractFolder.Codes, "997", TimeProvider.System);

    /// <summary>Everything in the folder but the store: what reading may not add to.</summary>
    public int FileCount => Directory.GetFileSystemEntries(Home).Length + Directory.GetFileSystemEntries(Files).Length;

    public CorpusFolder With(string name, byte[] bytes)
    {
        var path = Path.Combine(Files, name);
        File.WriteAllBytes(path, bytes);
        if (!_files.Contains(path)) _files.Add(path);
        return this;
    }

    /// <summary>A text file in UTF-8, each line with its end.</summary>
    public CorpusFolder With(string name, params string[] lines) => With(name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    /// <summary>A file written as a stream, for the large ones.</summary>
    public CorpusFolder Streamed(string name, Action<Stream> write)
    {
        var path = Path.Combine(Files, name);
        using (var stream = File.Create(path)) write(stream);
        _files.Add(path);
        return this;
    }

    /// <summary>A settings file of the home.</summary>
    public CorpusFolder Setting(string name, params string[] lines)
    {
        File.WriteAllLines(Path.Combine(Home, name), lines);
        return this;
    }

    public CorpusFolder Clear()
    {
        foreach (var file in _files) File.Delete(file);
        _files.Clear();
        return this;
    }

    /// <summary>The case's files as one extract.</summary>
    public Extract Read(string dataDate, ReadingLimits? limits = null)
    {
        var settings = ReadingSettings.For(Bellwether.Codes.Shelf.Path(), Home) with { Authority = "997", XlsWorker = Worker, Agreed = (_, code) => Yes.Contains(code) };
        return new ExtractReader(ExtractFolder.Kinds, ExtractFolder.Codes, limits is null ? settings : settings with { Limits = limits }).Read(
            [.. _files], dataDate.Length == 0 ? null : IsoDate.Parse(dataDate));
    }

    /// <summary>Reads and, where nothing speaks against it, loads.</summary>
    public LoadResult? Load(string dataDate) => Load(Read(dataDate));

    /// <summary>What a load of it must be answered first, where nothing was answered before.</summary>
    public IReadOnlyList<Question> Questions(Extract extract) => Store.Questions(extract, [], Bellwether.Journeys.Authority.Load(Home));

    public LoadResult? Load(Extract extract) => extract.IsRejected ? null : Store.Load(extract, Home.Length.ToString(CultureInfo.InvariantCulture));

    /// <summary>Records known in the store, of every kind.</summary>
    public int Known(int? afterLoad = null) => Store.Records(ExtractFolder.Kinds, afterLoad).Tables.Sum(t => t.Count);

    public void Dispose()
    {
        _store?.Dispose();
        _root.Delete(recursive: true);
    }
}
