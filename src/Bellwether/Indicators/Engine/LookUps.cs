using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Engine;

/// <summary>Steps of looked-up values: entity e has <c>Offset[e] .. Offset[e+1]-1</c>, the first from day 0.</summary>
internal sealed record LookedUp(int[] Offset, int[] From, long[] Value)
{
    /// <summary>What holds of one on a day; none before the first step.</summary>
    public long On(int one, int day)
    {
        var cell = Cells.None;
        for (var s = Offset[one]; s < Offset[one + 1] && From[s] <= day; s++) cell = Value[s];
        return cell;
    }
}

/// <summary>People by child, workers by the posts they hold, teams by their dated entries; each made once, when first asked for.</summary>
internal sealed class LookUps(Journeys.Journeys journeys)
{
    private readonly Dictionary<string, LookedUp> _workers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LookedUp> _teams = new(StringComparer.Ordinal);
    private readonly KindRows? _people = journeys.Kinds.Find("people") is null ? null : journeys.Rows("people");
    private int[]? _born;
    private const int Span = 1 << 20;       // every day number of the next eight centuries

    private Dictionary<string, int>? _teamNumbers;
    private readonly Dictionary<int, (int[] ValueOf, int[] Children)> _values = [];

    public RecordKind People { get; } = journeys.Kinds.Find("people")
        ?? new RecordKind("people", RecordShape.Entity, SubjectKind.Child, [], [], "");

    /// <summary>Makes what threads will look up together: afterwards nothing is made while they run.</summary>
    public void Prepare(BoundIndicator indicator)
    {
        Born(-1);
        Team("district");
        foreach (var field in TreeWalk.Nodes(indicator).SelectMany(TreeWalk.All).OfType<FieldOf>())
        {
            if (field.Kind.Name == Vocabulary.Workers.Name) Worker(field.Kind.Fields[field.Field].Name);
            else if (field.Kind.Name == Vocabulary.Teams.Name) Team(field.Kind.Fields[field.Field].Name);
        }
    }

    /// <summary>A team's number by its code; -1 where no record has it.</summary>
    public int TeamNumber(string code)
    {
        _teamNumbers ??= journeys.TeamCodes.Select((c, n) => (c, n)).ToDictionary(p => p.c, p => p.n, StringComparer.Ordinal);
        return _teamNumbers.GetValueOrDefault(code, -1);
    }

    /// <summary>True where journeys hold no people at all: then nothing of a child itself is known.</summary>
    public bool HasNoPeople => _people is null;

    public int PersonRow(int child)
    {
        return _people is not { } rows || child < 0 || rows.Offset[child] == rows.Offset[child + 1] ? -1 : rows.Offset[child];
    }

    public int Born(int child)
    {
        if (_born is null)
        {
            _born = new int[journeys.ChildIds.Count];
            var field = People.IndexOf("born");
            var column = field < 0 ? [] : _people?.Field(field) ?? [];
            for (var c = 0; c < _born.Length; c++) _born[c] = field >= 0 && PersonRow(c) is >= 0 and var row ? column[row] : Days.Unknown;
        }
        return child < 0 || child >= _born.Length ? Days.Unknown : _born[child];
    }

    /// <summary>
    /// The different values of a field of people, numbered: the number of each child's, and at the end that of nobody, of whom nothing is
    /// known; and for each value one child that has it, -1 for nobody's.
    /// </summary>
    public (int[] ValueOf, int[] Children) ValuesOf(int field)
    {
        if (_values.TryGetValue(field, out var made)) return made;
        var column = _people?.Field(field) ?? [];
        var (valueOf, children, numbers) = (new int[journeys.ChildIds.Count + 1], new List<int> { -1 }, new Dictionary<int, int> { [Days.Unknown] = 0 });
        // A day is looked up by its place between the first and the last.
        var (first, last) = (int.MaxValue, 0);
        foreach (var cell in column)
            if (cell is >= 0 and < Span) (first, last) = (Math.Min(first, cell), Math.Max(last, cell));
        var days = new int[Math.Max(last - first + 1, 0)];
        for (var c = 0; c < valueOf.Length - 1; c++)
        {
            if (PersonRow(c) is not (>= 0 and var row)) continue;
            var cell = column[row];
            if (cell is >= 0 and < Span && days[cell - first] > 0) valueOf[c] = days[cell - first];
            else if (!numbers.TryGetValue(cell, out valueOf[c]))
            {
                numbers.Add(cell, valueOf[c] = children.Count);
                if (cell is >= 0 and < Span) days[cell - first] = children.Count;
                children.Add(c);
            }
        }
        return _values[field] = (valueOf, [.. children]);
    }

    /// <summary>
    /// A worker's <c>qualified</c> or <c>agency</c>: of the posts open on the day, yes if any says yes; none on a day without a post;
    /// unknown throughout for a worker of whom no post is known. A post whose role may not hold cases is not a qualified one.
    /// </summary>
    public LookedUp Worker(string field)
    {
        if (_workers.TryGetValue(field, out var made)) return made;
        var workers = journeys.WorkerIds.Count;
        var rows = journeys.Kinds.Find("worker_posts") is null ? null : journeys.Rows("worker_posts");
        var (offset, from, value) = (new int[workers + 1], new List<int>(), new List<long>());
        for (var w = 0; w < workers; w++)
        {
            if (rows is null || rows.Offset[w] == rows.Offset[w + 1]) (from, value) = Put(from, value, 0, Cells.Unknown);
            else Posts(rows, w, field, from, value);
            offset[w + 1] = from.Count;
        }
        return _workers[field] = new LookedUp(offset, [.. from], [.. value]);
    }

    /// <summary>A team's kind, service or district; unknown before its first entry, or where the authority lists no such team; its last also serves the days after.</summary>
    public LookedUp Team(string field)
    {
        if (_teams.TryGetValue(field, out var made)) return made;
        var entries = journeys.Authority.Teams.ToLookup(t => t.Code, StringComparer.Ordinal);
        var (offset, from, value) = (new int[journeys.TeamCodes.Count + 1], new List<int>(), new List<long>());
        for (var t = 0; t < journeys.TeamCodes.Count; t++)
        {
            var first = true;
            foreach (var entry in entries[journeys.TeamCodes[t]].OrderBy(e => e.From?.DayNumber ?? 0))
            {
                if (first && entry.From is not null) Put(from, value, 0, Cells.Unknown);
                Put(from, value, entry.From?.DayNumber ?? 0, Text(field switch { "kind" => entry.Kind, "service" => entry.Service, _ => entry.District }));
                first = false;
            }
            if (first) Put(from, value, 0, Cells.Unknown);
            offset[t + 1] = from.Count;
        }
        return _teams[field] = new LookedUp(offset, [.. from], [.. value]);
    }

    private long Text(string text) => text.Length == 0 ? Cells.Unknown : journeys.Texts.Add(text);

    private void Posts(KindRows rows, int worker, string field, List<int> from, List<long> value)
    {
        var column = rows.Kind.IndexOf(field);
        var role = rows.Kind.IndexOf("role");
        var days = new SortedSet<int> { 0 };
        for (var r = rows.Offset[worker]; r < rows.Offset[worker + 1]; r++)
        {
            if (Days.IsDate(rows.First[r])) days.Add(rows.First[r]);
            if (Days.IsDate(rows.End[r])) days.Add(rows.End[r]);
        }
        foreach (var day in days)
        {
            var (now, perhaps) = (Cells.None, false);
            for (var r = rows.Offset[worker]; r < rows.Offset[worker + 1]; r++)
            {
                if (rows.First[r] == Days.None || rows.First[r] > day || (Days.IsDate(rows.End[r]) && rows.End[r] <= day)) continue;
                long says = column < 0 ? Cells.Unknown : rows.Field(column)[r];
                if (field == "qualified" && says == 1 && role >= 0 && MayNotHoldCases(rows.Field(role)[r])) says = 0;
                if (rows.First[r] == Days.Unknown || rows.End[r] == Days.Unknown)
                {
                    perhaps = true;
                    if (says == 0) continue;
                    says = Cells.Unknown;
                }
                if (says == 1 || now == Cells.None || (now == 0 && says == Cells.Unknown)) now = says;
            }
            Put(from, value, day, perhaps && now == Cells.None ? Cells.Unknown : now);
        }
    }

    private bool MayNotHoldCases(int role) =>
        role >= 0 && journeys.Authority.NonCaseHoldingTitles.Contains(journeys.Texts[role], StringComparer.OrdinalIgnoreCase);

    private static (List<int>, List<long>) Put(List<int> from, List<long> value, int day, long cell)
    {
        from.Add(day);
        value.Add(cell);
        return (from, value);
    }
}
