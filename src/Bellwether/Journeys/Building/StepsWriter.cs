namespace Bellwether.Journeys.Building;

/// <summary>Writes one attribute child by child; a step that changes nothing is left out.</summary>
internal sealed class StepsWriter(int children)
{
    private readonly int[] _offset = new int[children + 1];
    private readonly List<int> _from = new(children);
    private readonly List<int> _member = new(children);
    private int _child = -1;

    /// <summary>Begins the next child with the member it has before all else.</summary>
    public void Begin(int member)
    {
        _offset[++_child] = _from.Count;
        _from.Add(int.MinValue);
        _member.Add(member);
    }

    /// <summary>The member from a day on; a later call for the same day replaces it.</summary>
    public void From(int day, int member)
    {
        if (_from[^1] == day)
        {
            _member[^1] = member;
            if (_from.Count - 1 == _offset[_child] || _member[^2] != member) return;
            _from.RemoveAt(_from.Count - 1);
            _member.RemoveAt(_member.Count - 1);
        }
        else if (_member[^1] != member)
        {
            _from.Add(day);
            _member.Add(member);
        }
    }

    /// <summary>Stretches of some members, with <paramref name="otherwise"/> between and after them.</summary>
    public void Fill(IReadOnlyList<(int From, int To, int Tag)> stretches, Func<int, int> memberOf, int otherwise)
    {
        foreach (var (from, to, tag) in stretches)
        {
            From(from, memberOf(tag));
            if (to != int.MaxValue) From(to, otherwise);
        }
    }

    public AttributeSteps Written(string name, IReadOnlyList<string> codes, IReadOnlyList<string> labels)
    {
        _offset[children] = _from.Count;
        return new AttributeSteps(name, codes, labels, _offset, [.. _from], [.. _member]);
    }
}
