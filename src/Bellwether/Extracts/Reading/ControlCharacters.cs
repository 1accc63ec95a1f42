using System.Buffers;
using System.Text;

namespace Bellwether.Extracts.Reading;

/// <summary>Characters that come from damage or mischief, never from a keyboard.</summary>
internal static class ControlCharacters
{
    // C0 and DEL, less tab and line ends; and the first bytes of C1 controls, surrogates and noncharacters.
    private static readonly SearchValues<byte> Suspects = SearchValues.Create(
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 127,
        0xC2, 0xED, 0xEF, 0xF0, 0xF1, 0xF2, 0xF3, 0xF4,
    ]);

    public static int FirstIn(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var at = text.IndexOfAny(Suspects);
            if (at < 0)
                return -1;
            text = text[at..];
            if (text[0] < 0x80)
                return text[0];
            if (Rune.DecodeFromUtf8(text, out var rune, out var length) != OperationStatus.Done)
                return text.Length >= 3 && text[0] == 0xED ? 0xD000 | ((text[1] & 0x3F) << 6) | (text[2] & 0x3F) : 0xFFFD;
            var code = rune.Value;
            if (code is >= 0x80 and <= 0x9F or >= 0xFDD0 and <= 0xFDEF || (code & 0xFFFE) == 0xFFFE)
                return code;
            text = text[length..];
        }
    }
}
