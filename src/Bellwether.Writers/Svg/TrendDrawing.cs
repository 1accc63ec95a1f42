using System.Globalization;
using System.Text;
using Bellwether.Publications;

namespace Bellwether.Writers.Svg;

/// <summary>One trend being drawn: it holds the measures that all its layers share.</summary>
internal sealed class TrendDrawing
{
    private const double Size = 14, Top = 30, Gap = 18, Key = 20;

    private readonly TrendChart _chart;
    private readonly ChartPlace _place;
    private readonly Scale _scale;
    private readonly SvgText _svg = new();
    private readonly double _left, _plot, _labels, _words, _width;
    private readonly ISet<int> _breaks;

    public TrendDrawing(TrendChart chart, ChartPlace place)
    {
        _chart = chart;
        _place = place;
        // Band edges count too: a chart whose red band lies wholly outside would hide how far away it is.
        var values = chart.Points.SelectMany(p => new[] { p.Value, p.Target }.Concat((p.Bands ?? []).SelectMany(b => new[] { b.From, b.To })))
            .Concat(chart.Comparators.SelectMany(c => c.Values)).OfType<decimal>();
        _scale = Scale.Of(values, chart.AxisFrom, chart.Unit, chart.Decimals);
        _breaks = chart.Events.Where(e => e.BreaksSeries).Select(e => e.Point).ToHashSet();
        _left = Math.Max(34, _scale.Ticks().Max(t => SvgText.WidthOf(Tick(t), Size)) + 12);
        _words = chart.Points.Any(p => p.Bands is { Count: > 0 }) ? 56 : 8;
        _labels = EndTexts().Select(l => SvgText.WidthOf(l.Text, Size, l.Bold)).DefaultIfEmpty(0).Max() + Key + 20;
        _plot = Math.Max(340, place.Width - _left - _labels - _words);
        _width = _left + _plot + _labels + _words;
    }

    private double Bottom => Top + _place.PlotHeight;

    private double Right => _left + _plot;

    private double Step => _plot / Math.Max(1, _chart.Points.Count);

    public string Draw(string words)
    {
        var notes = Notes();
        _svg.Open("bw-chart bw-trend", _chart.Id, _width, Bottom + (notes.Length > 0 ? 66 : 44), $"{_chart.Headline}. {_chart.Subtitle}", words);
        Bands();
        Axes();
        Months();
        Targets();
        for (var i = 0; i < _chart.Comparators.Count; i++)
        {
            SvgChart.Stroke(_svg, "bw-comparator", _chart.Comparators[i].Values, X, Y, Palette.Others[i], 2, Palette.Dashes[i], null);
        }
        Events();
        SvgChart.Stroke(_svg, "bw-series", [.. _chart.Points.Select(p => p.Value)], X, Y, Palette.Line, 3, null, _breaks);
        Points();
        Ends();
        if (notes.Length > 0) _svg.Text("bw-note", _left, Bottom + 58, notes, 13);
        return _svg.Close();
    }

    private double X(int point) => _left + ((point + 0.5) * Step);

    private double Y(decimal value) => _scale.Y(value, Top, Bottom);

    private string Tick(decimal value) => ChartWords.Short(value, _chart.Unit, _scale.TickDecimals);

    private void Bands()
    {
        var points = _chart.Points;
        for (var i = 0; i < points.Count;)
        {
            var bands = points[i].Bands ?? [];
            var end = i + 1;
            while (end < points.Count && (points[end].Bands ?? []).SequenceEqual(bands)) end++;
            var last = end == points.Count;
            // The last month's tints run on under the end labels, to the words in the margin.
            var right = last ? _width : _left + (end * Step);
            foreach (var band in bands) Band(band, _left + (i * Step), right, last);
            i = end;
        }
    }

    private void Band(ChartBand band, double left, double right, bool named)
    {
        var (from, to) = (band.From ?? _scale.From, band.To ?? _scale.To);
        if (to <= _scale.From || from >= _scale.To) return;
        var (bottom, top) = (Y(from), Y(to));
        _svg.Rect("bw-band", left, top, right - left, bottom - top, Palette.Tint(band.Word));
        if (band.From is { } edge && edge > _scale.From) _svg.Line("bw-edge", left, Y(edge), Math.Min(right, Right), Y(edge), Palette.Edge, 1, "1 3");
        // A sliver too thin for its word keeps its tint; the table behind the chart names the rating anyway.
        if (named && bottom - top >= Gap) _svg.Text("bw-band-word", right - 6, ((top + bottom) / 2) + 5, band.Word.ToString(), 13, "end");
    }

    private void Axes()
    {
        foreach (var tick in _scale.Ticks())
        {
            _svg.Line("bw-grid", _left, Y(tick), Right, Y(tick), tick == _scale.From ? Palette.Axis : Palette.Grid);
            _svg.Text("bw-tick", _left - 8, Y(tick) + 5, Tick(tick), Size, "end");
        }
    }

    /// <summary>Month names as many as fit, counted back from the last, which always stands; the year only where it changes.</summary>
    private void Months()
    {
        var points = _chart.Points;
        var words = points.Select(p => p.Label.Split(' ', 2)).ToList();
        var widest = words.SelectMany(w => w).Select(w => SvgText.WidthOf(w, Size)).DefaultIfEmpty(1).Max() + 6;
        var every = Math.Max(1, (int)Math.Ceiling(widest / Step));
        var second = "";
        for (var i = 0; i < points.Count; i++)
        {
            _svg.Line("bw-mark", X(i), Bottom, X(i), Bottom + 4, Palette.Axis);
            if ((points.Count - 1 - i) % every != 0) continue;
            _svg.Text("bw-month", X(i), Bottom + 20, words[i][0], Size, "middle");
            if (words[i].Length < 2 || words[i][1] == second) continue;
            second = words[i][1];
            _svg.Text("bw-month", X(i), Bottom + 36, second, Size, "middle");
        }
    }

    private void Targets()
    {
        var d = new StringBuilder();
        decimal? before = null;
        for (var i = 0; i < _chart.Points.Count; i++)
        {
            if (_chart.Points[i].Target is { } target)
            {
                var (left, right, y) = (SvgText.Num(_left + (i * Step)), SvgText.Num(_left + ((i + 1) * Step)), SvgText.Num(Y(target)));
                d.Append(CultureInfo.InvariantCulture, $"{(before is null ? "M" : "L")}{left} {y} L{right} {y} ");
            }
            before = _chart.Points[i].Target;
        }
        if (d.Length > 0) _svg.Path("bw-target", d.ToString().TrimEnd(), Palette.Target, 2, Palette.TargetDash);
    }

    private void Events()
    {
        foreach (var group in _chart.Events.GroupBy(e => (e.Point, e.BreaksSeries)))
        {
            var x = group.Key.BreaksSeries ? _left + (group.Key.Point * Step) : X(group.Key.Point);
            _svg.Line(group.Key.BreaksSeries ? "bw-break" : "bw-event", x, Top, x, Bottom, Palette.Ink, 1, group.Key.BreaksSeries ? null : "2 3");
            foreach (var (e, i) in group.OrderBy(e => e.Number).Select((e, i) => (e, i)))
            {
                var at = Math.Min(x + (i * 22), _width - 12);
                _svg.Dot("bw-event-number", at, Top - 14, 10, "#ffffff", Palette.Ink);
                _svg.Text("bw-event-text", at, Top - 9.5, e.Number.ToString(CultureInfo.InvariantCulture), 13, "middle", true);
            }
        }
    }

    private void Points()
    {
        for (var i = 0; i < _chart.Points.Count; i++)
        {
            var point = _chart.Points[i];
            if (point.Value is { } v) _svg.Dot(point.Provisional ? "bw-point bw-provisional" : "bw-point", X(i), Y(v), 4, point.Provisional ? "#ffffff" : Palette.Line, Palette.Line);
            else _svg.Text("bw-missing", X(i), Bottom - 6, "–", 16, "middle", true);
        }
    }

    /// <summary>Each line's name and last figure beside its end, after a short piece of the line itself as its key.</summary>
    private void Ends()
    {
        foreach (var label in EndLabels.Spread(EndTexts(), Gap, Top, Bottom - 4))
        {
            if (Math.Abs(label.At - label.Y) > 3 || label.X < Right - Step) _svg.Line("bw-leader", label.X + 6, label.Y, Right + 4, label.At, Palette.Edge);
            _svg.Line("bw-key", Right + 6, label.At, Right + 6 + Key, label.At, label.Stroke, label.Bold ? 3 : 2, label.Dash);
            _svg.Text("bw-end", Right + Key + 12, label.At + 5, label.Text, Size, "start", label.Bold);
        }
    }

    private IEnumerable<EndLabel> EndTexts()
    {
        EndLabel? Last(IReadOnlyList<decimal?> values, Func<decimal, string> text, bool edge, string stroke, string? dash)
        {
            for (var i = values.Count - 1; i >= 0; i--)
            {
                if (values[i] is { } v) return new EndLabel(text(v), edge ? _left + ((i + 1) * Step) - 6 : X(i), Y(v), stroke, dash);
            }
            return null;
        }
        var ends = new List<EndLabel?>
        {
            Last([.. _chart.Points.Select(p => p.Value)], v => ChartWords.Short(v, _chart.Unit, _chart.Decimals), false, Palette.Line, null),
            Last([.. _chart.Points.Select(p => p.Target)], v => "Target " + ChartWords.Short(v, _chart.Unit, ChartWords.TargetDecimals(v, _chart.Decimals)), true, Palette.Target, Palette.TargetDash),
        };
        ends.AddRange(_chart.Comparators.Select((c, i) =>
            Last(c.Values, v => $"{c.Name} {ChartWords.Short(v, _chart.Unit, _chart.Decimals)}", false, Palette.Others[i], Palette.Dashes[i])));
        return ends.OfType<EndLabel>();
    }

    private string Notes()
    {
        var notes = new List<string>();
        if (_chart.Points.Any(p => p.Provisional && p.Value is not null)) notes.Add("Hollow point: provisional.");
        if (_chart.Points.Any(p => p.Value is null)) notes.Add("Dash: no figure.");
        if (_scale.From != 0) notes.Add($"The axis starts at {Tick(_scale.From)}, not at zero.");
        return string.Join("  ", notes);
    }
}
