using System.CommandLine;
using System.CommandLine.Parsing;
using Bellwether.Calendar;

namespace Bellwether.Cli.Verbs;

/// <summary>Options that several verbs share, spelt once.</summary>
internal static class Options
{
    public static Option<DirectoryInfo> Home() => new("--home") { Description = "The home to read", Required = true };

    public static Option<DirectoryInfo> NewHome() => new("--home") { Description = "The folder to make", Required = true };

    public static Option<bool> Json() => new("--json") { Description = "One JSON envelope on standard output" };

    public static Option<string> By() => new("--by") { Description = "Who does this: the name that stands beside it", Required = true };

    public static Option<string> Who() => new("--who") { Description = "Who makes the change or gives the answer; left out: the user of this machine", DefaultValueFactory = _ => Environment.UserName };

    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Day(result, name),
    };

    public static Option<Month?> Period() => new("--period")
    {
        Description = "The month, such as 2017-06; left out: the latest complete month",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Month.TryParse(text, out var month)) return month;
            result.AddError($"--period is \"{text}\". Write a month such as 2017-06.");
            return null;
        },
    };

    public static Option<Window?> Window() => new("--window")
    {
        HelpName = "window",
        Description = "snapshot, week, month, quarter, ytd, rolling-12, financial-year or rolling-3-years; left out: the definition's own",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Calendar.Windows.TryParse(text, out var window)) return window;
            result.AddError($"--window is \"{text}\". Write snapshot, week, month, quarter, ytd, rolling-12, financial-year or rolling-3-years.");
            return null;
        },
    };

    public static Option<string?> Variant() => new("--variant") { Description = "A variant of the definition, such as without-uasc" };

    public static Option<DateOnly?> KnownAt() => Date("--known-at", "As known at the close of this day; left out: as known now");

    public static Option<bool> Restricted() => new("--restricted") { Description = "Restricted cases too: for those who may see them (docs/restricted.md)" };

    public static Argument<string> Indicator() => new("INDICATOR") { Description = "An indicator's id or catalogue code: cin-with-plan, CN03" };

    /// <summary>A month stands for its last day where a date is asked: 2017-06 is 30 June 2017.</summary>
    private static DateOnly? Day(ArgumentResult result, string name)
    {
        var text = result.Tokens[0].Value;
        if (DateText.TryParse(text.AsSpan(), out var date)) return date;
        if (Month.TryParse(text, out var month)) return month.Last;
        result.AddError($"{name} is \"{text}\". Write a date such as 2017-06-30, or a month for its last day.");
        return null;
    }
}
