using System.CommandLine;

namespace Bellwether.Cli.Verbs;

/// <summary><c>serve</c>: the pages of a home, on this machine only.</summary>
internal static class ServeVerb
{
    public static Command Make(Terminal terminal)
    {
        var home = Options.Home();
        var port = Port();
        var command = new Command("serve", "Open the pages of a home, on this machine only") { home, port };
        command.SetAction((parsed, cancel) => Serving.Run(terminal, parsed.GetValue(home)!.FullName, parsed.GetValue(port), cancel));
        return command;
    }

    public static Option<int> Port() => new("--port") { Description = "Port on 127.0.0.1", DefaultValueFactory = _ => 5080 };
}
