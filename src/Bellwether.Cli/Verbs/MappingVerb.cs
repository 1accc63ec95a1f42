using System.CommandLine;
using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Storage;

namespace Bellwether.Cli.Verbs;

/// <summary><c>mapping</c>: the council's own headings and words for codes: list what is in force, set, take back, show who said what.</summary>
internal static class MappingVerb
{
    private static readonly string[] Headings = ["source", "list", "heading or word", "read as", "said on", "said by"];

    public static Command Make(Terminal terminal) =>
        new("mapping", "Your own headings and words for codes: list, set, remove, and who said what") { List(terminal), Set(terminal), Remove(terminal), History(terminal) };

    private static Command List(Terminal terminal)
    {
        var home = Options.Home();
        var json = Options.Json();
        var command = new Command("list", "The headings and words in force, and the answers that are kept") { home, json };
        command.SetAction(parsed =>
        {
            using var opened = Home.Open(parsed.GetValue(home)!.FullName, TimeProvider.System);
            var (lines, answers) = (opened.Mappings.InForce, opened.Answers);
            if (parsed.GetValue(json)) terminal.Envelope("mapping", null, new { Mappings = lines.Select(Data).ToList(), Answers = answers });
            else
            {
                if (lines.Count == 0) terminal.Line("There are no headings or words of your own: everything is read by the usual names alone.");
                else terminal.Table(Headings, [.. lines.Select(Row)]);
                if (answers.Count > 0)
                {
                    terminal.Line();
                    terminal.Table(["source", "answered with yes", "answered on", "answered by"], [.. answers.Select(a => (IReadOnlyList<string>)[a.Source, a.Code, IsoDate.Format(a.AnsweredOn), a.AnsweredBy])]);
                    terminal.Say("To be asked again, take the line out of answers.csv of the home.");
                }
            }
            return Exit.Ok;
        });
        return command;
    }

    private static Command Set(Terminal terminal)
    {
        var (home, source, words) = (Options.Home(), Source(), new WordOptions());
        var means = new Option<string>("--means") { Description = "The column's usual heading, or the code", Required = true };
        var who = Options.Who();
        var command = new Command("set", "Say what a heading of a list, or a word for a code, means from now on") { home, source, means, who };
        words.AddTo(command);
        command.SetAction(parsed => Keep(terminal, parsed.GetValue(home)!, words.Line(parsed, parsed.GetValue(source)!, parsed.GetValue(means)!, parsed.GetValue(who)!)));
        return command;
    }

    private static Command Remove(Terminal terminal)
    {
        var (home, source, words, who) = (Options.Home(), Source(), new WordOptions(), Options.Who());
        var command = new Command("remove", "Take a heading or word back: it is read by the usual names alone") { home, source, who };
        words.AddTo(command);
        command.SetAction(parsed => Keep(terminal, parsed.GetValue(home)!, words.Line(parsed, parsed.GetValue(source)!, "", parsed.GetValue(who)!)));
        return command;
    }

    private static Command History(Terminal terminal)
    {
        var home = Options.Home();
        var json = Options.Json();
        var command = new Command("history", "Who said what, newest first") { home, json };
        command.SetAction(parsed =>
        {
            using var opened = Home.Open(parsed.GetValue(home)!.FullName, TimeProvider.System);
            var said = opened.Mappings.Said;
            if (parsed.GetValue(json)) terminal.Envelope("mapping", null, new { Said = said.Select(Data).ToList() });
            else if (said.Count == 0) terminal.Line("Nothing has been said yet.");
            else terminal.Table(Headings, [.. said.Select(Row)]);
            return Exit.Ok;
        });
        return command;
    }

    private static int Keep(Terminal terminal, DirectoryInfo home, Mapping line)
    {
        using var opened = Home.Open(home.FullName, TimeProvider.System);
        Desk.AuditOf(opened).Write(line);
        if (opened.Mappings.Set(line) is { Length: > 0 } fault)
        {
            terminal.Say(fault);
            return Exit.Rejected;
        }
        terminal.Line(opened.Mappings.Words(opened.Mappings.Said.First(l => l.Of == line.Of)));
        return Exit.Ok;
    }

    private static Option<string> Source() => new("--source") { Description = "The source it holds for: SSD, \"Annex A\", SSDA903, \"CIN census\", \"local file\"", Required = true };

    private static IReadOnlyList<string> Row(Mapping l) => [l.Source, l.List, l.Found, l.Means.Length > 0 ? l.Means : "taken back", IsoDate.Format(l.SaidOn), l.SaidBy];

    private static object Data(Mapping l) => new { Of = l.Of == MappingOf.Column ? "column" : "code", l.Source, l.List, l.Found, l.Means, l.SaidOn, l.SaidBy };

    /// <summary>The options that say which heading or word is meant: a list and its heading, or a code list and a text.</summary>
    private sealed class WordOptions
    {
        private readonly Option<string?> _list = new("--list") { Description = "For a heading: the list, as the receipt names it" };
        private readonly Option<string?> _heading = new("--heading") { Description = "The heading as it stands in the file" };
        private readonly Option<string?> _codes = new("--codes") { Description = "For a word: the code list, such as referral-source; or team" };
        private readonly Option<string?> _text = new("--text") { Description = "The word as it stands in the cells" };

        public void AddTo(Command command)
        {
            foreach (var option in new[] { _list, _heading, _codes, _text }) command.Options.Add(option);
        }

        /// <exception cref="UsageException">Neither the one nor the other is named whole.</exception>
        public Mapping Line(ParseResult parsed, string source, string means, string who) => (parsed.GetValue(_list), parsed.GetValue(_heading), parsed.GetValue(_codes), parsed.GetValue(_text)) switch
        {
            ({ } list, { } heading, null, null) => new Mapping(MappingOf.Column, source, list, heading, means, default, who),
            (null, null, { } codes, { } text) => new Mapping(MappingOf.Code, source, codes, text, means, default, who),
            _ => throw new UsageException("Name a heading with --list and --heading, or a word with --codes and --text."),
        };
    }
}
