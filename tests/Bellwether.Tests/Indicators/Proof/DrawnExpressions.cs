using Bellwether.Codes;
using Bellwether.Indicators.Language;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>Conditions, numbers, dates and records drawn from the grammar; every operator of the language comes up.</summary>
internal sealed class DrawnExpressions(Random random, RecordKinds kinds, CodeLists codes)
{
    private static readonly string[] Limits =
    [
        "1 day", "3 days", "10 days", "28 days", "1 week", "2 weeks", "1 month", "3 months", "6 months", "1 year", "1 working day", "3 working days",
        "10 working days", "45 working days", "timescale(cp-visit)", "timescale(return-interview)", "timescale(permanence-plan)", "timescale(single-assessment)",
    ];

    private static readonly string[] Spans = ["1 day", "5 days", "10 days", "1 week", "3 weeks", "1 month", "2 months", "3 months", "12 months", "1 year"];
    private static readonly string[] Signs = ["=", "!=", "<", "<=", ">", ">="];
    private static readonly int[] Numbers = [0, 1, 1, 2, 2, 3, 5, 7, 10, 20, 28, 60];

    public string Span() => Spans[random.Next(Spans.Length)];

    public string Limit() => Limits[random.Next(Limits.Length)];

    public string Truth(int depth, Place at)
    {
        if (depth > 0)
        {
            switch (random.Next(8))
            {
                case 0: return $"({Truth(depth - 1, at)}) and ({Truth(depth - 1, at)})";
                case 1: return $"({Truth(depth - 1, at)}) or ({Truth(depth - 1, at)})";
                case 2: return $"not ({Truth(depth - 1, at)})";
                case 3 when !at.Dated && at.Row is null: return $"({Truth(depth - 1, at)}) for {(random.Next(2) == 0 ? "more than" : "at least")} {Limit()}";
            }
        }
        if (at.Row is null && random.Next(5) > 1) return random.Next(4) switch
        {
            0 => $"{Count(at)} {Sign()} {random.Next(4)}",
            1 => Last(at, FieldType.YesNo) ?? $"exists({Records(at)})",
            _ => $"exists({Records(at)})",
        };
        return random.Next(11) switch
        {
            0 or 1 => Field(FieldType.YesNo, at) ?? Dates(at),
            2 or 3 => Coded(at) ?? Dates(at),
            4 => $"{Any(at)} is {(random.Next(2) == 0 ? "not " : "")}{(random.Next(2) == 0 ? "none" : "known")}",
            5 => $"{Number(1, at)} {Sign()} {Number(0, at)}",
            6 => $"{Number(1, at)} between {random.Next(3)} and {random.Next(3, 30)}",
            7 => $"{Number(0, at)} {(random.Next(2) == 0 ? "not " : "")}in [1, 2, 10]",
            8 when random.Next(4) == 0 => random.Next(2) == 0 ? "yes" : "no",
            8 => $"{Date(0, at)} in [2024-02-29, 2024-03-01, 2024-03-31]",
            _ => Dates(at),
        };
    }

    public string Number(int depth, Place at)
    {
        switch (random.Next(depth > 0 ? 10 : 6))
        {
            case 0: return Field(FieldType.Number, at) ?? "2";
            case 1: return $"days({Date(0, at)}, {Date(0, at)})";
            case 2: return $"working_days({Date(0, at)}, {Date(0, at)})";
            case 3: return $"months({Date(0, at)}, {Date(0, at)})";
            case 4 when at.Case.Subject == SubjectKind.Child: return $"age({Date(0, at)})";
            case 6 when at.Row is null: return Count(at);
            case 7: return $"({Number(depth - 1, at)} {"+-*/"[random.Next(4)]} {Number(depth - 1, at)})";
            case 8: return $"if({Truth(0, at)}, {Number(depth - 1, at)}, {Number(0, at)})";
            case 9: return $"{(random.Next(2) == 0 ? "min" : "max")}({Number(0, at)}, {Number(depth - 1, at)})";
            default: return Numbers[random.Next(Numbers.Length)].ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    public string Date(int depth, Place at)
    {
        switch (random.Next(depth > 0 ? 11 : 6))
        {
            case 0 or 1 when !at.Dated: return "as_at";
            case 0 or 1 when !at.ByName || random.Next(2) == 0: return "case.date";
            case 2: return "2024-03-01";
            case 6: return $"{Date(0, at)} + {Limit()}";
            case 7: return $"{Date(0, at)} - {random.Next(1, 20)} days";
            case 8 when at.Case.Subject == SubjectKind.Child: return $"birthday({random.Next(19)})";
            case 9: return $"{(random.Next(2) == 0 ? "min" : "max")}({Date(0, at)}, {Date(0, at)})";
            case 10: return $"if({Truth(0, at with { ByName = false })}, {Date(0, at)}, {Date(0, at)})";
            default: return at.Row is null && random.Next(3) == 0 && Last(at, FieldType.Date) is { } last ? last : Field(FieldType.Date, at) ?? "2024-02-29";
        }
    }

    /// <summary>A path to a field of a type, through up to two links; null where none is in reach.</summary>
    public string? Field(FieldType type, Place at)
    {
        var found = new List<string>();
        if (at.Row is not null) Walk(at.Row, "", 2);
        if (at.Row is null || random.Next(3) == 0) Walk(at.Case, at.Row is null && !at.ByName ? "" : "case.", 2);
        if (at.Case.Subject == SubjectKind.Child && random.Next(4) == 0) Walk(kinds["people"], "child.", 0);
        if (found.Count == 0) return null;
        var near = found.Where(f => f.Count(c => c == '.') <= 1).ToList();
        return near.Count > 0 && random.Next(3) > 0 ? near[random.Next(near.Count)] : found[random.Next(found.Count)];

        void Walk(RecordKind kind, string before, int hops)
        {
            foreach (var field in kind.Fields)
            {
                if (field.Type == type || (type == FieldType.Date && field.Type == FieldType.PlannedDate)) found.Add(before + field.Name);
                if (hops == 0) continue;
                if (field.Type == FieldType.Link && kinds.Find(field.Of) is { } to) Walk(to, $"{before}{field.Name}.", hops - 1);
                if (field.Type == FieldType.Worker && type == FieldType.YesNo) Walk(Vocabulary.Workers, $"{before}{field.Name}.", 0);
                if (field.Type == FieldType.Team && type == FieldType.Text) Walk(Vocabulary.Teams, $"{before}{field.Name}.", 0);
            }
        }
    }

    private string Dates(Place at) => $"{Date(1, at)} {Sign()} {Date(1, at)}";

    private string Sign() => Signs[random.Next(Signs.Length)];

    private string Any(Place at) => random.Next(4) switch
    {
        0 => Field(FieldType.Number, at),
        1 => Field(FieldType.YesNo, at),
        2 => Field(FieldType.Worker, at),
        _ => Field(FieldType.Date, at),
    } ?? Date(0, at);

    private string? Coded(Place at)
    {
        if (random.Next(3) == 0 && Field(FieldType.Text, at) is { } text)
        {
            var words = UglyJourneys.Words(text[(text.LastIndexOf('.') + 1)..], (at.Row ?? at.Case).Name);
            return random.Next(2) == 0 ? $"{text} = \"{words[0]}\"" : $"{text} {(random.Next(2) == 0 ? "not " : "")}in [\"{words[^1]}\", \"no such text\"]";
        }
        var fields = (at.Row ?? at.Case).Fields.Where(f => f.Type == FieldType.Code).ToList();
        if (fields.Count == 0) return null;
        var field = fields[random.Next(fields.Count)];
        var name = at.Row is null && at.ByName ? "case." + field.Name : field.Name;
        var entries = codes[field.Of].Entries;
        return random.Next(2) == 0 ? $"{name} {(random.Next(2) == 0 ? "=" : "!=")} \"{entries[0].Code}\"" : $"{name} in [\"{entries[^1].Code}\", \"{entries[0].Code}\"]";
    }

    private string Count(Place at)
    {
        var kind = Kind(at);
        var inside = at with { Row = kind, ByName = false };
        return random.Next(3) switch
        {
            0 when Own(kind, FieldType.Worker, FieldType.Code, FieldType.Team) is { } path => $"count(distinct {path} of {Records(at, kind)})",
            1 when Field(FieldType.Number, inside) is { } path => $"sum({path} of {Records(at, kind)})",
            _ => $"count({Records(at, kind)})",
        };
    }

    private string? Last(Place at, FieldType type)
    {
        var kind = Kind(at);
        return Own(kind, type) is { } field ? $"{(random.Next(2) == 0 ? "first" : "last")}({Records(at, kind)}).{field}" : null;
    }

    private string? Own(RecordKind kind, params FieldType[] types)
    {
        var fields = kind.Fields.Where(f => types.Contains(f.Type)).ToList();
        return fields.Count == 0 ? null : fields[random.Next(fields.Count)].Name;
    }

    private RecordKind Kind(Place at)
    {
        var able = kinds.All.Where(k => k.Shape != RecordShape.Entity
            && (k.Subject == at.Case.Subject || (at.Case.Subject == SubjectKind.Worker && k.Fields.Any(f => f.Type == FieldType.Worker)))).ToList();
        var linked = able.Where(k => k.LinkTo(at.Case.Name) >= 0).ToList();
        return linked.Count > 0 && random.Next(2) == 0 ? linked[random.Next(linked.Count)] : able[random.Next(able.Count)];
    }

    private string Records(Place at) => Records(at, Kind(at));

    private string Records(Place at, RecordKind kind)
    {
        var spell = kind.Shape == RecordShape.Spell;
        var words = new List<string>();
        if (spell && !at.Dated && random.Next(3) == 0) words.Add("open");
        if (kind.LinkTo(at.Case.Name) >= 0 && random.Next(2) == 0) words.Add("its");
        words.Add(kind.Name);
        if (random.Next(5) == 0) words.Add("by " + (random.Next(2) == 0 && spell ? "end" : Own(kind, FieldType.Date)));
        if (random.Next(4) > 0) words.Add(When(at, spell));
        if (random.Next(2) == 0) words.Add($"where {Truth(1, at with { Row = kind, ByName = false })}");
        return string.Join(' ', words);
    }

    private string When(Place at, bool spell)
    {
        var anchor = Date(1, at with { ByName = true });
        return random.Next(at.Dated ? 6 : 12) switch
        {
            0 => $"within {Limit()} after {anchor}",
            1 => $"within {Limit()} before {anchor}",
            2 => $"up to {Limit()} after {anchor}",
            3 => $"since {anchor}",
            4 => $"before {anchor}",
            5 => spell ? $"open on {anchor}" : $"since {anchor}",
            6 or 7 => $"in last {Span()}",
            8 => spell ? $"open in last {Span()}" : $"in last {Span()}",
            9 => "in window",
            10 => spell ? "open in window" : "in window",
            _ => $"at most {Limit()} ago",
        };
    }
}
