namespace Bellwether.Journeys.Building;

/// <summary>Writes one attribute child by child; a step that changes nothing is left out.</summary>
/// <param name="children">How many children there are.</param>
/// <param name="steps">How many steps there may be, as far as one can tell.</param>
internal sealed class StepsWriter(int children, int steps)
{
    private readonly int[] _offset = new int[children + 1];
    private int[] _from = GC.AllocateUninitializedArray<int>(Math.Max(steps, 1));
    private int[] _member = GC.AllocateUninitializedArray<int>(Math.Max(steps, 1));
    private int _child = -1;
    private int _count;

    /// <summary>Begins the next child with the member it has before all else.</summary>
    public void Begin(int member)
    {
        _offset[++_child] = _count;
        Add(int.MinValue, member);
    }

    /// <summary>The member from a day on; a later call for the same day replaces it.</summary>
    public void From(int day, int member)
    {
        var last = _count - 1;
        if (_from[last] == day)
        {
            _member[last] = member;
            if (last > _offset[_child] && _member[last - 1] == member) _count--;
        }
        else if (_member[last] != member) Add(day, member);
    }

    /// <summary>Stretches of some members, with <paramref name="otherwise"/> between and after them.</summary>
    public void Fill(ReadOnlySpan<Stretch> stretches, Func<int, int> memberOf, int otherwise)
    {
        foreach (var (from, to, tag) in stretches)
        {
            From(from, memberOf(tag));
            if (to != int.MaxValue) From(to, otherwise);
        }
    }

    public AttributeSteps Written(string name, IReadOnlyList<string> codes, IReadOnlyList<string> labels)
    {
        _offset[children] = _count;
        if (_count < _from.Length) (_from, _member) = (_from[.._count], _member[.._count]);
        return new AttributeSteps(name, codes, labels, _offset, _from, _member);
    }

    private void Add(int day, int member)
    {
        if (_count == _from.Length)
        {
            Array.Resize(ref _from, _count * 2);
            Array.Resize(ref _member, _count * 2);
        }
        (_from[_count], _member[_count]) = (day, member);
        _count++;
    }
}
