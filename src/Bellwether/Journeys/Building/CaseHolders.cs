using Bellwether.Calendar;

namespace Bellwether.Journeys.Building;

/// <summary>The settled allocations of case workers, child by child: who holds the case on each day.</summary>
internal sealed class CaseHolders
{
    private readonly DraftRows _rows;
    private readonly bool[] _holds;
    private readonly Column _first;
    private readonly Column _end;

    private CaseHolders(DraftRows rows, bool[] holds)
    {
        (_rows, _holds, _first, _end) = (rows, holds, rows.First, rows.End);
        (Worker, Team) = (rows.Field("worker"), rows.Field("team"));
    }

    /// <summary>Worker by allocation row; negative for unknown.</summary>
    public Column Worker { get; }

    /// <summary>Team by allocation row; negative for unknown.</summary>
    public Column Team { get; }

    public static CaseHolders Of(DraftRows allocations, bool[] caseRoles) => new(allocations, Holding(allocations, caseRoles));

    /// <summary>By row, whether it is a case worker's and holds any day.</summary>
    public static bool[] Holding(DraftRows allocations, bool[] caseRoles)
    {
        var (role, first, end) = (allocations.Field("role"), allocations.First, allocations.End);
        var holds = new bool[allocations.Count];
        for (var r = 0; r < holds.Length; r++)
            holds[r] = role[r] >= 0 && caseRoles[role[r]] && Days.IsDate(first[r]) && Spans.Bound(first[r], end[r]) > first[r];
        return holds;
    }

    /// <summary>The member of the allocation in force; member 0 before, between and after.</summary>
    public AttributeSteps Steps(string name, IReadOnlyList<string> codes, IReadOnlyList<string> labels, Func<int, int> memberOf)
    {
        var steps = new StepsWriter(_rows.Subjects, MostSteps);
        for (var child = 0; child < _rows.Subjects; child++)
        {
            steps.Begin(0);
            Write(steps, child, memberOf, 0);
        }
        return steps.Written(name, codes, labels);
    }

    /// <summary>No attribute of holders has more steps.</summary>
    public int MostSteps => _rows.Subjects + 2 * _rows.Count;

    public void Write(StepsWriter steps, int child, Func<int, int> memberOf, int otherwise)
    {
        for (var r = _rows.Offset[child]; r < _rows.Offset[child + 1]; r++)
        {
            if (!_holds[r]) continue;
            steps.From(_first[r], Math.Max(memberOf(r), 0));
            if (_end[r] != Days.None) steps.From(_end[r], otherwise);
        }
    }

    /// <summary>The day from which an allocation row holds.</summary>
    public int Start(int row) => _first[row];
}
