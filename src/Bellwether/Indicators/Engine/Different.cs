using System.Numerics;
using System.Runtime.CompilerServices;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// Counts different values of a field among cases, by member and day asked: for each value and member a set of days as bits, into which
/// its cases are merged; a day in the set counts one.
/// </summary>
internal sealed class Different(Node of, int members, Places places) : Counter
{
    // Of many values under many members (workers by worker) most never meet: beyond so many words a pair has its own only once it does.
    private const int Dense = 1 << 20;

    private readonly int _words = (places.Count + 63) / 64;
    private readonly int _dense = places.Count == 0 ? 0 : Dense / (members * ((places.Count + 63) / 64));
    private readonly Dictionary<long, ulong[]?[]> _others = [];
    private ulong[] _bits = [];

    public override void Take(Verdicts verdicts, Block cases, Pieces pieces, int[]? memberOf)
    {
        var values = verdicts.Still(of, cases);
        if (values.Flat && _words == 1)
        {
            TakeFlat(values, pieces, memberOf);
            return;
        }
        foreach (ref readonly var piece in pieces.All)
        {
            if (piece.State != State.Met || Under(piece, memberOf) is not (>= 0 and var member)) continue;
            int from = piece.From, to = piece.To;
            for (var reader = new StepReader(values, piece.Entity); from < to; reader.Next())
            {
                var until = Math.Min(places.Place(reader.Until), to);
                if (until <= from) continue;
                Set(reader.Value, member, from, until);
                from = until;
            }
        }
    }

    /// <summary>The same where a case has one value and a set of days is one word.</summary>
    private void TakeFlat(Cells values, Pieces pieces, int[]? memberOf)
    {
        foreach (ref readonly var piece in pieces.All)
        {
            if (piece.State != State.Met || Under(piece, memberOf) is not (>= 0 and var member)) continue;
            var (value, seen, from, to) = (values.Value[piece.Entity], values.Seen[piece.Entity], (int)piece.From, (int)piece.To);
            if (seen > 0) from = Math.Max(from, places.Place(seen));
            if (from >= to || value is Cells.None or Cells.Unknown) continue;
            var (bits, at) = Of(value, member);
            bits[at] |= ulong.MaxValue >> (64 - to + from) << from;
        }
    }

    /// <summary>By member, in the order in which the days were asked; members without any share theirs.</summary>
    public long[][] Counts()
    {
        var changes = new int[]?[members];
        for (int at = 0, m = 0; at + _words <= _bits.Length && _words > 0; at += _words, m = m + 1 == members ? 0 : m + 1)
            if (_words > 1 || _bits[at] != 0) Changes(_bits.AsSpan(at, _words), Own(m));
        foreach (var ofValue in _others.Values)
            for (var m = 0; m < members; m++)
                if (ofValue[m] is { } bits) Changes(bits, Own(m));
        var (result, nothing) = (new long[members][], new long[places.Count]);
        for (var m = 0; m < members; m++)
        {
            if (changes[m] is not { } own)
            {
                result[m] = nothing;
                continue;
            }
            result[m] = new long[places.Count];
            var sum = 0L;
            for (var p = 0; p < places.Count; p++) result[m][places.Order[p]] = sum += own[p];
        }
        return result;

        int[] Own(int member) => changes[member] ??= new int[(_words * 64) + 1];
    }

    /// <summary>One more where a run of days begins, one less where it is over.</summary>
    private static void Changes(ReadOnlySpan<ulong> bits, int[] changes)
    {
        var before = 0UL;
        for (var w = 0; w < bits.Length; w++)
        {
            var turns = bits[w] ^ ((bits[w] << 1) | before);
            before = bits[w] >> 63;
            for (; turns != 0; turns &= turns - 1)
            {
                var bit = BitOperations.TrailingZeroCount(turns);
                changes[(w * 64) + bit] += (bits[w] >> bit & 1) == 0 ? -1 : 1;
            }
        }
    }

    /// <summary>The same by other members, of which each of these is part of one.</summary>
    /// <param name="into">How many members there are then.</param>
    /// <param name="memberOf">To which of them each of these belongs.</param>
    public Different Merged(int into, Func<int, int> memberOf)
    {
        var (merged, to) = (new Different(of, into, places), new int[members]);
        for (var m = 0; m < members; m++) to[m] = memberOf(m);
        var at = 0;
        for (var value = 0; at + (_words * members) <= _bits.Length && _words > 0; value++)
            for (var m = 0; m < members; m++, at += _words)
                if (_words > 1 || _bits[at] != 0) merged.Merge(value, to[m], _bits.AsSpan(at, _words));
        foreach (var (value, ofValue) in _others)
            for (var m = 0; m < members; m++)
                if (ofValue[m] is { } bits) merged.Merge(value, to[m], bits);
        return merged;
    }

    private void Merge(long value, int member, ReadOnlySpan<ulong> days)
    {
        var any = 0UL;
        foreach (var word in days) any |= word;
        if (any == 0) return;
        var (bits, at) = Of(value, member);
        for (var w = 0; w < days.Length; w++) bits[at + w] |= days[w];
    }

    /// <summary>Adds what another thread found of the same.</summary>
    public void Add(Different other)
    {
        if (_bits.Length < other._bits.Length) Array.Resize(ref _bits, other._bits.Length);
        for (var n = 0; n < other._bits.Length; n++) _bits[n] |= other._bits[n];
        foreach (var (value, ofValue) in other._others)
            for (var m = 0; m < members; m++)
                if (ofValue[m] is { } bits)
                {
                    var own = Other(value, m);
                    for (var w = 0; w < own.Length; w++) own[w] |= bits[w];
                }
    }

    /// <summary>The value is there under the member on the days of these places.</summary>
    private void Set(long value, int member, int from, int to)
    {
        if (value is Cells.None or Cells.Unknown) return;
        var (bits, at) = Of(value, member);
        for (at += from >> 6; ; at++)
        {
            var (first, next) = (from & 63, Math.Min(to - from + (from & 63), 64));
            bits[at] |= ulong.MaxValue >> (64 - (next - first)) << first;
            from += next - first;
            if (from >= to) return;
        }
    }

    /// <summary>The set of days of a value under a member, and where in it they begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (ulong[] Bits, int At) Of(long value, int member)
    {
        if (value < 0 || value >= _dense) return (Other(value, member), 0);
        var at = (((int)value * members) + member) * _words;
        return (at < _bits.Length ? _bits : Grown((int)value), at);
    }

    private ulong[] Grown(int value)
    {
        Array.Resize(ref _bits, Math.Min(Math.Max(2 * _bits.Length, (value + 1) * members * _words), Dense));
        return _bits;
    }

    private ulong[] Other(long value, int member)
    {
        if (!_others.TryGetValue(value, out var ofValue)) _others.Add(value, ofValue = new ulong[members][]);
        return ofValue[member] ??= new ulong[_words];
    }
}
