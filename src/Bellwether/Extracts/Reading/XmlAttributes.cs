namespace Bellwether.Extracts.Reading;

/// <summary>Where the attributes of the current element stand in the scanner's buffer.</summary>
internal sealed class XmlAttributes
{
    public const int Most = 1024;

    private (int Name, int NameLength, int Value, int ValueLength)[] places = new (int, int, int, int)[16];
    private int count;

    public void Clear() => count = 0;

    /// <summary>False when there are too many.</summary>
    public bool Add(int name, int nameLength, int value, int valueLength)
    {
        if (count == Most)
            return false;
        if (count == places.Length)
            Array.Resize(ref places, count * 2);
        places[count++] = (name, nameLength, value, valueLength);
        return true;
    }

    /// <summary>The attribute of exactly this name, so one without prefix.</summary>
    public bool Find(byte[] buffer, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < count; i++)
        {
            ref var place = ref places[i];
            if (place.NameLength != name.Length || !buffer.AsSpan(place.Name, place.NameLength).SequenceEqual(name))
                continue;
            value = buffer.AsSpan(place.Value, place.ValueLength);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The first attribute of this name after whatever prefix.</summary>
    public bool FindAnyPrefix(byte[] buffer, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < count; i++)
        {
            var full = buffer.AsSpan(places[i].Name, places[i].NameLength);
            if (!full[(full.IndexOf((byte)':') + 1)..].SequenceEqual(name))
                continue;
            value = buffer.AsSpan(places[i].Value, places[i].ValueLength);
            return true;
        }

        value = default;
        return false;
    }
}
