using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>Binds one definition, variant or fallback: cases first, for they are what everything else is read from.</summary>
internal static class IndicatorBinder
{
    public static BoundIndicator? Bind(IndicatorParts parts, BindRoom room)
    {
        var errors = room.Lint.Errors;
        if (parts.Source("cases") is not { } written)
        {
            room.Lint.Error(parts.File.At(parts.Base), "`cases` is missing: what a case is, such as `open cp_plans` or `referrals`.");
            return null;
        }
        if (BindCases(written, room) is not var (kind, form, span, dates)) return null;
        var scope = new Scope(kind) { Dated = form == CaseForm.Dated };
        var where = And(Condition(parts, "where", scope, room), Condition(parts, "also", scope, room));
        var met = Condition(parts, "met", scope with { Settles = scope.Dated && parts.Text("unbounded") != "yes" }, room);
        var value = parts.Source("value") is { } v ? Binder.Number(room, scope, v) : null;
        var show = Headline(parts, met is not null || parts.Has("met"), room);
        var over = parts.Source("over") is { } o ? Binder.Number(room, scope with { Over = true, Case = null }, o)
            : show == Show.Rate ? new Population(0, 17) : null;
        if (over is not null) CheckBreakdowns(parts, over, room);
        var split = SplitBinder.Bind(parts, scope, room);
        var limits = Swaps(parts, room);
        var (per, running, unknown) = (PerOf(parts, room), Choice(parts, "running", room), Choice(parts, "unknown", room));
        var censored = Censored(parts, kind, show, value, room);
        var line = Line(parts, room);
        if (show is Show.Ratio or Show.PercentageOf && over is null && !parts.Has("over"))
            room.Lint.Error(parts.At("show"), "A ratio needs a divisor. Write `over: sum(fte of open worker_posts)` or another number.");
        if (show is Show.Mean or Show.Median or Show.Sum && value is null && !parts.Has("value"))
            room.Lint.Error(parts.At("show"), "A mean, median or sum needs a number for each case. Write `value: days(start, end)` or another number.");
        if (show is Show.Percentage && met is null && !parts.Has("met"))
            room.Lint.Error(parts.At("show"), "A percentage needs a verdict. Write `met`, or show a count.");
        return room.Lint.Errors > errors ? null : new BoundIndicator(
            parts.Id, parts.Variant, kind, form, span, dates, where, met, value, over, per, show,
            running == "as found", unknown == "left out", limits)
        { Split = split, Line = line, Censored = censored };
    }

    private static bool Censored(IndicatorParts parts, RecordKind kind, Show show, Node? value, BindRoom room)
    {
        if (Choice(parts, "open_cases", room) != "censored" || (show != Show.Median && parts.Layers.Count > 1 && parts.Laid("open_cases") is null)) return false;
        if (show != Show.Median || (value is not null && !Engine.Censoring.NamesEnd(value, kind)))
            room.Lint.Error(parts.At("open_cases"), "Unfinished cases can be counted in a median of durations alone. Write `show: median` and a `value` with the spell's end: `days(start, end)`.");
        return true;
    }

    private static SeriesLine? Line(IndicatorParts parts, BindRoom room)
    {
        if (parts.Text("series") is not { } written) return null;
        if (!SeriesLine.TryParse(written, out var line)) room.Lint.Error(parts.At("series"), $"`series` is \"{written}\". Write {SeriesLine.Words}.");
        return line;
    }

    private static Node? Condition(IndicatorParts parts, string key, Scope scope, BindRoom room) =>
        parts.Source(key) is { } text ? Binder.Condition(room, scope, text) : null;

    private static Node? And(Node? left, Node? right) => left is null ? right : right is null ? left : new And(left, right);

    private static (RecordKind Kind, CaseForm Form, Limit? Span, IReadOnlyList<Node> Dates)? BindCases(SourceText text, BindRoom room)
    {
        try
        {
            var cases = Parser.Cases(text.Text);
            if (room.Kinds.Find(cases.Kind) is not { Shape: not RecordShape.Entity } kind)
            {
                var near = Nearest.To(cases.Kind, room.Kinds.All.Where(k => k.Shape != RecordShape.Entity).Select(k => k.Name));
                room.Lint.Error(text.At(cases.At), $"There is no kind of record \"{cases.Kind}\".{(near is null ? "" : $" Did you mean `{near}`?")} Kinds stand in records.yaml; dues stand in the folder clocks.");
                return null;
            }
            var spell = kind.Shape == RecordShape.Spell;
            if (cases.Form != CaseForm.Dated && !spell)
            {
                room.Lint.Error(text.At(cases.At), $"{kind.Name} happen on one day, so they are never open. Write `cases: {kind.Name}`: each counts on its date.");
                return null;
            }
            if (cases.Form != CaseForm.Dated) return (kind, cases.Form, cases.Span, []);
            if (cases.Dates.Count == 0 && spell)
            {
                room.Lint.Error(text.At(cases.At), $"{KindWords.WithArticle(kind.Name)} has a start and an end, so this could mean three things: "
                    + $"`open {kind.Name}`, `{kind.Name} by start`, `{kind.Name} by end`.");
                return null;
            }
            if (cases.Dates.Select(d => d.Print()).GroupBy(d => d, StringComparer.Ordinal).FirstOrDefault(d => d.Count() > 1) is { Key: var twice })
            {
                room.Lint.Error(text.At(cases.At), $"`{twice}` stands twice after `by`, so a record would count twice on it. Name it once.");
                return null;
            }
            var dates = cases.Dates.Count == 0
                ? [new FieldOf(ValueKind.Date, Reader.Case, [], kind, 0)]
                : cases.Dates.Select(d => Binder.Date(room, new Scope(kind) { Dated = true },
                    new SourceText(d.Print(), text.At(Math.Max(0, text.Text.IndexOf(" by ", StringComparison.Ordinal) + 4)), false))).ToList();
            return dates.Contains(null) ? null : (kind, cases.Form, null, dates!);
        }
        catch (SyntaxFault fault)
        {
            room.Lint.Error(text.At(fault.At), fault.Message);
            return null;
        }
    }

    private static Show Headline(IndicatorParts parts, bool hasMet, BindRoom room)
    {
        var shows = parts.List("show");
        foreach (var word in shows.Where(w => !DefinitionKeys.Shows.Contains(w.Value!)))
            room.Lint.Error(parts.File.At(word), $"`show` is \"{word.Value}\". Write {string.Join(", ", DefinitionKeys.Shows)}.");
        if (shows.Count == 0) return hasMet ? Show.Percentage : Show.Count;
        switch (shows[0].Value)
        {
            case "percentage": return Show.Percentage;
            case "rate": return Show.Rate;
            case "mean": return Show.Mean;
            case "median": return Show.Median;
            case "sum": return Show.Sum;
            case "ratio": return Show.Ratio;
            case "ratio as %": return Show.PercentageOf;
            case "highest" or "shares":
                room.Lint.Error(parts.File.At(shows[0]), $"{shows[0].Value} can stand beside a headline, not be one. Put percentage, count, mean or another first.");
                return Show.Count;
            default: return Show.Count;
        }
    }

    private static Per PerOf(IndicatorParts parts, BindRoom room) => Choice(parts, "per", room) switch
    {
        "child" => Per.ChildLatest,
        "child, any" => Per.ChildAny,
        "child, every" => Per.ChildEvery,
        _ => Per.Record,
    };

    private static string Choice(IndicatorParts parts, string key, BindRoom room)
    {
        if (parts.Text(key) is not { } written) return "";
        var choices = DefinitionKeys.All.First(k => k.Name == key).Choices;
        if (!choices.Contains(written)) room.Lint.Error(parts.At(key), $"`{key}` is \"{written}\". Write {string.Join(" | ", choices)}.");
        return written;
    }

    private static Dictionary<string, Limit> Swaps(IndicatorParts parts, BindRoom room)
    {
        var swaps = new Dictionary<string, Limit>(StringComparer.Ordinal);
        if (parts.Laid("use") is not { } laid || parts.File.Map(laid, "use") is not { } use) return swaps;
        foreach (var (key, node) in use.Children)
        {
            var id = YamlShelf.KeyName(key);
            if (!room.Timescales.ContainsKey(id))
                room.Lint.Error(parts.File.At(key), $"There is no timescale \"{id}\".{(Nearest.To(id, room.Timescales.Keys) is { } near ? $" Did you mean `{near}`?" : "")}");
            else if (node is YamlScalarNode scalar && Limit.TryParse(scalar.Value, out var limit)) swaps[id] = limit;
            else room.Lint.Error(parts.File.At(node), "Write a length: 20 working days, 28 days, 6 months.");
        }
        return swaps;
    }

    private static void CheckBreakdowns(IndicatorParts parts, Node over, BindRoom room)
    {
        foreach (var kind in TreeWalk.Kinds(over).Where(k => k.Subject != SubjectKind.Child))
            foreach (var breakdown in parts.File.List(parts.Base, "breakdowns"))
                if (breakdown.Value is not ("team" or "district" or "service" or "worker"))
                    room.Lint.Error(parts.File.At(breakdown),
                        $"{KindWords.WithArticle(kind.Name)} has no {breakdown.Value} of a child, so the ratio can't be split by it. Leave it out of `breakdowns`.");
    }
}
