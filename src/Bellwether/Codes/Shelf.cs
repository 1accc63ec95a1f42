namespace Bellwether.Codes;

/// <summary>
/// The analyst's shelf: the folder <c>definitions</c> with records, codes, timescales, clocks, indicators, extract maps and
/// scorecards as plain files.
/// </summary>
public static class Shelf
{
    private const string Marker = "records.yaml";

    /// <summary>
    /// The shipped shelf: <c>BELLWETHER_DEFINITIONS</c> where set, else the nearest folder <c>definitions</c> at or above the program.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">No such folder: the installation is incomplete.</exception>
    public static string Path()
    {
        var stated = Environment.GetEnvironmentVariable("BELLWETHER_DEFINITIONS");
        if (!string.IsNullOrEmpty(stated)) return stated;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var shelf = System.IO.Path.Combine(at.FullName, "definitions");
            if (File.Exists(System.IO.Path.Combine(shelf, Marker))) return shelf;
        }
        throw new DirectoryNotFoundException("The folder definitions with records.yaml is missing beside the program.");
    }
}
