using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Scorecards;

/// <summary>
/// Writes targets.csv of a home, whole and at once: a reader sees the old file or the new one, never a part. Lines and their order stay but for
/// the one that changes.
/// </summary>
public static class TargetFile
{
    /// <summary>The file's name in a home.</summary>
    public const string Name = "targets.csv";

    private static readonly string[] Headings =
        ["indicator", "area", "from", "to", "target", "amber", "kind", "reason", "source", "source_date", "approved_by"];

    /// <summary>The mark of the file as it lies there, to see whether somebody else has changed it meanwhile; <c>none</c> where there is no file.</summary>
    public static string MarkOf(string home)
    {
        var file = Path.Combine(home, Name);
        return File.Exists(file) ? MarkOf(File.ReadAllBytes(file)) : "none";
    }

    /// <summary>
    /// Sets a target: one of the same indicator, area and first day is put right; else the one in force then ends the day before, and where a
    /// later one follows the new one ends with its first day. Written to the file, and to the history.
    /// </summary>
    /// <param name="home">The folder.</param>
    /// <param name="target">What to set. An end of its own is kept where nothing follows.</param>
    /// <param name="rules">What a target must be.</param>
    /// <param name="who">Who sets it.</param>
    /// <param name="when">Now.</param>
    /// <param name="mark">The mark of the file that the person saw; null to take it as it is.</param>
    /// <returns>What is wrong, in words; empty where the target was set.</returns>
    public static IReadOnlyList<string> Set(string home, Target target, TargetRules rules, string who, DateTimeOffset when, string? mark = null)
    {
        if (mark is not null && mark != MarkOf(home))
            return ["Somebody has changed the targets since this page was shown. Look at them again, then make your change."];
        List<string> faults = [.. rules.FaultsOfNew(target)];
        if (who.Trim().Length == 0) faults.Add("Say who makes the change.");
        if (faults.Count > 0) return faults;
        try
        {
            RefuseOwnColumns(Path.Combine(home, Name));
            var now = Targets.Load(home);
            var before = now.All.FirstOrDefault(t => IsSame(t, target));
            var all = With(now.All, target);
            Targets.Of(now.File, all);
            // The history first: a change that nobody wrote down is worse than a line about one that did not happen.
            var text = Text(all);
            TargetHistory.Add(home, new TargetChange(when, who.Trim(), target.Indicator, target.Area, before is null ? "" : TargetHistory.Words(before), TargetHistory.Words(all.First(t => IsSame(t, target))), MarkOf(Encoding.UTF8.GetBytes(text))));
            SettingsFile.WriteWhole(now.File, text);
            return [];
        }
        catch (ShelfException e)
        {
            return [e.Message];
        }
    }

    private static bool IsSame(Target a, Target b) => (a.Indicator, a.Area, a.From, a.IsProfile) == (b.Indicator, b.Area, b.From, b.IsProfile);

    private static List<Target> With(IReadOnlyList<Target> old, Target target)
    {
        var series = old.Where(t => (t.Indicator, t.Area, t.IsProfile) == (target.Indicator, target.Area, target.IsProfile)).OrderBy(t => t.From).ToList();
        var next = series.Find(t => t.From > target.From);
        var made = target with { To = next?.From ?? target.To, Line = 0 };
        var all = old.ToList();
        if (series.Find(t => IsSame(t, target)) is { } same)
        {
            all[all.IndexOf(same)] = made;
            return all;
        }
        var before = series.LastOrDefault(t => t.From < target.From);
        if (before is null)
        {
            all.Insert(next is null ? all.Count : all.IndexOf(next), made);
            return all;
        }
        var at = all.IndexOf(before);
        if (before.To is null || before.To > target.From) all[at] = before with { To = target.From };
        all.Insert(at + 1, made);
        return all;
    }

    private static string Text(IEnumerable<Target> all) => SettingsFile.Text(all.Select(t => (string[])
        [t.Indicator, t.Area, IsoDate.Format(t.From), IsoDate.Format(t.To), Number(t.Value), Number(t.AmberEdge), t.Kind, t.Reason, t.Source, IsoDate.Format(t.SourceDate), t.ApprovedBy]).Prepend(Headings));

    private static string MarkOf(byte[] text) => Convert.ToHexStringLower(SHA256.HashData(text))[..16];

    /// <summary>A column of the council's own would be lost in writing.</summary>
    private static void RefuseOwnColumns(string file)
    {
        if (!File.Exists(file)) return;
        using var table = HeadedTable.Open(file);
        if (table.Headings.FirstOrDefault(h => h.Length > 0 && !Headings.Contains(h, StringComparer.OrdinalIgnoreCase)) is { } own)
            throw new ShelfException(file, 1, $"The column {own} is not one of targets.csv, and writing the file would lose it. Take it out, or change the file by hand.");
    }

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
