using System.Globalization;
using Bellwether.Extracts.Maps;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>Asks which heading is meant where a list lacks a column it needs and has headings that no list knows.</summary>
internal static class HeadingQuestions
{
    private const int MostChoices = 5;

    /// <summary>The headings that could be the column, nearest first; none where they are too many to choose from.</summary>
    public static IReadOnlyList<int> Candidates(Recognised found, ColumnMap column)
    {
        var free = Enumerable.Range(0, found.Headings.Count)
            .Where(i => found.Headings[i].Length > 0 && !found.Ordinals.Contains(i) && Headings.WithoutLookAlikes(found.Headings[i]) is null).ToList();
        var near = free.Where(i => IsNear(column, found.Headings[i])).ToList();
        return free.Count <= MostChoices ? [.. near, .. free.Except(near)] : near.Count <= MostChoices ? near : [];
    }

    /// <summary>What <c>--answer</c> names to have the heading at a place read as the column.</summary>
    public static string Code(Recognised found, ColumnMap column, string sheet, int at) =>
        $"column:{AnswerCode.Of(found.List.Title)}:{AnswerCode.Of(column.Shown)}:{(sheet.Length > 0 ? TableReader.ColumnName(at).ToLowerInvariant() : (at + 1).ToString(CultureInfo.InvariantCulture))}";

    /// <summary>
    /// "column F, "Date Contacted"": a heading is quoted where it is near the one that is wanted. Any other may be a value, where the first
    /// record stands among the headings: then its place says which is meant.
    /// </summary>
    public static string Words(ColumnMap column, string sheet, IReadOnlyList<string> headings, int at)
    {
        var place = sheet.Length > 0 ? $"column {TableReader.ColumnName(at)}" : $"column {at + 1}";
        return IsNear(column, headings[at]) ? $"{place}, \"{headings[at]}\"" : $"{place}, whose heading has {headings[at].Length} characters";
    }

    /// <summary>The answer that it is this one.</summary>
    public static Choice Choice(Recognised found, ColumnMap column, string sheet, int at)
    {
        var words = Words(column, sheet, found.Headings, at);
        return new Choice(Code(found, column, sheet, at), char.ToUpperInvariant(words[0]) + words[1..]);
    }

    private static bool IsNear(ColumnMap column, string heading) => Headings.Nearest(column.Shown, [heading]) is not null;
}
