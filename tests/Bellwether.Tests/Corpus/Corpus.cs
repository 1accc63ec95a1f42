using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Tests.Corpus.Files;

namespace Bellwether.Tests.Corpus;

/// <summary>All cases of the corpus of bad inputs, and how one is played.</summary>
internal static class Corpus
{
    /// <summary>How many cases the reference names: reliability-security.md section 5.</summary>
    public const int Size = 138;

    /// <summary>The families of that section; W, J and A are of formats that it does not name.</summary>
    public const string Families = "ZSVDPCXBO";

    public static IReadOnlyList<CorpusCase> All { get; } =
    [
        .. ZipCases.All, .. SheetCases.All, .. ValueCases.All, .. DateCases.All, .. PersonCases.All, .. CsvCases.All, .. XmlCases.All,
        .. SetCases.All, .. ExportCases.All, .. OldBookCases.All, .. JsonCases.All, .. ArchiveCases.All,
    ];

    public static CorpusCase Of(string name) => All.Single(c => c.Name == name);

    /// <summary>Plays a case: loads its twin, reads its files, loads them where nothing speaks against it.</summary>
    public static Observed Play(CorpusCase one)
    {
        using var folder = new CorpusFolder();
        if (one.Scenario is { } scenario) return scenario(folder);
        var twin = one.Twin is null || one.Heavy ? null : LoadTwin(one, folder);
        var before = twin is null ? 0 : folder.Known();
        one.Write(folder);
        var files = folder.FileCount;
        var extract = folder.Read(one.DataDate);
        if (folder.FileCount != files) throw new InvalidOperationException($"{one.Name}: reading left files behind.");
        var more = one.Journeys ? Bellwether.Journeys.Journeys.Build(extract.Records, Extracts.ExtractFolder.Codes, Bellwether.Journeys.Authority.Unnamed, extract.DataDate).Findings : [];
        var seen = Observed.Of(extract, more);
        if (one.Heavy) return seen;
        // The twin is what came before, whatever its day: that a file of the same day takes its place is B03's matter.
        var asked = extract.IsRejected ? [] : folder.Questions(extract).Where(q => !q.Code.StartsWith("reissue:", StringComparison.Ordinal)).ToList();
        if (asked.Count > 0) seen = seen with { Outcome = "asked", Findings = [.. asked.Select(q => q.Code), .. seen.Findings] };
        else folder.Load(extract);
        // What is asked while reading must be settled by its answer: the records are then the twin's.
        if (extract.IsRejected && seen.Outcome == "asked")
        {
            folder.Yes = [.. extract.Findings.Where(f => f.Choices.Count > 0).Select(f => f.Choices[0].Code)];
            return seen with { Known = string.Create(CultureInfo.InvariantCulture, $"{before}>{folder.Known()}"), Twin = Observed.Content(folder.Read(one.DataDate)) == Observed.Content(twin!) ? "same" : "differs" };
        }
        return seen with
        {
            Known = string.Create(CultureInfo.InvariantCulture, $"{before}>{folder.Known()}"),
            Twin = twin is null || extract.IsRejected ? "" : Observed.Content(extract) == Observed.Content(twin) ? "same" : "differs",
        };
    }

    private static Extract LoadTwin(CorpusCase one, CorpusFolder folder)
    {
        one.Twin!(folder);
        var twin = folder.Read(one.DataDate);
        if (twin.Findings.Count > 0) throw new InvalidOperationException($"{one.Name}: the twin is not clean: {twin.Findings[0]}");
        var day = one.DataDate.Length == 0 ? "" : IsoDate.Format(IsoDate.Parse(one.DataDate).AddDays(-1));
        folder.Load(folder.Read(day));
        folder.Clear();
        return twin;
    }
}
