using Bellwether.Calendar;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Engine;

/// <summary>Counts by day asked and breakdown member: stretches go in as differences, prefix sums come out.</summary>
internal sealed class Tallies
{
    private const int StateCount = 5;
    private readonly Places _places;
    private readonly int _width;
    private readonly long[] _counts, _values, _slopes;

    public Tallies(IReadOnlyList<DateOnly> days, int members)
    {
        _places = new Places(days);
        _width = _places.Count + 1;
        (_counts, _values, _slopes) = (new long[members * StateCount * _width], new long[members * _width], new long[members * _width]);
    }

    public int First => _places.First;

    public int Last => _places.Last;

    public void Add(int member, State state, int from, int to, long by = 1)
    {
        var at = ((member * StateCount) + (int)state) * _width;
        _counts[at + _places.Place(from)] += by;
        _counts[at + _places.Place(to)] -= by;
    }

    /// <summary>A value that is <c>base + slope × day</c> on the stretch, in thousandths.</summary>
    public void AddValue(int member, int from, int to, long value, long slope)
    {
        var (a, b) = ((member * _width) + _places.Place(from), (member * _width) + _places.Place(to));
        _values[a] += value;
        _values[b] -= value;
        _slopes[a] += slope;
        _slopes[b] -= slope;
    }

    /// <summary>Tallies of one member, in the order in which the days were asked.</summary>
    public Tally[] Of(int member)
    {
        var result = new Tally[_places.Count];
        Span<long> sums = stackalloc long[StateCount];
        var (value, slope) = (0L, 0L);
        for (var p = 0; p < _places.Count; p++)
        {
            for (var s = 0; s < StateCount; s++) sums[s] += _counts[(((member * StateCount) + s) * _width) + p];
            value += _values[(member * _width) + p];
            slope += _slopes[(member * _width) + p];
            result[_places.Order[p]] = new Tally(sums[0], sums[1], sums[2], sums[3], sums[4], value + (slope * _places.Day(p)));
        }
        return result;
    }
}

/// <summary>Which member of a breakdown each case belongs to, day by day. Everything with no member falls to member 0, unknown.</summary>
internal sealed class Membership
{
    private static readonly int[] Always = [int.MinValue];
    private readonly AttributeSteps? _steps;
    private readonly int[]? _ownTeam;
    private readonly bool _isChild;
    private readonly LookedUp? _teamDistrict;
    private readonly int[] _memberOfTeam = [];
    private readonly Dictionary<long, int> _memberOfText = [];

    public Membership(Journeys.Journeys journeys, LookUps lookUps, Codes.RecordKind kind, AttributeSteps? steps)
    {
        (_steps, _isChild) = (steps, kind.Subject == Codes.SubjectKind.Child);
        if (steps is null) return;
        var team = kind.Fields.ToList().FindIndex(f => f.Type == Codes.FieldType.Team);
        var ofTeamSubject = kind.Subject == Codes.SubjectKind.Team;
        if (steps.Name != "team" && (steps.Name != "district" || _isChild)) return;
        if (team < 0 && !ofTeamSubject) return;
        _ownTeam = ofTeamSubject ? journeys.Rows(kind.Name).Subject : journeys.Rows(kind.Name).Field(team);
        if (steps.Name == "team")
        {
            var members = steps.Codes.Select((c, m) => (c, m)).ToDictionary(p => p.c, p => p.m, StringComparer.Ordinal);
            _memberOfTeam = [.. journeys.TeamCodes.Select(c => members.GetValueOrDefault(c))];
            return;
        }
        _teamDistrict = lookUps.Team("district");
        for (var m = 0; m < steps.Codes.Count; m++) _memberOfText[journeys.Texts.Add(steps.Codes[m])] = m;
    }

    public int Members => _steps?.Codes.Count ?? 1;

    /// <summary>The member at a day.</summary>
    public int At(Block cases, int i, int day)
    {
        var (from, _, next, first) = Steps(cases, i);
        var s = next - 1;
        while (s > first && from[s] > day) s--;
        return Member(cases, i, s);
    }

    /// <summary>The days on which the member may change, with the first step's number and the one after the last.</summary>
    public (int[] From, bool Fixed, int Next, int First) Steps(Block cases, int i)
    {
        if (_steps is null) return (Always, true, 1, 0);
        if (_ownTeam is not null && _ownTeam[cases.Row[i]] >= 0)
        {
            var team = _ownTeam[cases.Row[i]];
            return _teamDistrict is null ? (Always, true, 1, 0) : (_teamDistrict.From, false, _teamDistrict.Offset[team + 1], _teamDistrict.Offset[team]);
        }
        if (!_isChild || cases.Subject[i] < 0) return (Always, true, 1, 0);
        return (_steps.From, false, _steps.Offset[cases.Subject[i] + 1], _steps.Offset[cases.Subject[i]]);
    }

    /// <summary>The member of one of those steps.</summary>
    public int Member(Block cases, int i, int step)
    {
        if (_steps is null) return 0;
        if (_ownTeam is not null && _ownTeam[cases.Row[i]] >= 0)
            return _teamDistrict is null ? _memberOfTeam[_ownTeam[cases.Row[i]]] : _memberOfText.GetValueOrDefault(_teamDistrict.Value[step]);
        return _isChild && cases.Subject[i] >= 0 ? _steps.Member[step] : 0;
    }
}
