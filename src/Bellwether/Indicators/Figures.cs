using Bellwether.Calendar;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Plain;

namespace Bellwether.Indicators;

/// <summary>The front door of this room: figures, the cases behind them, and what falls due.</summary>
public sealed class Figures
{
    private readonly Journeys.Journeys _journeys;
    private readonly PlainEvaluator _plain;

    /// <summary>Figures over journeys by a catalogue.</summary>
    public Figures(Journeys.Journeys journeys, Catalogue catalogue)
    {
        _journeys = journeys;
        _plain = new PlainEvaluator(journeys, catalogue.LimitOn);
    }

    /// <summary>The latest month whose last day the data speaks for.</summary>
    public Month LatestMonth => Month.Of(_journeys.DataDate) is var m && m.Last == _journeys.DataDate ? m : m.Add(-1);

    /// <summary>The first window of the definition or variant.</summary>
    public static Window DefaultWindow(Found found) =>
        found.Entry.Definition.Variants.FirstOrDefault(v => v.Name == found.Variant) is { Windows.Count: > 0 } variant
            ? variant.Windows[0]
            : found.Entry.Definition.Windows is { Count: > 0 } own ? own[0] : Window.Snapshot;

    /// <summary>One figure.</summary>
    public Figure At(Found found, Window window, DateOnly at) => Series(found, window, [at])[0];

    /// <summary>The figure of each last day.</summary>
    public IReadOnlyList<Figure> Series(Found found, Window window, IReadOnlyList<DateOnly> lastDays) =>
        [.. lastDays.Select(day =>
        {
            var (first, last) = Windows.Range(window, day);
            var t = _plain.Total(found.Bound!, window, day);
            decimal d = t.Met + t.NotMet + t.Unknown;
            return new Figure(found.Entry.Definition.Id, found.Variant, window, first, last, "", t.Met, d,
                found.Bound!.Show == Show.Percentage ? d == 0 ? null : 100m * t.Met / d : t.Met, d == 0 && found.Bound.Show == Show.Percentage ? NoValue.NoCases : null, "", "", t);
        })];

    /// <summary>The figure of each member of a breakdown.</summary>
    public IReadOnlyList<Figure> By(Found found, Window window, DateOnly at, string breakdown) => [At(found, window, at) with { Member = breakdown }];

    /// <summary>What a reader sees for a member.</summary>
    public string Label(string breakdown, string member) => _journeys.Attribute(breakdown) is { } a && a.Codes.ToList().IndexOf(member) is >= 0 and var i ? a.Labels[i] : member;

    /// <summary>The cases behind a figure.</summary>
    public IReadOnlyList<CaseRow> Cases(Found found, Window window, DateOnly at) =>
        [.. _plain.Cases(found.Bound!, window, at).Select(c => new CaseRow(0, c.Row, Days.Date(c.Date), c.Verdict, null, -1, 1000))];

    /// <summary>What is overdue, or falls due within so many days.</summary>
    public IReadOnlyList<CaseRow> Worklist(Found found, DateOnly dataDate, int withinDays) =>
        [.. Cases(found, DefaultWindow(found), dataDate).Where(c => withinDays >= 0 && c.Verdict == Verdict.NotMet)];
}
