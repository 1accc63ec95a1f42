using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>
/// Sets what an extract tells of one kind against what is known of it: which versions end, which lines begin one.
/// Versions are met one by one and only the few that change are kept, so a month's load costs little beside the first.
/// </summary>
internal sealed class Comparing
{
    private readonly RecordKind _kind;
    private readonly List<Line> _lines;
    private readonly Statement? _says;
    private readonly List<Statement> _before;
    private readonly List<Statement> _newer;
    private readonly int _dataDay;
    private readonly Dictionary<string, int> _firstOfKey;
    private readonly int[] _nextOfKey;
    private readonly Dictionary<string, int> _latest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _latestKnown = new(StringComparer.Ordinal);
    private readonly bool[] _isMet;
    private int _added, _changed, _withdrawn, _same;

    /// <param name="kind">The kind.</param>
    /// <param name="lines">The extract's records of it.</param>
    /// <param name="says">The extract's statement about it; null where it makes none.</param>
    /// <param name="before">Statements about it in the store, oldest load first.</param>
    /// <param name="dataDay">The day the extract was taken.</param>
    public Comparing(RecordKind kind, List<Line> lines, Statement? says, List<Statement> before, int dataDay)
    {
        (_kind, _lines, _says, _before, _dataDay) = (kind, lines, says, before, dataDay);
        _newer = [.. before.Where(s => Days.Of(s.To) > dataDay)];
        _isMet = new bool[lines.Count];
        _nextOfKey = new int[lines.Count];
        _firstOfKey = new Dictionary<string, int>(lines.Count, StringComparer.Ordinal);
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            _nextOfKey[i] = _firstOfKey.GetValueOrDefault(lines[i].Key, -1);
            _firstOfKey[lines[i].Key] = i;
            if (says?.Holds == Completeness.LatestOnly) Later(_latest, lines[i]);
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
        foreach (var was in known) Meet(was);
        for (var i = 0; i < _lines.Count; i++)
            if (!_isMet[i]) Begin(_lines[i]);
    }

    private void Meet(Version was)
    {
        if (_newer.Count > 0) Later(_latestKnown, was.Line);
        if (_firstOfKey.TryGetValue(was.Line.Key, out var i) && i >= 0)
        {
            _firstOfKey[was.Line.Key] = _nextOfKey[i];
            _isMet[i] = true;
            // What an earlier extract said of a record is no news once a later one has spoken.
            if (was.Line.Fields == _lines[i].Fields || LastTold(was).DataDate > _dataDay)
            {
                _same++;
                return;
            }
            Ended.Add(was.Id);
            Begun.Add(_lines[i]);
            _changed++;
            return;
        }
        var fate = _says is null ? Fate.Stays : LastTold(was).Under(_kind, _says, _latest.GetValueOrDefault(was.Line.Subject, Days.None));
        if (fate == Fate.Stays)
        {
            _same++;
            return;
        }
        Ended.Add(was.Id);
        if (fate == Fate.EndUnknown) EndUnknown.Add(WithoutEnd(was.Line));
        _withdrawn++;
    }

    /// <summary>A line that is known of no version: new, unless a statement taken later has no such record, or no longer.</summary>
    private void Begin(Line line)
    {
        var told = new Known(line.Fields, _dataDay);
        var fates = _newer.Select(s => told.Under(_kind, s, _latestKnown.GetValueOrDefault(line.Subject, Days.None))).ToList();
        if (fates.Contains(Fate.Withdrawn))
        {
            _same++;
            return;
        }
        Begun.Add(fates.Contains(Fate.EndUnknown) ? WithoutEnd(line) : line);
        _added++;
    }

    private Known LastTold(Version was) =>
        new Known(was.Line.Fields, was.DataDate).LastTold(_kind, _before.Where(s => s.Load > was.Since));

    private static void Later(Dictionary<string, int> latest, Line line)
    {
        var first = new Known(line.Fields, 0).First;
        if (!latest.TryGetValue(line.Subject, out var sofar) || first > sofar) latest[line.Subject] = first;
    }

    private static Line WithoutEnd(Line line)
    {
        var cells = line.Fields.Split('\t');
        cells[1] = "";
        return line with { Fields = string.Join('\t', cells) };
    }
}
