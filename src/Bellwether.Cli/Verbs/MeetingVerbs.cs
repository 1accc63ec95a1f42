using System.CommandLine;
using Bellwether.Calendar;
using Bellwether.Publications.Packs;

namespace Bellwether.Cli.Verbs;

/// <summary><c>meeting</c>: the register of meetings that papers go to.</summary>
internal static class MeetingVerbs
{
    public static Command Make(Terminal terminal) => new("meeting", "The register of meetings that packs go to") { Add(terminal), List(terminal) };

    private static Command Add(Terminal terminal)
    {
        var home = Options.Home();
        var id = new Argument<string>("ID") { Description = "Letters, digits and hyphens, such as cype-2017-09-07; one that is there is changed" };
        var body = new Option<string>("--body") { Description = "The committee or board", Required = true };
        var date = Options.Date("--date", "When it meets");
        var due = Options.Date("--papers-due", "When its clerk needs the papers; left out: 10 days before");
        var audience = new Option<string>("--audience") { Description = "staff, members or public", DefaultValueFactory = _ => "public" };
        var exempt = new Option<string>("--exempt") { Description = "For members: the paragraph of the exemption", DefaultValueFactory = _ => "" };
        var item = new Option<string>("--agenda-item") { Description = "As printed", DefaultValueFactory = _ => "" };
        var command = new Command("add", "Write a meeting down, or change it") { home, id, body, date, due, audience, exempt, item };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(date) is not { } day) throw new UsageException("Write --date, such as 2017-09-07.");
            if (Classification.Read(parsed.GetValue(audience)!, parsed.GetValue(exempt)!, out var fault) is not { } classification) throw new UsageException(fault);
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null);
            var meeting = new Meeting(parsed.GetValue(id)!, parsed.GetValue(body)!, day, classification, parsed.GetValue(due) ?? day.AddDays(-10), parsed.GetValue(item)!);
            if (desk.Packs().Save(meeting) is { Length: > 0 } refused) throw new UsageException(refused);
            terminal.Line($"{meeting.Body}, {Calendar.EnglishDate.Format(meeting.Date)}: papers due {Calendar.EnglishDate.Format(meeting.PapersDue)}; {meeting.Classification.Words}.");
            return Exit.Ok;
        });
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var (home, json) = (Options.Home(), Options.Json());
        var command = new Command("list", "Every meeting, latest first") { home, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null);
            var meetings = desk.Packs().Meetings();
            if (parsed.GetValue(json)) terminal.Envelope("meeting list", null, meetings.Select(m => new { m.Id, m.Body, m.Date, Classification = m.Classification.Words, m.PapersDue, m.AgendaItem }).ToList());
            else terminal.Table(["id", "body", "date", "papers due", "classification"], [.. meetings.Select(m => (IReadOnlyList<string>)
                [m.Id, m.Body, IsoDate.Format(m.Date), IsoDate.Format(m.PapersDue), m.Classification.Written])]);
            return Exit.Ok;
        });
        return command;
    }
}
