using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Journeys;

namespace Bellwether.Storage;

/// <summary>Holds the records of an extract against those that are known: open cases that vanish, ids that were merged, teams nobody named.</summary>
internal sealed class AskingOfRecords(Database database, string authority, Extract extract, Authority settings)
{
    /// <summary>Fewer open cases than this say too little.</summary>
    private const int Few = 10;

    /// <summary>Of this many open cases one that vanishes is asked about: 2 %.</summary>
    private const int OneIn = 50;

    private static readonly string[] Open = ["cin_episodes", "cin_plans", "cp_plans", "care_periods"];

    private readonly RecordSet _records = extract.Records;
    private readonly Dictionary<string, string> _merged = settings.MergedIds.OrderBy(m => m.MergedOn)
        .GroupBy(m => m.OldId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().NewId, StringComparer.Ordinal);

    public IEnumerable<Question> All() => [.. IsYearly ? [] : Open.Select(Vanished).OfType<Question>(), .. Merged() is { } merged ? new[] { merged } : [], .. Teams()];

    /// <summary>A return of a year leaves out who was open in the year before and no more: that is noted (<c>left-open</c>), not asked.</summary>
    private bool IsYearly => extract.Receipt.Any(l => Measures.IsYearly(l.List));

    /// <summary>Asks where children with an open case are not in a list of such cases at all: a case leaves a list by being closed on it.</summary>
    private Question? Vanished(string kind)
    {
        if (_records.Statements.Where(s => s.Kind == kind && s.Holds != Completeness.Absent).MaxBy(s => s.To) is not { } says) return null;
        var here = Subjects(_records.Table(kind));
        HashSet<string> open = new(StringComparer.Ordinal), gone = new(StringComparer.Ordinal);
        foreach (var known in new Versions(database, authority, 0).Known(_records.Kinds[kind]))
        {
            if (known.Line.End != Days.None || Days.IsDate(known.Line.OpenUntil) || known.Speaker != says.Speaker || known.Told > Days.Of(says.To)) continue;
            open.Add(known.Line.Subject);
            if (!here.Contains(known.Line.Subject) && !here.Contains(_merged.GetValueOrDefault(known.Line.Subject, known.Line.Subject))) gone.Add(known.Line.Subject);
        }
        if (open.Count < Few || gone.Count == 0 || gone.Count * OneIn < open.Count) return null;
        var named = EnglishText.Spoken(kind);
        return new Question($"open:{AnswerCode.Of(kind)}:{says.To:yyyy-MM-dd}", says.Source, string.Create(CultureInfo.InvariantCulture,
            $"Of {open.Count:N0} children whose {named} are open, {gone.Count:N0} are not among the {here.Count:N0} of this extract, neither open nor closed. A case leaves a list by being closed on it. Is the list whole?"), 0);
    }

    /// <summary>Asks where records that are known of one child now stand under another, and the first is no longer in the list of people.</summary>
    private Question? Merged()
    {
        var people = Subjects(_records.Table("people"));
        if (people.Count == 0) return null;
        var gone = Keys("people").Select(p => p.Subject).Where(s => !people.Contains(s) && !_merged.ContainsKey(s)).ToHashSet(StringComparer.Ordinal);
        if (gone.Count == 0) return null;
        var (pairs, moved, first) = (new SortedDictionary<string, string>(StringComparer.Ordinal), 0, "");
        foreach (var table in _records.Tables.Where(t => t.Kind.Subject == SubjectKind.Child && t.Kind.Shape != RecordShape.Entity && t.Count > 0))
        {
            var was = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (key, subject) in Keys(table.Kind.Name))
                if (gone.Contains(subject)) was[key] = subject;
            if (was.Count == 0) continue;
            for (var row = 0; row < table.Count; row++)
            {
                if (!was.TryGetValue(_records.Texts[table.Keys[row]], out var old) || _records.Texts[table.Subjects[row]] is var now && now == old) continue;
                pairs[old] = _records.Texts[table.Subjects[row]];
                if (moved++ > 0) continue;
                var place = _records.Places[table.Places[row]];
                first = string.Create(CultureInfo.InvariantCulture, $"{place.File}{(place.Sheet.Length > 0 ? $", sheet {place.Sheet}" : "")}, row {table.Rows[row]}");
            }
        }
        if (pairs.Count == 0) return null;
        var day = extract.DataDate ?? _records.Statements.Max(s => s.To);
        var (other, oldIds) = pairs.Count == 1 ? ("another id", "the old id is") : ("other ids", "the old ids are");
        return new Question($"merged:{day:yyyy-MM-dd}", Loading.SourcesOf(extract),
            $"{EnglishText.Count(moved, "record")} of {EnglishText.Count(pairs.Count, "child", "children")} now {(moved == 1 ? "stands" : "stand")} under {other} (the first: {first}), "
            + $"and {oldIds} not in the list of people. Were they merged? A yes writes them into merged_ids.csv, so that their history follows.", 0)
        {
            Merges = [.. pairs.Select(p => new MergedId(p.Key, p.Value, day))],
        };
    }

    /// <summary>Asks about each team and district that the home's files do not name, where they name others of the extract.</summary>
    private IEnumerable<Question> Teams()
    {
        var teams = Named(f => f.Type == FieldType.Team);
        var known = settings.Teams.SelectMany(t => new[] { t.Code, t.Name }).ToHashSet(StringComparer.Ordinal);
        foreach (var question in Unnamed("team", "teams.csv", teams, known)) yield return question;
        foreach (var question in Unnamed("district", "districts.csv", Named(f => f.Name == "district"), [.. settings.Districts.Select(d => d.Code)])) yield return question;
    }

    private IEnumerable<Question> Unnamed(string what, string file, SortedDictionary<string, int> used, HashSet<string> known)
    {
        // Where none is named the file is not kept, or is of another place: then there is nothing to hold a name against.
        if (!used.Keys.Any(known.Contains)) yield break;
        foreach (var (name, count) in used.Where(u => !known.Contains(u.Key)))
            yield return new Question($"{what}:{AnswerCode.Of(name)}", Loading.SourcesOf(extract), string.Create(CultureInfo.InvariantCulture,
                $"The {what} {name}, in {count:N0} records, is not in {file}: it is new, or has another name. Its cases count under that name, and under no service or district. Name it in the file; or is that right?"), 0);
    }

    /// <summary>The texts in fields of that sort, with how often they stand there.</summary>
    private SortedDictionary<string, int> Named(Func<RecordField, bool> isMeant)
    {
        var used = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in _records.Tables.Where(t => t.Count > 0))
            for (var f = 0; f < table.Kind.Fields.Count; f++)
            {
                if (!isMeant(table.Kind.Fields[f])) continue;
                foreach (var text in table.Column(f).Where(Days.IsDate).GroupBy(t => t))
                    used[_records.Texts[text.Key]] = used.GetValueOrDefault(_records.Texts[text.Key]) + text.Count();
            }
        return used;
    }

    private HashSet<string> Subjects(RecordTable table) => [.. table.Subjects.Distinct().Select(s => _records.Texts[s])];

    private IEnumerable<(string Key, string Subject)> Keys(string kind)
    {
        using var command = database.Command("select record_key, subject from records where authority = @0 and kind = @1 and until_load is null", authority, kind);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return (reader.GetString(0), reader.GetString(1));
    }
}
