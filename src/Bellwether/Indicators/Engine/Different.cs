using System.Numerics;
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
    private readonly Dictionary<(long Value, int Member), ulong[]> _others = [];
    private ulong[] _bits = [];

    private int Members => members;

    public override void Take(Verdicts verdicts, Block cases, Pieces pieces)
    {
        var values = verdicts.Still(of, cases);
        foreach (ref readonly var piece in pieces.All)
        {
            if (piece.State != State.Met) continue;
            int from = piece.From, to = piece.To;
            if (values.Flat)
            {
                var (value, seen) = (values.Value[piece.Entity], values.Seen[piece.Entity]);
                seen = seen == 0 ? from : Math.Max(from, places.Place(seen));
                if (seen < to && value is not (Cells.None or Cells.Unknown)) Set(Of(value, piece.Member), seen, to);
                continue;
            }
            for (var reader = new StepReader(values, piece.Entity); from < to; reader.Next())
            {
                var until = Math.Min(places.Place(reader.Until), to);
                if (until <= from) continue;
                if (reader.Value is not (Cells.None or Cells.Unknown)) Set(Of(reader.Value, piece.Member), from, until);
                from = until;
            }
        }
    }

    /// <summary>By member, in the order in which the days were asked.</summary>
    public static long[][] Counts(IReadOnlyList<Different> counted, Places places)
    {
        var all = counted[0];
        foreach (var other in counted.Skip(1)) all.Add(other);
        var changes = new int[all.Members][];
        for (var m = 0; m < all.Members; m++) changes[m] = new int[(all._words * 64) + 1];
        for (var at = 0; at + all._words <= all._bits.Length && all._words > 0; at += all._words) Changes(all._bits.AsSpan(at, all._words), changes[at / all._words % all.Members]);
        foreach (var ((_, member), bits) in all._others) Changes(bits, changes[member]);
        var result = new long[all.Members][];
        for (var m = 0; m < all.Members; m++)
        {
            result[m] = new long[places.Count];
            var sum = 0L;
            for (var p = 0; p < places.Count; p++) result[m][places.Order[p]] = sum += changes[m][p];
        }
        return result;
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

    private void Add(Different other)
    {
        if (_bits.Length < other._bits.Length) Array.Resize(ref _bits, other._bits.Length);
        for (var n = 0; n < other._bits.Length; n++) _bits[n] |= other._bits[n];
        foreach (var ((value, member), bits) in other._others)
        {
            var own = Of(value, member);
            for (var w = 0; w < own.Length; w++) own[w] |= bits[w];
        }
    }

    private Span<ulong> Of(long value, int member)
    {
        if (value >= 0 && value < Dense / (members * _words))
        {
            var at = (((int)value * members) + member) * _words;
            if (at >= _bits.Length) Array.Resize(ref _bits, Math.Min(Math.Max(2 * _bits.Length, ((int)value + 1) * members * _words), Dense));
            return _bits.AsSpan(at, _words);
        }
        if (!_others.TryGetValue((value, member), out var bits)) _others.Add((value, member), bits = new ulong[_words]);
        return bits;
    }

    private static void Set(Span<ulong> bits, int from, int to)
    {
        if (bits.Length == 1)
        {
            bits[0] |= ulong.MaxValue >> (64 - (to - from)) << from;
            return;
        }
        for (var w = from >> 6; w << 6 < to; w++)
        {
            var (first, next) = (Math.Max(from - (w << 6), 0), Math.Min(to - (w << 6), 64));
            bits[w] |= ulong.MaxValue >> (64 - (next - first)) << first;
        }
    }
}
