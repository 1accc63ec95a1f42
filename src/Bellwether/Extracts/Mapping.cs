using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts.Maps;

namespace Bellwether.Extracts;

/// <summary>What a line of a council's own words is about.</summary>
public enum MappingOf
{
    /// <summary>A heading, and the column it is: columns.csv.</summary>
    Column,

    /// <summary>A text in a cell, and the code it stands for: synonyms.csv.</summary>
    Code,
}

/// <summary>What a council says its own heading or word means. The newest line on a word counts; one that means nothing takes it back.</summary>
/// <param name="Of">Heading or code.</param>
/// <param name="Source">The source it holds for, as statements name it: SSD, Annex A, local file.</param>
/// <param name="List">The list as the receipt calls it; for a word the code list, or <c>team</c>.</param>
/// <param name="Found">Heading or text as found.</param>
/// <param name="Means">The column's usual heading, or the code; empty: nothing any more.</param>
/// <param name="SaidOn">The day it was said.</param>
/// <param name="SaidBy">Who said it.</param>
public sealed record Mapping(MappingOf Of, string Source, string List, string Found, string Means, DateOnly SaidOn, string SaidBy)
{
    /// <summary>True where the other line is about the same heading, or the same word of the same code list.</summary>
    public bool IsSameWord(Mapping other) => Of == other.Of && Source.Equals(other.Source, StringComparison.OrdinalIgnoreCase)
        && Headings.Squash(List) == Headings.Squash(other.List) && Same(Found) == Same(other.Found);

    private string Same(string text) => Of == MappingOf.Column ? Headings.Squash(text) : CodeList.Same(text);
}

/// <summary>columns.csv and synonyms.csv of a home: a line for everything that was ever said; plain files, which may be edited by hand.</summary>
public static class MappingFile
{
    /// <summary>The file of a home.</summary>
    public static string Path(string home, MappingOf of) => System.IO.Path.Combine(home, of == MappingOf.Column ? "columns.csv" : "synonyms.csv");

    /// <summary>Every line, oldest first; nothing where the file is missing.</summary>
    /// <exception cref="ShelfException">A heading or a cell is missing.</exception>
    public static IReadOnlyList<Mapping> Read(string path, MappingOf of) => [.. Lines(path, of).Select(l => l.Mapping)];

    /// <summary>The line that counts for each word, in the order first said.</summary>
    public static IReadOnlyList<Mapping> InForce(IEnumerable<Mapping> lines)
    {
        var words = new List<Mapping>();
        foreach (var line in lines)
            if (words.FindIndex(line.IsSameWord) is >= 0 and var at) words[at] = line;
            else words.Add(line);
        return [.. words.Where(w => w.Means.Length > 0)];
    }

    /// <summary>Adds a line, the file whole or as it was.</summary>
    public static void Add(string home, Mapping line) =>
        SettingsFile.Add(Path(home, line.Of), HeadingsOf(line.Of),
            [line.Source, line.List, line.Found, line.Means, IsoDate.Format(line.SaidOn), line.SaidBy]);

    internal static IReadOnlyList<(SettingsLine At, Mapping Mapping)> Lines(string path, MappingOf of)
    {
        if (path.Length == 0) return [];
        var headings = HeadingsOf(of);
        return [.. SettingsFile.Read(path, headings).Select(l => (l, new Mapping(of, l.Required(headings[0]), l.Required(headings[1]), l.Required(headings[2]), l[headings[3]],
            l.Date(headings[4]) ?? throw l.Wrong(headings[4], "a date such as 2024-04-01"), l[headings[5]])))];
    }

    private static string[] HeadingsOf(MappingOf of) => of == MappingOf.Column
        ? ["source", "list", "heading", "column", "said_on", "said_by"]
        : ["source", "code_list", "text", "code", "said_on", "said_by"];
}
