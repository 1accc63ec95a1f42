using System.Text;

namespace Bellwether.Extracts;

/// <summary>The part of an answer's code that stands for a list, a sheet or a source.</summary>
public static class AnswerCode
{
    /// <summary>Small letters and digits, one hyphen for whatever stands between them: "Annex A list 1: Contacts" is annex-a-list-1-contacts.</summary>
    public static string Of(string text)
    {
        var code = new StringBuilder();
        foreach (var c in text)
            if (char.IsAsciiLetterOrDigit(c)) code.Append(char.ToLowerInvariant(c));
            else if (code.Length > 0 && code[^1] != '-') code.Append('-');
        return code.ToString().TrimEnd('-');
    }
}
