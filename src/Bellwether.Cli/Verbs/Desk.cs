using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Packs;

namespace Bellwether.Cli.Verbs;

/// <summary>A home opened for its owner at the terminal: everything read comes through the gate.</summary>
internal sealed class Desk : IDisposable
{
    private readonly Home _home;
    private readonly Terminal _terminal;
    private readonly Lock _turn = new();

    private Desk(Home home, Gate gate, Terminal terminal) => (_home, Gate, _terminal) = (home, gate, terminal);

    /// <summary>The gate, for the home's owner: whoever can read the folder can read its figures.</summary>
    public Gate Gate { get; }

    public Home Home => _home;

    /// <param name="withRestricted">Restricted cases are asked for: entries of the audit log say so in the scope.</param>
    public static Desk Open(Terminal terminal, DirectoryInfo folder, DateOnly? knownAt, bool withRestricted = false)
    {
        var home = Home.Open(folder.FullName, TimeProvider.System);
        var gate = Gate.ForOwner(home, knownAt is { } day ? home.LoadKnownOn(day) : null, Owner(Role.Analyst) with { MaySeeRestricted = withRestricted });
        var desk = new Desk(home, gate, terminal);
        foreach (var message in gate.Catalogue.Messages.Where(m => m.Severity == Indicators.Language.Severity.Error)) terminal.Warnings.Add(message.ToString());
        return desk;
    }

    /// <summary>Whoever sits at the terminal and can read the home's folder: for the audit log, the user of this machine.</summary>
    public static Principal Owner(Role role) => new("owner", $"{Environment.UserName} at the terminal", role, [], "");

    /// <summary>The audit log as the owner writes it.</summary>
    public static AuditRoom AuditOf(Home home, Role role = Role.Analyst) => new(home, Owner(role), new Lock());

    /// <summary>Where packs are made.</summary>
    public PackRoom Packs() => new(_home, Gate, _turn, TimeProvider.System);

    /// <summary>The day that figures of the latest month are asked at.</summary>
    public DateOnly LatestDay => Gate.LastDayOf(LatestMonth);

    /// <summary>The month shown where none is asked for; before anything dated is loaded, the last one over.</summary>
    public Month LatestMonth => Gate.HasData ? Gate.LatestMonth : Month.Of(LondonTime.DateOf(TimeProvider.System.GetUtcNow())).Add(-1);

    /// <summary>The indicator or variant an analyst named.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public Found Find(string name, string? variant)
    {
        var full = variant is null ? name : $"{name}/{variant}";
        if (Gate.Catalogue.Find(full) is { Bound: not null } found) return found;
        throw new UsageException(
            Gate.Catalogue.Find(full) is null
                ? $"There is no indicator \"{full}\". Nearest: {string.Join(", ", Gate.Catalogue.NearestTo(full))}. See: bellwether definitions list"
                : $"The definition of {full} can't be used. See: bellwether definitions lint");
    }

    /// <summary>A breakdown an analyst named: an attribute, or <c>split</c> for the definition's own.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public string Breakdown(Found found, string name)
    {
        var names = Gate.Breakdowns.Order(StringComparer.Ordinal).ToList();
        if (found.Bound!.Split is not null) names.Add("split");
        return names.Contains(name) ? name : throw new UsageException($"There is no breakdown \"{name}\" of this indicator. There are {string.Join(", ", names)}.");
    }

    public void Dispose() => _home.Dispose();
}

/// <summary>The command line asks for something that is not there.</summary>
internal sealed class UsageException(string message) : Exception(message);
