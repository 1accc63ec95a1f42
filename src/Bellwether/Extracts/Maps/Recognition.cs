namespace Bellwether.Extracts.Maps;

/// <summary>A row of headings and the list it seems to be.</summary>
/// <param name="Map">The format.</param>
/// <param name="List">The list.</param>
/// <param name="HeadingRow">The row a person sees.</param>
/// <param name="Headings">As written, trimmed, one a column.</param>
/// <param name="Ordinals">For each column of the list its place in the table; -1 where it is missing.</param>
/// <param name="Missing">Key columns that are missing.</param>
/// <param name="Score">How much speaks for it.</param>
internal sealed record Recognised(
    ExtractMap Map, ListMap List, int HeadingRow, IReadOnlyList<string> Headings, int[] Ordinals, IReadOnlyList<string> Missing, int Score);

/// <summary>
/// Tells which list a row of headings is, by the headings alone; a sheet's name only decides between equals. A column that
/// only one list of the format has speaks three times as loud as one that many have.
/// </summary>
internal sealed class Recognition
{
    private const int OwnWeight = 3;
    private const int FewestAsked = 3;
    private readonly List<(ExtractMap Map, ListMap List, int[] Weights)> _lists = [];
    private readonly HashSet<string> _headings = new(StringComparer.Ordinal), _own = new(StringComparer.Ordinal);

    public Recognition(IReadOnlyList<ExtractMap> maps)
    {
        foreach (var map in maps)
        {
            var uses = map.Lists.SelectMany(l => l.Columns.SelectMany(c => c.Headings).Distinct()).GroupBy(h => h)
                .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
            _headings.UnionWith(uses.Keys);
            _own.UnionWith(map.Lists.SelectMany(l => l.Columns.SelectMany(c => c.Own)));
            foreach (var list in map.Lists)
                _lists.Add((map, list, [.. list.Columns.Select(c => c.Headings.All(h => uses[h] == 1) ? OwnWeight : 1)]));
        }
    }

    /// <summary>Some list has a column of that heading, word for word.</summary>
    public bool Knows(string heading) => _headings.Contains(Headings.Squash(heading));

    /// <summary>Some list has a column of that heading, or the council says so.</summary>
    public bool Finds(string heading) => Knows(heading) || _own.Contains(Headings.Squash(heading));

    /// <summary>The list a row of headings fits best; null where no column of its own speaks for any.</summary>
    public Recognised? Best(IReadOnlyList<string> headings, string sheet, int row)
    {
        Recognised? best = null;
        var squashed = headings.Select(Headings.Squash).ToArray();
        var filled = squashed.Count(h => h.Length > 0);
        foreach (var (map, list, weights) in _lists)
        {
            var named = list.Sheet is { } pattern && sheet.Length > 0 && pattern.IsMatch(sheet);
            var ordinals = Ordinals(list, headings, squashed);
            int own = 0, all = 0, score = named ? 1 : 0;
            for (var c = 0; c < ordinals.Length; c++)
            {
                if (ordinals[c] < 0) continue;
                all++;
                score += weights[c];
                if (weights[c] == OwnWeight) own++;
            }
            string[] missing = [.. list.Key.Where(k => ordinals[list.IndexOf(k)] < 0)];
            score -= missing.Length;
            // Headings of many lists together are a sheet about them, such as Ofsted's Codes_used, and no list that lacks its id.
            var speaks = missing.Length == 0 ? own > 0 || named : all >= 3 && (named || (own >= 2 && all * 2 >= filled));
            if (speaks && (best is null || score > best.Score)) best = new Recognised(map, list, row, headings, ordinals, missing, score);
        }
        return best;
    }

    /// <summary>For each column of a list its place among headings; -1 where it is missing.</summary>
    private static int[] Ordinals(ListMap list, IReadOnlyList<string> headings, string[] squashed) => [.. list.Columns.Select(c => Find(c, headings, squashed))];

    /// <summary>
    /// The one list that has more of these headings than any other, where they are most of them and all it lacks is one column it needs: too
    /// little to be taken for it, enough to be asked about. Null where there is none such.
    /// </summary>
    public Recognised? Nearly(IReadOnlyList<string> headings, int row)
    {
        var squashed = headings.Select(Headings.Squash).ToArray();
        var fitting = _lists.Select(l => (l.Map, l.List, Ordinals: Ordinals(l.List, headings, squashed))).Select(l => (l.Map, l.List, l.Ordinals, Count: l.Ordinals.Count(o => o >= 0)))
            .OrderByDescending(l => l.Count).Take(2).ToList();
        var (map, list, ordinals, count) = fitting[0];
        string[] missing = [.. list.Key.Where(k => ordinals[list.IndexOf(k)] < 0)];
        return count >= FewestAsked && count * 2 > squashed.Count(h => h.Length > 0) && missing.Length == 1 && (fitting.Count < 2 || fitting[1].Count < count)
            ? new Recognised(map, list, row, headings, ordinals, missing, 0) : null;
    }

    /// <summary>The list whose columns come nearest, for a message about a file that is none.</summary>
    public (ListMap List, int Fitting)? Nearest(IReadOnlyList<string> headings)
    {
        var squashed = headings.Select(Headings.Squash).ToArray();
        var best = _lists.Select(l => (l.List, Fitting: l.List.Columns.Count(c => Find(c, headings, squashed) >= 0)))
            .OrderByDescending(p => p.Fitting).First();
        return best.Fitting > 0 ? best : null;
    }

    /// <summary>Every place of the heading by which a column is known: more than one is a fault. Other words for it elsewhere are not.</summary>
    public static IReadOnlyList<int> Places(ColumnMap column, IReadOnlyList<string> headings)
    {
        var squashed = headings.Select(Headings.Squash).ToArray();
        var at = Find(column, headings, squashed);
        return at < 0 ? [] : [.. Enumerable.Range(0, squashed.Length).Where(i => squashed[i] == squashed[at])];
    }

    /// <summary>The place of a column, by the first of its headings that is there, else by its pattern; -1 where it is missing.</summary>
    private static int Find(ColumnMap column, IReadOnlyList<string> headings, string[] squashed)
    {
        foreach (var heading in column.Headings.Concat(column.Own))
            if (Array.IndexOf(squashed, heading) is >= 0 and var at) return at;
        if (column.Pattern is null) return -1;
        for (var i = 0; i < squashed.Length; i++)
            if (squashed[i].Length > 0 && column.Pattern.IsMatch(headings[i])) return i;
        return -1;
    }
}
