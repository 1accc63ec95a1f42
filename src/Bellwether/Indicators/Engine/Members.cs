using Bellwether.Codes;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Engine;

/// <summary>How one pass is cut: by nothing, by an attribute, by two crossed, by the definition's own split; perhaps for one member of an attribute alone.</summary>
internal sealed record Cut(AttributeSteps? By, AttributeSteps? And, AttributeSteps? Where, int WhereMember, BoundSplit? Split)
{
    /// <summary>The total.</summary>
    public static Cut Whole { get; } = new(null, null, null, 0, null);

    public static Cut Of(AttributeSteps? by) => by is null ? Whole : Whole with { By = by };
}

/// <summary>A case's members over time: each holds from its day until the next begins. A member below 0 is not counted.</summary>
internal sealed class StepList
{
    public int Count { get; private set; }

    public int[] From { get; private set; } = new int[16];

    public int[] Member { get; private set; } = new int[16];

    public void Clear() => Count = 0;

    public void Add(int from, int member)
    {
        if (Count == From.Length) (From, Member) = (Scratch.Room(From, Count), Scratch.Room(Member, Count));
        (From[Count], Member[Count]) = (from, member);
        Count++;
    }

    /// <summary>The member at a day.</summary>
    public int At(int day)
    {
        var s = Count - 1;
        while (s > 0 && From[s] > day) s--;
        return Member[s];
    }
}

/// <summary>Which member of a breakdown each case belongs to, day by day. Everything with no member falls to member 0, unknown.</summary>
internal abstract class Members
{
    public abstract int Count { get; }

    /// <summary>The members of a case, the first from before all time.</summary>
    public abstract void Of(Block cases, int i, StepList into);

    /// <summary>The members of a cut that is no split; one for each thread.</summary>
    public static Members Make(Journeys.Journeys journeys, LookUps lookUps, RecordKind kind, Cut cut)
    {
        Members members = cut.By is null ? new Everything() : new OfAttribute(journeys, lookUps, kind, cut.By);
        if (cut.And is not null) members = new Crossed(members, new OfAttribute(journeys, lookUps, kind, cut.And));
        return cut.Where is null ? members : new Cohort(members, new OfAttribute(journeys, lookUps, kind, cut.Where), cut.WhereMember);
    }

    private sealed class Everything : Members
    {
        public override int Count => 1;

        public override void Of(Block cases, int i, StepList into)
        {
            into.Clear();
            into.Add(int.MinValue, 0);
        }
    }

    /// <summary>Two breakdowns at once: member a of the first and b of the second is a × (members of the second) + b.</summary>
    private sealed class Crossed(Members rows, Members columns) : Members
    {
        private readonly StepList _row = new(), _column = new();

        public override int Count => rows.Count * columns.Count;

        public override void Of(Block cases, int i, StepList into)
        {
            rows.Of(cases, i, _row);
            columns.Of(cases, i, _column);
            Merge(_row, _column, into, (a, b) => a < 0 || b < 0 ? -1 : (a * columns.Count) + b);
        }
    }

    /// <summary>Only cases, on the days, that are of one member of another attribute.</summary>
    private sealed class Cohort(Members inner, Members of, int member) : Members
    {
        private readonly StepList _inner = new(), _of = new();

        public override int Count => inner.Count;

        public override void Of(Block cases, int i, StepList into)
        {
            inner.Of(cases, i, _inner);
            of.Of(cases, i, _of);
            Merge(_inner, _of, into, (a, b) => b == member ? a : -1);
        }
    }

    private static void Merge(StepList a, StepList b, StepList into, Func<int, int, int> member)
    {
        into.Clear();
        for (int x = 0, y = 0; ;)
        {
            into.Add(Math.Max(a.From[x], b.From[y]), member(a.Member[x], b.Member[y]));
            var (nextA, nextB) = (x + 1 < a.Count ? a.From[x + 1] : int.MaxValue, y + 1 < b.Count ? b.From[y + 1] : int.MaxValue);
            if (nextA == int.MaxValue && nextB == int.MaxValue) return;
            if (nextA <= nextB) x++;
            if (nextB <= nextA) y++;
        }
    }
}

/// <summary>The members of one attribute: by team a record's own team decides where it has one, and its district where the case is no child's.</summary>
internal sealed class OfAttribute : Members
{
    private readonly AttributeSteps _steps;
    private readonly int[]? _ownTeam;
    private readonly bool _isChild;
    private readonly LookedUp? _teamDistrict;
    private readonly int[] _memberOfTeam = [];
    private readonly Dictionary<long, int> _memberOfText = [];

    public OfAttribute(Journeys.Journeys journeys, LookUps lookUps, RecordKind kind, AttributeSteps steps)
    {
        (_steps, _isChild) = (steps, kind.Subject == SubjectKind.Child);
        var team = kind.Fields.ToList().FindIndex(f => f.Type == FieldType.Team);
        var ofTeamSubject = kind.Subject == SubjectKind.Team;
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
        for (var m = 0; m < steps.Codes.Count; m++)
            if (journeys.Texts.Find(steps.Codes[m]) is >= 0 and var text) _memberOfText[text] = m;
    }

    public override int Count => _steps.Codes.Count;

    public override void Of(Block cases, int i, StepList into)
    {
        into.Clear();
        if (_ownTeam is not null && _ownTeam[cases.Row[i]] is >= 0 and var team)
        {
            if (_teamDistrict is null) into.Add(int.MinValue, _memberOfTeam[team]);
            else
                for (var s = _teamDistrict.Offset[team]; s < _teamDistrict.Offset[team + 1]; s++)
                    into.Add(_teamDistrict.From[s], _memberOfText.GetValueOrDefault(_teamDistrict.Value[s]));
        }
        else if (!_isChild || cases.Subject[i] < 0) into.Add(int.MinValue, 0);
        else
        {
            var next = _steps.Offset[cases.Subject[i] + 1];
            for (var s = _steps.Offset[cases.Subject[i]]; s < next; s++) into.Add(_steps.From[s], _steps.Member[s]);
        }
    }
}
