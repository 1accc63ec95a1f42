using Bellwether.Codes;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Engine;

/// <summary>How one pass is cut: by nothing, by an attribute, by two crossed, by the definition's own split; perhaps for one member of an attribute alone.</summary>
internal sealed record Cut(AttributeSteps? By, AttributeSteps? And, AttributeSteps? Where, int WhereMember, BoundSplit? Split)
{
    /// <summary>Whose cases are counted: those of member 0, as are cases of no child; null for all.</summary>
    public AttributeSteps? Listed { get; init; }

    /// <summary>The total.</summary>
    public static Cut Whole { get; } = new(null, null, null, 0, null);

    public static Cut Of(AttributeSteps? by) => by is null ? Whole : Whole with { By = by };

    /// <summary>What <see cref="Listed"/> takes: member 0 for every child but some.</summary>
    public static AttributeSteps AllBut(int count, IReadOnlySet<int> children)
    {
        var (from, member) = (new int[count], new int[count]);
        Array.Fill(from, int.MinValue);
        foreach (var child in children) member[child] = 1;
        return new AttributeSteps("listed", ["unknown", "left out"], ["Listed", "Left out"], [.. Enumerable.Range(0, count + 1)], from, member);
    }
}

/// <summary>One way of telling cases apart: what comes in under member a goes out under a × <see cref="Count"/> + its own.</summary>
internal abstract class Axis
{
    protected Pieces Out { get; } = new();

    /// <summary>How many members.</summary>
    public abstract int Count { get; }

    /// <summary>The member of each case of a block, −1 for one that belongs nowhere; null where one may have several on its days.</summary>
    public abstract int[]? Members(Block cases);

    /// <summary>Cuts the pieces of a block; what belongs nowhere is left out.</summary>
    public abstract Pieces Cut(Block cases, Pieces pieces);
}

/// <summary>Members by owner over time: owner o has steps <c>Offset[o] .. Offset[o+1]-1</c>, each from its day until the next, the first from before all time.</summary>
internal sealed record MemberSteps(int[] Offset, int[] From, int[] Member)
{
    private const int Few = 8;

    /// <summary>One owner, of whom nothing is known: member 0 on every day.</summary>
    public static MemberSteps Nobody { get; } = new([0, 1], [int.MinValue], [0]);

    /// <summary>True where nobody's member ever changes.</summary>
    public bool IsFixed => From.Length == Offset.Length - 1;

    /// <summary>The member of an owner at a day.</summary>
    public int At(int owner, int day)
    {
        var (s, next, from) = (Offset[owner], Offset[owner + 1], From);
        if (next - s > Few)
        {
            for (s = next - 1; s > Offset[owner] && from[s] > day;) s--;
            return Member[s];
        }
        // Which step it is is as good as random, how many there are is not: counted without a branch.
        for (var k = s + 1; k < next; k++) s += from[k] <= day ? 1 : 0;
        return Member[s];
    }
}

/// <summary>
/// By an attribute: the child's; by team a record's own team decides where it has one, and its district where the case is no child's.
/// Everything with no member falls to member 0, unknown. A dated case is read at its date.
/// </summary>
internal sealed class AttributeAxis : Axis
{
    private readonly Places _places;
    private readonly MemberSteps _steps;
    private readonly bool _isChild, _isDated;
    private readonly int _only;
    private readonly int[]? _ownTeam;
    private readonly MemberSteps _ofTeam = MemberSteps.Nobody;
    private int[] _members = [];

    /// <param name="only">The one member that is wanted, and then is the only one; -1 for all.</param>
    public AttributeAxis(Pass pass, LookUps lookUps, Places places, AttributeSteps steps, int only)
    {
        var (journeys, kind) = (pass.Journeys, pass.Indicator.Kind);
        (_places, _only, _isDated, _isChild) = (places, only, pass.Indicator.Form == CaseForm.Dated, kind.Subject == SubjectKind.Child);
        Count = only < 0 ? steps.Codes.Count : 1;
        _steps = new MemberSteps(steps.Offset, steps.From, steps.Member);
        if (IsOfChildAlone(kind, steps)) return;
        _ownTeam = kind.Subject == SubjectKind.Team ? pass.Rows(kind).Subject : pass.Rows(kind).Field(TeamOf(kind));
        _ofTeam = steps.Name == "team" ? Teams(journeys, steps) : Districts(journeys, lookUps.Team("district"), steps);
    }

    public override int Count { get; }

    /// <summary>True where the attribute is read from the child, whatever the record says.</summary>
    public static bool IsOfChildAlone(RecordKind kind, AttributeSteps steps) =>
        (steps.Name != "team" && (steps.Name != "district" || kind.Subject == SubjectKind.Child))
        || (TeamOf(kind) < 0 && kind.Subject != SubjectKind.Team);

    public override int[]? Members(Block cases)
    {
        if (_members.Length < cases.Count) _members = new int[cases.Row.Length];
        var members = _members.AsSpan(0, cases.Count);
        if (_isChild && _ownTeam is null && _steps.IsFixed)
        {
            var (subject, member) = (cases.Subject, _steps.Member);
            for (var i = 0; i < members.Length; i++) members[i] = subject[i] is >= 0 and var child ? member[child] : 0;
        }
        else
        {
            for (var i = 0; i < members.Length; i++)
            {
                var (steps, owner) = _ownTeam is not null && _ownTeam[cases.Row[i]] is >= 0 and var team ? (_ofTeam, team)
                    : _isChild && cases.Subject[i] is >= 0 and var child ? (_steps, child) : (MemberSteps.Nobody, 0);
                if (steps.Offset[owner + 1] - steps.Offset[owner] == 1) members[i] = steps.Member[steps.Offset[owner]];
                else if (_isDated) members[i] = steps.At(owner, cases.Date[i]);
                else return null;
            }
        }
        if (_only < 0) return _members;
        for (var i = 0; i < members.Length; i++) members[i] = members[i] == _only ? 0 : -1;
        return _members;
    }

    public override Pieces Cut(Block cases, Pieces pieces)
    {
        Out.Begin(0);
        foreach (ref readonly var piece in pieces.All)
        {
            var i = piece.Entity;
            if (_ownTeam is not null && _ownTeam[cases.Row[i]] is >= 0 and var team) Cut(_ofTeam, team, cases.Date[i], piece);
            else if (_isChild && cases.Subject[i] is >= 0 and var child) Cut(_steps, child, cases.Date[i], piece);
            else Put(piece, 0, piece.From, piece.To);
        }
        return Out;
    }

    private void Cut(MemberSteps steps, int owner, int date, in Piece piece)
    {
        var (s, next) = (steps.Offset[owner], steps.Offset[owner + 1]);
        if (_isDated || next - s == 1)
        {
            Put(piece, next - s == 1 ? steps.Member[s] : steps.At(owner, date), piece.From, piece.To);
            return;
        }
        int from = piece.From, to = piece.To;
        var until = _places.Place(steps.From[s + 1]);
        while (until <= from) until = ++s + 1 < next ? _places.Place(steps.From[s + 1]) : _places.Count;
        for (; ; until = ++s + 1 < next ? _places.Place(steps.From[s + 1]) : _places.Count)
        {
            if (until >= to)
            {
                Put(piece, steps.Member[s], from, to);
                return;
            }
            if (until > from) Put(piece, steps.Member[s], from, until);
            from = until;
        }
    }

    private void Put(in Piece piece, int member, int from, int to)
    {
        if (_only >= 0)
        {
            if (member != _only) return;
            member = 0;
        }
        Out.Add(new Piece(piece.Entity, (piece.Member * Count) + member, (ushort)from, (ushort)to, piece.State));
    }

    private static int TeamOf(RecordKind kind)
    {
        for (var f = 0; f < kind.Fields.Count; f++)
            if (kind.Fields[f].Type == FieldType.Team) return f;
        return -1;
    }

    private static MemberSteps Teams(Journeys.Journeys journeys, AttributeSteps steps)
    {
        var teams = journeys.TeamCodes.Count;
        var member = new int[teams];
        var members = steps.Codes.Select((c, m) => (c, m)).ToDictionary(p => p.c, p => p.m, StringComparer.Ordinal);
        for (var t = 0; t < teams; t++) member[t] = members.GetValueOrDefault(journeys.TeamCodes[t]);
        return new MemberSteps([.. Enumerable.Range(0, teams + 1)], new int[teams], member);
    }

    private static MemberSteps Districts(Journeys.Journeys journeys, LookedUp districts, AttributeSteps steps)
    {
        var members = new Dictionary<long, int>();
        for (var m = 0; m < steps.Codes.Count; m++)
            if (journeys.Texts.Find(steps.Codes[m]) is >= 0 and var text) members[text] = m;
        return new MemberSteps(districts.Offset, districts.From, [.. districts.Value.Select(v => members.GetValueOrDefault(v))]);
    }
}
