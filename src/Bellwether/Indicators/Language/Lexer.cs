using System.Text.RegularExpressions;
using Bellwether.Calendar;

namespace Bellwether.Indicators.Language;

internal enum TokenKind
{
    Name,
    Number,
    Date,
    Text,
    Sign,
    End,
}

/// <summary>One word of an expression; <paramref name="At"/> is its place in the expression, from 0.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int At, int After);

/// <summary>An expression can't be read; the analyst sees it as a lint message.</summary>
internal sealed class SyntaxFault(int at, string message) : Exception(message)
{
    public int At { get; } = at;
}

/// <summary>Splits an expression into words.</summary>
internal static partial class Lexer
{
    private static readonly string[] Signs = ["!=", "<=", ">=", "<", ">", "=", "+", "-", "*", "/", "(", ")", "[", "]", ",", "."];

    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at >= text.Length) break;
            var token = Next(text, at);
            tokens.Add(token);
            at = token.After;
        }
        tokens.Add(new Token(TokenKind.End, "", text.Length, text.Length));
        return tokens;
    }

    private static Token Next(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiLetter(c) || c == '_') return Take(TokenKind.Name, text, at, ch => char.IsAsciiLetterOrDigit(ch) || ch == '_');
        if (char.IsAsciiDigit(c)) return IsDate(text, at) ? new Token(TokenKind.Date, text.Substring(at, 10), at, at + 10) : Number(text, at);
        if (c == '"') return Quoted(text, at);
        if (c == '=' && at + 1 < text.Length && text[at + 1] == '=') throw new SyntaxFault(at, "One = compares: write `a = b`.");
        foreach (var sign in Signs)
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0) return new Token(TokenKind.Sign, sign, at, at + sign.Length);
        throw new SyntaxFault(at, c switch
        {
            '\'' => "Texts stand in double quotes: \"adoption\".",
            '“' or '”' or '‘' or '’' or '„' => $"{c} is a quote of a word processor. Texts stand in straight double quotes: \"adoption\".",
            '≤' => "Write <= for at most.",
            '≥' => "Write >= for at least.",
            '≠' => "Write != for not equal.",
            '&' => "Write and where both must hold.",
            '|' => "Write or where one is enough.",
            '!' => "Write not before a condition, != for not equal.",
            _ => $"\"{c}\" has no meaning here. Expressions are made of names, numbers, dates, \"texts\" and = != < <= > >= + - * / ( ) [ ] , .",
        });
    }

    private static Token Take(TokenKind kind, string text, int at, Func<char, bool> belongs)
    {
        var end = at;
        while (end < text.Length && belongs(text[end])) end++;
        return new Token(kind, text[at..end], at, end);
    }

    private static Token Number(string text, int at)
    {
        if (SlashDate().Match(text, at) is { Success: true } day) throw new SyntaxFault(at, $"{day.Value} looks like a date. Dates are written year-month-day: 2024-04-01.");
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        }
        return new Token(TokenKind.Number, text[at..end], at, end);
    }

    private static Token Quoted(string text, int at)
    {
        var end = text.IndexOf('"', at + 1);
        if (end < 0) throw new SyntaxFault(at, "This text has no closing quote.");
        return new Token(TokenKind.Text, text[(at + 1)..end], at, end + 1);
    }

    [GeneratedRegex(@"\G\d{1,2}/\d{1,2}/\d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex SlashDate();

    private static bool IsDate(string text, int at)
    {
        if (at + 10 > text.Length || text[at + 4] != '-' || text[at + 7] != '-') return false;
        if (!IsoDate.TryParse(text.AsSpan(at, 10), out _))
            throw new SyntaxFault(at, $"{text.Substring(at, 10)} is not a day of the calendar.");
        return true;
    }
}
