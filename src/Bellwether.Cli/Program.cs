using System.CommandLine;
using Bellwether.Cli.Verbs;
using Bellwether.Codes;
using Bellwether.Web.Access;

namespace Bellwether.Cli;

/// <summary>The command line: one verb a file; exit codes as <see cref="Exit"/> has them.</summary>
internal static class Program
{
    public static int Main(string[] arguments) => Run(arguments, Terminal.Real());

    /// <summary>Runs one command line; an analyst's mistake is a sentence, a fault of ours is an exception.</summary>
    public static int Run(string[] arguments, Terminal terminal)
    {
        var root = new RootCommand("Performance for children's social care: extracts in; indicators, scorecards and worklists out.")
        {
            DemoVerb.Make(terminal), InitVerb.Make(terminal), LoadVerb.Check(terminal), LoadVerb.Load(terminal), ShowVerb.Make(terminal),
            ScorecardVerb.Make(terminal), CaseVerbs.Cases(terminal), CaseVerbs.Worklist(terminal), MovedVerb.Make(terminal), DefinitionsVerb.Make(terminal),
            ServeVerb.Make(terminal),
            BenchmarkVerb.Make(terminal), ComparingVerbs.Summary(terminal), ComparingVerbs.Areas(terminal), ComparingVerbs.Reported(terminal),
            TargetsVerb.Make(terminal), ForecastsVerb.Make(terminal), MappingVerb.Make(terminal), RestrictVerb.Make(terminal), AuditVerb.Make(terminal), ReadXlsVerb.Make(),
            PackVerbs.Make(terminal), CommentaryVerbs.Make(terminal), MeetingVerbs.Make(terminal),
        };
        try
        {
            var parsed = root.Parse(arguments);
            if (parsed.Errors.Count == 0) return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            foreach (var error in parsed.Errors) terminal.Say(error.Message);
            terminal.Say("See: bellwether --help");
            return Exit.Usage;
        }
        catch (UsageException e) { return Said(e, Exit.Usage); }
        catch (NotPermittedException e) { return Said(e, Exit.NotPermitted); }
        catch (ShelfException e) { return Said(e, Exit.Lint); }
        catch (OperationCanceledException e) { return Said(e, Exit.Interrupted); }
        catch (IOException e) { return Said(e, Exit.Failed); }
        catch (UnauthorizedAccessException e) { return Said(e, Exit.Failed); }
        catch (System.Data.Common.DbException e)
        {
            // Its own message may quote a statement, and with it a value.
            return Said(new IOException($"The store's database could not be used ({e.SqlState ?? e.GetType().Name}). See that it is there and running, then try again.", e), Exit.Failed);
        }

        int Said(Exception e, int code)
        {
            terminal.Say(e.Message);
            return code;
        }
    }
}
