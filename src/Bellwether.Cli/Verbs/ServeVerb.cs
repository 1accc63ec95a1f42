using System.CommandLine;
using Bellwether.Web.Access;

namespace Bellwether.Cli.Verbs;

/// <summary><c>serve</c>: the pages of a home, on this machine only.</summary>
internal static class ServeVerb
{
    public static Command Make(Terminal terminal)
    {
        var home = Options.Home();
        var port = Port();
        var role = new Option<string>("--as") { Description = "Who opens them: analyst, or privacy-officer for the audit log and nothing else", DefaultValueFactory = _ => "analyst" };
        role.AcceptOnlyFromAmong("analyst", "privacy-officer");
        var command = new Command("serve", "Open the pages of a home, on this machine only") { home, port, role };
        command.SetAction((parsed, cancel) => Serving.Run(terminal, parsed.GetValue(home)!.FullName, parsed.GetValue(port), cancel, parsed.GetValue(role) == "analyst" ? Role.Analyst : Role.PrivacyOfficer));
        return command;
    }

    public static Option<int> Port() => new("--port") { Description = "Port on 127.0.0.1", DefaultValueFactory = _ => 5080 };
}
