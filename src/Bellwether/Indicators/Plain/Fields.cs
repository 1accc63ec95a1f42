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
            Reader.Child => (journeys.Rows("people"), look.Subject),
            _ => (look.Cases, look.Case),
        };
        foreach (var hop in field.Hops)
        {
            var to = rows.Kind.Fields[hop];
            var link = Cell(rows, row, hop, look.Day);
            if (!link.IsKnown) return link;
            if (to.Type == FieldType.Team) return Team((int)link.Value, field.Field, look.Day);
            if (to.Type == FieldType.Worker) return Worker((int)link.Value, field.Field, look.Day);
            (rows, row) = (journeys.Rows(to.Of), (int)link.Value);
            // A linked record dated after the day does not exist yet.
            if (rows.Kind.Shape != RecordShape.Entity && Days.IsDate(rows.First[row]) && rows.First[row] > look.Day) return Worth.None;
        }
        return Cell(rows, row, field.Field, look.Day);
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
        var open = Enumerable.Range(posts.Offset[worker], posts.Offset[worker + 1] - posts.Offset[worker])
            .Where(p => posts.First[p] <= day && (posts.End[p] == Days.None || posts.End[p] > day));
        var held = open.Select(p => Cell(posts, p, posts.Kind.IndexOf(name), day)).ToList();
        if (held.Any(h => h is { IsKnown: true, Value: 1 })) return Worth.Of(1);
        return held.Count == 0 || held.Any(h => !h.IsKnown) ? Worth.Unknown : Worth.Of(0);
    }
}
