using System.Globalization;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>Checks what a return says of itself before its rows: whose it is, and of which year.</summary>
internal static class ReturnHeader
{
    private const string Header = "/Message/Header/";

    /// <param name="header">Its values by element; empty for what is no return.</param>
    /// <param name="authority">The home's LA code; empty where any will do.</param>
    /// <exception cref="FileRejectedException">It is another authority's, or its year and its reference date contradict each other.</exception>
    public static void Check(IReadOnlyDictionary<string, string> header, string authority)
    {
        if (authority.Length > 0 && header.TryGetValue("LEA", out var said) && said.Length > 0 && said.TrimStart('0') != authority.TrimStart('0'))
            throw new FileRejectedException("xml-authority", $"The return names authority {Short(said)}, and this home is of {authority}.",
                "Load the return of this authority, or correct la_code in authority.yaml of the home.", Header + "Source/LEA");
        // Returns stand under the year they end in or, by some systems, the year they begin in.
        if (header.TryGetValue("Year", out var year) && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var stated)
            && header.TryGetValue("ReferenceDate", out var date) && date.Length >= 4 && int.TryParse(date[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            && stated != of && stated != of - 1)
            throw new FileRejectedException("xml-year", $"The return is of the year {stated}, and its reference date is {Short(date)}.",
                "Correct the one that is wrong in the header, or export the return again.", Header + "CollectionDetails/Year");
    }

    private static string Short(string text) => text.Length > 10 ? "a longer text" : text;
}
