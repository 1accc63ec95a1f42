using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>A home's own headings and words: what is in force, who said what, and what a change means for files that are loaded already.</summary>
public sealed class Mappings
{
    private const int FilesNamed = 10;

    private readonly Home _home;
    private readonly TimeProvider _time;
    private MappingRules? _rules;

    internal Mappings(Home home, TimeProvider time) => (_home, _time) = (home, time);

    /// <summary>What may be said.</summary>
    /// <exception cref="ShelfException">A column map is not as it should be.</exception>
    public MappingRules Rules => _rules ??= new MappingRules(_home.Kinds, _home.Codes, ReadingSettings.For(Shelf.Path(), _home.Folder));

    /// <summary>Everything that was ever said, newest first.</summary>
    public IReadOnlyList<Mapping> Said => [.. Lines(MappingOf.Column).Concat(Lines(MappingOf.Code)).Reverse().OrderByDescending(l => l.SaidOn)];

    /// <summary>What is in force, headings before words.</summary>
    public IReadOnlyList<Mapping> InForce => [.. MappingFile.InForce(Lines(MappingOf.Column)), .. MappingFile.InForce(Lines(MappingOf.Code))];

    /// <summary>Says what a heading or word means from now on; with nothing in <see cref="Mapping.Means"/> takes it back.</summary>
    /// <param name="line">Its day is today, whatever it says.</param>
    /// <returns>What is wrong; empty where it is kept.</returns>
    public string Set(Mapping line)
    {
        var dated = line with { Found = line.Found.Trim(), SaidBy = line.SaidBy.Trim(), SaidOn = LondonTime.DateOf(_time.GetUtcNow()) };
        if (Rules.Fault(dated) is { Length: > 0 } fault) return fault;
        var usual = Rules.Usual(dated);
        var now = InForce.FirstOrDefault(l => l.IsSameWord(usual));
        if (usual.Means.Length == 0 && now is null) return $"\"{usual.Found}\" has no meaning of your own in {usual.List}, so there is nothing to take back.";
        if (now is not null && now.Means == usual.Means) return $"\"{now.Found}\" is read as {now.Means} already: {now.SaidBy} said so.";
        if (usual is { List: MappingRules.Team, Means.Length: > 0 } && _home.Authority.Teams.Count > 0 && _home.Authority.Teams.All(t => t.Code != usual.Means))
            return $"teams.csv has no team \"{usual.Means}\". It has {string.Join(", ", _home.Authority.Teams.Select(t => t.Code).Distinct())}.";
        MappingFile.Add(_home.Folder, usual);
        return "";
    }

    /// <summary>The loaded files that a heading or word stands in, as far as their receipts tell, newest load first: to be loaded again for the change to be seen.</summary>
    public IReadOnlyList<(int Load, string File)> Holding(Mapping line) => [.. _home.Store.Loads().Reverse().SelectMany(l => Files(l, line).Select(f => (l.Id, f))).Take(FilesNamed)];

    /// <summary>A change in a sentence, with the files that have to be loaded again.</summary>
    public string Words(Mapping line)
    {
        var said = line.Means.Length > 0
            ? $"From now on \"{line.Found}\" is read as {line.Means} in {line.List} of {line.Source}."
            : $"From now on \"{line.Found}\" has no meaning of your own in {line.List} of {line.Source}.";
        var files = Holding(line);
        if (files.Count == 0) return $"{said} No receipt of a load names it.";
        var (hold, them) = files.Count == 1 ? ("This loaded file holds", "it") : ("These loaded files hold", "them");
        var named = string.Join("; ", files.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.File} (load {f.Load})")));
        return $"{said} {hold} it and would be read otherwise: {named}. Load {them} again.";
    }

    private static IEnumerable<string> Files(StoredLoad load, Mapping line)
    {
        if (line.Of == MappingOf.Column)
            return load.Receipt.Where(r => Measures.Name(r.List) == line.List && r.Ignored.Any(h => line.IsSameWord(line with { Found = h }))).Select(r => r.File)
                .Concat(load.Findings.Where(f => f.Code == "own-heading" && line.IsSameWord(line with { Found = Heading(f.Column) })).Select(f => f.File)).Distinct();
        var unknown = FindingWords.UnknownCode(line.Found, line.List);
        return load.Findings.Where(f => (f.Code == "unknown-code" && f.Found.Equals(unknown, StringComparison.OrdinalIgnoreCase)) || (f.Code == "own-word" && f.Found.StartsWith($"The word \"{line.Found}\" ", StringComparison.OrdinalIgnoreCase))).Select(f => f.File).Distinct();
    }

    /// <summary>The heading of a finding's column: F "Rang on", or Rang on.</summary>
    private static string Heading(string column) => column.IndexOf('"', StringComparison.Ordinal) is >= 0 and var at ? column[(at + 1)..].TrimEnd('"') : column;

    private IReadOnlyList<Mapping> Lines(MappingOf of) => MappingFile.Read(MappingFile.Path(_home.Folder, of), of);
}
