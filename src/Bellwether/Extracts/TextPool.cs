using System.Runtime.InteropServices;
using System.Text;

namespace Bellwether.Extracts;

/// <summary>
/// Each different text once, by number: ids, keys, team codes, short local codes. Numbers follow first appearance. A text is kept as its
/// <see cref="TextForm"/>, eight bytes; only long ones have bytes of their own. A string is made when one is asked for. Any number of
/// threads may read at once; adding is for one alone.
/// </summary>
public sealed class TextPool
{
    private const int Chunk = 1 << 16;

    // Every example of a definition has a pool of its own, for a handful of texts.
    private const int FirstChunk = 1 << 9;
    private const int Ahead = 24;

    /// <summary>Room that is enough for nearly every text; a longer one is given in bytes of its own.</summary>
    internal const int LongestOnStack = 512;

    private readonly List<byte[]> _chunks = [];
    private readonly List<byte[]> _tells = [];
    private readonly Pages<ulong> _forms = new();
    private readonly DigitsIndex _digits = new();
    private readonly Lock _making = new();
    private MadeIndex? _made;
    private int _used;
    private int _hashed;
    private ulong[] _slots = new ulong[64];         // hash, then number + 1; 0 is free

    /// <summary>How many different texts there are.</summary>
    public int Count => _forms.Count;

    // What finds made keys is made again where it was let go.
    private MadeIndex MadeKeys
    {
        get
        {
            if (Volatile.Read(ref _made) is { } there) return there;
            lock (_making)
            {
                if (_made is null) Volatile.Write(ref _made, MadeIndex.Of(_forms));
                return _made!;
            }
        }
    }

    /// <summary>The text of that number.</summary>
    public string this[int number]
    {
        get
        {
            Span<byte> small = stackalloc byte[LongestOnStack];
            return Encoding.UTF8.GetString(Utf8(number, small));
        }
    }

    /// <summary>The text of that number as UTF-8.</summary>
    /// <param name="into">Room for a text that has no bytes of its own; the answer may lie in it.</param>
    internal ReadOnlySpan<byte> Utf8(int number, Span<byte> into)
    {
        var form = _forms[number];
        switch (TextForm.TagOf(form))
        {
            case TextForm.Bytes: return BytesOf(form);
            case TextForm.Digits: return into[..TextForm.WriteDigits(form, into)];
            case TextForm.Short: return into[..TextForm.WriteShort(form, into)];
        }
        var tell = TextForm.Tell(form) is > 0 and var told ? _tells[told - 1] : [];
        var subject = Utf8(TextForm.Subject(form), into);
        var length = subject.Length + TextForm.DayLength + (tell.Length > 0 ? tell.Length + 1 : 0);
        if (length > into.Length) into = new byte[length];
        subject.CopyTo(into);
        TextForm.WriteDay(form, into[subject.Length..]);
        if (tell.Length == 0) return into[..length];
        into[length - tell.Length - 1] = (byte)'|';
        tell.CopyTo(into[(length - tell.Length)..]);
        return into[..length];
    }

    /// <summary>Which of two texts comes first by code point: below zero where <paramref name="a"/> does.</summary>
    public int Compare(int a, int b)
    {
        ulong one = _forms[a], other = _forms[b];
        if (TextForm.TagOf(one) == TextForm.Digits && TextForm.TagOf(other) == TextForm.Digits && TextForm.HaveOneLength(one, other)) return one.CompareTo(other);
        Span<byte> small = stackalloc byte[LongestOnStack], second = stackalloc byte[LongestOnStack];
        return Utf8(a, small).SequenceCompareTo(Utf8(b, second));
    }

    /// <summary>The number of a text, given one if it is new.</summary>
    public int Add(ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = text.Length <= LongestOnStack ? stackalloc byte[LongestOnStack * 3] : new byte[Encoding.UTF8.GetByteCount(text)];
        return Add((ReadOnlySpan<byte>)utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    /// <summary>The number of a UTF-8 text, given one if it is new.</summary>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        if (TextForm.TryPlain(utf8, out var form)) return Add(form);
        if (TextForm.TryMade(utf8, out var subject, out var day, out var tell) && TellOf(tell, true) is >= 0 and var told)
            return Add(TextForm.Made(Add(subject), day, told));
        var hash = Hash(utf8);
        ref var slot = ref Slot(utf8, hash);
        if (slot != 0) return Number(slot);
        if (_chunks.Count == 0 || _used + utf8.Length > _chunks[^1].Length)
        {
            _chunks.Add(new byte[Math.Max(Math.Min(Chunk, FirstChunk << (3 * Math.Min(_chunks.Count, 3))), utf8.Length)]);
            _used = 0;
        }
        utf8.CopyTo(_chunks[^1].AsSpan(_used));
        _forms.Add(TextForm.At(_chunks.Count - 1, _used, utf8.Length));
        _used += utf8.Length;
        slot = ((ulong)hash << 32) | (uint)_forms.Count;
        return Added();
    }

    /// <summary>
    /// The same, trying the number given first and then those next to it. Rows of one child stand together, and lists come in one order more
    /// often than not, though not every child is in each.
    /// </summary>
    internal int Add(ReadOnlySpan<byte> utf8, int perhaps)
    {
        if (TextForm.TryPlain(utf8, out var form)) return Add(form, perhaps);
        if (perhaps < 0) return Add(utf8);
        if (IsBytes(perhaps, utf8)) return perhaps;
        return perhaps + 1 < Count && IsBytes(perhaps + 1, utf8) ? perhaps + 1 : Add(utf8);
    }

    /// <summary>The number of a text that is a form of digits or a short one.</summary>
    internal int Add(ulong form, int perhaps)
    {
        if (perhaps >= 0)
        {
            if (_forms[perhaps] == form) return perhaps;
            if (_forms.After(perhaps, Ahead).IndexOf(form) is >= 0 and var further) return perhaps + 1 + further;
        }
        return Add(form);
    }

    /// <summary>The number of the key made from a subject, a day and what tells it apart: subject@yyyy-MM-dd, or subject@yyyy-MM-dd|tell.</summary>
    /// <param name="told">What <see cref="Tell"/> gave; 0 for nothing.</param>
    internal int Made(int subject, int day, int told) =>
        IsPlainSubject(subject) ? Add(TextForm.Made(subject, day, told)) : Add(MadeText(subject, day, told > 0 ? _tells[told - 1] : []));

    /// <summary>The same for a text that has no number for its telling apart.</summary>
    internal int Made(int subject, int day, string tell) =>
        Tell(tell) is >= 0 and var told ? Made(subject, day, told) : Add(MadeText(subject, day, Encoding.UTF8.GetBytes(tell)));

    /// <summary>The number of a text that tells keys apart, 0 for an empty one; -1 where there are too many to number.</summary>
    internal int Tell(string tell) => TellOf(Encoding.UTF8.GetBytes(tell), true);

    /// <summary>The number of a text, or -1 where it never appeared.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = text.Length <= LongestOnStack ? stackalloc byte[LongestOnStack * 3] : new byte[Encoding.UTF8.GetByteCount(text)];
        return Find((ReadOnlySpan<byte>)utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    private int Find(ReadOnlySpan<byte> utf8)
    {
        if (TextForm.TryPlain(utf8, out var form)) return Find(form);
        if (!TextForm.TryMade(utf8, out var subject, out var day, out var tell) || TellOf(tell, false) is not (>= 0 and var told)) return Number(Slot(utf8, Hash(utf8)));
        return Find(subject) is >= 0 and var whose ? Find(TextForm.Made(whose, day, told)) : -1;
    }

    private int Find(ulong form) => TextForm.TagOf(form) switch
    {
        TextForm.Digits => _digits.Find(form),
        TextForm.MadeKey => MadeKeys.Find(form),
        _ => Number(Slot(form, TextForm.Hash(form))),
    };

    /// <summary>
    /// Lets go of what finds keys made from subjects and days: once records are read and linked, hardly anyone looks for one, and it takes as
    /// much room as they do. It is made again for who does.
    /// </summary>
    internal void LetMadeKeysGo() => Volatile.Write(ref _made, null);

    /// <summary>Adds every text of another pool, in its order; gives the number here of each number there.</summary>
    internal int[] AddAll(TextPool other)
    {
        var here = new int[other.Count];
        var tells = new int[other._tells.Count + 1];
        for (var t = 1; t < tells.Length; t++) tells[t] = TellOf(other._tells[t - 1], true);
        Span<byte> small = stackalloc byte[LongestOnStack];
        var last = -1;
        for (var n = 0; n < here.Length; n++)
        {
            var form = other._forms[n];
            here[n] = last = TextForm.TagOf(form) switch
            {
                TextForm.Digits or TextForm.Short => Add(form, last),
                // A made key's subject always has the lower number.
                TextForm.MadeKey when tells[TextForm.Tell(form)] >= 0 => Add(TextForm.Made(here[TextForm.Subject(form)], TextForm.Day(form), tells[TextForm.Tell(form)])),
                _ => Add(other.Utf8(n, small)),
            };
        }
        return here;
    }

    private int Add(ulong form)
    {
        switch (TextForm.TagOf(form))
        {
            case TextForm.Digits:
                ref var number = ref _digits.Of(form);
                if (number != 0) return number - 1;
                _forms.Add(form);
                number = _forms.Count;
                return number - 1;
            case TextForm.MadeKey:
                var made = MadeKeys;
                if (made.Find(form) is >= 0 and var known) return known;
                _forms.Add(form);
                made.Add(form, _forms.Count - 1);
                return _forms.Count - 1;
        }
        var hash = TextForm.Hash(form);
        ref var slot = ref Slot(form, hash);
        if (slot != 0) return Number(slot);
        _forms.Add(form);
        slot = ((ulong)hash << 32) | (uint)_forms.Count;
        return Added();
    }

    private int Added()
    {
        var added = _forms.Count - 1;
        if (++_hashed / 3 * 4 > _slots.Length) _slots = HashSlots.Doubled(_slots);
        return added;
    }

    /// <summary>The subject is where the first @ of the key divides it, so that the key's text is taken apart again as it was made.</summary>
    private bool IsPlainSubject(int subject)
    {
        var form = _forms[subject];
        if (TextForm.TagOf(form) is TextForm.Digits) return true;
        if (TextForm.TagOf(form) is TextForm.MadeKey) return false;
        Span<byte> small = stackalloc byte[LongestOnStack];
        return Utf8(subject, small) is { IsEmpty: false } text && !text.Contains((byte)'@');
    }

    private byte[] MadeText(int subject, int day, ReadOnlySpan<byte> tell)
    {
        Span<byte> small = stackalloc byte[LongestOnStack], date = stackalloc byte[TextForm.DayLength];
        TextForm.WriteDay(TextForm.Made(0, day, 0), date);
        return tell.IsEmpty ? [.. Utf8(subject, small), .. date] : [.. Utf8(subject, small), .. date, (byte)'|', .. tell];
    }

    private int TellOf(ReadOnlySpan<byte> tell, bool add)
    {
        if (tell.IsEmpty) return 0;
        for (var t = 0; t < _tells.Count; t++)
            if (tell.SequenceEqual(_tells[t])) return t + 1;
        if (!add || _tells.Count == TextForm.MostTells) return -1;
        _tells.Add(tell.ToArray());
        return _tells.Count;
    }

    private ReadOnlySpan<byte> BytesOf(ulong form) => _chunks[TextForm.Chunk(form)].AsSpan(TextForm.Start(form), TextForm.Length(form));

    private bool IsBytes(int number, ReadOnlySpan<byte> utf8) => TextForm.TagOf(_forms[number]) == TextForm.Bytes && BytesOf(_forms[number]).SequenceEqual(utf8);

    /// <summary>The number a slot holds; -1 for a free one.</summary>
    private static int Number(ulong slot) => unchecked((int)slot) - 1;

    /// <summary>Where a text stands, or where it would.</summary>
    private ref ulong Slot(ulong form, uint hash)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        var at = unchecked((int)hash) & mask;
        while (slots[at] is not 0 and var slot && ((uint)(slot >> 32) != hash || _forms[Number(slot)] != form)) at = (at + 1) & mask;
        return ref slots[at];
    }

    private ref ulong Slot(ReadOnlySpan<byte> utf8, uint hash)
    {
        var mask = _slots.Length - 1;
        var at = unchecked((int)hash) & mask;
        while (_slots[at] is not 0 and var slot && ((uint)(slot >> 32) != hash || !IsBytes(Number(slot), utf8))) at = (at + 1) & mask;
        return ref _slots[at];
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            var hash = 0x9E3779B97F4A7C15ul ^ (ulong)text.Length;
            for (; text.Length >= 8; text = text[8..]) hash = TextForm.Mix(hash, MemoryMarshal.Read<ulong>(text));
            ulong rest = 0;
            for (var i = 0; i < text.Length; i++) rest |= (ulong)text[i] << (8 * i);
            hash = TextForm.Mix(hash, rest);
            return (uint)(hash ^ (hash >> 32));
        }
    }
}
