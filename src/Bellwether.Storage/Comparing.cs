using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>A line of an extract, and who told it.</summary>
/// <param name="Line">Its place is a number in the extract.</param>
/// <param name="Told">The last day that its place speaks for, as a day number.</param>
/// <param name="Speaker">Who speaks of it.</param>
internal readonly record struct ToldLine(Line Line, int Told, string Speaker);

/// <summary>
/// Sets what an extract tells of one kind against what is known of it: which versions end, which lines begin one.
/// Versions are met one by one and only the few that change are kept, so a month's load costs little beside the first.
/// </summary>
internal sealed class Comparing
{
    private readonly RecordKind _kind;
    private readonly List<ToldLine> _lines;
    private readonly List<Statement> _says;
    private readonly List<Statement> _before;
    private readonly List<Statement> _newer;
    private readonly Dictionary<string, int> _firstOfKey;
    private readonly int[] _nextOfKey;
    private readonly LatestOf _latest = new(), _latestKnown = new();
    private readonly Starts? _starts;
    private readonly bool[] _isMet;
    private int _added, _changed, _withdrawn, _same;

    /// <param name="kind">The kind.</param>
    /// <param name="lines">The extract's records of it.</param>
    /// <param name="says">What the extract says about it: one statement, or several of years or speakers.</param>
    /// <param name="before">Statements about it in the store, oldest load first.</param>
    public Comparing(RecordKind kind, List<ToldLine> lines, List<Statement> says, List<Statement> before)
    {
        (_kind, _lines, _says, _before) = (kind, lines, says, before);
        var first = lines.Count == 0 ? int.MaxValue : lines.Min(l => l.Told);
        _newer = [.. before.Where(s => Days.Of(s.To) > first)];
        _isMet = new bool[lines.Count];
        _nextOfKey = new int[lines.Count];
        _firstOfKey = new Dictionary<string, int>(lines.Count, StringComparer.Ordinal);
        var isLatest = says.Exists(s => s.Holds == Completeness.LatestOnly);
        if (kind.Shape == RecordShape.Spell && says.Concat(before).Any(s => before.Concat(says).Any(o => o.To.AddDays(1) == s.From))) _starts = new Starts();
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            _nextOfKey[i] = _firstOfKey.GetValueOrDefault(lines[i].Line.Key, -1);
            _firstOfKey[lines[i].Line.Key] = i;
            if (isLatest) _latest.Meet(lines[i].Line, lines[i].Told);
            _starts?.Meet(lines[i].Line);
        }
    }

    /// <summary>Versions that end with this load.</summary>
    public List<long> Ended { get; } = [];

    /// <summary>Versions carried on with an end that nobody told us; their places are rows in the store.</summary>
    public List<Line> EndUnknown { get; } = [];

    /// <summary>Lines that begin a version; their places are numbers in the extract.</summary>
    public List<Line> Begun { get; } = [];

    /// <summary>How many of each.</summary>
    public KindChange Change => new(_kind.Name, _added, _changed, _withdrawn, _same);

    /// <summary>Meets every known version, then the lines that met none.</summary>
    public void Run(IEnumerable<Version> known)
    {
        var ended = new List<(Line Line, int Until, Statement By)>();
        foreach (var was in known) Meet(was, ended);
        var begun = new List<(ToldLine Told, Statement? By)>();
        for (var i = 0; i < _lines.Count; i++)
            if (!_isMet[i]) Begin(_lines[i], begun);
        // Only now are all starts known, and with them where a spell that was left open gave way to the next.
        EndUnknown.AddRange(ended.Select(e => WithoutEnd(e.Line, e.Until, e.By)));
        Begun.AddRange(begun.Select(b => b.By is { } by ? WithoutEnd(b.Told.Line, b.Told.Told, by) : b.Told.Line));
    }

    private void Meet(Version was, List<(Line Line, int Until, Statement By)> ended)
    {
        if (_newer.Count > 0) _latestKnown.Meet(was.Line, was.Told);
        _starts?.Meet(was.Line);
        if (_firstOfKey.TryGetValue(was.Line.Key, out var i) && i >= 0)
        {
            _firstOfKey[was.Line.Key] = _nextOfKey[i];
            _isMet[i] = true;
            // What an earlier extract said of a record is no news once a later one has spoken.
            if ((was.Line.Fields == _lines[i].Line.Fields && was.Line.Subject == _lines[i].Line.Subject && was.Line.OpenUntil == _lines[i].Line.OpenUntil) || LastTold(was).Told > _lines[i].Told)
            {
                _same++;
                return;
            }
            Ended.Add(was.Id);
            Begun.Add(_lines[i].Line);
            _changed++;
            return;
        }
        var told = LastTold(was);
        var (fate, says) = Worst(told, _says, _latest);
        if (fate == Fate.Stays)
        {
            _same++;
            return;
        }
        Ended.Add(was.Id);
        if (fate == Fate.Withdrawn) _withdrawn++;
        else
        {
            ended.Add((was.Line, told.Told, says!));
            _changed++;
        }
    }

    /// <summary>A line that is known of no version: new, unless a statement taken later has no such record, or no longer.</summary>
    private void Begin(ToldLine told, List<(ToldLine Told, Statement? By)> begun)
    {
        var (fate, says) = Worst(new Known(told.Line, told.Told, told.Speaker), _newer.Where(s => Days.Of(s.To) > told.Told), _latestKnown);
        if (fate == Fate.Withdrawn)
        {
            _same++;
            return;
        }
        begun.Add((told, fate == Fate.EndUnknown ? says : null));
        _added++;
    }

    private (Fate Fate, Statement? Says) Worst(Known told, IEnumerable<Statement> statements, LatestOf latest)
    {
        (Fate Fate, Statement? Says) worst = (Fate.Stays, null);
        foreach (var says in statements)
        {
            var fate = told.Under(_kind, says, latest.Of(told.Line.Subject), latest.IsOfDays);
            // Of statements that would have it ended the earliest tells most of when.
            if (fate > worst.Fate || (fate == worst.Fate && fate != Fate.Stays && says.From < worst.Says!.From)) worst = (fate, says);
        }
        return worst;
    }

    private Known LastTold(Version was) =>
        new Known(was.Line, was.Told, was.Speaker).LastTold(_kind, _before.Where(s => s.Load > was.Since));

    /// <summary>
    /// A spell left open, last held open on a day. Where a statement follows that day without a gap and lacks it, it gave way to the
    /// child's next spell in that statement's time, if there is one: as when yearly returns are read together (<c>LeftOpen</c>). Else its
    /// end is unknown.
    /// </summary>
    private Line WithoutEnd(Line line, int until, Statement by)
    {
        var next = Days.Of(by.From) == until + 1 && _starts is not null ? _starts.After(line) : Days.None;
        var end = Days.IsDate(next) && next <= Days.Of(by.To) ? next.ToString(CultureInfo.InvariantCulture) : "";
        var since = Enumerable.Range(2, Math.Max(0, _kind.Fields.Count - 2)).Where(f => _kind.Fields[f].KnownFrom == "end").Select(f => (f, ""));
        return line with { Fields = Cells.With(line.Fields, since.Prepend((1, end))), OpenUntil = until };
    }

    /// <summary>The latest record of each subject, of records that a list of latest ones holds.</summary>
    private sealed class LatestOf
    {
        private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);

        /// <summary>True where each record begins on the day it was told: a list of how things stand.</summary>
        public bool IsOfDays { get; private set; } = true;

        public int Of(string subject) => _first.GetValueOrDefault(subject, Days.None);

        public void Meet(Line line, int told)
        {
            var first = line.First;
            IsOfDays &= first == told;
            if (!_first.TryGetValue(line.Subject, out var sofar) || first > sofar) _first[line.Subject] = first;
        }
    }

    /// <summary>On which days the spells of each subject begin.</summary>
    private sealed class Starts
    {
        private readonly Dictionary<string, List<int>> _of = new(StringComparer.Ordinal);

        public void Meet(Line line)
        {
            if (!_of.TryGetValue(line.Subject, out var starts)) _of.Add(line.Subject, starts = []);
            starts.Add(line.First);
        }

        public int After(Line line) => _of[line.Subject].Where(s => Days.IsDate(s) && s > line.First).DefaultIfEmpty(Days.None).Min();
    }
}
