using System.CommandLine;
using Bellwether.Calendar;
using Bellwether.Scorecards;
using Bellwether.Web.Look;

namespace Bellwether.Cli.Verbs;

/// <summary><c>targets</c>: list what is set, set one with its reason and approver, show who changed what.</summary>
internal static class TargetsVerb
{
    public static Command Make(Terminal terminal) => new("targets", "Dated targets: list, set, and who changed what") { List(terminal), Set(terminal), History(terminal) };

    private static Command List(Terminal terminal)
    {
        var home = Options.Home();
        var indicator = new Option<string?>("--indicator") { Description = "Only this indicator's" };
        var json = Options.Json();
        var command = new Command("list", "Every target of the home, and what is wrong with it") { home, indicator, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null);
            var only = parsed.GetValue(indicator) is { } name ? desk.Find(name, null).Entry.Definition.Id : null;
            var all = desk.Gate.Commitments.Targets.All.Where(t => only is null || t.Indicator == only).ToList();
            terminal.Warnings.AddRange(desk.Gate.TargetFaults);
            if (desk.Gate.TargetsByHand is { Length: > 0 } byHand) terminal.Warnings.Add(byHand);
            if (parsed.GetValue(json)) terminal.Envelope("targets", null, new Dictionary<string, object?> { ["targets"] = all.Select(BesideJson.Of).ToList() });
            else
            {
                terminal.Table(["indicator", "area", "from", "to", "target", "amber", "kind", "reason", "approved by"], [.. all.Select(t => (IReadOnlyList<string>)
                [
                    t.Indicator, t.Area.Length > 0 ? t.Area : "all", IsoDate.Format(t.From), IsoDate.Format(t.To), BandWords.Plain(t.Value), t.AmberEdge is { } edge ? BandWords.Plain(edge) : "", t.Kind, t.Reason, t.ApprovedBy,
                ])], 4, 5);
                foreach (var warning in terminal.Warnings) terminal.Say(warning);
            }
            return Exit.Ok;
        });
        return command;
    }

    private static Command Set(Terminal terminal)
    {
        var indicator = Options.Indicator();
        var home = Options.Home();
        var from = Options.Date("--from", "The first day in force");
        from.Required = true;
        var to = Options.Date("--to", "The first day no longer in force; left out: until the next target, or for good");
        var value = new Option<decimal>("--target") { Description = "The target, in the unit shown: 80 is 80%", Required = true };
        var amber = new Option<decimal?>("--amber") { Description = "The boundary between Red and Amber; left out: only Green or Red" };
        var kind = new Option<string>("--kind") { Description = string.Join(", ", TargetKinds.All), DefaultValueFactory = _ => "local" };
        var area = new Option<string>("--area") { Description = "A district, a team, or one member of a breakdown such as case-type:CP; left out: the whole authority", DefaultValueFactory = _ => "" };
        var reason = Words("--reason", "Why it is what it is");
        var source = Words("--source", "The law, notice, paper or decision it comes from");
        var dated = Options.Date("--source-date", "The date of the source");
        var approved = Words("--approved-by", "Who approved it");
        var who = Options.Who();
        var command = new Command("set", "Set a target from a day on; the one in force until then ends") { indicator, home, from, to, value, amber, kind, area, reason, source, dated, approved, who };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null);
            var id = desk.Find(parsed.GetValue(indicator)!, null).Entry.Definition.Id;
            var target = new Target(id, parsed.GetValue(area) is "authority" ? "" : parsed.GetValue(area)!, parsed.GetValue(from)!.Value, parsed.GetValue(to), parsed.GetValue(value), parsed.GetValue(amber),
                parsed.GetValue(kind)!, parsed.GetValue(reason)!, parsed.GetValue(source)!, parsed.GetValue(approved)!)
            { SourceDate = parsed.GetValue(dated) };
            var faults = desk.Gate.SetTarget(target, parsed.GetValue(who)!, TimeProvider.System.GetUtcNow());
            foreach (var fault in faults) terminal.Say(fault);
            if (faults.Count > 0) return Exit.Rejected;
            terminal.Line($"{id}: {TargetHistory.Words(target)}");
            return Exit.Ok;
        });
        return command;
    }

    private static Command History(Terminal terminal)
    {
        var home = Options.Home();
        var json = Options.Json();
        var command = new Command("history", "Who changed which target, newest first") { home, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null);
            var changes = desk.Gate.TargetChanges;
            if (desk.Gate.TargetsByHand is { Length: > 0 } byHand) terminal.Warnings.Add(byHand);
            if (parsed.GetValue(json)) terminal.Envelope("targets", null, new Dictionary<string, object?> { ["changes"] = changes.Select(BesideJson.Of).ToList() });
            else
            {
                foreach (var c in changes)
                    terminal.Line($"{EnglishDate.Format(LondonTime.DateOf(c.When))}, {c.Who}: {c.Indicator}{(c.Area.Length > 0 ? $", {c.Area}" : "")}: {(c.Before.Length > 0 ? $"before {c.Before}; now " : "new ")}{c.After}");
                if (changes.Count == 0) terminal.Line("No target has been changed here yet.");
                foreach (var warning in terminal.Warnings) terminal.Say(warning);
            }
            return Exit.Ok;
        });
        return command;
    }

    private static Option<string> Words(string name, string description) => new(name) { Description = description, DefaultValueFactory = _ => "" };
}
