using System.CommandLine;
using Bellwether.Calendar;
using Bellwether.Storage;
using Bellwether.Web.Access;

namespace Bellwether.Cli.Verbs;

/// <summary><c>restrict</c>: the register of restricted cases: list, add, review, lift.</summary>
internal static class RestrictVerb
{
    public static Command Make(Terminal terminal) =>
        new("restrict", "Restricted cases, counted in every figure and listed for few: list, add, review, lift") { List(terminal), Add(terminal), Review(terminal), Lift(terminal) };

    private static Command List(Terminal terminal)
    {
        var (home, json) = (Options.Home(), Options.Json());
        var due = new Option<bool>("--due") { Description = "Only those whose review is due" };
        var all = new Option<bool>("--all") { Description = "Those that were lifted too, and what became of each" };
        var command = new Command("list", "Every restriction in force, with the day its review is due") { home, due, all, json };
        command.SetAction(parsed =>
        {
            using var desk = Open(terminal, parsed.GetValue(home)!);
            var shown = desk.Gate.Restrictions().Where(r => parsed.GetValue(due) ? r.Restriction.IsDue(Today) : parsed.GetValue(all) || r.Restriction.IsInForce)
                .OrderBy(r => r.Restriction.IsInForce ? 0 : 1).ThenBy(r => r.Restriction.ReviewDue).ThenBy(r => r.Restriction.Id).ToList();
            if (parsed.GetValue(json)) terminal.Envelope("restrict", Today, new { Restrictions = shown.Select(Data).ToList() });
            else if (shown.Count == 0) terminal.Line(parsed.GetValue(due) ? "No review is due." : "No case is restricted.");
            else
            {
                terminal.Table(["number", "child", "reason", "from", "placed by", "review due", ""], [.. shown.Select(r => (IReadOnlyList<string>)
                    [$"{r.Restriction.Id}", r.ChildNow ?? $"{r.Restriction.Child}, not in the data", r.Reason, Day(r.Restriction.From), r.Restriction.By, r.Restriction.IsInForce ? Day(r.Restriction.ReviewDue) : "", Words(r.Restriction)])]);
                if (!parsed.GetValue(all)) return Exit.Ok;
                foreach (var (r, step) in shown.SelectMany(r => r.Restriction.Steps.Select(s => (r.Restriction, s))))
                    terminal.Line($"{r.Id}: {Word(step.Kind)} on {Day(LondonTime.DateOf(step.At))}, {step.By}{(step.Load is { } load ? $", load {load}" : "")}");
            }
            return Exit.Ok;
        });
        return command;
    }

    private static Command Add(Terminal terminal)
    {
        var (home, by) = (Options.Home(), Options.By());
        var child = new Option<string>("--child") { Description = "The child's id, as lists show it; it need not be in the data yet", Required = true };
        var reason = new Option<string>("--reason") { Description = "A code of the list restriction-reason", Required = true };
        var from = Options.Date("--from", "First day; left out: today");
        var command = new Command("add", "Restrict a case") { home, child, reason, from, by };
        command.SetAction(parsed =>
        {
            using var desk = Open(terminal, parsed.GetValue(home)!);
            return Answer(terminal, desk.Gate.Restrict(parsed.GetValue(child)!, parsed.GetValue(reason)!, parsed.GetValue(from), parsed.GetValue(by)!), "The case is restricted. It counts in every figure, and stands in no list of those who may not see it.");
        });
        return command;
    }

    private static Command Review(Terminal terminal) => Step(terminal, "review", "Keep a review: the restriction stays, and the next one is due in 90 days",
        (gate, id, by) => gate.ReviewRestriction(id, by), "The review is kept; the restriction stays.");

    private static Command Lift(Terminal terminal) => Step(terminal, "lift", "Lift a restriction: the case is listed again",
        (gate, id, by) => gate.LiftRestriction(id, by), "The restriction is lifted; the case is listed again.");

    private static Command Step(Terminal terminal, string name, string description, Func<Gate, int, string, string> take, string done)
    {
        var number = new Argument<int>("NUMBER") { Description = "The restriction's number, as restrict list shows it" };
        var (home, by) = (Options.Home(), Options.By());
        var command = new Command(name, description) { number, home, by };
        command.SetAction(parsed =>
        {
            using var desk = Open(terminal, parsed.GetValue(home)!);
            return Answer(terminal, take(desk.Gate, parsed.GetValue(number), parsed.GetValue(by)!), done);
        });
        return command;
    }

    private static Desk Open(Terminal terminal, DirectoryInfo home) => Desk.Open(terminal, home, null, withRestricted: true);

    private static int Answer(Terminal terminal, string wrong, string done)
    {
        if (wrong.Length > 0) throw new UsageException(wrong);
        terminal.Line(done);
        return Exit.Ok;
    }

    private static Dictionary<string, object?> Data(RestrictedCase r) => new()
    {
        ["number"] = r.Restriction.Id,
        ["child"] = r.ChildNow ?? r.Restriction.Child,
        ["in_the_data"] = r.ChildNow is not null,
        ["reason"] = r.Restriction.Reason,
        ["from"] = r.Restriction.From,
        ["placed_by"] = r.Restriction.By,
        ["source"] = r.Restriction.Source.Length > 0 ? r.Restriction.Source : null,
        ["load"] = r.Restriction.Load,
        ["review_due"] = r.Restriction.IsInForce ? r.Restriction.ReviewDue : null,
        ["unsaid_since_load"] = r.Restriction.Unsaid?.Load,
        ["steps"] = r.Restriction.Steps.Select(s => new Dictionary<string, object?> { ["step"] = Word(s.Kind), ["by"] = s.By, ["load"] = s.Load, ["at"] = s.At }).ToList(),
    };

    private static string Words(Restriction restriction) => restriction.Lifted is { } lifted ? $"lifted on {Day(LondonTime.DateOf(lifted.At))} by {lifted.By}"
        : restriction.Unsaid is { Load: { } load } ? $"the extract says nothing of it since load {load}" : "";

    private static string Word(RestrictionStepKind kind) => kind switch
    {
        RestrictionStepKind.Reviewed => "reviewed",
        RestrictionStepKind.Unsaid => "no longer told",
        RestrictionStepKind.SaidAgain => "told again",
        RestrictionStepKind.StillTold => "told after it was lifted",
        _ => "lifted",
    };

    private static string Day(DateOnly day) => EnglishDate.Format(day);

    private static DateOnly Today => LondonTime.DateOf(TimeProvider.System.GetUtcNow());
}
