using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Engine;
using Bellwether.Indicators.Language;
using Bellwether.Indicators.Plain;
using Bellwether.Journeys;
using Bellwether.Tests.Journeys;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>Asks both evaluators the same and says where they differ, in words; counts what it compared.</summary>
internal sealed class Yardstick(Catalogue catalogue)
{
    private static readonly Window[] Snapshots = [Window.Snapshot, Window.Month, Window.Rolling12];
    private static readonly Window[] Periods = [Window.Month, Window.Rolling12, Window.Week, Window.Quarter, Window.YearToDate, Window.Rolling3Years];

    /// <summary>The authority of random journeys: a team that changed its kind and district, one that never did, one nobody listed.</summary>
    public static Authority Somewhere { get; } = Authority.Unnamed with
    {
        Teams =
        [
            new("T0", "Team 0", "CSWT", "CSWS", "", "D1", null, null, ""), new("T1", "Team 1", "LAC", "CSWS", "", "D2", new(2023, 12, 25), null, ""),
            new("T1", "Team 1 anew", "CSWT", "", "", "D1", new(2024, 2, 29), null, ""),
        ],
        Districts = [("D1", "North"), ("D2", "South")],
    };

    /// <summary>Figures, verdicts, members and due dates compared so far.</summary>
    public long Compared { get; private set; }

    /// <summary>The kinds whose records a definition reads; of a clock's turns, the records they are made from.</summary>
    public IEnumerable<RecordKind> KindsOf(BoundIndicator bound) => TreeWalk.Kinds(bound)
        .SelectMany(k => catalogue.Clocks.FirstOrDefault(c => c.Id == k.Name) is { } clock
            ? new[] { clock.For, clock.DoneBy.Kind }.Concat(clock.Limits.Where(l => l.Timescale.Length > 0)
                .SelectMany(l => catalogue.Timescales[l.Timescale].Rows).SelectMany(r => TreeWalk.Kinds(r.When)))
            : [k])
        .Where(k => RecordsFixture.Kinds.Find(k.Name) is not null).DistinctBy(k => k.Name);

    /// <summary>The spans and limits a definition names: where it turns.</summary>
    public IEnumerable<Limit> LengthsOf(BoundIndicator bound)
    {
        if (bound.Span is { } span) yield return span;
        foreach (var node in new[] { bound.Where, bound.Met, bound.Value }.SelectMany(TreeWalk.All))
        {
            var length = node switch { Aggregate { Records.Length: { } l } => l, DatePlus plus => plus.By, ForLength held => held.Length, _ => null };
            if (length is null) continue;
            var limit = length.Timescale.Length == 0 ? length.Fixed : bound.Limits.TryGetValue(length.Timescale, out var swap) ? swap : catalogue.LimitOn(length.Timescale, UglyJourneys.DataDate);
            if (limit is { } known) yield return known;
        }
    }

    /// <summary>The first difference between the two on these records and days; null where there is none.</summary>
    public string? Difference(Found found, BoundIndicator bound, IReadOnlyList<string> lines, IReadOnlyList<DateOnly> days, bool dues)
    {
        var journeys = Build(lines, UglyJourneys.DataDate);
        // Now one thread, now three with hardly a row each: what they find must be the same.
        var threads = days[0].DayNumber % 2 == 0 ? 1 : 3;
        var fast = new FastEvaluator(journeys, catalogue.Timescales, catalogue.Clocks) { Threads = threads, LeastRows = 1 };
        var clocked = Clocked(journeys, bound);
        return Clocks(bound, fast, clocked) ?? Figures(bound, fast, clocked, days) ?? (bound.Split is null ? null : Splits(found, bound, lines, [.. days.Take(3)]))
            ?? (dues ? new DueDates(this, catalogue).Difference(bound, lines, days[0]) : null);
    }

    public static Bellwether.Journeys.Journeys Build(IReadOnlyList<string> lines, DateOnly dataDate)
    {
        var records = RecordsFixture.Records([.. lines]);
        foreach (var kind in RecordsFixture.Kinds.All) records.Statements.Add(new(kind.Name, "proof", Bellwether.Extracts.Completeness.Full, new(1990, 1, 1), new(2030, 1, 1), [], ""));
        return Bellwether.Journeys.Journeys.Build(records, RecordsFixture.Codes, Somewhere, dataDate);
    }

    /// <summary>The journeys with the turns of the clocks asked about, run plainly.</summary>
    public Bellwether.Journeys.Journeys Clocked(Bellwether.Journeys.Journeys journeys, BoundIndicator bound) =>
        new PlainClocks(catalogue.Timescales, bound.Limits).Run(journeys, [.. catalogue.Clocks.Where(c => TreeWalk.Kinds(bound).Any(k => k.Name == c.Id))]);

    public PlainEvaluator Plain(Bellwether.Journeys.Journeys clocked) => new(clocked, catalogue.LimitOn);

    /// <summary>Says what differs, where it does.</summary>
    public string? Same<T>(string what, T fast, T plain)
    {
        Compared++;
        return EqualityComparer<T>.Default.Equals(fast, plain) ? null : $"{what}: fast {fast}, plain {plain}";
    }

    private string? Clocks(BoundIndicator bound, FastEvaluator fast, Bellwether.Journeys.Journeys clocked)
    {
        foreach (var clock in catalogue.Clocks.Where(c => TreeWalk.Kinds(bound).Any(k => k.Name == c.Id)))
            if (Same($"turns of {clock.Id}", Turns(fast.JourneysFor(bound).Rows(clock.Id)), Turns(clocked.Rows(clock.Id))) is { } difference) return difference;
        return null;

        static string Turns(KindRows rows) => string.Join(", ", Enumerable.Range(0, rows.Count).Select(r =>
            $"{rows.Key(r)} {RecordsFixture.Written(rows.First[r])}..{RecordsFixture.Written(rows.End[r])} due {RecordsFixture.Written(rows.Field(2)[r])} late {rows.Field(3)[r]}"));
    }

    private string? Figures(BoundIndicator bound, FastEvaluator fast, Bellwether.Journeys.Journeys clocked, IReadOnlyList<DateOnly> days)
    {
        var plain = Plain(clocked);
        var at = days[0].DayNumber;
        var windows = bound.Form switch
        {
            CaseForm.Open or CaseForm.OpenInLast => new[] { Snapshots[0], Snapshots[at % 3] },
            CaseForm.OpenInWindow => [Snapshots[0], Periods[at % 6]],
            _ => [Periods[at % 6], Periods[(at + 1) % 6]],
        };
        foreach (var window in windows.Distinct())
        {
            var totals = fast.Totals(bound, window, days);
            var name = new[] { "team", "age-band", "sex", "district" }[at % 4];
            var members = fast.By(bound, window, days, clocked.Attribute(name)!);
            for (var d = 0; d < days.Count; d++)
            {
                var where = $"{Windows.Name(window)} at {days[d]:yyyy-MM-dd}";
                var cases = plain.Cases(bound, window, days[d]);
                var difference = Same($"cases, {where}", Listed(fast.Cases(bound, window, days[d]).Select(c => (c.Row, c.Date.DayNumber, c.Verdict))), Listed(cases))
                    ?? Same($"tally, {where}", totals[d], plain.Total(bound, window, days[d]))
                    ?? Sums($"by {name}, {where}", bound, clocked, name, members, d, totals[d], cases, days[d]);
                Compared += cases.Count;
                if (difference is not null) return difference;
            }
            if (new CutsAndMoves(this).Difference(bound, fast, plain, clocked, window, days) is { } off) return off;
            if (new Sheets(this).Difference(bound, fast, plain, clocked, window, days) is { } wrong) return wrong;
        }
        return null;
    }

    private static string Listed(IEnumerable<(int Row, int Date, Verdict Verdict)> cases) =>
        string.Join(", ", cases.OrderBy(c => c.Row).ThenBy(c => c.Date).ThenBy(c => c.Verdict).Select(c => $"row {c.Row} of {RecordsFixture.Written(c.Date)} {c.Verdict}"));

    /// <summary>Members sum to the total, and each holds the plain evaluator's cases of its own.</summary>
    private string? Sums(
        string what, BoundIndicator bound, Bellwether.Journeys.Journeys journeys, string name, Tally[,] members, int d, Tally total,
        IReadOnlyList<(int Row, int Date, Verdict Verdict)> cases, DateOnly day)
    {
        var of = Enumerable.Range(0, members.GetLength(0)).Select(m => members[m, d]).ToList();
        var sum = new Tally(of.Sum(t => t.Met), of.Sum(t => t.NotMet), of.Sum(t => t.Unknown), of.Sum(t => t.Running), of.Sum(t => t.Unclear), of.Sum(t => t.Value));
        if (Same($"sum {what}", sum, total) is { } off) return off;
        var plain = cases.ToLookup(c => Member(bound, journeys, name, c.Row, bound.Form == CaseForm.Dated ? c.Date : day.DayNumber), c => c.Verdict);
        for (var m = 0; m < of.Count; m++)
        {
            var counted = (plain[m].Count(v => v == Verdict.Met), plain[m].Count(v => v == Verdict.NotMet), plain[m].Count(v => v == Verdict.Unknown), plain[m].Count(v => v == Verdict.Running));
            if (Same($"member {m} {what}", ((int)of[m].Met, (int)of[m].NotMet, (int)of[m].Unknown, (int)of[m].Running), counted) is { } difference) return difference;
        }
        return null;
    }

    /// <summary>A record's own team or, of a worker's record, that team's district; else the child's as at the day.</summary>
    public static int Member(BoundIndicator bound, Bellwether.Journeys.Journeys journeys, string name, int row, int day)
    {
        var steps = journeys.Attribute(name)!;
        var rows = journeys.Rows(bound.Kind.Name);
        var isChild = bound.Kind.Subject == SubjectKind.Child;
        var team = bound.Kind.Fields.ToList().FindIndex(f => f.Type == FieldType.Team);
        if (team >= 0 && rows.Field(team)[row] is var own and >= 0 && (name == "team" || (name == "district" && !isChild)))
        {
            var code = journeys.TeamCodes[own];
            var entry = journeys.Authority.Teams.LastOrDefault(t => t.Code == code && (t.From is null || t.From.Value.DayNumber <= day));
            return Math.Max(0, steps.Codes.ToList().IndexOf(name == "team" ? code : entry?.District ?? ""));
        }
        return isChild ? steps.At(rows.Subject[row], day) : 0;
    }

    /// <summary>A split's members by the front door, and by the plain evaluator with the member's condition in the definition.</summary>
    private string? Splits(Found found, BoundIndicator bound, IReadOnlyList<string> lines, IReadOnlyList<DateOnly> days)
    {
        var journeys = Build(lines, UglyJourneys.DataDate);
        var window = bound.Form == CaseForm.Dated ? Window.Rolling12 : Window.Snapshot;
        var plain = Plain(Clocked(journeys, bound));
        var before = new List<Node>();
        var figures = new Figures(journeys, catalogue);
        // What is kept from other days must not serve these.
        figures.Sheet(found, window, [.. days.Select(d => d.AddDays(-400))], ["split"]);
        foreach (var member in figures.Sheet(found, window, days, ["split"])[1])
        {
            if (member[0].None == NoValue.NotComputable) return Same("split", member[0].Because, "");
            var when = Condition(bound.Split!, member[0].Member, journeys);
            Node? all = bound.Where;
            foreach (var part in before.Select(b => (Node)new Not(b)).Append(when)) all = all is null ? part : new And(all, part);
            for (var d = 0; d < days.Count; d++)
                if (Same($"split {member[d].Member} at {days[d]:yyyy-MM-dd}", member[d].Tally, plain.Total(bound with { Where = all }, window, days[d])) is { } difference) return difference;
            // A case counts under every member of a set of codes; of other splits it has one.
            if (!IsSet(bound.Split!.By)) before.Add(when);
        }
        return null;
    }

    private static bool IsSet(Node? by) => by is FieldOf field && field.Kind.Fields[field.Field].Type == FieldType.CodeSet;

    private static Node Condition(BoundSplit split, string member, Bellwether.Journeys.Journeys journeys)
    {
        if (split.Members.FirstOrDefault(m => m.Name == member) is { } named) return named.When;
        if (IsSet(split.By)) return new OneOfTexts(split.By!, [.. Enumerable.Range(0, journeys.Texts.Count).Select(t => journeys.Texts[t]).Where(t => t.Split('|').Contains(member))]);
        if (split.By is { CodeList: "", Type: ValueKind.Code }) return new Compare(Comparison.Equal, split.By, new TextConstant(member));
        if (split.Bands.FirstOrDefault(b => b.Name == member) is not { } band) return new OneOf(split.By!, [journeys.Codes[split.By!.CodeList].Index(member)]);
        Node from = new Compare(Comparison.GreaterOrEqual, split.By!, new Constant(ValueKind.Number, band.From * 1000));
        return band.To is { } to ? new And(from, new Not(new Compare(Comparison.GreaterOrEqual, split.By!, new Constant(ValueKind.Number, (to + 1) * 1000)))) : from;
    }
}
