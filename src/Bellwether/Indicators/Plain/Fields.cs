using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Plain;

/// <summary>
/// Reads fields as seen on a day: a date is none until its day comes, a planned date is seen from the start, another field from its
/// <c>known_from</c>.
/// </summary>
internal sealed class Fields(Journeys.Journeys journeys)
{
    public Worth Read(FieldOf field, Look look)
    {
        var (rows, row) = field.From switch
        {
            Reader.Row => (look.Rows!, look.Row),
            Reader.Child => (journeys.Rows("people"), Person(look.Subject)),
            _ => (look.Cases, look.Case),
        };
        if (row < 0) return Worth.Unknown;
        foreach (var hop in field.Hops)
        {
            var to = rows.Kind.Fields[hop];
            var link = Cell(rows, row, hop, look.Day);
            if (!link.IsKnown) return link;
            if (to.Type == FieldType.Team) return Team((int)link.Value, field.Field, look.LookUpDay);
            if (to.Type == FieldType.Worker) return Worker((int)link.Value, field.Field, look.LookUpDay);
            (rows, row) = (journeys.Rows(to.Of), (int)link.Value);
            // A linked record dated after the day does not exist yet.
            if (rows.Kind.Shape != RecordShape.Entity && Days.IsDate(rows.First[row]) && rows.First[row] > look.Day) return Worth.None;
        }
        return Cell(rows, row, field.Field, look.Day);
    }

    /// <summary>A child's birth date, an expected one included.</summary>
    public Worth Born(int child)
    {
        var people = journeys.Rows("people");
        return Person(child) is var row and >= 0 ? Cell(people, row, people.Kind.IndexOf("born"), int.MaxValue) : Worth.Unknown;
    }

    private int Person(int child)
    {
        var people = journeys.Rows("people");
        return people.Offset[child] < people.Offset[child + 1] ? people.Offset[child] : -1;
    }

    /// <summary>One cell as seen on a day.</summary>
    public Worth Cell(KindRows rows, int row, int field, int day)
    {
        var says = rows.Kind.Fields[field];
        if (says.KnownFrom.Length > 0)
        {
            var from = rows.Field(rows.Kind.IndexOf(says.KnownFrom))[row];
            if (from == Days.Unknown) return Worth.Unknown;
            // A turn of a clock is late from the day after it was due, and until then it is not.
            if (rows.Kind.Fields[rows.Kind.IndexOf(says.KnownFrom)].Type == FieldType.PlannedDate && (from == Days.None || from >= day)) return Worth.Of(0);
            if (from == Days.None || from > day) return Worth.None;
        }
        var cell = rows.Field(field)[row];
        if (cell == Days.Unknown) return Worth.Unknown;
        if (cell == Days.None) return Worth.None;
        return says.Type switch
        {
            FieldType.Date when cell > day => Worth.None,
            FieldType.Number => Worth.Of(cell / 1000m),
            FieldType.Text or FieldType.CodeSet => Worth.Of(journeys.Texts[cell]),
            _ => Worth.Of(cell),
        };
    }

    private Worth Team(int team, int field, int day)
    {
        var code = journeys.TeamCodes[team];
        var date = Days.Date(day);
        var entry = journeys.Authority.Teams.Where(t => t.Code == code && (t.From is null || t.From <= date)).MaxBy(t => t.From ?? DateOnly.MinValue);
        if (entry is null) return Worth.Unknown;
        var text = Vocabulary.Teams.Fields[field].Name switch { "kind" => entry.Kind, "service" => entry.Service, _ => entry.District };
        return text.Length == 0 ? Worth.Unknown : Worth.Of(text);
    }

    private Worth Worker(int worker, int field, int day)
    {
        var posts = journeys.Rows("worker_posts");
        var name = Vocabulary.Workers.Fields[field].Name;
        if (posts.Offset[worker] == posts.Offset[worker + 1]) return Worth.Unknown;     // nobody wrote down any post of this worker
        var open = Enumerable.Range(posts.Offset[worker], posts.Offset[worker + 1] - posts.Offset[worker])
            .Where(p => posts.First[p] != Days.None && posts.First[p] <= day && (!Days.IsDate(posts.End[p]) || posts.End[p] > day))
            .Select(p => (IsSure: posts.First[p] != Days.Unknown && posts.End[p] != Days.Unknown, Says: Post(posts, p, name, day)))
            .ToList();
        if (open.Count == 0) return Worth.None;
        if (open.Any(p => p.IsSure && p.Says == Truth.Yes)) return Worth.Of(1);
        return open.Any(p => p.Says != Truth.No) || !open.Any(p => p.IsSure) ? Worth.Unknown : Worth.Of(0);
    }

    /// <summary>What one post says of its holder. A post whose title may not hold cases is not a qualified one.</summary>
    private Truth Post(KindRows posts, int post, string name, int day)
    {
        var says = Cell(posts, post, posts.Kind.IndexOf(name), day);
        var title = Cell(posts, post, posts.Kind.IndexOf("role"), day);
        if (name == "qualified" && title.IsKnown && journeys.Authority.NonCaseHoldingTitles.Contains(title.Text!, StringComparer.OrdinalIgnoreCase)) return Truth.No;
        return !says.IsKnown ? Truth.Unknown : Truths.Of(says.Value == 1);
    }
}
