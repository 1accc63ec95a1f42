using System.CommandLine;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Publications;

namespace Bellwether.Cli.Verbs;

/// <summary>What proves and prints the shelf: <c>definitions test</c>, <c>schema</c> and <c>docs</c>.</summary>
internal static class DefinitionsWork
{
    public static Command Test(Terminal terminal)
    {
        var home = DefinitionFolders.Option();
        var json = Options.Json();
        var command = new Command("test", "Run every worked example on both evaluators") { home, json };
        command.SetAction(parsed =>
        {
            var read = DefinitionFolders.Of(parsed.GetValue(home));
            var results = Examples.Run(read.Catalogue, read.Kinds, read.Codes);
            var failed = results.Where(r => !r.Passes).ToList();
            if (parsed.GetValue(json))
                terminal.Envelope("definitions test", null, new Dictionary<string, object?>
                {
                    ["passed"] = results.Count - failed.Count,
                    ["failed"] = failed.Count,
                    ["failures"] = failed.Select(r => new Dictionary<string, object?>
                    {
                        ["indicator"] = r.Definition.Id,
                        ["file"] = r.Definition.File,
                        ["line"] = r.Example.Line,
                        ["message"] = r.Complaint,
                    }).ToList(),
                });
            else foreach (var result in failed) terminal.Line(result.Complaint);
            terminal.Say($"{results.Count} examples of {results.Select(r => r.Definition.Id).Distinct().Count()} indicators: "
                + $"{results.Count - failed.Count} passed, {failed.Count} failed.");
            return failed.Count > 0 ? Exit.Lint : Exit.Ok;
        });
        return command;
    }

    public static Command Schema(Terminal terminal)
    {
        var command = new Command("schema", "The JSON Schema of an indicator file, for editors that check while one types");
        command.SetAction(_ =>
        {
            terminal.Line(DefinitionSchema.Print().TrimEnd());
            return Exit.Ok;
        });
        return command;
    }

    public static Command Docs(Terminal terminal)
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; name the documents that are out of date" };
        var command = new Command("docs", "Write the generated documents again: indicators, findings, record kinds, timescales, the seed checklist") { check };
        command.SetAction(parsed =>
        {
            var folder = Path.GetFullPath(Path.Combine(Shelf.Path(), "..", "docs"));
            var read = DefinitionFolders.Of(null);
            var stale = Manual.Pages(read.Catalogue, read.Kinds, read.Codes, SeedChecklist.Load(Shelf.Path())).Where(p => Differs(Path.Combine(folder, p.File), p.Text)).ToList();
            foreach (var (file, text) in stale)
            {
                terminal.Line(Path.Combine("docs", file));
                if (parsed.GetValue(check)) continue;
                Directory.CreateDirectory(folder);
                File.WriteAllText(Path.Combine(folder, file), text);
            }
            terminal.Say(stale.Count == 0 ? "The documents are up to date." : parsed.GetValue(check) ? "Out of date. Write them again: ./dev docs" : "Written.");
            return parsed.GetValue(check) && stale.Count > 0 ? Exit.Failed : Exit.Ok;
        });
        return command;
    }

    // A checkout on Windows may have other line ends.
    private static bool Differs(string file, string text) => !File.Exists(file) || File.ReadAllText(file).ReplaceLineEndings("\n") != text;
}
