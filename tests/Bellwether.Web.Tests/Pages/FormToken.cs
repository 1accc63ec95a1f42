using System.Text.RegularExpressions;

namespace Bellwether.Web.Tests.Pages;

/// <summary>The token of a page's form, without which nothing posted is taken.</summary>
internal static partial class FormToken
{
    public static string In(string page) => Written().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Written();
}
