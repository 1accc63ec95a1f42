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

    /// <summary>Makes a home in which K101, K102 and K103 are on child protection plans A, B and C.</summary>
    /// <param name="folder">Where the files may lie.</param>
    /// <param name="home">The home.</param>
    /// <param name="dataDate">As the load is told.</param>
    /// <param name="more">Further tables, by name.</param>
    public static void LoadPlans(string folder, string home, string dataDate, params (string Name, string Text)[] more)
    {
        var files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        File.WriteAllText(Path.Combine(files, "ssd_person.csv"), "pers_person_id,pers_sex,pers_ethnicity,pers_dob\nK101,F,WBRI,2016-01-01\nK102,M,WBRI,2010-01-01\nK103,M,WBRI,2022-01-01\n");
        File.WriteAllText(Path.Combine(files, "ssd_cp_plans.csv"),
            "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\nA,K101,2024-01-02,\nB,K102,2024-01-02,\nC,K103,2024-05-01,\n");
        foreach (var (name, text) in more) File.WriteAllText(Path.Combine(files, name), text);
        Run("init", "--home", home, "--name", "Somewhere", "--la-code", "997");
        Run("load", "--home", home, files, "--data-date", dataDate);
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
