using Bellwether.Codes;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>Definitions drawn at random from the grammar over the real kinds, as the text of an indicator file.</summary>
internal sealed class DrawnDefinitions(Random random, RecordKinds kinds, CodeLists codes)
{
    private static readonly string[] Child = ["record", "child", "\"child, any\"", "\"child, every\""];
    private readonly DrawnExpressions _draw = new(random, kinds, codes);

    public string One(string id)
    {
        var form = random.Next(9) switch { < 4 => "open", 4 => "in last", 5 => "in window", _ => "dated" };
        var able = kinds.All.Where(k => k.Shape != RecordShape.Entity && k.Subject is SubjectKind.Child or SubjectKind.Worker && k.Shape != RecordShape.Entity
            && (form == "dated" || k.Shape == RecordShape.Spell)).ToList();
        if (random.Next(3) > 0) able = [.. able.Where(k => k.Name.EndsWith("_dues", StringComparison.Ordinal) || k.Name is "cp_plans" or "care_periods" or "missing_episodes" or "allocations" or "worker_posts" or "cp_visits" or "referrals")];
        var kind = able[random.Next(able.Count)];
        var place = new Place(kind, null, form == "dated");
        var lines = new List<string> { $"title: {id}", $"cases: '{Cases(kind, form, place)}'" };
        if (random.Next(3) == 0) lines.Add($"where: '{_draw.Truth(1, place)}'");
        if (random.Next(8) > 0) lines.Add($"met: '{_draw.Truth(2, place)}'");
        if (random.Next(4) == 0) lines.Add($"value: '{_draw.Number(1, place)}'");
        if (random.Next(2) == 0) lines.Add($"per: {Child[random.Next(4)]}");
        if (random.Next(4) == 0) lines.Add("running: as found");
        if (random.Next(4) == 0) lines.Add("unknown: left out");
        if (form == "dated") lines.Add("unbounded: yes");
        if (random.Next(4) == 0) lines.AddRange(Split(place));
        if (random.Next(3) == 0) lines.AddRange(["variants:", $"  other: {{ also: '{_draw.Truth(0, place)}' }}", "  swapped: { use: { cp-visit: 3 days, initial-health: 7 days, cp-review-first: 1 month, return-interview: 2 weeks } }"]);
        return string.Join('\n', lines) + "\n";
    }

    private string Cases(RecordKind kind, string form, Place place)
    {
        switch (form)
        {
            case "open": return $"open {kind.Name}";
            case "in last": return $"{kind.Name} open in last {_draw.Span()}";
            case "in window": return $"{kind.Name} open in window";
        }
        if (kind.Shape == RecordShape.Event && random.Next(2) == 0) return kind.Name;
        var own = kind.Shape == RecordShape.Spell ? random.Next(2) == 0 ? "end" : "start" : "date";
        return random.Next(5) switch
        {
            0 => $"{kind.Name} by {own} + {_draw.Span()}",
            1 => $"{kind.Name} by {own}, {_draw.Field(FieldType.Date, place) ?? own}",
            2 when kind.Shape == RecordShape.Spell => $"{kind.Name} by start, end, start + 2 months",
            _ => $"{kind.Name} by {own}",
        };
    }

    private IEnumerable<string> Split(Place place) => random.Next(3) switch
    {
        0 when place.Case.Subject == SubjectKind.Child => [$"split: '{(place.Dated ? "age(case.date)" : "age(as_at)")}'", "bands: [0-4, 5-9, 10-15, 16+]"],
        1 when place.Case.Fields.FirstOrDefault(f => f.Type == FieldType.Code) is { } code => [$"split: '{code.Name}'"],
        _ => ["split:", $"  one: '{_draw.Truth(0, place)}'", $"  two: '{_draw.Truth(1, place)}'"],
    };
}

/// <summary>What an expression may speak of where it stands.</summary>
/// <param name="Case">The kind of the case.</param>
/// <param name="Row">The kind tested, inside brackets; null outside.</param>
/// <param name="Dated">The case is dated: no day to look at.</param>
/// <param name="ByName">Fields of the case need <c>case.</c> before them.</param>
internal sealed record Place(RecordKind Case, RecordKind? Row, bool Dated, bool ByName = false);
