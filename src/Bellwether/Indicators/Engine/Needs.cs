using System.Runtime.CompilerServices;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>A kind of record that a figure needs, every day from <paramref name="First"/> to <paramref name="Last"/>.</summary>
/// <param name="LatestServes">The latest record of each child is enough: what is open on the data date is the latest.</param>
internal sealed record Need(string Kind, DateOnly First, DateOnly Last, bool LatestServes);

/// <summary>
/// What a definition needs of the data, read off its expressions: its cases' kind over its window, the kinds it looks back to over the
/// span or limit it looks back, others on the day asked; and whether the data holds it.
/// </summary>
internal sealed class Needs(Journeys.Journeys journeys, IReadOnlyList<BoundClock> clocks, Func<Length, DateOnly, Limit?> limit)
{
    private readonly ConditionalWeakTable<BoundIndicator, Asks> _asks = [];
    private readonly Dictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>Why a figure can't be worked out, in words; empty where it can. The note names flags that are assumed.</summary>
    /// <param name="indicator">The definition or variant.</param>
    /// <param name="window">The window.</param>
    /// <param name="at">Its last day.</param>
    /// <param name="latestIsEnough">True for a fallback: latest records on the day are what it is made for.</param>
    public (string Because, string Note) Check(BoundIndicator indicator, Window window, DateOnly at, bool latestIsEnough)
    {
        foreach (var need in Of(indicator, window, at))
        {
            var (holds, why) = Over(need.Kind, need.First, need.Last);
            if (holds == Completeness.Full) continue;
            var (now, latest) = Over(need.Kind, at, at);
            if (need.LatestServes && now == Completeness.LatestOnly) continue;
            // What is counted by its date over a window has to be in the extracts of it; a list that holds it in full, but for too short a
            // time, is no list of the latest.
            if (latestIsEnough && now == Completeness.LatestOnly
                && (need.Kind != indicator.Kind.Name || indicator.Form != CaseForm.Dated || journeys.Coverage.Reaches(need.Kind, need.First, need.Last))) continue;
            return (why.Length > 0 ? why : latest.Length > 0 ? latest : $"no extract loaded holds {EnglishText.Spoken(need.Kind)}", "");
        }
        return Missing(indicator, at);
    }

    public IEnumerable<Need> Of(BoundIndicator indicator, Window window, DateOnly at)
    {
        var asks = AsksOf(indicator);
        var (first, last) = Windows.Range(window, at);
        var dated = indicator.Form == CaseForm.Dated;
        var from = indicator.Form switch
        {
            CaseForm.Open => at,
            CaseForm.OpenInLast => Before(at, indicator.Span),
            _ => First(indicator.Kind, first, at),
        };
        foreach (var need in Kind(indicator.Kind.Name, from, last, indicator.Form == CaseForm.Open)) yield return need;
        foreach (var (records, linked) in asks.Parts)
        {
            foreach (var need in records.SelectMany(r => Of(r, dated ? first : at, first, at))) yield return need;
            foreach (var kind in linked) yield return new Need(kind, at, at, true);
        }
        foreach (var need in asks.Over.SelectMany(r => Of(r, at, first, at))) yield return need;
        foreach (var (kind, length) in asks.Lasting) yield return new Need(kind, Before(at, limit(length, at)), at, true);
    }

    /// <summary>How long records told in pieces are asked to have lasted by the day: <c>as_at >= start + 30 months</c>.</summary>
    private static IEnumerable<(string Kind, Length Length)> Lasting(Node? part) =>
        from compare in TreeWalk.All(part).OfType<Compare>()
        where compare.Left is AsAt || compare.Right is AsAt
        let plus = (compare.Left is AsAt ? compare.Right : compare.Left) as DatePlus
        where plus is { Minus: false, Date: FieldOf { Kind.IsToldInPieces: true } }
        let field = (FieldOf)plus.Date
        where field.Field == 0 || field.Kind.Fields[field.Field].Name == "settled_since"
        select (field.Kind.Name, plus.By);

    /// <summary>What an indicator's expressions ask about, found once: they are asked of for every day.</summary>
    private Asks AsksOf(BoundIndicator indicator)
    {
        if (_asks.TryGetValue(indicator, out var made)) return made;
        Node?[] parts = [indicator.Where, indicator.Met, indicator.Value];
        made = new Asks(
            [.. parts.Select(part => new Part([.. TreeWalk.Records(part)], [.. Linked(part, indicator.Kind)]))],
            [.. TreeWalk.Records(indicator.Over)],
            [.. parts.Append(indicator.Over).SelectMany(Lasting).Distinct()],
            [.. parts.Append(indicator.Over).Concat(indicator.Dates).SelectMany(TreeWalk.All).OfType<FieldOf>()]);
        _asks.Add(indicator, made);
        return made;
    }

    /// <summary>Records and kinds that links lead to, of one expression.</summary>
    private sealed record Part(List<RecordsOf> Records, List<string> Linked);

    /// <param name="Parts">Of the condition, the verdict and the value.</param>
    private sealed record Asks(IReadOnlyList<Part> Parts, IReadOnlyList<RecordsOf> Over, IReadOnlyList<(string Kind, Length Length)> Lasting, IReadOnlyList<FieldOf> Fields);

    // A reading is of one day, mostly the window's last: a council's first list of posts, of 30 September, tells September.
    private static DateOnly First(RecordKind kind, DateOnly windowFirst, DateOnly at) => kind.Shape == RecordShape.Reading ? at : windowFirst;

    private IEnumerable<Need> Of(RecordsOf records, DateOnly from, DateOnly windowFirst, DateOnly at)
    {
        var start = records.When switch
        {
            When.InLast or When.AtMostAgo or When.OpenInLast or When.WithinBefore => Before(from, limit(records.Length!, from)),
            When.InWindow or When.OpenInWindow => First(records.Kind, windowFirst, at),
            _ => from,
        };
        return Kind(records.Kind.Name, start, at, records is { Open: true, When: When.Always });
    }

    /// <summary>
    /// A clock's turns need the records they are made from, as far back as the longest turn; where the record may be older than what is told
    /// of it, as far as all of them together, so that the first event told is not taken for the first there was.
    /// </summary>
    private IEnumerable<Need> Kind(string kind, DateOnly first, DateOnly last, bool latestServes)
    {
        if (clocks.FirstOrDefault(c => c.Id == kind) is not { } clock) return [new Need(kind, first, last, latestServes)];
        var back = clock.For.IsToldInPieces
            ? clock.Limits.Aggregate(first, (day, l) => Before(day, limit(l, day)))
            : clock.Limits.Min(l => Before(first, limit(l, first)));
        return [new Need(clock.For.Name, first, last, false), new Need(clock.DoneBy.Kind.Name, back, last, false)];
    }

    private static IEnumerable<string> Linked(Node? part, RecordKind own)
    {
        foreach (var field in TreeWalk.All(part).OfType<FieldOf>().Where(f => f.Hops.Count > 0))
        {
            if (field.Kind.Name == Vocabulary.Workers.Name) yield return "worker_posts";
            else if (field.Kind.Shape != RecordShape.Entity && field.Kind.Name != own.Name) yield return field.Kind.Name;
        }
    }

    /// <summary>A field whose column the source lacks leaves nothing to tell by, unless records.yaml says what then holds.</summary>
    private (string Because, string Note) Missing(BoundIndicator indicator, DateOnly at)
    {
        var notes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var field in AsksOf(indicator).Fields)
        {
            if (field.Kind.Fields[field.Field].MadeFrom is { Length: > 0 } source && Over(source, at, at) is { Holds: Completeness.Absent, Why: var none }) return (none, "");
            var statement = StatementOf(field.Kind.Name, at);
            var says = field.Kind.Fields[field.Field];
            if (statement is null || !statement.Missing.Contains(says.Name)) continue;
            var words = $"{EnglishText.Spoken(says.Name)} of {EnglishText.Spoken(field.Kind.Name)}";
            // What a record counts on must be there: a missing end would be taken as not come yet, and the figure as nought of nought.
            if (says.Absent is "" or "unknown" || indicator.Dates.Contains(field)) return ($"{statement.Source} has no column for {words}", "");
            notes.Add($"{statement.Source} has no column for {words}; taken as {says.Absent}.");
        }
        return ("", string.Join(' ', notes));
    }

    /// <summary>What the data holds of a kind; asked of again and again for the same days.</summary>
    private (Completeness Holds, string Why) Over(string kind, DateOnly first, DateOnly last)
    {
        var days = ((long)first.DayNumber << 32) + last.DayNumber;
        if (KnownOf(kind).Told.TryGetValue(days, out var told)) return (told.Holds, told.Why);
        var (holds, why) = journeys.Coverage.Over(kind, first, last);
        KnownOf(kind).Told.Add(days, new Told(holds, why));
        return (holds, why);
    }

    private Statement? StatementOf(string kind, DateOnly at)
    {
        var statements = KnownOf(kind).Statements;
        if (!statements.TryGetValue(at.DayNumber, out var found))
            statements.Add(at.DayNumber, found = journeys.Coverage.Of(kind).LastOrDefault(s => s.Holds != Completeness.Absent && s.From <= at && s.To >= at));
        return found;
    }

    private Known KnownOf(string kind)
    {
        if (!_known.TryGetValue(kind, out var known)) _known.Add(kind, known = new Known([], []));
        return known;
    }

    private sealed record Told(Completeness Holds, string Why);

    /// <summary>What was asked about a kind before: by first and last day, and by day.</summary>
    private sealed record Known(Dictionary<long, Told> Told, Dictionary<int, Statement?> Statements);

    private static DateOnly Before(DateOnly day, Limit? length)
    {
        if (length is not { } back) return day;
        return back.Unit switch
        {
            LimitUnit.Day => day.AddDays(-back.Length),
            LimitUnit.Week => day.AddDays(-7 * back.Length),
            LimitUnit.Month => day.AddDays(1).AddMonths(-back.Length),
            LimitUnit.Year => day.AddDays(1).AddYears(-back.Length),
            _ => day.AddDays(-((back.Length * 7 / 5) + 4)),
        };
    }
}
