using System.Globalization;

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
internal static class Lexer
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
        foreach (var sign in Signs)
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0) return new Token(TokenKind.Sign, sign, at, at + sign.Length);
        throw new SyntaxFault(at, c == '\''
            ? "Texts stand in double quotes: \"adoption\"."
            : $"\"{c}\" has no meaning here. Expressions are made of names, numbers, dates, \"texts\" and = != < <= > >= + - * / ( ) [ ] , .");
    }

    private static Token Take(TokenKind kind, string text, int at, Func<char, bool> belongs)
    {
        var end = at;
        while (end < text.Length && belongs(text[end])) end++;
        return new Token(kind, text[at..end], at, end);
    }

    private static Token Number(string text, int at)
    {
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

    private static bool IsDate(string text, int at)
    {
        if (at + 10 > text.Length || text[at + 4] != '-' || text[at + 7] != '-') return false;
        if (!DateOnly.TryParseExact(text.AsSpan(at, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw new SyntaxFault(at, $"{text.Substring(at, 10)} is not a day of the calendar.");
        return true;
    }
}
