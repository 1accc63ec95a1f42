using System.CommandLine;
using Bellwether.Storage;

namespace Bellwether.Cli.Verbs;

/// <summary><c>init</c>: makes a home from the shipped start.</summary>
internal static class InitVerb
{
    public static Command Make(Terminal terminal)
    {
        var home = Options.NewHome();
        var name = new Option<string>("--name") { Description = "The authority's name, as printed", Required = true };
        var code = new Option<string>("--la-code") { Description = "Its three-digit code", Required = true };
        var command = new Command("init", "Make a home: the one folder with settings, targets and the store") { home, name, code };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(home)!.FullName;
            var la = parsed.GetValue(code)!;
            if (la.Length != 3 || !la.All(char.IsAsciiDigit))
            {
                terminal.Say($"--la-code is \"{la}\". It needs the three digits of the authority, such as 886.");
                return Exit.Usage;
            }
            Home.Create(folder, parsed.GetValue(name)!, la);
            terminal.Line($"Made a home in {folder}.");
            terminal.Say("Its teams, districts, populations and targets are those of the invented example: put your own in teams.csv, districts.csv,");
            terminal.Say("populations.csv, targets.csv and owners.csv. Then: bellwether load --home " + folder + " PATH...");
            return Exit.Ok;
        });
        return command;
    }
}
