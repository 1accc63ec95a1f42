using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Scorecards;

/// <summary>Every dated target of an authority, from targets.csv of its home.</summary>
public sealed class Targets
{
    private readonly ILookup<(string, string), Target> _byIndicator;

    private Targets(IReadOnlyList<Target> all)
    {
        All = all;
        _byIndicator = all.ToLookup(t => (t.Indicator, t.Area));
    }

    /// <summary>As read, in the order of the file.</summary>
    public IReadOnlyList<Target> All { get; }

    /// <summary>The target in force for an indicator and area on a day; null where none is.</summary>
    public Target? InForce(string indicator, string area, DateOnly day) =>
        _byIndicator[(indicator, area)].FirstOrDefault(t => t.IsInForceOn(day));

    /// <summary>
    /// Reads <c>indicator,area,from,to,target,amber,kind,reason,source,approved_by</c>; <c>to</c> is the first day no longer in force.
    /// An area left empty, or the word authority, is the whole authority. A missing file is no targets.
    /// </summary>
    /// <exception cref="ShelfException">Two targets of one indicator and area overlap, leave a gap, or a cell is not as it should be.</exception>
    public static Targets Load(string home)
    {
        var file = Path.Combine(home, "targets.csv");
        var lines = SettingsFile.Read(file, "indicator", "area", "from", "to", "target", "amber", "kind", "reason");
        var targets = lines.Select(l => (Line: l, Target: new Target(
            l.Required("indicator"), l["area"] is "authority" ? "" : l["area"], l.Date("from") ?? throw l.Wrong("from", "the first day in force"), l.Date("to"),
            l.Number("target") ?? throw l.Wrong("target", "a number such as 82.5"), l.Number("amber"),
            l["kind"], l["reason"], l["source"], l["approved_by"]))).ToList();
        foreach (var series in targets.GroupBy(t => (t.Target.Indicator, t.Target.Area)))
        {
            var inOrder = series.OrderBy(t => t.Target.From).ToList();
            for (var i = 1; i < inOrder.Count; i++)
                Check(inOrder[i - 1].Target, inOrder[i].Target, inOrder[i].Line);
        }
        return new Targets([.. targets.Select(t => t.Target)]);
    }

    private static void Check(Target before, Target after, SettingsLine line)
    {
        if (before.To is { } to && to == after.From) return;
        var last = before.To is { } end ? $"until {EnglishDate.Format(end.AddDays(-1))}" : "with no last day";
        var fault = before.To is null || before.To > after.From ? "overlaps" : "leaves a gap after";
        throw new ShelfException(line.File, line.At,
            $"The target of {after.Indicator} from {EnglishDate.Format(after.From)} {fault} the one before it, in force {last}. "
            + $"Write {after.From:yyyy-MM-dd} as that line's to.");
    }
}
