using System.CommandLine;
using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Example;
using Bellwether.Storage;

namespace Bellwether.Cli.Verbs;

/// <summary><c>demo</c>: an invented council, its extracts loaded month by month, the scorecard in the browser.</summary>
internal static class DemoVerb
{
    public static Command Make(Terminal terminal)
    {
        var home = new Option<DirectoryInfo?>("--home") { Description = "Where to make the demonstration; left out: a folder .run/demo beside the program" };
        var port = ServeVerb.Port();
        var noServe = new Option<bool>("--no-serve") { Description = "Make and load it, and stop" };
        var command = new Command("demo", "An invented council: example data in, scorecard in the browser") { home, port, noServe };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetValue(home)?.FullName ?? Path.Combine(Directory.GetCurrentDirectory(), ".run", "demo");
            if (!Home.IsHome(folder)) Prepare(terminal, folder);
            else terminal.Say($"{folder} is there already; its data is used as it is.");
            if (parsed.GetValue(noServe)) return Exit.Ok;
            return await Serving.Run(terminal, folder, parsed.GetValue(port), cancel);
        });
        return command;
    }

    private static void Prepare(Terminal terminal, string folder)
    {
        Home.Create(folder, "Wessenshire (invented)", "997");
        File.AppendAllText(Path.Combine(folder, "authority.yaml"), "# Made by demo: every child, worker and figure is invented.\ndemonstration: true\n");
        terminal.Say("Inventing eight years of a council …");
        var world = ExampleAuthority.Simulate();
        using var home = Home.Open(folder, TimeProvider.System);
        // Three months' ends, as extracted on each: late entries arrive, so the first-reported figures and today's differ.
        foreach (var month in Enumerable.Range(0, 3).Select(back => Month.Of(ExampleAuthority.DefaultTo).Add(-back)).Reverse())
        {
            var extract = Path.Combine(folder, "extracts", month.ToString());
            SsdFolder.Write(world, month.Last, extract);
            LocalCsvs.Write(world, month.Last, extract);
            // Merged ids hold for every load, so they lie in the home, as a council would keep them.
            File.Copy(Path.Combine(extract, "merged_ids.csv"), Path.Combine(folder, "merged_ids.csv"), overwrite: true);
            var read = home.Read([extract], month.Last, terminal.Progress());
            if (read.IsRejected) throw new InvalidDataException($"The example's own extract was rejected: {read.Findings[0]}");
            var result = home.Load(read, [extract]);
            terminal.Say(string.Create(CultureInfo.InvariantCulture,
                $"Load {result.Load}: as extracted on {EnglishDate.Format(month.Last)}, {read.Receipt.Sum(r => r.Loaded):N0} rows, {read.Findings.Count:N0} findings."));
        }
    }
}
