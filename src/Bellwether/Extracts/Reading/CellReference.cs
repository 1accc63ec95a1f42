namespace Bellwether.Extracts.Reading;

/// <summary>Reads references such as "C7" and the small whole numbers of attributes.</summary>
internal static class CellReference
{
    public const int LastRow = 1_048_576;

    /// <summary>Column from 0, row from 1. False for anything else, and beyond XFD1048576.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out int column, out int row)
    {
        column = 0;
        row = 0;
        var at = 0;
        while (at < text.Length && at < 4 && (text[at] | 0x20) is >= (int)'a' and <= (int)'z')
            column = (column * 26) + (text[at++] | 0x20) - 'a' + 1;
        column--;
        return at is > 0 and < 4 && column < 16_384 && TryNumber(text[at..], out row) && row is >= 1 and <= LastRow;
    }

    /// <summary>Digits only, at most nine.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        if (text.Length is 0 or > 9)
            return false;
        foreach (var b in text)
        {
            if (b is < (byte)'0' or > (byte)'9')
                return false;
            number = (number * 10) + b - '0';
        }

        return true;
    }
}
