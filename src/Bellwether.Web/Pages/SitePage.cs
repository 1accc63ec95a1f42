using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bellwether.Web.Pages;

/// <summary>What every page has: its reader, the gate (the only way to anything of the home), and the frame around it.</summary>
public abstract class SitePage : PageModel
{
    /// <summary>Rows of a long list on one page.</summary>
    public const int PerPage = 100;

    /// <summary>The first year an address may name.</summary>
    private const int FirstYear = 1990;

    internal Reader Reader => HttpContext.Features.Get<Reader>()!;

    /// <summary>The reader's gate.</summary>
    public Gate Gate => Reader.Gate;

    /// <summary>Sets the frame: names, who reads, what the figures are.</summary>
    protected void Frame(string title, string? part = null, Month? period = null, bool landscape = false, bool figures = true)
    {
        var person = Reader.Person;
        var gate = person is null || !figures ? null : Gate;
        new PageFrame
        {
            Council = Reader.Authority.Name,
            Title = title,
            Navigation = person is null ? [] : Navigation(person, part),
            Period = period is { } month ? PeriodWords(month) : null,
            DataTo = gate is { HasData: true } ? DataTo(gate) : null,
            Status = gate?.KnownAt is { } day ? $"As known at the close of {EnglishDate.Format(day)}" : null,
            Stale = gate?.DaysStale(LondonTime.DateOf(Reader.Time.GetUtcNow())) is { } days
                ? $"The data is {days} days old: it ends on {EnglishDate.Format(gate.DataDate)}. Nothing that happened since is in these figures." : null,
            Notice = person?.Notice ?? (Reader.Keeper.IsDemonstration ? "This is a demonstration. The council and every child in it are invented." : null),
            Landscape = landscape,
        }.Set(ViewData);
    }

    /// <summary>Reads a month of the address that figures can be asked for: none later than the latest.</summary>
    protected bool TryPeriod(string? text, out Month period) =>
        Month.TryParse(text, out period) && period.Year >= FirstYear && period <= Gate.LatestMonth;

    /// <summary>Takes <c>.csv</c> or <c>.json</c> off the end of an address's last part; else <c>?format=</c> decides; empty for a page.</summary>
    protected static (string Text, string Format) Suffixed(string text, string? format)
    {
        foreach (var suffix in new[] { "csv", "json" })
            if (text.EndsWith("." + suffix, StringComparison.Ordinal)) return (text[..^(suffix.Length + 1)], suffix);
        return (text, format is "csv" or "json" ? format : "");
    }

    /// <summary>The months a reader may pick, newest first; the one shown is always among them.</summary>
    protected IReadOnlyList<FilterOption> Months(Month shown)
    {
        var latest = Gate.LatestMonth;
        var months = Enumerable.Range(0, 48).Select(back => latest.Add(-back)).ToList();
        if (!months.Contains(shown)) months.Add(shown);
        return [.. months.Select(m => new FilterOption(m.ToString(), m.Label))];
    }

    /// <summary>The last page of a list so long; 1 of an empty one.</summary>
    protected static int LastPage(long rows) => (int)Math.Max(1, (rows + PerPage - 1) / PerPage);

    /// <summary>Finds an indicator, or a variant of it, that can be computed.</summary>
    protected Found? Find(string name, string? variant)
    {
        if (Gate.Catalogue.Find(name) is not { Bound: not null } found) return null;
        if (string.IsNullOrEmpty(variant)) return found;
        return found.Entry.Variants.ContainsKey(variant) ? found with { Variant = variant } : null;
    }

    /// <summary>The window asked for, where the definition has it; null with no word, false with a wrong one.</summary>
    protected static bool TryWindow(Found found, string? text, out Window? window)
    {
        window = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!Calendar.Windows.TryParse(text, out var read) || !WindowsOf(found).Contains(read)) return false;
        window = read;
        return true;
    }

    /// <summary>The windows a definition or variant may be asked for.</summary>
    protected static IReadOnlyList<Window> WindowsOf(Found found) => Figures.WindowsOf(found);

    /// <summary>An address with the parts of its query that say something.</summary>
    public static string Address(string path, params (string Name, string? Value)[] query)
    {
        var said = query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}").ToList();
        return said.Count == 0 ? path : $"{path}?{string.Join('&', said)}";
    }

    private IReadOnlyList<NavLink> Navigation(Principal person, string? part)
    {
        var parts = PageFrame.Parts(part).Where(p => p.Href switch
        {
            "/worklists" => Rules.MayHave(person, Level.Children),
            "/loads" => Rules.MayHave(person, Level.Loads),
            "/audit" => Rules.MayHave(person, Level.Audit),
            _ => Rules.MayHave(person, Level.Aggregates),
        });
        if (Rules.MayHave(person, Level.Restricted)) parts = parts.Append(new NavLink("Restricted cases", "/restricted", part == "Restricted cases"));
        return Reader.Keeper.IsDemonstration ? [.. parts, new NavLink("Change person", "/people", part == "Change person")] : [.. parts];
    }

    private string PeriodWords(Month month)
    {
        var last = Gate.LastDayOf(month);
        return last == month.Last ? month.Label : $"{month.Label} to {EnglishDate.Format(last)}: not a whole month in this data";
    }

    private static string DataTo(Gate gate)
    {
        var to = EnglishDate.Format(gate.DataDate);
        return gate.LoadedAt is { } at ? $"{to}, loaded {EnglishDate.Format(LondonTime.DateOf(at))}" : to;
    }
}
