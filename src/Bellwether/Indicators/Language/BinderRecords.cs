using Bellwether.Codes;

namespace Bellwether.Indicators.Language;

/// <summary>Aggregates and the records inside their brackets.</summary>
internal sealed partial class Binder
{
    private Typed BindAggregate(AggregateSyntax syntax, RecordKind? row)
    {
        if (row is not null)
            throw Fault(syntax, "A condition on other records can't stand inside the brackets of another. Add a named derivation in Journeys, or join two `exists( … )` with and.");
        var records = BindRecords(syntax.Records);
        WarnOfOtherSpells(syntax, records);
        WarnOfNoEnd(syntax, records);
        var of = syntax.Of is null ? null : BindPath(syntax.Of, records.Kind, null);
        switch (syntax.Gathering)
        {
            case Gathering.Exists: return Condition(syntax, new Aggregate(ValueKind.Truth, Gathering.Exists, records, null));
            case Gathering.Count: return new Typed(Sort.Number, new Aggregate(ValueKind.Number, Gathering.Count, records, null), syntax);
            case Gathering.CountDistinct: return new Typed(Sort.Number, new Aggregate(ValueKind.Number, Gathering.CountDistinct, records, of!.Value), syntax);
            case Gathering.Sum:
                var number = Want(Sort.Number, of!, "a number");
                return new Typed(Sort.Number, new Aggregate(ValueKind.Number, Gathering.Sum, records, number), syntax);
            default:
                var node = new Aggregate(of!.Value.Type, syntax.Gathering, records, of.Value) { CodeList = of.Value.CodeList };
                return new Typed(of.Sort, node, syntax, null, of.Of);
        }
    }

    private RecordsOf BindRecords(RecordsSyntax syntax)
    {
        var kind = KindOf(syntax, syntax.Kind);
        CheckSubject(syntax, kind);
        CheckTime(syntax, kind);
        var by = syntax.By is null ? null : Want(Sort.Date, Bind(syntax.By, kind), "a date");
        var anchor = syntax.Anchor is null ? null : Want(Sort.Date, BindAnchor(syntax.Anchor, kind), "a date");
        if (syntax.Length is { } length) Known(new LimitSyntax(syntax.WhenAt, length));
        var where = syntax.Where is null ? null : Truth(Bind(syntax.Where, kind));
        var its = syntax.Its && ItsLink(syntax, kind, ref where);
        return new RecordsOf(kind, syntax.Open, its, by, syntax.When, syntax.Length, anchor, where);
    }

    private RecordKind KindOf(Syntax at, string name)
    {
        if (room.Kinds.Find(name) is { Shape: not RecordShape.Entity } kind) return kind;
        throw Fault(at, $"There is no kind of record \"{name}\".{DidYouMean(name, room.Kinds.All.Where(k => k.Shape != RecordShape.Entity).Select(k => k.Name))} "
            + "Kinds stand in records.yaml; dues stand in the folder clocks.");
    }

    private void CheckSubject(RecordsSyntax syntax, RecordKind kind)
    {
        if (scope.Over || scope.Case is null || scope.Case.Subject == kind.Subject) return;
        if (scope.Case.Subject == SubjectKind.Worker && kind.Fields.Any(f => f.Type == FieldType.Worker)) return;
        throw Fault(syntax, $"{kind.Name} belong to a {Word(kind)}, not to the {Word(scope.Case)} of the case. Ask about them in `over`, or follow a link: `worker.qualified`.");
    }

    private static string Word(RecordKind kind) => kind.Subject switch
    {
        SubjectKind.Child => "child",
        SubjectKind.Worker => "worker",
        SubjectKind.Team => "team",
        _ => "place",
    };

    private void CheckTime(RecordsSyntax syntax, RecordKind kind)
    {
        var spell = kind.Shape == RecordShape.Spell;
        if (!spell && (syntax.Open || syntax.When is When.OpenInLast or When.OpenInWindow or When.OpenOn))
            throw Fault(syntax, $"{kind.Name} happen on one day, so they are never open. Write `in last 12 months`, `within … after` or `at most … ago`.");
        if (!scope.Dated || scope.Over) return;
        var at = new PathSyntax(syntax.WhenAt, [syntax.Kind]);
        if (syntax.Open) throw Fault(syntax, "Open when? A case dated by its decision is judged once. Write `open on case.date`.");
        if (syntax.When is When.InLast or When.OpenInLast)
            throw Fault(at, "In last … of what day? A dated case is judged once. Write `within 12 months before case.date`.");
        if (syntax.When == When.AtMostAgo) throw Fault(at, "Ago from what day? A dated case is judged once. Write `within … before case.date`.");
        if (syntax.When is When.InWindow or When.OpenInWindow)
            throw Fault(at, "A dated case is judged once, whatever window is asked. Write `within … after case.date`, or count `open in window` cases.");
    }

    private Typed BindAnchor(Syntax anchor, RecordKind kind) => anchor switch
    {
        PathSyntax path => BindPath(path, null, kind),
        SignSyntax sign when sign.Sign is "+" or "-" && sign.Left is PathSyntax path && BindPath(path, null, kind) is { } =>
            BindArithmetic(sign, null),
        _ => Bind(anchor, null),
    };

    private bool ItsLink(RecordsSyntax syntax, RecordKind kind, ref Node? where)
    {
        if (scope.Case is not { } owner) throw Fault(syntax, "There is no case in reach here, so nothing is `its`.");
        if (kind.LinkTo(owner.Name) >= 0) return true;
        foreach (var (field, number) in owner.Fields.Select((f, i) => (f, i)).Where(p => p.f.Type == FieldType.Link))
        {
            var same = kind.Name == field.Of ? -1 : kind.LinkTo(field.Of);
            if (same < 0) continue;
            // No link of its own to the case, but both belong to one record: the referral's episode and the assessment's.
            Node linked = new Compare(
                Comparison.Equal, new FieldOf(ValueKind.Link, Reader.Row, [], kind, same), new FieldOf(ValueKind.Link, Reader.Case, [], owner, number));
            where = where is null ? linked : new And(linked, where);
            return false;
        }
        throw Fault(syntax, $"{kind.Name} have no link to {owner.Name}, so `its` has nothing to follow. Leave `its` out, and say which by their dates.");
    }

    private void WarnOfOtherSpells(AggregateSyntax syntax, RecordsOf records)
    {
        if (syntax.Gathering is not (Gathering.First or Gathering.Last) || syntax.Records.Its || scope.Case is null || scope.Over) return;
        if (records.Kind.LinkTo(scope.Case.Name) < 0) return;
        var (one, many) = (EnglishText.Spoken(KindWords.Singular(scope.Case.Name)), EnglishText.Spoken(records.Kind.Name));
        room.Lint.Warn(text.At(syntax.At), $"A child may have {many} of an earlier {one}. `its {records.Kind.Name}` keeps to this {one}.");
    }

    private void WarnOfNoEnd(AggregateSyntax syntax, RecordsOf records)
    {
        if (!scope.Settles || records.When is not (When.Always or When.Since) || syntax.Records.Where?.Print().Contains("case.", StringComparison.Ordinal) == true) return;
        room.Lint.Warn(text.At(syntax.At),
            "Nothing closes this: a figure for last year may still rise. Add `within … after case.date`, or state `unbounded: yes`.");
    }
}
