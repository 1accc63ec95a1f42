using System.Globalization;
using System.Text;
using Bellwether.Codes;
using Bellwether.Indicators.Definitions;
using Bellwether.Tests.Journeys;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>Seeds, each with definitions of its own and journeys for every one, until a difference is found or there are no more.</summary>
/// <param name="isBrief">Stop at the first difference and leave its journeys as they are.</param>
internal sealed class Campaign(bool isBrief)
{
    private const int DefinitionsASeed = 40;
    private const int Most = 3;

    public long Compared { get; private set; }

    public int Definitions { get; private set; }

    public int Journeys { get; private set; }

    public int NotBound { get; private set; }

    /// <summary>What lint said of drawn definitions that did not bind.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>What was found, smallest journey first, ready to become a test; empty where the two agree.</summary>
    public List<string> Found { get; } = [];

    /// <summary>The definitions with one operator in the middle, then drawn ones.</summary>
    public void Drawn(int seed)
    {
        var catalogue = Draw(seed);
        foreach (var entry in catalogue.Entries.OrderBy(e => e.Definition.Id.StartsWith("drawn-", StringComparison.Ordinal)))
            if (entry.Definition.Id.StartsWith("drawn-", StringComparison.Ordinal) || entry.Definition.Id.StartsWith("operator-", StringComparison.Ordinal)) Entry(catalogue, entry, seed);
        Complaints.AddRange(catalogue.Messages.Where(m => m.Severity == Bellwether.Indicators.Language.Severity.Error && (m.At.File.Contains("drawn-", StringComparison.Ordinal) || m.At.File.Contains("operator-", StringComparison.Ordinal))).Select(m => m.Text));
        NotBound += catalogue.Entries.Count(e => e.Bound is null);
    }

    /// <summary>The definitions of the shelf, their variants and fallbacks.</summary>
    public void Shelf(Catalogue catalogue, int seed)
    {
        foreach (var entry in catalogue.Entries) Entry(catalogue, entry, seed);
    }

    private void Entry(Catalogue catalogue, CatalogueEntry entry, int seed)
    {
        foreach (var variant in entry.Variants.Keys.Append("").Concat(entry.Fallbacks.Select(f => f.Variant)))
        {
            var found = new Found(entry, variant);
            if (found.Bound is not { } bound || Found.Count >= (isBrief ? 1 : Most)) continue;
            Definitions++;
            var yardstick = new Yardstick(catalogue);
            var lengths = yardstick.LengthsOf(bound).ToList();
            var random = new Random(HashOf(entry.Definition.Id + variant, seed));
            for (var n = 0; n < 2; n++)
            {
                Journeys++;
                var ugly = new UglyJourneys(random, RecordsFixture.Kinds, RecordsFixture.Codes);
                var lines = ugly.Lines(yardstick.KindsOf(bound));
                var days = Enumerable.Range(0, 8).Select(_ => ugly.Day(lengths)).ToList();
                var dues = random.Next(4) == 0;
                if (Try(yardstick, found, lines, days, dues) is not { } difference) continue;
                Found.Add(isBrief ? $"seed {seed}, {entry.Definition.Id}{(variant.Length > 0 ? "/" + variant : "")}: {difference}" : Smallest(yardstick, found, lines, days, dues, difference, seed));
                break;
            }
            Compared += yardstick.Compared;
        }
    }

    private static string? Try(Yardstick yardstick, Found found, IReadOnlyList<string> lines, IReadOnlyList<DateOnly> days, bool dues)
    {
        try { return yardstick.Difference(found, found.Bound!, lines, days, dues); }
        catch (Exception e) when (e is not OutOfMemoryException) { return $"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n')[0]}"; }
    }

    /// <summary>Takes records and days away while a difference is left.</summary>
    private static string Smallest(Yardstick yardstick, Found found, List<string> lines, List<DateOnly> days, bool dues, string difference, int seed)
    {
        for (var size = Math.Max(1, lines.Count / 2); size >= 1; size = size == 1 ? 0 : size / 2)
        {
            for (var from = 0; from < lines.Count;)
            {
                var fewer = lines.Where((_, n) => n < from || n >= from + size).ToList();
                if (fewer.Count < lines.Count && fewer.Count > 0 && Try(yardstick, found, fewer, days, dues) is { } still) (lines, difference) = (fewer, still);
                else from += size;
            }
        }
        foreach (var day in days.ToList())
            if (Try(yardstick, found, lines, [day], dues) is { } still)
            {
                (days, difference) = ([day], still);
                break;
            }
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"seed {seed}, {found.Name}: {difference}");
        foreach (var (key, written) in found.Entry.Definition.Written) text.AppendLine(CultureInfo.InvariantCulture, $"  {key}: {written}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  per {found.Bound!.Per}, running as found {found.Bound.RunningAsFound}, days {string.Join(", ", days.Select(UglyJourneys.Written))}");
        foreach (var line in lines) text.AppendLine("  " + line);
        text.AppendLine("  as an example: " + Told(lines));
        return text.ToString();
    }

    /// <summary>The records of one child as an example in a definition would tell them; links follow the record told before.</summary>
    private static string Told(IEnumerable<string> lines) => string.Join("; ", lines.Select(line => line.Split(" | ")).Select(parts =>
    {
        var kind = RecordsFixture.Kinds[parts[0]];
        var fields = parts[2].Split("; ").Select(f => f.Split('=')).Where(f => f[0] != "key" && kind.Fields[kind.IndexOf(f[0])].Type != FieldType.Link)
            .Select(f => $"{f[0]} {(f[1] == "?" ? "unknown" : f[1] == "-" ? "none" : f[1])}");
        return $"{(kind.Name == "people" ? "child" : (kind.Called.Count > 0 ? kind.Called[0] : kind.Name))} {string.Join(' ', fields)}";
    }));

    private static Catalogue Draw(int seed)
    {
        var home = Directory.CreateTempSubdirectory("bellwether-drawn");
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(home.FullName, "indicators")).FullName;
            var shelf = Catalogue.Load(Bellwether.Codes.Shelf.Path(), null, RecordsFixture.Kinds, RecordsFixture.Codes);
            for (var n = 0; n < DefinitionsASeed; n++)
                System.IO.File.WriteAllText(Path.Combine(folder, $"drawn-{n:00}.yaml"), new DrawnDefinitions(new Random((seed * 1000) + n), shelf.Kinds, RecordsFixture.Codes).One($"drawn-{n:00}"));
            for (var n = 0; n < OperatorDefinitions.All.Length; n++)
                System.IO.File.WriteAllText(Path.Combine(folder, $"operator-{n:00}.yaml"), OperatorDefinitions.File($"operator-{n:00}", OperatorDefinitions.All[n]));
            return Catalogue.Load(Bellwether.Codes.Shelf.Path(), home.FullName, RecordsFixture.Kinds, RecordsFixture.Codes);
        }
        finally
        {
            home.Delete(true);
        }
    }

    private static int HashOf(string text, int seed) => text.Aggregate(seed, (hash, c) => unchecked((hash * 31) + c));
}
