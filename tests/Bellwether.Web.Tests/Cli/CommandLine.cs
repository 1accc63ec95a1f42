using System.Text.Json;
using Bellwether.Cli;
using Xunit;

namespace Bellwether.Web.Tests.Cli;

/// <summary>The command line in this process, what it writes kept apart.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command with nobody at the keyboard.</summary>
    public static (int Code, string Output, string Errors) Run(params string[] arguments) => Typing(null, arguments);

    /// <summary>Runs a command with --json; the data of its envelope, which names the command.</summary>
    public static (int Code, JsonElement Data) Json(params string[] arguments)
    {
        var (code, output, errors) = Run([.. arguments, "--json"]);
        Assert.True(output.Length > 0, errors);
        using var document = JsonDocument.Parse(output);
        Assert.Equal("bellwether/1", document.RootElement.GetProperty("schema").GetString());
        Assert.Equal(arguments[0], document.RootElement.GetProperty("command").GetString());
        return (code, document.RootElement.GetProperty("data").Clone());
    }

    /// <summary>Runs a command with somebody at the keyboard, who types this.</summary>
    public static (int Code, string Output, string Errors) Typing(string? keyboard, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        using var input = keyboard is null ? null : new StringReader(keyboard);
        return (Program.Run(arguments, new Terminal(output, errors, false, input, input)), output.ToString(), errors.ToString());
    }
}
