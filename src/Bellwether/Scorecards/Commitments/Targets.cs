using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Scorecards;

/// <summary>Every dated target of an authority, from targets.csv of its home.</summary>
public sealed class Targets
{
    private readonly ILookup<(string, string), Target> _byIndicator;

    private Targets(string file, IReadOnlyList<Target> all)
    {
        (File, All) = (file, all);
        _byIndicator = all.ToLookup(t => (t.Indicator, t.Area));
    }

    /// <summary>The path it was read from.</summary>
    public string File { get; }

    /// <summary>As read, in the order of the file.</summary>
    public IReadOnlyList<Target> All { get; }

    /// <summary>The target in force for an indicator and area on a day: a profile only where nothing else is; null where none is.</summary>
    public Target? InForce(string indicator, string area, DateOnly day) =>
        _byIndicator[(indicator, area)].Where(t => t.IsInForceOn(day)).OrderBy(t => t.IsProfile).FirstOrDefault();

    /// <summary>Every target of an indicator, its profiles among them, by area and first day.</summary>
    public IReadOnlyList<Target> Of(string indicator) =>
        [.. All.Where(t => t.Indicator == indicator).OrderBy(t => t.Area, StringComparer.Ordinal).ThenBy(t => t.IsProfile).ThenBy(t => t.From)];

    /// <summary>
    /// What a profile expects of a stretch of months: events add up, each line spread evenly over its own months; a level is that of the last month.
    /// Null where a month has no profile.
    /// </summary>
    /// <param name="adds">True for a count of events.</param>
    public decimal? Profiled(string indicator, string area, Month from, Month to, bool adds)
    {
        var profile = _byIndicator[(indicator, area)].Where(t => t.IsProfile).ToList();
        if (!adds) return profile.FirstOrDefault(t => t.IsInForceOn(to.Last))?.Value;
        decimal sum = 0;
        for (var month = from; month <= to; month = month.Add(1))
        {
            if (profile.FirstOrDefault(t => t.IsInForceOn(month.Last)) is not { To: { } end } line) return null;
            sum += line.Value / Month.Of(end).Since(Month.Of(line.From));
        }
        return sum;
    }

    /// <summary>
    /// Reads <c>indicator,area,from,to,target,amber,kind,reason,source,source_date,approved_by</c>; <c>to</c> is the first day no longer in force.
    /// An area left empty, or the word authority, is the whole authority. A missing file is no targets.
    /// </summary>
    /// <exception cref="ShelfException">Two targets of one indicator and area overlap, leave a gap, or a cell is not as it should be.</exception>
    public static Targets Load(string home)
    {
        var file = Path.Combine(home, TargetFile.Name);
        var lines = SettingsFile.Read(file, "indicator", "area", "from", "to", "target", "amber", "kind", "reason");
        return Of(file, [.. lines.Select(Read)]);
    }

    /// <summary>The same file with other lines.</summary>
    /// <exception cref="ShelfException">Two targets of one indicator and area overlap, leave a gap, or a line ends before it starts.</exception>
    internal static Targets Of(string file, IReadOnlyList<Target> all)
    {
        foreach (var target in all.Where(t => t.To <= t.From))
            throw new ShelfException(file, target.Line, $"The target of {target.Indicator} from {EnglishDate.Format(target.From)} ends on or before its first day. to is the first day no longer in force.");
        foreach (var target in all.Where(t => t is { IsProfile: true } && (t.From.Day != 1 || t.To is { Day: not 1 })))
            throw new ShelfException(file, target.Line, $"The profile of {target.Indicator} from {EnglishDate.Format(target.From)} does not run over whole months. Write the first of a month as from and to.");
        foreach (var series in all.GroupBy(t => (t.Indicator, t.Area, t.IsProfile)))
        {
            var inOrder = series.OrderBy(t => t.From).ToList();
            for (var i = 1; i < inOrder.Count; i++) Check(file, inOrder[i - 1], inOrder[i]);
        }
        return new Targets(file, all);
    }

    private static Target Read(SettingsLine line)
    {
        var kind = line["kind"].Length == 0 ? "local" : line["kind"];
        if (!TargetKinds.All.Contains(kind)) throw line.Wrong("kind", $"one of {string.Join(", ", TargetKinds.All)}");
        return new Target(
            line.Required("indicator"), line["area"] is "authority" ? "" : line["area"], line.Date("from") ?? throw line.Wrong("from", "the first day in force"), line.Date("to"),
            line.Number("target") ?? throw line.Wrong("target", "a number such as 82.5"), line.Number("amber"), kind, line["reason"], line["source"], line["approved_by"])
        {
            SourceDate = line.Date("source_date"),
            Line = line.At,
        };
    }

    private static void Check(string file, Target before, Target after)
    {
        if (before.To is { } to && to == after.From) return;
        var last = before.To is { } end ? $"until {EnglishDate.Format(end.AddDays(-1))}" : "with no last day";
        var fault = before.To is null || before.To > after.From ? "overlaps" : "leaves a gap after";
        throw new ShelfException(file, after.Line,
            $"The target of {after.Indicator} from {EnglishDate.Format(after.From)} {fault} the one before it, in force {last}. "
            + $"Write {after.From:yyyy-MM-dd} as that line's to.");
    }
}
