using System.CommandLine;
using Bellwether.Calendar;
using Bellwether.Scorecards;

namespace Bellwether.Cli.Verbs;

/// <summary><c>forecasts</c>: what officers expect, kept beside the projection and scored when the figure is there.</summary>
internal static class ForecastsVerb
{
    public static Command Make(Terminal terminal) => new("forecasts", "Officers' forecasts: list and add") { List(terminal), Add(terminal) };

    private static Command List(Terminal terminal)
    {
        var home = Options.Home();
        var json = Options.Json();
        var command = new Command("list", "Every forecast, in the order of the file") { home, json };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null);
            var all = desk.Gate.Commitments.Forecasts.All;
            if (parsed.GetValue(json))
                terminal.Envelope("forecasts", null, new Dictionary<string, object?>
                {
                    ["forecasts"] = all.Select(f => new Dictionary<string, object?> { ["indicator"] = f.Indicator, ["period"] = f.Period.ToString(), ["value"] = f.Value, ["by"] = f.By, ["on"] = f.On, ["reason"] = f.Reason }).ToList(),
                });
            else foreach (var f in all) terminal.Line($"{f.Indicator}: {BandWords.Plain(f.Value)} for {f.Period.Label}, said by {f.By} on {EnglishDate.Format(f.On)}{(f.Reason.Length > 0 ? $": {f.Reason}" : "")}");
            return Exit.Ok;
        });
        return command;
    }

    private static Command Add(Terminal terminal)
    {
        var indicator = Options.Indicator();
        var home = Options.Home();
        var period = Options.Period();
        period.Required = true;
        var value = new Option<decimal>("--value") { Description = "The figure expected, in the unit shown", Required = true };
        var by = new Option<string>("--by") { Description = "Who expects it", Required = true };
        var on = Options.Date("--on", "The day it is said; left out: today");
        var reason = new Option<string>("--reason") { Description = "Why", DefaultValueFactory = _ => "" };
        var command = new Command("add", "Keep a forecast; earlier ones stay") { indicator, home, period, value, by, on, reason };
        command.SetAction(parsed =>
        {
            using var desk = Desk.Open(terminal, parsed.GetValue(home)!, null);
            var forecast = new Forecast(desk.Find(parsed.GetValue(indicator)!, null).Entry.Definition.Id, parsed.GetValue(period)!.Value, parsed.GetValue(value), parsed.GetValue(by)!,
                parsed.GetValue(on) ?? LondonTime.DateOf(TimeProvider.System.GetUtcNow()), parsed.GetValue(reason)!);
            if (desk.Gate.AddForecast(forecast) is { Length: > 0 } fault)
            {
                terminal.Say(fault);
                return Exit.Rejected;
            }
            terminal.Line($"{forecast.Indicator}: {BandWords.Plain(forecast.Value)} for {forecast.Period.Label}, kept.");
            return Exit.Ok;
        });
        return command;
    }
}
