using Bellwether.Calendar;

namespace Bellwether.Web.Access;

/// <summary>The part of an address that asks what was known at the close of a day: <c>?known-at=2026-07-04</c>, on every page of figures.</summary>
internal static class KnownAt
{
    public const string Name = "known-at";

    /// <summary>True where nothing was asked, or a day.</summary>
    public static bool TryRead(string text, out DateOnly? day)
    {
        day = null;
        if (text.Length == 0) return true;
        if (!DateText.TryParse(text.AsSpan(), out var read)) return false;
        day = read;
        return true;
    }

    /// <summary>An address of this site with the day added.</summary>
    public static string In(string address, DateOnly day)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (path, rest) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Name}={IsoDate.Format(day)}{rest}";
    }
}
