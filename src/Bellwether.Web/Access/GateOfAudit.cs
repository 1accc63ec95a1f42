using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>What the gate writes down before it lets rows about children out, and when it refuses.</summary>
public sealed partial class Gate
{
    private HashSet<string>? _ids;

    /// <summary>The log in which the reader's doings are written.</summary>
    internal AuditRoom Audit => new(_shelves.Home, Principal, _turn);

    /// <summary>A list on its way out.</summary>
    private CaseList Told(AuditAction action, CaseList list, Window? window, string filter)
    {
        Audit.Write(action, "indicator", list.Found.Name, Asked(list.Day, window, filter), list.Lines.Count, list.Lines.Select(l => l.Child));
        return list;
    }

    /// <summary>Figures as small as one child on their way out.</summary>
    private IReadOnlyList<T> Told<T>(AuditAction action, Found found, DateOnly day, Window? window, string filter, IReadOnlyList<T> figures)
    {
        Audit.Write(action, "indicator", found.Name, Asked(day, window, filter), figures.Count);
        return figures;
    }

    /// <summary>Findings on their way out; the ids of children in their words are known for such.</summary>
    private IReadOnlyList<Finding> Told(AuditAction action, string kind, string about, IReadOnlyList<Finding> findings)
    {
        Audit.Write(action, kind, about, "", findings.Count, findings.SelectMany(f => f.Found.Split(Breaks, StringSplitOptions.RemoveEmptyEntries)).Where(Ids.Contains));
        return findings;
    }

    private static readonly char[] Breaks = [' ', ',', ';', ':', '"', '(', ')', '.', '\'', '“', '”'];

    private HashSet<string> Ids => _ids ??= new HashSet<string>(_journeys.ChildIds, StringComparer.Ordinal);

    private string Asked(DateOnly day, Window? window, string filter) => string.Join("; ", new[]
    {
        $"at {IsoDate.Format(day)}", window is { } asked ? Calendar.Windows.Name(asked) : "", filter, KnownAt is { } known ? $"as known on {IsoDate.Format(known)}" : "",
    }.Where(w => w.Length > 0));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Words(Breakdown breakdown) => string.Join(" ", new[]
    {
        breakdown.By.Length > 0 ? $"by {breakdown.By}" : "", breakdown.And.Length > 0 ? $"and {breakdown.And}" : "",
        breakdown.Where is { } cohort ? $"where {cohort.Attribute} is {cohort.Member}" : "",
    }.Where(w => w.Length > 0));

    private void Demand(Level level)
    {
        if (Rules.MayHave(Principal, level)) return;
        Audit.Refuse("level", level.ToString().ToLowerInvariant());
        throw new NotPermittedException(level);
    }
}
