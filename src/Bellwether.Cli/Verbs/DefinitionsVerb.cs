using System.CommandLine;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Language;

namespace Bellwether.Cli.Verbs;

/// <summary><c>definitions</c>: list, lint, test, print, schema, docs. With <c>--home</c> the home's own are read too.</summary>
internal static class DefinitionsVerb
{
    public static Command Make(Terminal terminal) =>
        new("definitions", "The indicators: list, lint, test, print, schema, docs")
        {
            List(terminal), Lint(terminal), DefinitionsWork.Test(terminal), Print(terminal), DefinitionsWork.Schema(terminal), DefinitionsWork.Docs(terminal),
        };

    private static Command List(Terminal terminal)
    {
        var home = Home();
        var json = Options.Json();
        var command = new Command("list", "Every indicator with its code, its title and the formats that bring its data") { home, json };
        command.SetAction(parsed =>
        {
            var catalogue = Catalogue(parsed.GetValue(home));
            var definitions = catalogue.Entries.Select(e => e.Definition).ToList();
            if (parsed.GetValue(json))
                terminal.Envelope("definitions list", null, definitions.Select(d => new Dictionary<string, object?>
                {
                    ["id"] = d.Id,
                    ["code"] = d.Code,
                    ["title"] = d.Title,
                    ["usable"] = catalogue.Find(d.Id)?.Bound is not null,
                    ["better"] = d.Better,
                    ["decimals"] = d.Decimals,
                    ["from"] = d.From,
                    ["windows"] = d.Windows.Select(Calendar.Windows.Name).ToList(),
                    ["breakdowns"] = d.Breakdowns,
                    ["variants"] = d.Variants.Select(v => new Dictionary<string, object?> { ["name"] = v.Name, ["codes"] = v.Codes }).ToList(),
                    ["priorities"] = d.Priorities,
                    ["related"] = new Dictionary<string, object?> { ["drives"] = d.Related.Drives, ["outcome_of"] = d.Related.OutcomeOf, ["quality_of"] = d.Related.QualityOf },
                    ["needs"] = catalogue.Find(d.Id)?.Bound is { } bound ? TreeWalk.Needs(bound) : [],
                    ["coverage"] = catalogue.Needs.GetValueOrDefault(d.Id) is { } need ? Coverage(need) : null,
                }).ToList());
            else
            {
                terminal.Table(["code", "id", "title", "data from", "in part"], [.. definitions.OrderBy(d => d.Code, StringComparer.Ordinal).Select(d => (IReadOnlyList<string>)
                    [d.Code, d.Id, d.Title, .. catalogue.Find(d.Id)?.Bound is null ? ["can't be used", ""] : catalogue.Needs.GetValueOrDefault(d.Id) is { } need ? [string.Join(", ", need.Whole), string.Join(", ", need.InPart)] : new[] { "not stated", "" }])]);
                terminal.Say($"{definitions.Count} indicators, {definitions.SelectMany(d => CatalogueNames.CodesOf(d)).Distinct(StringComparer.Ordinal).Count()} codes.");
                var broken = definitions.Count(d => catalogue.Find(d.Id)?.Bound is null);
                if (broken > 0) terminal.Say($"{broken} of them can't be used; the rest work. See: bellwether definitions lint");
            }
            return Exit.Ok;
        });
        return command;
    }

    private static Dictionary<string, object?> Coverage(DataNeed need) => new()
    {
        ["needs"] = need.Kinds,
        ["from"] = need.From,
        ["whole"] = need.Whole,
        ["in_part"] = need.InPart,
        ["verified"] = need.Verified,
        ["since"] = need.Since,
    };

    private static Command Lint(Terminal terminal)
    {
        var home = Home();
        var json = Options.Json();
        var command = new Command("lint", "What is wrong in the definitions, with file, line and what to write") { home, json };
        command.SetAction(parsed =>
        {
            var catalogue = Catalogue(parsed.GetValue(home));
            if (parsed.GetValue(json))
                terminal.Envelope("definitions lint", null, catalogue.Messages.Select(m => new Dictionary<string, object?>
                {
                    ["severity"] = m.Severity,
                    ["file"] = m.At.File,
                    ["line"] = m.At.Line,
                    ["column"] = m.At.Column,
                    ["message"] = m.Text,
                }).ToList());
            else foreach (var message in catalogue.Messages) terminal.Line(message.ToString());
            terminal.Say($"{catalogue.Entries.Count} definitions, {catalogue.Messages.Count(m => m.Severity == Severity.Error)} errors, "
                + $"{catalogue.Messages.Count(m => m.Severity == Severity.Warning)} warnings.");
            return catalogue.Messages.Any(m => m.Severity == Severity.Error) ? Exit.Lint : Exit.Ok;
        });
        return command;
    }

    private static Command Print(Terminal terminal)
    {
        var indicator = Options.Indicator();
        var home = Home();
        var command = new Command("print", "One indicator as its file says it") { indicator, home };
        command.SetAction(parsed =>
        {
            var catalogue = Catalogue(parsed.GetValue(home));
            var name = parsed.GetValue(indicator)!;
            var found = catalogue.Find(name) ?? throw new UsageException(
                $"There is no indicator \"{name}\". Nearest: {string.Join(", ", catalogue.NearestTo(name))}.");
            terminal.Line(File.ReadAllText(found.Entry.Definition.File).TrimEnd());
            return Exit.Ok;
        });
        return command;
    }

    private static Option<DirectoryInfo?> Home() => DefinitionFolders.Option();

    private static Catalogue Catalogue(DirectoryInfo? home) => DefinitionFolders.Of(home).Catalogue;
}
