using System.Runtime.CompilerServices;

namespace Bellwether.Indicators.Engine;

/// <summary>What a case is on a day, in the order in which tallies hold it.</summary>
internal enum State : byte
{
    Met,
    NotMet,
    Unknown,
    Running,

    /// <summary>Its <c>where</c> can't be told: not a case, counted apart.</summary>
    Unclear,
}

/// <summary>Verdict timelines of one block: stretches <c>[From, To)</c> of one state, those of one unit (case or child) together and in order.</summary>
internal sealed class Segments
{
    public int Count { get; private set; }

    /// <summary>The entity whose case it is; for a child's verdict, the case that decides.</summary>
    public int[] Entity = new int[64];
    public int[] From = new int[64];
    public int[] To = new int[64];
    public State[] State = new State[64];

    public void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int entity, int from, int to, State state)
    {
        if (from >= to) return;
        if (Count == Entity.Length) Grow();
        (Entity[Count], From[Count], To[Count], State[Count]) = (entity, from, to, state);
        Count++;
    }

    private void Grow()
    {
        Array.Resize(ref Entity, Count * 2);
        Array.Resize(ref From, Count * 2);
        Array.Resize(ref To, Count * 2);
        Array.Resize(ref State, Count * 2);
    }

    /// <summary>Puts the stretches from one place on in order of time; there are few.</summary>
    public void Sort(int begin)
    {
        for (var k = begin + 1; k < Count; k++)
        {
            var (entity, from, to, state, at) = (Entity[k], From[k], To[k], State[k], k);
            for (; at > begin && From[at - 1] > from; at--)
                (Entity[at], From[at], To[at], State[at]) = (Entity[at - 1], From[at - 1], To[at - 1], State[at - 1]);
            (Entity[at], From[at], To[at], State[at]) = (entity, from, to, state);
        }
    }
}
