using System.Runtime.CompilerServices;

namespace Bellwether.Indicators.Engine;

/// <summary>One state of one case under one member, in places of the days asked: <c>[From, To)</c>, never empty.</summary>
internal readonly record struct Piece(int Entity, int Member, ushort From, ushort To, State State);

/// <summary>What a block of cases comes to on the days asked, cut as finely as a breakdown wants it.</summary>
internal sealed class Pieces
{
    private Piece[] _all = new Piece[1024];
    private int _count;

    public ReadOnlySpan<Piece> All => _all.AsSpan(0, _count);

    public int Count => _count;

    /// <summary>Empties it and makes room for so many.</summary>
    public Pieces Begin(int room)
    {
        _count = 0;
        if (_all.Length < room) _all = new Piece[Math.Max(room, _all.Length * 2)];
        return this;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Piece piece)
    {
        if (_count == _all.Length) Array.Resize(ref _all, 2 * _count);
        _all[_count++] = piece;
    }

    /// <summary>The stretches that hold a day asked, all under one member.</summary>
    public Pieces Of(Segments segments, Places places)
    {
        Begin(segments.Count);
        var (all, count) = (_all, 0);
        ReadOnlySpan<int> froms = segments.From.AsSpan(0, segments.Count), tos = segments.To.AsSpan(0, segments.Count);
        var (entity, state) = (segments.Entity, segments.State);
        for (var k = 0; k < froms.Length; k++)
        {
            var (from, to) = (places.Place(froms[k]), places.Place(tos[k]));
            if (from < to) all[count++] = new Piece(entity[k], 0, (ushort)from, (ushort)to, state[k]);
        }
        _count = count;
        return this;
    }
}
