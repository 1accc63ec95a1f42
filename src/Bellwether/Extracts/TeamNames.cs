using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>Puts the codes of teams where a source has its own words for them, once all rows are read.</summary>
internal static class TeamNames
{
    /// <param name="staging">All rows.</param>
    /// <param name="lines">How many lines the receipt has.</param>
    /// <param name="words">For the number of a receipt line the words of its source.</param>
    /// <param name="used">Told of each word at each line where it was met.</param>
    public static void Apply(Staging staging, int lines, Func<int, IReadOnlyList<Mapping>> words, Action<int, Mapping> used)
    {
        var (met, spoken) = (new Dictionary<(int Line, int Text), int>(), new Dictionary<int, IReadOnlyList<Mapping>>());
        for (var line = 0; line < lines; line++)
            if (words(line) is { Count: > 0 } own) spoken.Add(line, own);
        if (spoken.Count == 0) return;
        foreach (var table in staging.Tables)
        {
            var columns = table.Kind.Fields.Select((f, i) => (f.Type, i)).Where(f => f.Type == FieldType.Team).Select(f => table.Cells[f.i]).ToList();
            if (table.Kind.Subject == SubjectKind.Team) columns.Add(table.Subjects);
            foreach (var column in columns)
                for (var r = 0; r < column.Count; r++)
                    if (column[r] >= 0) column[r] = Meant(staging.Rows.Line(table.Sources[r]), column[r]);
        }

        int Meant(int line, int text)
        {
            if (!spoken.TryGetValue(line, out var own)) return text;
            if (met.TryGetValue((line, text), out var code)) return code;
            code = text;
            var same = CodeList.Same(staging.Texts[text]);
            if (own.FirstOrDefault(w => CodeList.Same(w.Found) == same) is { } word)
            {
                code = staging.Texts.Add(word.Means.AsSpan());
                used(line, word);
            }
            return met[(line, text)] = code;
        }
    }
}
