using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Scorecards;

/// <summary>One change of a target.</summary>
/// <param name="When">UTC.</param>
/// <param name="Who">Who made it.</param>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Area">As in <see cref="Target.Area"/>.</param>
/// <param name="Before">The line before, in words; empty for a new one.</param>
/// <param name="After">The line after, in words.</param>
/// <param name="Mark">The mark of the file that the change left behind.</param>
public sealed record TargetChange(DateTimeOffset When, string Who, string Indicator, string Area, string Before, string After, string Mark);

/// <summary>Who changed which target, from targets-history.csv of a home: lines are only ever added.</summary>
public static class TargetHistory
{
    private const string Name = "targets-history.csv";
    private static readonly string[] Headings = ["when", "who", "indicator", "area", "before", "after", "mark"];

    /// <summary>Every change, newest first; nothing where the file is missing.</summary>
    /// <exception cref="ShelfException">A line has no date in it.</exception>
    public static IReadOnlyList<TargetChange> Load(string home) =>
        [.. SettingsFile.Read(Path.Combine(home, Name), Headings).Select(l => new TargetChange(
            IsoTime.TryParse(l["when"], out var when)
                ? when : throw l.Wrong("when", "a time such as 2026-09-30T10:15:00Z"),
            l["who"], l["indicator"], l["area"], l["before"], l["after"], l["mark"])).Reverse()];

    /// <summary>A sentence where targets.csv is not as the last change here left it; empty where it is, and where there is no history yet.</summary>
    public static string ByHand(string home) => Load(home) is [var last, ..] && last.Mark != TargetFile.MarkOf(home)
        ? $"targets.csv has been changed by hand, or a change was broken off, since {EnglishDate.Format(LondonTime.DateOf(last.When))}: who did it is not known here." : "";

    /// <summary>"80, amber edge 70, local, from 1 April 2017: Raised for 2017/18": a target on one line.</summary>
    public static string Words(Target t)
    {
        var text = BandWords.Plain(t.Value) + (t.AmberEdge is { } edge ? $", amber edge {BandWords.Plain(edge)}" : "") + $", {TargetKinds.Words(t.Kind)}, from {EnglishDate.Format(t.From)}";
        if (t.To is { } to) text += $" to {EnglishDate.Format(to.AddDays(-1))}";
        if (t.Reason.Length > 0) text += $": {t.Reason.TrimEnd('.')}";
        if (t.Source.Length > 0) text += $". {t.Source.TrimEnd('.')}{(t.SourceDate is { } date ? $", {EnglishDate.Format(date)}" : "")}";
        return t.ApprovedBy.Length > 0 ? $"{text}. Approved by {t.ApprovedBy}" : text;
    }

    internal static void Add(string home, TargetChange change) => SettingsFile.Add(Path.Combine(home, Name), Headings,
        [IsoTime.FormatToSecond(change.When), change.Who, change.Indicator, change.Area, change.Before, change.After, change.Mark]);
}
