using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Bellwether.Tests.Writers.Reading;

/// <summary>Reads the HTML page by its headings and tables, and the printed PDF by its text layer.</summary>
internal static partial class PageReading
{
    public static List<Said> Html(byte[] file)
    {
        using var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(file));
        var said = new List<Said>();
        foreach (var section in page.QuerySelectorAll("section"))
        {
            var title = section.QuerySelector("h2,h3,h4")!.TextContent;
            foreach (var table in section.QuerySelectorAll("table"))
            {
                var columns = table.QuerySelectorAll("thead th").Select(c => c.TextContent).ToList();
                foreach (var row in table.QuerySelectorAll("tbody tr"))
                {
                    var cells = row.QuerySelectorAll("th,td").Select(c => Numbers.Clean(c.ChildNodes.TakeWhile(n => n.NodeName != "SPAN").Aggregate("", (t, n) => t + n.TextContent))).ToList();
                    for (var i = 1; i < cells.Count; i++) said.Add(new Said(title, cells[0], columns[i], cells[i]));
                }
            }
            // The chart draws one figure as text: the last result, which stands in bold at the line's end.
            foreach (var chart in section.QuerySelectorAll("svg.bw-trend"))
                said.Add(new Said(title, "last", "Result", chart.QuerySelector("text.bw-end[font-weight=bold]")!.TextContent));
        }
        return said;
    }

    /// <summary>The text layer, line by line: a heading, then rows under a line of column headings.</summary>
    public static List<Said> Pdf(byte[] file, IEnumerable<string> titles)
    {
        var known = titles.ToHashSet();
        var said = new List<Said>();
        var (title, columns) = ("", Array.Empty<string>());
        foreach (var line in Text(file).Split('\n').Select(l => l.Trim()))
        {
            var cells = Columns().Split(line);
            if (known.Contains(Numbers.Clean(line))) (title, columns) = (Numbers.Clean(line), []);
            else if (cells[0] is "Month" or "Period" or "District") columns = cells;
            else if (cells.Length > 1 && columns.Length >= cells.Length)
            {
                for (var i = 1; i < cells.Length; i++) said.Add(new Said(title, cells[0], columns[i], cells[i]));
            }
        }
        return said;
    }

    /// <summary>The text of a PDF with its layout, by poppler's pdftotext; from this process's own pipes, so no file is left.</summary>
    public static string Text(byte[] file)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var reading = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(file);
        process.StandardInput.Close();
        var text = reading.GetAwaiter().GetResult();
        process.WaitForExit();
        return text;
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Columns();
}
