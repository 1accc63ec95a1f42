using System.CommandLine;
using Bellwether.Calendar;
using Bellwether.Web.Packs;

namespace Bellwether.Cli.Verbs;

/// <summary>The options by which every verb about packs names one.</summary>
internal sealed class PackOptions
{
    public Option<DirectoryInfo> Home { get; } = Options.Home();

    public Option<Month?> Period { get; } = Options.Period();

    public Option<string?> Scorecard { get; } = new("--scorecard") { Description = "Which scorecard; left out: the home's own" };

    public Option<string?> Template { get; } = new("--template") { Description = "Which layout: indicator-pages, quarterly-monitoring, portfolio-report, exception-report, progress-report, or the home's own" };

    public Option<string> Meeting { get; } = new("--meeting") { Description = "The meeting it goes to, by id; kept for this pack", DefaultValueFactory = _ => "" };

    public Option<string> Audience { get; } = new("--audience") { Description = "staff, members or public; kept for this pack; left out: as its meeting is", DefaultValueFactory = _ => "" };

    public Option<string> Exempt { get; } = new("--exempt") { Description = "For members: the paragraph of Part 1 of Schedule 12A that makes it exempt, such as 2", DefaultValueFactory = _ => "" };

    public Option<string[]> Districts { get; } = new("--district") { Description = "Only these districts, by code; left out: all", AllowMultipleArgumentsPerToken = true };

    public Option<bool> Json { get; } = Options.Json();

    public Command On(Command command)
    {
        foreach (var option in new Option[] { Home, Period, Scorecard, Template, Meeting, Audience, Exempt, Districts, Json }) command.Options.Add(option);
        return command;
    }

    /// <summary>The pack asked for, with its meeting and classification kept.</summary>
    public PackAsked Asked(ParseResult parsed, Desk desk)
    {
        try
        {
            var room = desk.Packs();
            var asked = room.Ask(parsed.GetValue(Template), parsed.GetValue(Scorecard), parsed.GetValue(Period)) with { Districts = parsed.GetValue(Districts) ?? [] };
            return room.Set(asked, parsed.GetValue(Meeting)!, parsed.GetValue(Audience)!, parsed.GetValue(Exempt)!) is { Length: > 0 } refused ? throw new UsageException(refused) : asked;
        }
        catch (PackAskedException e) { throw new UsageException(e.Message); }
    }

    /// <summary>The pack as it stands.</summary>
    public PackDraft Draft(ParseResult parsed, Desk desk) => desk.Packs().Draft(Asked(parsed, desk));

    public static UsageException NoEdition(PackRoom room, string id) =>
        new($"There is no edition \"{id}\". {(room.Editions.Count == 0 ? "None is published yet." : $"There are {string.Join(", ", room.Editions.Select(e => e.Id))}.")}");
}
