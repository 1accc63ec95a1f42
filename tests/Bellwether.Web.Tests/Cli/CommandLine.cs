using Bellwether.Cli;

namespace Bellwether.Web.Tests.Cli;

/// <summary>The command line in this process, what it writes kept apart.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command with nobody at the keyboard.</summary>
    public static (int Code, string Output, string Errors) Run(params string[] arguments) => Typing(null, arguments);

    /// <summary>Runs a command with somebody at the keyboard, who types this.</summary>
    public static (int Code, string Output, string Errors) Typing(string? keyboard, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        using var input = keyboard is null ? null : new StringReader(keyboard);
        return (Program.Run(arguments, new Terminal(output, errors, false, input, input)), output.ToString(), errors.ToString());
    }
}
